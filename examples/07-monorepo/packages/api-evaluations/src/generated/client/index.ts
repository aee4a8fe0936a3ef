// Made by Shapegate (emitter: client index). Do not edit: change the model and generate again.
// From model/evaluations.smithy shapegate/arn.smithy shapegate/character-class.smithy shapegate/kms.smithy
//   shapegate/member-hints.smithy shapegate/name.smithy shapegate/operation.smithy shapegate/s3.smithy
//   shapegate/tags.smithy shapegate/token.smithy shapegate/vpc.smithy
export { EvaluationsClient, type ServiceInput, type ServiceOutput } from './client.js';
export { GetEvaluationCommand, StartEvaluationCommand, commands } from './commands.js';
export { EvaluationsServiceException, NoSuchEvaluation, NoSuchModel } from './errors.js';
export {
  type GetEvaluationInput,
  type GetEvaluationOutput,
  Metric,
  type Metrics,
  type Scores,
  type StartEvaluationInput,
  type StartEvaluationOutput,
  Status,
} from './types.js';
