// Made by Shapegate (emitter: types). Do not edit: change the model and generate again.
// From model/bedrock/access.smithy model/bedrock/data-source.smithy model/bedrock/endpoint.smithy
//   model/bedrock/error.smithy model/bedrock/import.policy.smithy model/bedrock/imported-model.smithy
//   model/bedrock/list-page.smithy model/bedrock/model-import-job.smithy model/bedrock/service.smithy
//   model/bedrock/tag.smithy model/bedrock/vpc-config.smithy model/shapegate/arn.smithy
//   model/shapegate/character-class.smithy model/shapegate/kms.smithy model/shapegate/member-hints.smithy
//   model/shapegate/name.smithy model/shapegate/operation.smithy model/shapegate/s3.smithy
//   model/shapegate/tags.smithy model/shapegate/token.smithy model/shapegate/vpc.smithy

/**
 * The caller may not do this: its own policies, or the role it wants to pass on, do not allow it. The message names
 * the action that was refused.
 */
export interface AccessDeniedException {
  /** What was refused, in English. */
  readonly message?: string;
}

/** The request clashes with something that exists already or is being changed at this moment. */
export interface ConflictException {
  /** What it clashes with, in English. */
  readonly message?: string;
}

/** What to import, from where, under which name and with whose rights. */
export interface CreateModelImportJobRequest {
  /**
   * A token of the caller's choice. A second request with the same token is answered with the first one's job and
   * starts none, whatever else it says. No SDK fills it by itself.
   */
  readonly clientRequestToken?: string;
  /**
   * The key with which the model is encrypted at rest. Without it a key of the service's own is used, and that
   * cannot be changed later.
   */
  readonly importedModelKmsKeyId?: string;
  /** The name under which the model will be listed and called. Other characters are legal here than in `jobName`. */
  readonly importedModelName: string;
  /** Tags of the model that the job makes. */
  readonly importedModelTags?: TagList;
  /** The job's name. It has to be new in the account and Region: a job that failed keeps its name too. */
  readonly jobName: string;
  /** Tags of the job alone. What is billed is the model, so tags for cost belong in `importedModelTags` as well. */
  readonly jobTags?: TagList;
  /** Where the weights lie. */
  readonly modelDataSource: ModelDataSource;
  /** The role that Bedrock takes on to read the bucket, and to reach into the VPC where there is one. */
  readonly roleArn: string;
  /** Reads the bucket from within a VPC of yours. */
  readonly vpcConfig?: VpcConfig;
}

/** The job that was started, or that the token had started before. */
export interface CreateModelImportJobResponse {
  /** The job's ARN. */
  readonly jobArn: string;
}

/** What one copy of a model takes up while it runs. */
export interface CustomModelUnits {
  /** How many units one copy takes. */
  readonly customModelUnitsPerModelCopy?: number;
  /** Which kind of unit is counted. */
  readonly customModelUnitsVersion?: string;
}

/** Which model. */
export interface DeleteImportedModelRequest {
  /** The model's name or its ARN. */
  readonly modelIdentifier: string;
}

/** Nothing is told: the model is gone. */
export interface DeleteImportedModelResponse {
}

/** Which model. */
export interface GetImportedModelRequest {
  /** The model's name or its ARN. */
  readonly modelIdentifier: string;
}

/** An imported model. */
export interface GetImportedModelResponse {
  /** When the model came to be. */
  readonly creationTime?: Date;
  /** What one running copy of the model takes up, and so costs. */
  readonly customModelUnits?: CustomModelUnits;
  /** Whether the model can be called through the Converse API. */
  readonly instructSupported?: boolean;
  /** The ARN of the job that made it. */
  readonly jobArn?: string;
  /** The name of the job that made it. */
  readonly jobName?: string;
  /** The architecture that the service found in the model's configuration. */
  readonly modelArchitecture?: string;
  /** The model's ARN: what to name when the model is called. */
  readonly modelArn?: string;
  /** Where its weights were read from. */
  readonly modelDataSource?: ModelDataSource;
  /** The key that the model is encrypted with, where it is one of yours. */
  readonly modelKmsKeyArn?: string;
  /** The model's name. */
  readonly modelName?: string;
}

/** Which job. */
export interface GetModelImportJobRequest {
  /** The job's name or its ARN. */
  readonly jobIdentifier: string;
}

/** A job as it stands now. */
export interface GetModelImportJobResponse {
  /** When the job was accepted. */
  readonly creationTime?: Date;
  /** When the job ended, well or badly; not there while it runs. */
  readonly endTime?: Date;
  /** Why the job failed, where it has. */
  readonly failureMessage?: string;
  /** The model's ARN; not there before the job is completed. */
  readonly importedModelArn?: string;
  /** The key that the model is encrypted with, where one was given: its ARN, even if the request named an alias. */
  readonly importedModelKmsKeyArn?: string;
  /** The name of the model that the job makes. */
  readonly importedModelName?: string;
  /** The job's ARN. */
  readonly jobArn?: string;
  /** The job's name. */
  readonly jobName?: string;
  /** When the job last changed. */
  readonly lastModifiedTime?: Date;
  /** Where the weights are read from. */
  readonly modelDataSource?: ModelDataSource;
  /** The role that the job runs with. */
  readonly roleArn?: string;
  /** How far the job is. */
  readonly status?: ModelImportJobStatus;
  /** The VPC that the bucket is read from, where one was given. */
  readonly vpcConfig?: VpcConfig;
}

/** An imported model as lists show it. */
export interface ImportedModelSummary {
  /** When the model came to be. */
  readonly creationTime: Date;
  /** Whether the model can be called through the Converse API. */
  readonly instructSupported?: boolean;
  /** The architecture that the service found in the model's configuration. */
  readonly modelArchitecture?: string;
  /** The model's ARN. */
  readonly modelArn: string;
  /** The model's name. */
  readonly modelName: string;
}

export type ImportedModelSummaryList = readonly ImportedModelSummary[];

/**
 * The service failed at something that was not the caller's fault. Send the request again, with the same token where
 * the operation takes one.
 */
export interface InternalServerException {
  /** What went wrong, as far as the service tells. */
  readonly message?: string;
}

/** Which models, in which order, how many at a time. */
export interface ListImportedModelsRequest {
  /** Only models that came to be after this moment. */
  readonly creationTimeAfter?: Date;
  /** Only models that came to be before this moment. */
  readonly creationTimeBefore?: Date;
  /** At most this many models in one answer. */
  readonly maxResults?: number;
  /** Only models with this text in their name. */
  readonly nameContains?: string;
  /** The token of the previous answer, to have the page after it. */
  readonly nextToken?: string;
  /** By what to sort. */
  readonly sortBy?: SortModelsBy;
  /** In which direction to sort. */
  readonly sortOrder?: SortOrder;
}

/** One page of models. */
export interface ListImportedModelsResponse {
  /** The models of this page. */
  readonly modelSummaries?: ImportedModelSummaryList;
  /** What to send for the next page; not there on the last one. */
  readonly nextToken?: string;
}

/** Which jobs, in which order, how many at a time. */
export interface ListModelImportJobsRequest {
  /** Only jobs accepted after this moment. */
  readonly creationTimeAfter?: Date;
  /** Only jobs accepted before this moment. */
  readonly creationTimeBefore?: Date;
  /** At most this many jobs in one answer. */
  readonly maxResults?: number;
  /** Only jobs with this text in their name. */
  readonly nameContains?: string;
  /** The token of the previous answer, to have the page after it. */
  readonly nextToken?: string;
  /** By what to sort. */
  readonly sortBy?: SortJobsBy;
  /** In which direction to sort. */
  readonly sortOrder?: SortOrder;
  /** Only jobs that stand so. */
  readonly statusEquals?: ModelImportJobStatus;
}

/** One page of jobs. */
export interface ListModelImportJobsResponse {
  /** The jobs of this page. */
  readonly modelImportJobSummaries?: ModelImportJobSummaries;
  /** What to send for the next page; not there on the last one. */
  readonly nextToken?: string;
}

/** Where the weights of a model lie: exactly one of the members. */
export type ModelDataSource = { readonly s3DataSource: S3DataSource };

/** How far an import job is. */
export type ModelImportJobStatus = 'Completed' | 'Failed' | 'InProgress';

/** The values of `ModelImportJobStatus` by name. */
export const ModelImportJobStatus = {
  COMPLETED: 'Completed',
  FAILED: 'Failed',
  IN_PROGRESS: 'InProgress',
} as const;

export type ModelImportJobSummaries = readonly ModelImportJobSummary[];

/** A job as lists show it. */
export interface ModelImportJobSummary {
  /** When the job was accepted. */
  readonly creationTime: Date;
  /** When the job ended; not there while it runs. */
  readonly endTime?: Date;
  /** The ARN of the model that came of it; not there before the job is completed. */
  readonly importedModelArn?: string;
  /** The name of the model that the job makes. */
  readonly importedModelName?: string;
  /** The job's ARN. */
  readonly jobArn: string;
  /** The job's name. */
  readonly jobName: string;
  /** When the job last changed. */
  readonly lastModifiedTime?: Date;
  /** How far the job is. */
  readonly status: ModelImportJobStatus;
}

/** There is no job, model or other resource of that name or ARN in this account and Region. */
export interface ResourceNotFoundException {
  /** What was not found, in English. */
  readonly message?: string;
}

/** Weights in a bucket. */
export interface S3DataSource {
  /**
   * The folder that holds `config.json`, the tokenizer and the `.safetensors` files themselves, not an archive of
   * them.
   */
  readonly s3Uri: string;
}

export type SecurityGroupIds = readonly string[];

/**
 * A quota of the account is used up: for imports, usually that another job is still running. Waiting helps there;
 * sending the request again at once does not.
 */
export interface ServiceQuotaExceededException {
  /** Which quota it was, in English. */
  readonly message?: string;
}

/** By what a list of jobs is sorted. */
export type SortJobsBy = 'CreationTime';

/** The values of `SortJobsBy` by name. */
export const SortJobsBy = {
  CREATION_TIME: 'CreationTime',
} as const;

/** By what a list of models is sorted. */
export type SortModelsBy = 'CreationTime';

/** The values of `SortModelsBy` by name. */
export const SortModelsBy = {
  CREATION_TIME: 'CreationTime',
} as const;

/** The direction in which a list is sorted. */
export type SortOrder = 'Ascending' | 'Descending';

/** The values of `SortOrder` by name. */
export const SortOrder = {
  ASCENDING: 'Ascending',
  DESCENDING: 'Descending',
} as const;

export type SubnetIds = readonly string[];

/** A label on a resource, for finding it, billing it and deciding who may use it. */
export interface Tag {
  /** The label's name. Case counts, and a resource bears each name once. */
  readonly key: string;
  /** The label's value; it may be empty. */
  readonly value: string;
}

export type TagList = readonly Tag[];

/** Too many requests in a short time. Wait a little, and longer each time it happens again. */
export interface ThrottlingException {
  /** What to do, in English. */
  readonly message?: string;
}

/** A resource would bear more than 50 tags. */
export interface TooManyTagsException {
  /** What is too many, in English. */
  readonly message?: string;
  /** The resource that the tags were meant for. */
  readonly resourceName?: string;
}

/**
 * The request is not one that the service can work with: a member is missing or not as its shape demands, the name of
 * the job is taken, or the role cannot be used.
 */
export interface ValidationException {
  /** What is wrong, in English; several faults stand in one message. */
  readonly message?: string;
}

/** Subnets and security groups in which the service places network interfaces of its own. */
export interface VpcConfig {
  /** The security groups that the network interfaces belong to. */
  readonly securityGroupIds: SecurityGroupIds;
  /** The subnets, at best one in each Availability Zone. */
  readonly subnetIds: SubnetIds;
}
