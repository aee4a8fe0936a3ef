/** Sends requests that a gate has passed, and asks about the jobs that came of them. */
export {
  ClientError,
  ConnectionError,
  InvalidEndpointError,
  MissingCredentialsError,
  MissingRegionError,
  TargetMismatchError,
  UncheckedRequestError,
} from './client-error.ts';
export { type ClientConfiguration, loadAccount, loadRegion } from './configuration.ts';
export { BedrockClient, type ServiceInput, type ServiceOutput } from './generated/client.ts';
export {
  CreateModelImportJobCommand,
  commands,
  DeleteImportedModelCommand,
  GetImportedModelCommand,
  GetModelImportJobCommand,
  ListImportedModelsCommand,
  ListModelImportJobsCommand,
} from './generated/commands.ts';
export {
  AccessDeniedException,
  BedrockServiceException,
  ConflictException,
  InternalServerException,
  ResourceNotFoundException,
  ServiceQuotaExceededException,
  ThrottlingException,
  TooManyTagsException,
  ValidationException,
} from './generated/errors.ts';
export {
  iterateListImportedModels,
  iterateListModelImportJobs,
  paginateListImportedModels,
  paginateListModelImportJobs,
} from './generated/paginators.ts';
export type {
  CreateModelImportJobRequest,
  CreateModelImportJobResponse,
  DeleteImportedModelRequest,
  DeleteImportedModelResponse,
  GetImportedModelRequest,
  GetImportedModelResponse,
  GetModelImportJobRequest,
  GetModelImportJobResponse,
  ImportedModelSummary,
  ListImportedModelsRequest,
  ListImportedModelsResponse,
  ListModelImportJobsRequest,
  ListModelImportJobsResponse,
  ModelImportJobSummary,
} from './generated/types.ts';
export { compareJob, type JobComparison, type JobDifference } from './import-jobs/compare-job.ts';
export { deleteModel, findJob, findModel, listJobs, listModels } from './import-jobs/look-up.ts';
export { planRequest } from './import-jobs/plan-request.ts';
export { type Submission, submit } from './import-jobs/submit.ts';
export { type JobWait, type WaitOptions, waitForJob } from './import-jobs/wait-for-job.ts';
export { planValid, type RequestPlan } from './request/plan-valid.ts';
export { type SendOptions, type SentRequest, sendValid } from './request/send-valid.ts';
export type { AnyClient, CommandClass, ServiceTables } from './request/service-tables.ts';
export { makeContentToken, type TokenFacts } from './request/token.ts';
export { ServiceClient } from './service-client.ts';
export type { Transport } from './transport.ts';
