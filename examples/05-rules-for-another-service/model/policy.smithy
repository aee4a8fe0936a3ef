$version: "2.0"

namespace com.amazonaws.sagemaker

use shapegate#arn
use shapegate#kmsKeyId
use shapegate#nameAlphabet
use shapegate#resourceId
use shapegate#resourceIds
use shapegate#singleUseName
use shapegate#subnetIds
use shapegate#tags
use shapegate#vpc

// What the shapes cannot say of a training job. Each line turns rules of the catalogue on; no rule is written for it.

apply CreateTrainingJobRequest$TrainingJobName @singleUseName

apply TrainingJobName @nameAlphabet(characters: "a-zA-Z0-9-", first: "a-zA-Z0-9", replacement: "-")

apply RoleArn @arn(
    service: "iam"
    resourceType: "role"
    name: { characters: "a-zA-Z0-9_+=,.@-", maxLength: 64 }
    path: { maxLength: 512 }
    reservedPaths: ["aws-service-role/", "aws-reserved/"]
    sendersAccount: true
)

// An alias works for what the job writes, a volume wants the key itself.
apply OutputDataConfig$KmsKeyId @kmsKeyId(
    forms: ["keyId", "keyArn", "aliasArn", "aliasName"]
    sendersAccount: false
)

apply ResourceConfig$VolumeKmsKeyId @kmsKeyId(forms: ["keyId", "keyArn"], sendersAccount: false)

apply TagList @tags(
    limit: 50
    key: "Key"
    value: "Value"
    characters: "\\p{L}\\p{Z}\\p{N}_.:/=+@-"
    reservedPrefixes: ["aws:"]
)

apply VpcConfig @vpc(subnetIds: "Subnets", securityGroupIds: "SecurityGroupIds")

apply Subnets @resourceIds(prefix: "subnet")

apply Subnets @subnetIds

apply SubnetId @resourceId(prefix: "subnet")

apply VpcSecurityGroupIds @resourceIds(prefix: "sg")

apply SecurityGroupId @resourceId(prefix: "sg")
