$version: "2.0"

namespace com.amazonaws.sagemaker

use aws.protocols#awsJson1_1

/// As much of Amazon SageMaker as a training job's names, role, keys, network and tags need, written down for this
/// example. The namespace and the shapes' names are the service's own, so that `policy.smithy` fits the published model too.
@awsJson1_1
service SageMaker {
    version: "2017-07-24"
    operations: [CreateTrainingJob]
}

/// Starts a training job.
operation CreateTrainingJob {
    input: CreateTrainingJobRequest
    output: CreateTrainingJobResponse
}

structure CreateTrainingJobRequest {
    @required
    TrainingJobName: TrainingJobName

    /// Which container trains, and how it reads its data.
    @required
    AlgorithmSpecification: AlgorithmSpecification

    /// The role that the job takes on.
    @required
    RoleArn: RoleArn

    @required
    OutputDataConfig: OutputDataConfig

    @required
    ResourceConfig: ResourceConfig

    @required
    StoppingCondition: StoppingCondition

    VpcConfig: VpcConfig

    Tags: TagList
}

structure CreateTrainingJobResponse {
    @required
    TrainingJobArn: String
}

@length(min: 1, max: 63)
@pattern("^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$")
string TrainingJobName

structure AlgorithmSpecification {
    @length(max: 255)
    TrainingImage: String

    @required
    TrainingInputMode: TrainingInputMode
}

enum TrainingInputMode {
    PIPE = "Pipe"
    FILE = "File"
    FASTFILE = "FastFile"
}

@length(min: 20, max: 2048)
@pattern("^arn:aws[a-z\\-]*:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+$")
string RoleArn

structure OutputDataConfig {
    /// The key that encrypts what the job writes.
    KmsKeyId: KmsKeyId

    @required
    S3OutputPath: S3Uri
}

@length(min: 0, max: 1024)
@pattern("^(https|s3)://([^/]+)/?(.*)$")
string S3Uri

structure ResourceConfig {
    @required
    InstanceType: String

    @required
    @range(min: 0)
    InstanceCount: Integer

    @required
    @range(min: 1)
    VolumeSizeInGB: Integer

    /// The key that encrypts the machines' own volumes.
    VolumeKmsKeyId: KmsKeyId
}

@length(min: 0, max: 2048)
@pattern("^[a-zA-Z0-9:/_-]*$")
string KmsKeyId

structure StoppingCondition {
    @range(min: 1)
    MaxRuntimeInSeconds: Integer
}

structure VpcConfig {
    @required
    SecurityGroupIds: VpcSecurityGroupIds

    @required
    Subnets: Subnets
}

@length(min: 1, max: 5)
list VpcSecurityGroupIds {
    member: SecurityGroupId
}

@length(min: 1, max: 16)
list Subnets {
    member: SubnetId
}

@length(min: 0, max: 32)
@pattern("^[-0-9a-zA-Z]+$")
string SecurityGroupId

@length(min: 0, max: 32)
@pattern("^[-0-9a-zA-Z]+$")
string SubnetId

@length(min: 0, max: 50)
list TagList {
    member: Tag
}

structure Tag {
    @required
    Key: TagKey

    @required
    Value: TagValue
}

@length(min: 1, max: 128)
@pattern("^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$")
string TagKey

@length(min: 0, max: 256)
@pattern("^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$")
string TagValue
