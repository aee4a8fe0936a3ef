// Made by Shapegate (emitter: index). Do not edit: change the model and generate again.
// From model/evaluations.smithy shapegate/arn.smithy shapegate/character-class.smithy shapegate/kms.smithy
//   shapegate/member-hints.smithy shapegate/name.smithy shapegate/operation.smithy shapegate/s3.smithy
//   shapegate/tags.smithy shapegate/token.smithy shapegate/vpc.smithy
import type { Api } from '@shapegate/validator/runtime';
import { table } from './shape-table.js';
import type { GetEvaluationInput, StartEvaluationInput } from './types.js';
import { validators } from './validators.js';

/** The inputs of the operations by name. */
export interface Requests {
  readonly GetEvaluation: GetEvaluationInput;
  readonly StartEvaluation: StartEvaluationInput;
}

/** All that is known of the API, to hand to a gate. */
export const api: Api<Requests> = { table, validators };
