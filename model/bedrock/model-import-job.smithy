$version: "2.0"

namespace com.amazonaws.bedrock

/// Starts a job that copies the weights of a model from Amazon S3 into Bedrock. The job runs for minutes to hours and
/// can be neither stopped nor deleted; its name is used up even when it fails. One job at a time runs in an account and
/// Region.
@idempotent
@http(method: "POST", uri: "/model-import-jobs", code: 201)
operation CreateModelImportJob {
    input: CreateModelImportJobRequest
    output: CreateModelImportJobResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ServiceQuotaExceededException
        ThrottlingException
        TooManyTagsException
        ValidationException
    ]
}

/// What to import, from where, under which name and with whose rights.
@input
structure CreateModelImportJobRequest {
    /// The job's name. It has to be new in the account and Region: a job that failed keeps its name too.
    @required
    jobName: JobName

    /// The name under which the model will be listed and called. Other characters are legal here than in `jobName`.
    @required
    importedModelName: ImportedModelName

    /// The role that Bedrock takes on to read the bucket, and to reach into the VPC where there is one.
    @required
    roleArn: RoleArn

    /// Where the weights lie.
    @required
    modelDataSource: ModelDataSource

    /// Tags of the job alone. What is billed is the model, so tags for cost belong in `importedModelTags` as well.
    jobTags: TagList

    /// Tags of the model that the job makes.
    importedModelTags: TagList

    /// A token of the caller's choice. A second request with the same token is answered with the first one's job and
    /// starts none, whatever else it says. No SDK fills it by itself.
    clientRequestToken: IdempotencyToken

    /// Reads the bucket from within a VPC of yours.
    vpcConfig: VpcConfig

    /// The key with which the model is encrypted at rest. Without it a key of the service's own is used, and that
    /// cannot be changed later.
    importedModelKmsKeyId: KmsKeyId
}

/// The job that was started, or that the token had started before.
@output
structure CreateModelImportJobResponse {
    /// The job's ARN.
    @required
    jobArn: ModelImportJobArn
}

/// Tells how a job stands, with what it was given.
@readonly
@http(method: "GET", uri: "/model-import-jobs/{jobIdentifier}", code: 200)
operation GetModelImportJob {
    input: GetModelImportJobRequest
    output: GetModelImportJobResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

/// Which job.
@input
structure GetModelImportJobRequest {
    /// The job's name or its ARN.
    @required
    @httpLabel
    jobIdentifier: ModelImportJobIdentifier
}

/// A job as it stands now.
@output
structure GetModelImportJobResponse {
    /// The job's ARN.
    jobArn: ModelImportJobArn

    /// The job's name.
    jobName: JobName

    /// The name of the model that the job makes.
    importedModelName: ImportedModelName

    /// The model's ARN; not there before the job is completed.
    importedModelArn: ImportedModelArn

    /// The role that the job runs with.
    roleArn: RoleArn

    /// Where the weights are read from.
    modelDataSource: ModelDataSource

    /// How far the job is.
    status: ModelImportJobStatus

    /// Why the job failed, where it has.
    failureMessage: ErrorMessage

    /// When the job was accepted.
    creationTime: Timestamp

    /// When the job last changed.
    lastModifiedTime: Timestamp

    /// When the job ended, well or badly; not there while it runs.
    endTime: Timestamp

    /// The VPC that the bucket is read from, where one was given.
    vpcConfig: VpcConfig

    /// The key that the model is encrypted with, where one was given: its ARN, even if the request named an alias.
    importedModelKmsKeyArn: KmsKeyArn
}

/// Lists the import jobs of the account in this Region, a page at a time.
@readonly
@paginated(inputToken: "nextToken", outputToken: "nextToken", pageSize: "maxResults", items: "modelImportJobSummaries")
@http(method: "GET", uri: "/model-import-jobs", code: 200)
operation ListModelImportJobs {
    input: ListModelImportJobsRequest
    output: ListModelImportJobsResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ThrottlingException
        ValidationException
    ]
}

/// Which jobs, in which order, how many at a time.
@input
structure ListModelImportJobsRequest {
    /// Only jobs accepted after this moment.
    @httpQuery("creationTimeAfter")
    creationTimeAfter: Timestamp

    /// Only jobs accepted before this moment.
    @httpQuery("creationTimeBefore")
    creationTimeBefore: Timestamp

    /// Only jobs that stand so.
    @httpQuery("statusEquals")
    statusEquals: ModelImportJobStatus

    /// Only jobs with this text in their name.
    @httpQuery("nameContains")
    nameContains: JobName

    /// At most this many jobs in one answer.
    @httpQuery("maxResults")
    maxResults: MaxResults

    /// The token of the previous answer, to have the page after it.
    @httpQuery("nextToken")
    nextToken: PaginationToken

    /// By what to sort.
    @httpQuery("sortBy")
    sortBy: SortJobsBy

    /// In which direction to sort.
    @httpQuery("sortOrder")
    sortOrder: SortOrder
}

/// One page of jobs.
@output
structure ListModelImportJobsResponse {
    /// What to send for the next page; not there on the last one.
    nextToken: PaginationToken

    /// The jobs of this page.
    modelImportJobSummaries: ModelImportJobSummaries
}

list ModelImportJobSummaries {
    member: ModelImportJobSummary
}

/// A job as lists show it.
structure ModelImportJobSummary {
    /// The job's ARN.
    @required
    jobArn: ModelImportJobArn

    /// The job's name.
    @required
    jobName: JobName

    /// How far the job is.
    @required
    status: ModelImportJobStatus

    /// When the job last changed.
    lastModifiedTime: Timestamp

    /// When the job was accepted.
    @required
    creationTime: Timestamp

    /// When the job ended; not there while it runs.
    endTime: Timestamp

    /// The ARN of the model that came of it; not there before the job is completed.
    importedModelArn: ImportedModelArn

    /// The name of the model that the job makes.
    importedModelName: ImportedModelName
}

/// How far an import job is.
enum ModelImportJobStatus {
    /// The weights are being checked and copied.
    IN_PROGRESS = "InProgress"

    /// The model is there.
    COMPLETED = "Completed"

    /// There is no model; `failureMessage` says why.
    FAILED = "Failed"
}

/// By what a list of jobs is sorted.
enum SortJobsBy {
    /// By the time at which the job was accepted.
    CREATION_TIME = "CreationTime"
}

/// A job's name: letters, digits, `+`, `-` and `.`, the first a letter or digit.
@length(min: 1, max: 63)
@pattern("^[a-zA-Z0-9](-*[a-zA-Z0-9\\+\\-\\.])*$")
string JobName

/// The ARN of an import job.
@length(max: 1011)
@pattern("^arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:model-import-job/[a-z0-9]{12}$")
string ModelImportJobArn

/// A job's ARN or its name.
@length(max: 1011)
@pattern("^(?:(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:model-import-job/[a-z0-9]{12})|([a-zA-Z0-9](-*[a-zA-Z0-9\\+\\-\\.])*))$")
string ModelImportJobIdentifier

/// Why a job failed.
@length(max: 2048)
string ErrorMessage
