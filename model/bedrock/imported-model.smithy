$version: "2.0"

namespace com.amazonaws.bedrock

/// Describes a model that was imported.
@readonly
@http(method: "GET", uri: "/imported-models/{modelIdentifier}", code: 200)
operation GetImportedModel {
    input: GetImportedModelRequest
    output: GetImportedModelResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

/// Which model.
@input
structure GetImportedModelRequest {
    /// The model's name or its ARN.
    @required
    @httpLabel
    modelIdentifier: ImportedModelIdentifier
}

/// An imported model.
@output
structure GetImportedModelResponse {
    /// The model's ARN: what to name when the model is called.
    modelArn: ImportedModelArn

    /// The model's name.
    modelName: ImportedModelName

    /// The name of the job that made it.
    jobName: JobName

    /// The ARN of the job that made it.
    jobArn: ModelImportJobArn

    /// Where its weights were read from.
    modelDataSource: ModelDataSource

    /// When the model came to be.
    creationTime: Timestamp

    /// The architecture that the service found in the model's configuration.
    modelArchitecture: String

    /// The key that the model is encrypted with, where it is one of yours.
    modelKmsKeyArn: KmsKeyArn

    /// Whether the model can be called through the Converse API.
    instructSupported: InstructSupported

    /// What one running copy of the model takes up, and so costs.
    customModelUnits: CustomModelUnits
}

/// Lists the imported models of the account in this Region, a page at a time.
@readonly
@paginated(inputToken: "nextToken", outputToken: "nextToken", pageSize: "maxResults", items: "modelSummaries")
@http(method: "GET", uri: "/imported-models", code: 200)
operation ListImportedModels {
    input: ListImportedModelsRequest
    output: ListImportedModelsResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ThrottlingException
        ValidationException
    ]
}

/// Which models, in which order, how many at a time.
@input
structure ListImportedModelsRequest {
    /// Only models that came to be before this moment.
    @httpQuery("creationTimeBefore")
    creationTimeBefore: Timestamp

    /// Only models that came to be after this moment.
    @httpQuery("creationTimeAfter")
    creationTimeAfter: Timestamp

    /// Only models with this text in their name.
    @httpQuery("nameContains")
    nameContains: ImportedModelName

    /// At most this many models in one answer.
    @httpQuery("maxResults")
    maxResults: MaxResults

    /// The token of the previous answer, to have the page after it.
    @httpQuery("nextToken")
    nextToken: PaginationToken

    /// By what to sort.
    @httpQuery("sortBy")
    sortBy: SortModelsBy

    /// In which direction to sort.
    @httpQuery("sortOrder")
    sortOrder: SortOrder
}

/// One page of models.
@output
structure ListImportedModelsResponse {
    /// What to send for the next page; not there on the last one.
    nextToken: PaginationToken

    /// The models of this page.
    modelSummaries: ImportedModelSummaryList
}

list ImportedModelSummaryList {
    member: ImportedModelSummary
}

/// An imported model as lists show it.
structure ImportedModelSummary {
    /// The model's ARN.
    @required
    modelArn: ImportedModelArn

    /// The model's name.
    @required
    modelName: ImportedModelName

    /// When the model came to be.
    @required
    creationTime: Timestamp

    /// Whether the model can be called through the Converse API.
    instructSupported: InstructSupported

    /// The architecture that the service found in the model's configuration.
    modelArchitecture: ModelArchitecture
}

/// Deletes an imported model, and with it the cost of storing it. It cannot be brought back; the job that made it stays
/// in the list of jobs.
@idempotent
@http(method: "DELETE", uri: "/imported-models/{modelIdentifier}", code: 200)
operation DeleteImportedModel {
    input: DeleteImportedModelRequest
    output: DeleteImportedModelResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

/// Which model.
@input
structure DeleteImportedModelRequest {
    /// The model's name or its ARN.
    @required
    @httpLabel
    modelIdentifier: ImportedModelIdentifier
}

/// Nothing is told: the model is gone.
@output
structure DeleteImportedModelResponse {}

/// By what a list of models is sorted.
enum SortModelsBy {
    /// By the time at which the model came to be.
    CREATION_TIME = "CreationTime"
}

/// A model's name: letters and digits, and between them single `_` or `-`.
@length(min: 1, max: 63)
@pattern("^([0-9a-zA-Z][_-]?)+$")
string ImportedModelName

/// The ARN of an imported model.
@length(min: 20, max: 1011)
@pattern("^arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:imported-model/[a-z0-9]{12}$")
string ImportedModelArn

/// A model's ARN or its name.
@length(min: 1, max: 1011)
@pattern("^(?:(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:imported-model/[a-z0-9]{12})|(([0-9a-zA-Z][_-]?)+))$")
string ImportedModelIdentifier

/// Whether a model follows instructions and so can be talked to through the Converse API.
boolean InstructSupported

/// The name of an architecture, such as `llama`.
string ModelArchitecture

/// What one copy of a model takes up while it runs.
structure CustomModelUnits {
    /// How many units one copy takes.
    customModelUnitsPerModelCopy: Integer

    /// Which kind of unit is counted.
    customModelUnitsVersion: CustomModelUnitsVersion
}

/// The kind of a unit, such as `v1.0`.
@pattern("^v\\d+.\\d+$")
string CustomModelUnitsVersion
