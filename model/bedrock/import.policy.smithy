$version: "2.0"

namespace com.amazonaws.bedrock

use shapegate#arn
use shapegate#availableRegions
use shapegate#contentToken
use shapegate#defaultOperation
use shapegate#kmsKeyId
use shapegate#memberHints
use shapegate#nameAlphabet
use shapegate#resourceId
use shapegate#resourceIds
use shapegate#s3Uri
use shapegate#singleUseName
use shapegate#subnetIds
use shapegate#tags
use shapegate#uniqueName
use shapegate#vpc

// What the shapes cannot say of a model import: stated by the service's user guide and error descriptions, by the
// documentation of IAM, S3, KMS and EC2 for the things named, or seen in the service's answers.

apply CreateModelImportJob @defaultOperation

apply CreateModelImportJob @availableRegions(
    regions: ["us-east-1", "us-east-2", "us-west-2", "eu-central-1"]
    asOf: "2026-09-17"
)

// Keys of the operations that look alike.
apply CreateModelImportJobRequest @memberHints(
    tags: { use: ["jobTags", "importedModelTags"], from: "CreateProvisionedModelThroughput" }
    modelTags: { use: ["importedModelTags"], from: "CreateCustomModel" }
    customModelTags: { use: ["importedModelTags"], from: "CreateModelCustomizationJob" }
    targetModelTags: { use: ["importedModelTags"], from: "CreateModelCopyJob" }
    modelName: { use: ["importedModelName"], from: "CreateCustomModel" }
    customModelName: { use: ["importedModelName"], from: "CreateModelCustomizationJob" }
    targetModelName: { use: ["importedModelName"], from: "CreateModelCopyJob" }
    customModelKmsKeyId: { use: ["importedModelKmsKeyId"], from: "CreateModelCustomizationJob" }
    customerEncryptionKeyId: { use: ["importedModelKmsKeyId"], from: "CreateEvaluationJob" }
    modelKmsKeyArn: { use: ["importedModelKmsKeyId"], from: "CreateCustomModel" }
    modelKmsKeyId: { use: ["importedModelKmsKeyId"], from: "CreateModelCopyJob" }
    kmsKeyId: { use: ["importedModelKmsKeyId"], from: "CreateGuardrail" }
    modelSourceConfig: { use: ["modelDataSource"], from: "CreateCustomModel" }
    customModelDataSource: { use: ["modelDataSource"], from: "CreateCustomModel" }
    trainingDataConfig: { use: ["modelDataSource"], from: "CreateModelCustomizationJob" }
    baseModelIdentifier: { use: ["modelDataSource"], from: "CreateModelCustomizationJob" }
    clientToken: { use: ["clientRequestToken"], from: "CreateAdvancedPromptOptimizationJob" }
)

apply CreateModelImportJobRequest$jobName @nameAlphabet(
    characters: "a-zA-Z0-9+.-"
    first: "a-zA-Z0-9"
    replacement: "-"
)

apply CreateModelImportJobRequest$importedModelName @nameAlphabet(
    characters: "a-zA-Z0-9_-"
    first: "a-zA-Z0-9"
    single: "_-"
    replacement: "-"
)

apply CreateModelImportJobRequest$jobName @singleUseName

apply CreateModelImportJobRequest$importedModelName @uniqueName(quota: 3)

apply CreateModelImportJobRequest$clientRequestToken @contentToken

apply RoleArn @arn(
    service: "iam"
    resourceType: "role"
    name: { characters: "a-zA-Z0-9_+=,.@-", maxLength: 64 }
    path: { maxLength: 512 }
    reservedPaths: ["aws-service-role/", "aws-reserved/"]
    sendersAccount: true
)

apply S3Uri @s3Uri(keyCharacters: "-!_*'().a-z0-9A-Z", folderOf: "config.json")

apply TagList @tags(
    limit: 50
    key: "key"
    value: "value"
    characters: "a-zA-Z0-9\\s._:/=+@-"
    reservedPrefixes: ["aws:"]
)

apply VpcConfig @vpc(subnetIds: "subnetIds", securityGroupIds: "securityGroupIds")

// The same structure of a training job of Amazon SageMaker, which pages about imports show too.
apply VpcConfig @memberHints(
    subnets: { use: ["subnetIds"], from: "CreateTrainingJob" }
    Subnets: { use: ["subnetIds"], from: "CreateTrainingJob" }
)

apply SubnetIds @resourceIds(prefix: "subnet")

apply SubnetIds @subnetIds

apply SubnetId @resourceId(prefix: "subnet")

apply SecurityGroupIds @resourceIds(prefix: "sg")

apply SecurityGroupId @resourceId(prefix: "sg")

apply KmsKeyId @kmsKeyId(forms: ["keyId", "keyArn", "aliasArn", "aliasName"], sendersAccount: false)
