// Made by Shapegate (emitter: index). Do not edit: change the model and generate again.
// From model/evaluations.smithy shapegate/arn.smithy shapegate/character-class.smithy shapegate/kms.smithy
//   shapegate/member-hints.smithy shapegate/name.smithy shapegate/operation.smithy shapegate/s3.smithy
//   shapegate/tags.smithy shapegate/token.smithy shapegate/vpc.smithy
export { type Requests, api } from './api.js';
export {
  type GetEvaluationBuilder,
  type StartEvaluationBuilder,
  getEvaluation,
  importedModelArn,
  questionsUri,
  startEvaluation,
} from './builder.js';
export { table } from './shape-table.js';
export {
  type GetEvaluationInput,
  type GetEvaluationOutput,
  Metric,
  type Metrics,
  type NoSuchEvaluation,
  type NoSuchModel,
  type Scores,
  type StartEvaluationInput,
  type StartEvaluationOutput,
  Status,
} from './types.js';
