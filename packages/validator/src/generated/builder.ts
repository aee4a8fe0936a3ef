// Made by Shapegate (emitter: builder). Do not edit: change the model and generate again.
// From model/bedrock/access.smithy model/bedrock/data-source.smithy model/bedrock/endpoint.smithy
//   model/bedrock/error.smithy model/bedrock/import.policy.smithy model/bedrock/imported-model.smithy
//   model/bedrock/list-page.smithy model/bedrock/model-import-job.smithy model/bedrock/service.smithy
//   model/bedrock/tag.smithy model/bedrock/vpc-config.smithy model/shapegate/arn.smithy
//   model/shapegate/character-class.smithy model/shapegate/kms.smithy model/shapegate/member-hints.smithy
//   model/shapegate/name.smithy model/shapegate/operation.smithy model/shapegate/s3.smithy
//   model/shapegate/tags.smithy model/shapegate/token.smithy model/shapegate/vpc.smithy
import {
  type OperationGate,
  ShapeBuilder,
  type Verdict,
  buildData,
  fillIn,
  joinArn,
  joinS3Uri,
  withMember,
} from '@shapegate/validator/runtime';
import type {
  CreateModelImportJobRequest,
  DeleteImportedModelRequest,
  GetImportedModelRequest,
  GetModelImportJobRequest,
  ListImportedModelsRequest,
  ListModelImportJobsRequest,
  ModelDataSource,
  ModelImportJobStatus,
  S3DataSource,
  SecurityGroupIds,
  SortJobsBy,
  SortModelsBy,
  SortOrder,
  SubnetIds,
  Tag,
  VpcConfig,
} from './types.js';

/**
 * Starts a job that copies the weights of a model from Amazon S3 into Bedrock. The job runs for minutes to hours and
 * can be neither stopped nor deleted; its name is used up even when it fails. One job at a time runs in an account and
 * Region.
 */
export function createModelImportJob(): CreateModelImportJobBuilder {
  return new CreateModelImportJobBuilder();
}

/**
 * Deletes an imported model, and with it the cost of storing it. It cannot be brought back; the job that made it stays
 * in the list of jobs.
 */
export function deleteImportedModel(): DeleteImportedModelBuilder {
  return new DeleteImportedModelBuilder();
}

/** Describes a model that was imported. */
export function getImportedModel(): GetImportedModelBuilder {
  return new GetImportedModelBuilder();
}

/** Tells how a job stands, with what it was given. */
export function getModelImportJob(): GetModelImportJobBuilder {
  return new GetModelImportJobBuilder();
}

/** Lists the imported models of the account in this Region, a page at a time. */
export function listImportedModels(): ListImportedModelsBuilder {
  return new ListImportedModelsBuilder();
}

/** Lists the import jobs of the account in this Region, a page at a time. */
export function listModelImportJobs(): ListModelImportJobsBuilder {
  return new ListModelImportJobsBuilder();
}

/** Puts the ARN together from its parts; the partition is `aws` where none is given. The gate checks it. */
export function roleArn(parts: { readonly account: string; readonly name: string; readonly path?: string; readonly partition?: string }): string {
  return joinArn('iam', 'role', parts);
}

/** Puts the URI together from bucket and key. The gate checks it. */
export function s3Uri(parts: { readonly bucket: string; readonly key?: string }): string {
  return joinS3Uri(parts);
}

/** Builds the input of CreateModelImportJob. */
export class CreateModelImportJobBuilder<Missing extends string = 'importedModelName' | 'jobName' | 'modelDataSource' | 'roleArn'> extends ShapeBuilder<Missing> {
  /**
   * A token of the caller's choice. A second request with the same token is answered with the first one's job and
   * starts none, whatever else it says. No SDK fills it by itself.
   */
  clientRequestToken(value: string): CreateModelImportJobBuilder<Missing> {
    return new CreateModelImportJobBuilder<Missing>(withMember(this, 'clientRequestToken', value));
  }

  /**
   * The key with which the model is encrypted at rest. Without it a key of the service's own is used, and that
   * cannot be changed later.
   */
  importedModelKmsKeyId(value: string): CreateModelImportJobBuilder<Missing> {
    return new CreateModelImportJobBuilder<Missing>(withMember(this, 'importedModelKmsKeyId', value));
  }

  /** The name under which the model will be listed and called. Other characters are legal here than in `jobName`. */
  importedModelName(value: string): CreateModelImportJobBuilder<Exclude<Missing, 'importedModelName'>> {
    return new CreateModelImportJobBuilder<Exclude<Missing, 'importedModelName'>>(withMember(this, 'importedModelName', value));
  }

  /** Tags of the model that the job makes. */
  importedModelTags(value: readonly (Tag | ((build: TagBuilder) => TagBuilder<never>))[]): CreateModelImportJobBuilder<Missing> {
    return new CreateModelImportJobBuilder<Missing>(withMember(this, 'importedModelTags', fillIn(value, 1, () => new TagBuilder())));
  }

  /** The job's name. It has to be new in the account and Region: a job that failed keeps its name too. */
  jobName(value: string): CreateModelImportJobBuilder<Exclude<Missing, 'jobName'>> {
    return new CreateModelImportJobBuilder<Exclude<Missing, 'jobName'>>(withMember(this, 'jobName', value));
  }

  /** Tags of the job alone. What is billed is the model, so tags for cost belong in `importedModelTags` as well. */
  jobTags(value: readonly (Tag | ((build: TagBuilder) => TagBuilder<never>))[]): CreateModelImportJobBuilder<Missing> {
    return new CreateModelImportJobBuilder<Missing>(withMember(this, 'jobTags', fillIn(value, 1, () => new TagBuilder())));
  }

  /** Where the weights lie. */
  modelDataSource(value: ModelDataSource | ((build: ModelDataSourceBuilder) => ModelDataSourceBuilder<never>)): CreateModelImportJobBuilder<Exclude<Missing, 'modelDataSource'>> {
    return new CreateModelImportJobBuilder<Exclude<Missing, 'modelDataSource'>>(withMember(this, 'modelDataSource', fillIn(value, 0, () => new ModelDataSourceBuilder())));
  }

  /** The role that Bedrock takes on to read the bucket, and to reach into the VPC where there is one. */
  roleArn(value: string): CreateModelImportJobBuilder<Exclude<Missing, 'roleArn'>> {
    return new CreateModelImportJobBuilder<Exclude<Missing, 'roleArn'>>(withMember(this, 'roleArn', value));
  }

  /** Reads the bucket from within a VPC of yours. */
  vpcConfig(value: VpcConfig | ((build: VpcConfigBuilder) => VpcConfigBuilder<never>)): CreateModelImportJobBuilder<Missing> {
    return new CreateModelImportJobBuilder<Missing>(withMember(this, 'vpcConfig', fillIn(value, 0, () => new VpcConfigBuilder())));
  }

  /** The plain data; compiles only when nothing required is missing. */
  build(this: CreateModelImportJobBuilder<never>): CreateModelImportJobRequest {
    return buildData<CreateModelImportJobRequest>(this);
  }

  /** Builds the request and asks the gate. */
  check(this: CreateModelImportJobBuilder<never>, gate: OperationGate<'CreateModelImportJob', CreateModelImportJobRequest>): Verdict<CreateModelImportJobRequest, 'CreateModelImportJob'> {
    return gate.check('CreateModelImportJob', this.build());
  }
}

/** Builds the input of DeleteImportedModel. */
export class DeleteImportedModelBuilder<Missing extends string = 'modelIdentifier'> extends ShapeBuilder<Missing> {
  /** The model's name or its ARN. */
  modelIdentifier(value: string): DeleteImportedModelBuilder<Exclude<Missing, 'modelIdentifier'>> {
    return new DeleteImportedModelBuilder<Exclude<Missing, 'modelIdentifier'>>(withMember(this, 'modelIdentifier', value));
  }

  /** The plain data; compiles only when nothing required is missing. */
  build(this: DeleteImportedModelBuilder<never>): DeleteImportedModelRequest {
    return buildData<DeleteImportedModelRequest>(this);
  }

  /** Builds the request and asks the gate. */
  check(this: DeleteImportedModelBuilder<never>, gate: OperationGate<'DeleteImportedModel', DeleteImportedModelRequest>): Verdict<DeleteImportedModelRequest, 'DeleteImportedModel'> {
    return gate.check('DeleteImportedModel', this.build());
  }
}

/** Builds the input of GetImportedModel. */
export class GetImportedModelBuilder<Missing extends string = 'modelIdentifier'> extends ShapeBuilder<Missing> {
  /** The model's name or its ARN. */
  modelIdentifier(value: string): GetImportedModelBuilder<Exclude<Missing, 'modelIdentifier'>> {
    return new GetImportedModelBuilder<Exclude<Missing, 'modelIdentifier'>>(withMember(this, 'modelIdentifier', value));
  }

  /** The plain data; compiles only when nothing required is missing. */
  build(this: GetImportedModelBuilder<never>): GetImportedModelRequest {
    return buildData<GetImportedModelRequest>(this);
  }

  /** Builds the request and asks the gate. */
  check(this: GetImportedModelBuilder<never>, gate: OperationGate<'GetImportedModel', GetImportedModelRequest>): Verdict<GetImportedModelRequest, 'GetImportedModel'> {
    return gate.check('GetImportedModel', this.build());
  }
}

/** Builds the input of GetModelImportJob. */
export class GetModelImportJobBuilder<Missing extends string = 'jobIdentifier'> extends ShapeBuilder<Missing> {
  /** The job's name or its ARN. */
  jobIdentifier(value: string): GetModelImportJobBuilder<Exclude<Missing, 'jobIdentifier'>> {
    return new GetModelImportJobBuilder<Exclude<Missing, 'jobIdentifier'>>(withMember(this, 'jobIdentifier', value));
  }

  /** The plain data; compiles only when nothing required is missing. */
  build(this: GetModelImportJobBuilder<never>): GetModelImportJobRequest {
    return buildData<GetModelImportJobRequest>(this);
  }

  /** Builds the request and asks the gate. */
  check(this: GetModelImportJobBuilder<never>, gate: OperationGate<'GetModelImportJob', GetModelImportJobRequest>): Verdict<GetModelImportJobRequest, 'GetModelImportJob'> {
    return gate.check('GetModelImportJob', this.build());
  }
}

/** Builds the input of ListImportedModels. */
export class ListImportedModelsBuilder<Missing extends string = never> extends ShapeBuilder<Missing> {
  /** Only models that came to be after this moment. */
  creationTimeAfter(value: string): ListImportedModelsBuilder<Missing> {
    return new ListImportedModelsBuilder<Missing>(withMember(this, 'creationTimeAfter', value));
  }

  /** Only models that came to be before this moment. */
  creationTimeBefore(value: string): ListImportedModelsBuilder<Missing> {
    return new ListImportedModelsBuilder<Missing>(withMember(this, 'creationTimeBefore', value));
  }

  /** At most this many models in one answer. */
  maxResults(value: number): ListImportedModelsBuilder<Missing> {
    return new ListImportedModelsBuilder<Missing>(withMember(this, 'maxResults', value));
  }

  /** Only models with this text in their name. */
  nameContains(value: string): ListImportedModelsBuilder<Missing> {
    return new ListImportedModelsBuilder<Missing>(withMember(this, 'nameContains', value));
  }

  /** The token of the previous answer, to have the page after it. */
  nextToken(value: string): ListImportedModelsBuilder<Missing> {
    return new ListImportedModelsBuilder<Missing>(withMember(this, 'nextToken', value));
  }

  /** By what to sort. */
  sortBy(value: SortModelsBy): ListImportedModelsBuilder<Missing> {
    return new ListImportedModelsBuilder<Missing>(withMember(this, 'sortBy', value));
  }

  /** In which direction to sort. */
  sortOrder(value: SortOrder): ListImportedModelsBuilder<Missing> {
    return new ListImportedModelsBuilder<Missing>(withMember(this, 'sortOrder', value));
  }

  /** The plain data; compiles only when nothing required is missing. */
  build(this: ListImportedModelsBuilder<never>): ListImportedModelsRequest {
    return buildData<ListImportedModelsRequest>(this);
  }

  /** Builds the request and asks the gate. */
  check(this: ListImportedModelsBuilder<never>, gate: OperationGate<'ListImportedModels', ListImportedModelsRequest>): Verdict<ListImportedModelsRequest, 'ListImportedModels'> {
    return gate.check('ListImportedModels', this.build());
  }
}

/** Builds the input of ListModelImportJobs. */
export class ListModelImportJobsBuilder<Missing extends string = never> extends ShapeBuilder<Missing> {
  /** Only jobs accepted after this moment. */
  creationTimeAfter(value: string): ListModelImportJobsBuilder<Missing> {
    return new ListModelImportJobsBuilder<Missing>(withMember(this, 'creationTimeAfter', value));
  }

  /** Only jobs accepted before this moment. */
  creationTimeBefore(value: string): ListModelImportJobsBuilder<Missing> {
    return new ListModelImportJobsBuilder<Missing>(withMember(this, 'creationTimeBefore', value));
  }

  /** At most this many jobs in one answer. */
  maxResults(value: number): ListModelImportJobsBuilder<Missing> {
    return new ListModelImportJobsBuilder<Missing>(withMember(this, 'maxResults', value));
  }

  /** Only jobs with this text in their name. */
  nameContains(value: string): ListModelImportJobsBuilder<Missing> {
    return new ListModelImportJobsBuilder<Missing>(withMember(this, 'nameContains', value));
  }

  /** The token of the previous answer, to have the page after it. */
  nextToken(value: string): ListModelImportJobsBuilder<Missing> {
    return new ListModelImportJobsBuilder<Missing>(withMember(this, 'nextToken', value));
  }

  /** By what to sort. */
  sortBy(value: SortJobsBy): ListModelImportJobsBuilder<Missing> {
    return new ListModelImportJobsBuilder<Missing>(withMember(this, 'sortBy', value));
  }

  /** In which direction to sort. */
  sortOrder(value: SortOrder): ListModelImportJobsBuilder<Missing> {
    return new ListModelImportJobsBuilder<Missing>(withMember(this, 'sortOrder', value));
  }

  /** Only jobs that stand so. */
  statusEquals(value: ModelImportJobStatus): ListModelImportJobsBuilder<Missing> {
    return new ListModelImportJobsBuilder<Missing>(withMember(this, 'statusEquals', value));
  }

  /** The plain data; compiles only when nothing required is missing. */
  build(this: ListModelImportJobsBuilder<never>): ListModelImportJobsRequest {
    return buildData<ListModelImportJobsRequest>(this);
  }

  /** Builds the request and asks the gate. */
  check(this: ListModelImportJobsBuilder<never>, gate: OperationGate<'ListModelImportJobs', ListModelImportJobsRequest>): Verdict<ListModelImportJobsRequest, 'ListModelImportJobs'> {
    return gate.check('ListModelImportJobs', this.build());
  }
}

/** Builds `ModelDataSource`. */
export class ModelDataSourceBuilder<Missing extends string = 's3DataSource'> extends ShapeBuilder<Missing> {
  /** In a bucket of Amazon S3. */
  s3DataSource(value: S3DataSource | ((build: S3DataSourceBuilder) => S3DataSourceBuilder<never>)): ModelDataSourceBuilder<never> {
    return new ModelDataSourceBuilder<never>(withMember(new ModelDataSourceBuilder(), 's3DataSource', fillIn(value, 0, () => new S3DataSourceBuilder())));
  }

  /** The plain data; compiles only when nothing required is missing. */
  build(this: ModelDataSourceBuilder<never>): ModelDataSource {
    return buildData<ModelDataSource>(this);
  }
}

/** Builds `S3DataSource`. */
export class S3DataSourceBuilder<Missing extends string = 's3Uri'> extends ShapeBuilder<Missing> {
  /**
   * The folder that holds `config.json`, the tokenizer and the `.safetensors` files themselves, not an archive of
   * them.
   */
  s3Uri(value: string): S3DataSourceBuilder<Exclude<Missing, 's3Uri'>> {
    return new S3DataSourceBuilder<Exclude<Missing, 's3Uri'>>(withMember(this, 's3Uri', value));
  }

  /** The plain data; compiles only when nothing required is missing. */
  build(this: S3DataSourceBuilder<never>): S3DataSource {
    return buildData<S3DataSource>(this);
  }
}

/** Builds `Tag`. */
export class TagBuilder<Missing extends string = 'key' | 'value'> extends ShapeBuilder<Missing> {
  /** The label's name. Case counts, and a resource bears each name once. */
  key(value: string): TagBuilder<Exclude<Missing, 'key'>> {
    return new TagBuilder<Exclude<Missing, 'key'>>(withMember(this, 'key', value));
  }

  /** The label's value; it may be empty. */
  value(value: string): TagBuilder<Exclude<Missing, 'value'>> {
    return new TagBuilder<Exclude<Missing, 'value'>>(withMember(this, 'value', value));
  }

  /** The plain data; compiles only when nothing required is missing. */
  build(this: TagBuilder<never>): Tag {
    return buildData<Tag>(this);
  }
}

/** Builds `VpcConfig`. */
export class VpcConfigBuilder<Missing extends string = 'securityGroupIds' | 'subnetIds'> extends ShapeBuilder<Missing> {
  /** The security groups that the network interfaces belong to. */
  securityGroupIds(value: SecurityGroupIds): VpcConfigBuilder<Exclude<Missing, 'securityGroupIds'>> {
    return new VpcConfigBuilder<Exclude<Missing, 'securityGroupIds'>>(withMember(this, 'securityGroupIds', value));
  }

  /** The subnets, at best one in each Availability Zone. */
  subnetIds(value: SubnetIds): VpcConfigBuilder<Exclude<Missing, 'subnetIds'>> {
    return new VpcConfigBuilder<Exclude<Missing, 'subnetIds'>>(withMember(this, 'subnetIds', value));
  }

  /** The plain data; compiles only when nothing required is missing. */
  build(this: VpcConfigBuilder<never>): VpcConfig {
    return buildData<VpcConfig>(this);
  }
}
