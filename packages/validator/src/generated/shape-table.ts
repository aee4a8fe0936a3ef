// Made by Shapegate (emitter: shape table). Do not edit: change the model and generate again.
// From model/bedrock/access.smithy model/bedrock/data-source.smithy model/bedrock/endpoint.smithy
//   model/bedrock/error.smithy model/bedrock/import.policy.smithy model/bedrock/imported-model.smithy
//   model/bedrock/list-page.smithy model/bedrock/model-import-job.smithy model/bedrock/service.smithy
//   model/bedrock/tag.smithy model/bedrock/vpc-config.smithy model/shapegate/arn.smithy
//   model/shapegate/character-class.smithy model/shapegate/kms.smithy model/shapegate/member-hints.smithy
//   model/shapegate/name.smithy model/shapegate/operation.smithy model/shapegate/s3.smithy
//   model/shapegate/tags.smithy model/shapegate/token.smithy model/shapegate/vpc.smithy
import type { ShapeTable } from '@shapegate/validator/runtime';

/** What rules, policies, gate and emulator know of the API. */
export const table: ShapeTable = {
  service: {
    id: 'com.amazonaws.bedrock#AmazonBedrockControlPlaneService',
    version: '2023-04-20',
    title: 'Amazon Bedrock',
    sdkId: 'Bedrock',
    endpointPrefix: 'bedrock',
    signingName: 'bedrock',
    protocol: 'aws.protocols#restJson1',
    defaultOperation: 'CreateModelImportJob',
    traits: {},
  },
  operations: {
    CreateModelImportJob: {
      http: { method: 'POST', uri: '/model-import-jobs', code: 201 },
      input: 'CreateModelImportJobRequest',
      output: 'CreateModelImportJobResponse',
      errors: [
        'AccessDeniedException',
        'ConflictException',
        'InternalServerException',
        'ResourceNotFoundException',
        'ServiceQuotaExceededException',
        'ThrottlingException',
        'TooManyTagsException',
        'ValidationException',
      ],
      traits: {
        'shapegate#availableRegions': { regions: ['us-east-1', 'us-east-2', 'us-west-2', 'eu-central-1'], asOf: '2026-09-17' },
        'shapegate#defaultOperation': {},
        idempotent: {},
      },
    },
    DeleteImportedModel: {
      http: { method: 'DELETE', uri: '/imported-models/{modelIdentifier}', code: 200 },
      input: 'DeleteImportedModelRequest',
      output: 'DeleteImportedModelResponse',
      errors: [
        'AccessDeniedException',
        'ConflictException',
        'InternalServerException',
        'ResourceNotFoundException',
        'ThrottlingException',
        'ValidationException',
      ],
      traits: { idempotent: {} },
    },
    GetImportedModel: {
      http: { method: 'GET', uri: '/imported-models/{modelIdentifier}', code: 200 },
      input: 'GetImportedModelRequest',
      output: 'GetImportedModelResponse',
      errors: [
        'AccessDeniedException',
        'InternalServerException',
        'ResourceNotFoundException',
        'ThrottlingException',
        'ValidationException',
      ],
      traits: { readonly: {} },
    },
    GetModelImportJob: {
      http: { method: 'GET', uri: '/model-import-jobs/{jobIdentifier}', code: 200 },
      input: 'GetModelImportJobRequest',
      output: 'GetModelImportJobResponse',
      errors: [
        'AccessDeniedException',
        'InternalServerException',
        'ResourceNotFoundException',
        'ThrottlingException',
        'ValidationException',
      ],
      traits: { readonly: {} },
    },
    ListImportedModels: {
      http: { method: 'GET', uri: '/imported-models', code: 200 },
      input: 'ListImportedModelsRequest',
      output: 'ListImportedModelsResponse',
      errors: [
        'AccessDeniedException',
        'InternalServerException',
        'ThrottlingException',
        'ValidationException',
      ],
      traits: {
        paginated: {
          inputToken: 'nextToken',
          outputToken: 'nextToken',
          pageSize: 'maxResults',
          items: 'modelSummaries',
        },
        readonly: {},
      },
    },
    ListModelImportJobs: {
      http: { method: 'GET', uri: '/model-import-jobs', code: 200 },
      input: 'ListModelImportJobsRequest',
      output: 'ListModelImportJobsResponse',
      errors: [
        'AccessDeniedException',
        'InternalServerException',
        'ThrottlingException',
        'ValidationException',
      ],
      traits: {
        paginated: {
          inputToken: 'nextToken',
          outputToken: 'nextToken',
          pageSize: 'maxResults',
          items: 'modelImportJobSummaries',
        },
        readonly: {},
      },
    },
  },
  shapes: {
    AccessDeniedException: {
      type: 'structure',
      members: { message: { target: 'NonBlankString' } },
      traits: { error: 'client', httpError: 403 },
    },
    ConflictException: {
      type: 'structure',
      members: { message: { target: 'NonBlankString' } },
      traits: { error: 'client', httpError: 400 },
    },
    CreateModelImportJobRequest: {
      type: 'structure',
      members: {
        clientRequestToken: { target: 'IdempotencyToken', traits: { 'shapegate#contentToken': {} } },
        importedModelKmsKeyId: { target: 'KmsKeyId' },
        importedModelName: {
          target: 'ImportedModelName',
          required: true,
          traits: {
            'shapegate#nameAlphabet': { characters: 'a-zA-Z0-9_-', first: 'a-zA-Z0-9', single: '_-', replacement: '-' },
            'shapegate#uniqueName': { quota: 3 },
          },
        },
        importedModelTags: { target: 'TagList' },
        jobName: {
          target: 'JobName',
          required: true,
          traits: {
            'shapegate#nameAlphabet': { characters: 'a-zA-Z0-9+.-', first: 'a-zA-Z0-9', replacement: '-' },
            'shapegate#singleUseName': {},
          },
        },
        jobTags: { target: 'TagList' },
        modelDataSource: { target: 'ModelDataSource', required: true },
        roleArn: { target: 'RoleArn', required: true },
        vpcConfig: { target: 'VpcConfig' },
      },
      traits: {
        'shapegate#memberHints': {
          tags: { use: ['jobTags', 'importedModelTags'], from: 'CreateProvisionedModelThroughput' },
          modelTags: { use: ['importedModelTags'], from: 'CreateCustomModel' },
          customModelTags: { use: ['importedModelTags'], from: 'CreateModelCustomizationJob' },
          targetModelTags: { use: ['importedModelTags'], from: 'CreateModelCopyJob' },
          modelName: { use: ['importedModelName'], from: 'CreateCustomModel' },
          customModelName: { use: ['importedModelName'], from: 'CreateModelCustomizationJob' },
          targetModelName: { use: ['importedModelName'], from: 'CreateModelCopyJob' },
          customModelKmsKeyId: { use: ['importedModelKmsKeyId'], from: 'CreateModelCustomizationJob' },
          customerEncryptionKeyId: { use: ['importedModelKmsKeyId'], from: 'CreateEvaluationJob' },
          modelKmsKeyArn: { use: ['importedModelKmsKeyId'], from: 'CreateCustomModel' },
          modelKmsKeyId: { use: ['importedModelKmsKeyId'], from: 'CreateModelCopyJob' },
          kmsKeyId: { use: ['importedModelKmsKeyId'], from: 'CreateGuardrail' },
          modelSourceConfig: { use: ['modelDataSource'], from: 'CreateCustomModel' },
          customModelDataSource: { use: ['modelDataSource'], from: 'CreateCustomModel' },
          trainingDataConfig: { use: ['modelDataSource'], from: 'CreateModelCustomizationJob' },
          baseModelIdentifier: { use: ['modelDataSource'], from: 'CreateModelCustomizationJob' },
          clientToken: { use: ['clientRequestToken'], from: 'CreateAdvancedPromptOptimizationJob' },
        },
      },
    },
    CreateModelImportJobResponse: { type: 'structure', members: { jobArn: { target: 'ModelImportJobArn', required: true } } },
    CustomModelUnits: {
      type: 'structure',
      members: {
        customModelUnitsPerModelCopy: { target: 'Integer' },
        customModelUnitsVersion: { target: 'CustomModelUnitsVersion' },
      },
    },
    CustomModelUnitsVersion: {
      type: 'string',
      traits: {
        pattern: {
          pattern: '^v\\d+.\\d+$',
          regexp: '^v(?:[0-9]{3,}|[0-9]+[^\\n\\r0-9\\u2028\\u2029][0-9]+)$',
        },
      },
    },
    DeleteImportedModelRequest: {
      type: 'structure',
      members: {
        modelIdentifier: { target: 'ImportedModelIdentifier', required: true, traits: { httpLabel: {} } },
      },
    },
    DeleteImportedModelResponse: { type: 'structure', members: {} },
    ErrorMessage: { type: 'string', traits: { length: { max: 2048 } } },
    GetImportedModelRequest: {
      type: 'structure',
      members: {
        modelIdentifier: { target: 'ImportedModelIdentifier', required: true, traits: { httpLabel: {} } },
      },
    },
    GetImportedModelResponse: {
      type: 'structure',
      members: {
        creationTime: { target: 'Timestamp' },
        customModelUnits: { target: 'CustomModelUnits' },
        instructSupported: { target: 'InstructSupported' },
        jobArn: { target: 'ModelImportJobArn' },
        jobName: { target: 'JobName' },
        modelArchitecture: { target: 'String' },
        modelArn: { target: 'ImportedModelArn' },
        modelDataSource: { target: 'ModelDataSource' },
        modelKmsKeyArn: { target: 'KmsKeyArn' },
        modelName: { target: 'ImportedModelName' },
      },
    },
    GetModelImportJobRequest: {
      type: 'structure',
      members: {
        jobIdentifier: { target: 'ModelImportJobIdentifier', required: true, traits: { httpLabel: {} } },
      },
    },
    GetModelImportJobResponse: {
      type: 'structure',
      members: {
        creationTime: { target: 'Timestamp' },
        endTime: { target: 'Timestamp' },
        failureMessage: { target: 'ErrorMessage' },
        importedModelArn: { target: 'ImportedModelArn' },
        importedModelKmsKeyArn: { target: 'KmsKeyArn' },
        importedModelName: { target: 'ImportedModelName' },
        jobArn: { target: 'ModelImportJobArn' },
        jobName: { target: 'JobName' },
        lastModifiedTime: { target: 'Timestamp' },
        modelDataSource: { target: 'ModelDataSource' },
        roleArn: { target: 'RoleArn' },
        status: { target: 'ModelImportJobStatus' },
        vpcConfig: { target: 'VpcConfig' },
      },
    },
    IdempotencyToken: {
      type: 'string',
      traits: {
        length: { min: 1, max: 256 },
        pattern: {
          pattern: '^[a-zA-Z0-9]([-a-zA-Z0-9]{0,254}[a-zA-Z0-9])?$',
          regexp: '^[a-zA-Z0-9]([-a-zA-Z0-9]{0,254}[a-zA-Z0-9])?$',
        },
      },
    },
    ImportedModelArn: {
      type: 'string',
      traits: {
        length: { min: 20, max: 1011 },
        pattern: {
          pattern: '^arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:imported-model/[a-z0-9]{12}$',
          regexp: '^arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:imported-model/[a-z0-9]{12}$',
        },
      },
    },
    ImportedModelIdentifier: {
      type: 'string',
      traits: {
        length: { min: 1, max: 1011 },
        pattern: {
          pattern: '^(?:(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:imported-model/[a-z0-9]{12})|(([0-9a-zA-Z][_-]?)+))$',
          regexp: '^(?:(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:imported-model/[a-z0-9]{12})|(([0-9a-zA-Z][_-]?)+))$',
        },
      },
    },
    ImportedModelName: {
      type: 'string',
      traits: {
        length: { min: 1, max: 63 },
        pattern: { pattern: '^([0-9a-zA-Z][_-]?)+$', regexp: '^([0-9a-zA-Z][_-]?)+$' },
      },
    },
    ImportedModelSummary: {
      type: 'structure',
      members: {
        creationTime: { target: 'Timestamp', required: true },
        instructSupported: { target: 'InstructSupported' },
        modelArchitecture: { target: 'ModelArchitecture' },
        modelArn: { target: 'ImportedModelArn', required: true },
        modelName: { target: 'ImportedModelName', required: true },
      },
    },
    ImportedModelSummaryList: { type: 'list', member: { target: 'ImportedModelSummary' } },
    InstructSupported: { type: 'boolean' },
    Integer: { type: 'integer' },
    InternalServerException: {
      type: 'structure',
      members: { message: { target: 'NonBlankString' } },
      traits: { error: 'server', httpError: 500 },
    },
    JobName: {
      type: 'string',
      traits: {
        length: { min: 1, max: 63 },
        pattern: {
          pattern: '^[a-zA-Z0-9](-*[a-zA-Z0-9\\+\\-\\.])*$',
          regexp: '^[0-9A-Za-z][+\\-.0-9A-Za-z]*$',
        },
      },
    },
    KmsKeyArn: {
      type: 'string',
      traits: {
        length: { min: 1, max: 2048 },
        pattern: {
          pattern: '^arn:aws(-[^:]+)?:kms:[a-zA-Z0-9-]*:[0-9]{12}:key/[a-zA-Z0-9-]{36}$',
          regexp: '^arn:aws(-[^:]+)?:kms:[a-zA-Z0-9-]*:[0-9]{12}:key/[a-zA-Z0-9-]{36}$',
        },
      },
    },
    KmsKeyId: {
      type: 'string',
      traits: {
        'shapegate#kmsKeyId': { forms: ['keyId', 'keyArn', 'aliasArn', 'aliasName'], sendersAccount: false },
        length: { min: 1, max: 2048 },
        pattern: {
          pattern: '^(?:(arn:aws(-[^:]+)?:kms:[a-zA-Z0-9-]*:[0-9]{12}:((key/[a-zA-Z0-9-]{36})|(alias/[a-zA-Z0-9-_/]+)))|([a-zA-Z0-9-]{36})|(alias/[a-zA-Z0-9-_/]+))$',
          regexp: '^(?:(arn:aws(-[^:]+)?:kms:[a-zA-Z0-9-]*:[0-9]{12}:((key/[a-zA-Z0-9-]{36})|(alias/[a-zA-Z0-9-_/]+)))|([a-zA-Z0-9-]{36})|(alias/[a-zA-Z0-9-_/]+))$',
        },
      },
    },
    ListImportedModelsRequest: {
      type: 'structure',
      members: {
        creationTimeAfter: { target: 'Timestamp', traits: { httpQuery: 'creationTimeAfter' } },
        creationTimeBefore: { target: 'Timestamp', traits: { httpQuery: 'creationTimeBefore' } },
        maxResults: { target: 'MaxResults', traits: { httpQuery: 'maxResults' } },
        nameContains: { target: 'ImportedModelName', traits: { httpQuery: 'nameContains' } },
        nextToken: { target: 'PaginationToken', traits: { httpQuery: 'nextToken' } },
        sortBy: { target: 'SortModelsBy', traits: { httpQuery: 'sortBy' } },
        sortOrder: { target: 'SortOrder', traits: { httpQuery: 'sortOrder' } },
      },
    },
    ListImportedModelsResponse: {
      type: 'structure',
      members: {
        modelSummaries: { target: 'ImportedModelSummaryList' },
        nextToken: { target: 'PaginationToken' },
      },
    },
    ListModelImportJobsRequest: {
      type: 'structure',
      members: {
        creationTimeAfter: { target: 'Timestamp', traits: { httpQuery: 'creationTimeAfter' } },
        creationTimeBefore: { target: 'Timestamp', traits: { httpQuery: 'creationTimeBefore' } },
        maxResults: { target: 'MaxResults', traits: { httpQuery: 'maxResults' } },
        nameContains: { target: 'JobName', traits: { httpQuery: 'nameContains' } },
        nextToken: { target: 'PaginationToken', traits: { httpQuery: 'nextToken' } },
        sortBy: { target: 'SortJobsBy', traits: { httpQuery: 'sortBy' } },
        sortOrder: { target: 'SortOrder', traits: { httpQuery: 'sortOrder' } },
        statusEquals: { target: 'ModelImportJobStatus', traits: { httpQuery: 'statusEquals' } },
      },
    },
    ListModelImportJobsResponse: {
      type: 'structure',
      members: {
        modelImportJobSummaries: { target: 'ModelImportJobSummaries' },
        nextToken: { target: 'PaginationToken' },
      },
    },
    MaxResults: { type: 'integer', traits: { range: { min: 1, max: 1000 } } },
    ModelArchitecture: { type: 'string' },
    ModelDataSource: { type: 'union', members: { s3DataSource: { target: 'S3DataSource' } } },
    ModelImportJobArn: {
      type: 'string',
      traits: {
        length: { max: 1011 },
        pattern: {
          pattern: '^arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:model-import-job/[a-z0-9]{12}$',
          regexp: '^arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:model-import-job/[a-z0-9]{12}$',
        },
      },
    },
    ModelImportJobIdentifier: {
      type: 'string',
      traits: {
        length: { max: 1011 },
        pattern: {
          pattern: '^(?:(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:model-import-job/[a-z0-9]{12})|([a-zA-Z0-9](-*[a-zA-Z0-9\\+\\-\\.])*))$',
          regexp: '^(?:arn:aws(?:-[^:]+)?:bedrock:[-0-9a-z]{1,20}:[0-9]{12}:model-import-job/[0-9a-z]{12}|[0-9A-Za-z][+\\-.0-9A-Za-z]*)$',
        },
      },
    },
    ModelImportJobStatus: { type: 'enum', values: ['Completed', 'Failed', 'InProgress'] },
    ModelImportJobSummaries: { type: 'list', member: { target: 'ModelImportJobSummary' } },
    ModelImportJobSummary: {
      type: 'structure',
      members: {
        creationTime: { target: 'Timestamp', required: true },
        endTime: { target: 'Timestamp' },
        importedModelArn: { target: 'ImportedModelArn' },
        importedModelName: { target: 'ImportedModelName' },
        jobArn: { target: 'ModelImportJobArn', required: true },
        jobName: { target: 'JobName', required: true },
        lastModifiedTime: { target: 'Timestamp' },
        status: { target: 'ModelImportJobStatus', required: true },
      },
    },
    NonBlankString: { type: 'string', traits: { pattern: { pattern: '^[\\s\\S]*$', regexp: '^[\\s\\S]*$' } } },
    PaginationToken: {
      type: 'string',
      traits: { length: { min: 1, max: 2048 }, pattern: { pattern: '^\\S*$', regexp: '^\\S*$' } },
    },
    ResourceNotFoundException: {
      type: 'structure',
      members: { message: { target: 'NonBlankString' } },
      traits: { error: 'client', httpError: 404 },
    },
    RoleArn: {
      type: 'string',
      traits: {
        'shapegate#arn': {
          service: 'iam',
          resourceType: 'role',
          name: { characters: 'a-zA-Z0-9_+=,.@-', maxLength: 64 },
          path: { maxLength: 512 },
          reservedPaths: ['aws-service-role/', 'aws-reserved/'],
          sendersAccount: true,
        },
        length: { max: 2048 },
        pattern: {
          pattern: '^arn:aws(-[^:]+)?:iam::([0-9]{12})?:role/.+$',
          regexp: '^arn:aws(-[^:]+)?:iam::([0-9]{12})?:role/.+$',
        },
      },
    },
    S3DataSource: { type: 'structure', members: { s3Uri: { target: 'S3Uri', required: true } } },
    S3Uri: {
      type: 'string',
      traits: {
        'shapegate#s3Uri': { keyCharacters: '-!_*\'().a-z0-9A-Z', folderOf: 'config.json' },
        length: { min: 1, max: 1024 },
        pattern: {
          pattern: '^s3://[a-z0-9][-.a-z0-9]{1,61}[a-z0-9](?:/[-!_*\'().a-z0-9A-Z]+(?:/[-!_*\'().a-z0-9A-Z]+)*)?/?$',
          regexp: '^s3://[a-z0-9][-.a-z0-9]{1,61}[a-z0-9](?:/[-!_*\'().a-z0-9A-Z]+(?:/[-!_*\'().a-z0-9A-Z]+)*)?/?$',
        },
      },
    },
    SecurityGroupId: {
      type: 'string',
      traits: {
        'shapegate#resourceId': { prefix: 'sg' },
        length: { max: 32 },
        pattern: { pattern: '^[-0-9a-zA-Z]+$', regexp: '^[-0-9a-zA-Z]+$' },
      },
    },
    SecurityGroupIds: {
      type: 'list',
      member: { target: 'SecurityGroupId' },
      traits: { 'shapegate#resourceIds': { prefix: 'sg' }, length: { min: 1, max: 5 } },
    },
    ServiceQuotaExceededException: {
      type: 'structure',
      members: { message: { target: 'NonBlankString' } },
      traits: { error: 'client', httpError: 400 },
    },
    SortJobsBy: { type: 'enum', values: ['CreationTime'] },
    SortModelsBy: { type: 'enum', values: ['CreationTime'] },
    SortOrder: { type: 'enum', values: ['Ascending', 'Descending'] },
    String: { type: 'string' },
    SubnetId: {
      type: 'string',
      traits: {
        'shapegate#resourceId': { prefix: 'subnet' },
        length: { max: 32 },
        pattern: { pattern: '^[-0-9a-zA-Z]+$', regexp: '^[-0-9a-zA-Z]+$' },
      },
    },
    SubnetIds: {
      type: 'list',
      member: { target: 'SubnetId' },
      traits: {
        'shapegate#resourceIds': { prefix: 'subnet' },
        'shapegate#subnetIds': {},
        length: { min: 1, max: 16 },
      },
    },
    Tag: {
      type: 'structure',
      members: { key: { target: 'TagKey', required: true }, value: { target: 'TagValue', required: true } },
    },
    TagKey: {
      type: 'string',
      traits: {
        length: { min: 1, max: 128 },
        pattern: { pattern: '^[a-zA-Z0-9\\s._:/=+@-]*$', regexp: '^[a-zA-Z0-9\\s._:/=+@-]*$' },
      },
    },
    TagList: {
      type: 'list',
      member: { target: 'Tag' },
      traits: {
        'shapegate#tags': {
          limit: 50,
          key: 'key',
          value: 'value',
          characters: 'a-zA-Z0-9\\s._:/=+@-',
          reservedPrefixes: ['aws:'],
        },
        length: { min: 0, max: 200 },
      },
    },
    TagValue: {
      type: 'string',
      traits: {
        length: { min: 0, max: 256 },
        pattern: { pattern: '^[a-zA-Z0-9\\s._:/=+@-]*$', regexp: '^[a-zA-Z0-9\\s._:/=+@-]*$' },
      },
    },
    TaggableResourcesArn: {
      type: 'string',
      traits: {
        length: { min: 20, max: 1011 },
        pattern: {
          pattern: '(^[a-zA-Z0-9][a-zA-Z0-9\\-]*$)|(^arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:custom-model/(imported)/[a-z0-9]{12}$)|(^arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:([0-9]{12}|)((:(fine-tuning-job|model-customization-job|custom-model)/[a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([a-z0-9-]{1,63}[.]){0,2}[a-z0-9-]{1,63}([:][a-z0-9-]{1,63}){0,2}(/[a-z0-9]{12})$)|(:guardrail/[a-z0-9]+$)|(:automated-reasoning-policy/[a-zA-Z0-9]+(:[a-zA-Z0-9]+)?$)|(:(inference-profile|application-inference-profile)/[a-zA-Z0-9-:.]+$)|(:(provisioned-model|model-invocation-job|model-evaluation-job|evaluation-job|model-import-job|imported-model|async-invoke|provisioned-model-v2|provisioned-model-reservation|prompt-router|custom-model-deployment)/[a-z0-9]{12}$)))',
          regexp: '^[0-9A-Za-z][-0-9A-Za-z]*$|^arn:aws(?:-[^:]+)?:bedrock:[-0-9a-z]{1,20}:[0-9]{12}:custom-model/imported/[0-9a-z]{12}$|^arn:aws(?:-[^:]+)?:bedrock:[-0-9a-z]{1,20}:(?:[0-9]{12})?(?::(?:fine-tuning-job|model-customization-job|custom-model)/[-0-9a-z]{1,63}\\.[-0-9a-z]{2,126}(?:\\.[-0-9a-z]{1,63}){0,2}(?::[-0-9a-z]{1,63}){0,2}/[0-9a-z]{12}$|:guardrail/[0-9a-z]+$|:automated-reasoning-policy/[0-9A-Za-z]+(?::[0-9A-Za-z]+)?$|:(?:inference-profile|application-inference-profile)/[\\-.0-:A-Za-z]+$|:(?:provisioned-model|model-invocation-job|model-evaluation-job|evaluation-job|model-import-job|imported-model|async-invoke|provisioned-model-v2|provisioned-model-reservation|prompt-router|custom-model-deployment)/[0-9a-z]{12}$)',
        },
      },
    },
    ThrottlingException: {
      type: 'structure',
      members: { message: { target: 'NonBlankString' } },
      traits: { error: 'client', httpError: 429 },
    },
    Timestamp: { type: 'timestamp', traits: { timestampFormat: 'date-time' } },
    TooManyTagsException: {
      type: 'structure',
      members: { message: { target: 'NonBlankString' }, resourceName: { target: 'TaggableResourcesArn' } },
      traits: { error: 'client', httpError: 400 },
    },
    ValidationException: {
      type: 'structure',
      members: { message: { target: 'NonBlankString' } },
      traits: { error: 'client', httpError: 400 },
    },
    VpcConfig: {
      type: 'structure',
      members: {
        securityGroupIds: { target: 'SecurityGroupIds', required: true },
        subnetIds: { target: 'SubnetIds', required: true },
      },
      traits: {
        'shapegate#memberHints': {
          subnets: { use: ['subnetIds'], from: 'CreateTrainingJob' },
          Subnets: { use: ['subnetIds'], from: 'CreateTrainingJob' },
        },
        'shapegate#vpc': { subnetIds: 'subnetIds', securityGroupIds: 'securityGroupIds' },
      },
    },
  },
  plan: {
    CreateModelImportJobRequest: {
      traits: {
        'shapegate#memberHints': {
          tags: { use: ['jobTags', 'importedModelTags'], from: 'CreateProvisionedModelThroughput' },
          modelTags: { use: ['importedModelTags'], from: 'CreateCustomModel' },
          customModelTags: { use: ['importedModelTags'], from: 'CreateModelCustomizationJob' },
          targetModelTags: { use: ['importedModelTags'], from: 'CreateModelCopyJob' },
          modelName: { use: ['importedModelName'], from: 'CreateCustomModel' },
          customModelName: { use: ['importedModelName'], from: 'CreateModelCustomizationJob' },
          targetModelName: { use: ['importedModelName'], from: 'CreateModelCopyJob' },
          customModelKmsKeyId: { use: ['importedModelKmsKeyId'], from: 'CreateModelCustomizationJob' },
          customerEncryptionKeyId: { use: ['importedModelKmsKeyId'], from: 'CreateEvaluationJob' },
          modelKmsKeyArn: { use: ['importedModelKmsKeyId'], from: 'CreateCustomModel' },
          modelKmsKeyId: { use: ['importedModelKmsKeyId'], from: 'CreateModelCopyJob' },
          kmsKeyId: { use: ['importedModelKmsKeyId'], from: 'CreateGuardrail' },
          modelSourceConfig: { use: ['modelDataSource'], from: 'CreateCustomModel' },
          customModelDataSource: { use: ['modelDataSource'], from: 'CreateCustomModel' },
          trainingDataConfig: { use: ['modelDataSource'], from: 'CreateModelCustomizationJob' },
          baseModelIdentifier: { use: ['modelDataSource'], from: 'CreateModelCustomizationJob' },
          clientToken: { use: ['clientRequestToken'], from: 'CreateAdvancedPromptOptimizationJob' },
        },
      },
      members: {
        clientRequestToken: { traits: { 'shapegate#contentToken': {} } },
        importedModelKmsKeyId: { target: 'KmsKeyId' },
        importedModelName: {
          traits: {
            'shapegate#nameAlphabet': { characters: 'a-zA-Z0-9_-', first: 'a-zA-Z0-9', single: '_-', replacement: '-' },
            'shapegate#uniqueName': { quota: 3 },
          },
        },
        importedModelTags: { target: 'TagList' },
        jobName: {
          traits: {
            'shapegate#nameAlphabet': { characters: 'a-zA-Z0-9+.-', first: 'a-zA-Z0-9', replacement: '-' },
            'shapegate#singleUseName': {},
          },
        },
        jobTags: { target: 'TagList' },
        modelDataSource: { target: 'ModelDataSource' },
        roleArn: { target: 'RoleArn' },
        vpcConfig: { target: 'VpcConfig' },
      },
    },
    GetImportedModelResponse: { members: { modelDataSource: { target: 'ModelDataSource' } } },
    GetModelImportJobResponse: {
      members: {
        modelDataSource: { target: 'ModelDataSource' },
        roleArn: { target: 'RoleArn' },
        vpcConfig: { target: 'VpcConfig' },
      },
    },
    KmsKeyId: {
      traits: {
        'shapegate#kmsKeyId': { forms: ['keyId', 'keyArn', 'aliasArn', 'aliasName'], sendersAccount: false },
      },
    },
    ModelDataSource: { members: { s3DataSource: { target: 'S3DataSource' } } },
    RoleArn: {
      traits: {
        'shapegate#arn': {
          service: 'iam',
          resourceType: 'role',
          name: { characters: 'a-zA-Z0-9_+=,.@-', maxLength: 64 },
          path: { maxLength: 512 },
          reservedPaths: ['aws-service-role/', 'aws-reserved/'],
          sendersAccount: true,
        },
      },
    },
    S3DataSource: { members: { s3Uri: { target: 'S3Uri' } } },
    S3Uri: {
      traits: { 'shapegate#s3Uri': { keyCharacters: '-!_*\'().a-z0-9A-Z', folderOf: 'config.json' } },
    },
    SecurityGroupId: { traits: { 'shapegate#resourceId': { prefix: 'sg' } } },
    SecurityGroupIds: {
      traits: { 'shapegate#resourceIds': { prefix: 'sg' } },
      members: { member: { target: 'SecurityGroupId' } },
    },
    SubnetId: { traits: { 'shapegate#resourceId': { prefix: 'subnet' } } },
    SubnetIds: {
      traits: { 'shapegate#resourceIds': { prefix: 'subnet' }, 'shapegate#subnetIds': {} },
      members: { member: { target: 'SubnetId' } },
    },
    TagList: {
      traits: {
        'shapegate#tags': {
          limit: 50,
          key: 'key',
          value: 'value',
          characters: 'a-zA-Z0-9\\s._:/=+@-',
          reservedPrefixes: ['aws:'],
        },
      },
    },
    VpcConfig: {
      traits: {
        'shapegate#memberHints': {
          subnets: { use: ['subnetIds'], from: 'CreateTrainingJob' },
          Subnets: { use: ['subnetIds'], from: 'CreateTrainingJob' },
        },
        'shapegate#vpc': { subnetIds: 'subnetIds', securityGroupIds: 'securityGroupIds' },
      },
      members: { securityGroupIds: { target: 'SecurityGroupIds' }, subnetIds: { target: 'SubnetIds' } },
    },
  },
};
