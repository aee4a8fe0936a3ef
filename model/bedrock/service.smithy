$version: "2.0"

namespace com.amazonaws.bedrock

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1

/// Manages models on Amazon Bedrock. This is the part that brings weights trained elsewhere into the service: a job
/// copies them from Amazon S3, and the model that comes of it is then served like any other.
@title("Amazon Bedrock")
@service(sdkId: "Bedrock", endpointPrefix: "bedrock")
@sigv4(name: "bedrock")
@httpBearerAuth
@auth([sigv4, httpBearerAuth])
@restJson1
service AmazonBedrockControlPlaneService {
    version: "2023-04-20"
    resources: [
        ModelImportResource
    ]
}

/// Importing a model, and what is left of it afterwards: the job, which cannot be stopped or deleted, and the imported
/// model, which can be deleted.
resource ModelImportResource {
    operations: [
        CreateModelImportJob
        DeleteImportedModel
        GetImportedModel
        GetModelImportJob
        ListImportedModels
        ListModelImportJobs
    ]
}
