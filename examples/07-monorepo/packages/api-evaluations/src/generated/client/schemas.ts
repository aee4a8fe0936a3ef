// Made by Shapegate (emitter: client schemas). Do not edit: change the model and generate again.
// From model/evaluations.smithy shapegate/arn.smithy shapegate/character-class.smithy shapegate/kms.smithy
//   shapegate/member-hints.smithy shapegate/name.smithy shapegate/operation.smithy shapegate/s3.smithy
//   shapegate/tags.smithy shapegate/token.smithy shapegate/vpc.smithy
import type {
  StaticErrorSchema,
  StaticListSchema,
  StaticMapSchema,
  StaticOperationSchema,
  StaticStructureSchema,
} from '@smithy/types';

export const GetEvaluation$: StaticOperationSchema = [
  9, 'acme.evaluations', 'GetEvaluation', { http: ['GET', '/evaluations/{id}', 200] },
  () => GetEvaluationInput$,
  () => GetEvaluationOutput$,
];

export const GetEvaluationInput$: StaticStructureSchema = [3, 'acme.evaluations', 'GetEvaluationInput', 0, ['id'], [[0, 1]], 1];

export const GetEvaluationOutput$: StaticStructureSchema = [
  3, 'acme.evaluations', 'GetEvaluationOutput', 0,
  ['status', 'scores'],
  [0, () => Scores$],
  1,
];

export const Metrics$: StaticListSchema = [1, 'acme.evaluations', 'Metrics', 0, 0];

export const NoSuchEvaluation$: StaticErrorSchema = [
  -3, 'acme.evaluations', 'NoSuchEvaluation', { error: 'client', httpError: 404 },
  ['message'],
  [0],
];

export const NoSuchModel$: StaticErrorSchema = [
  -3, 'acme.evaluations', 'NoSuchModel', { error: 'client', httpError: 404 },
  ['message'],
  [0],
];

export const Scores$: StaticMapSchema = [2, 'acme.evaluations', 'Scores', 0, 0, 1];

export const StartEvaluation$: StaticOperationSchema = [
  9, 'acme.evaluations', 'StartEvaluation', { http: ['POST', '/evaluations', 202] },
  () => StartEvaluationInput$,
  () => StartEvaluationOutput$,
];

export const StartEvaluationInput$: StaticStructureSchema = [
  3, 'acme.evaluations', 'StartEvaluationInput', 0,
  ['name', 'modelArn', 'questions', 'metrics', 'threshold'],
  [0, 0, 0, () => Metrics$, 1],
  4,
];

export const StartEvaluationOutput$: StaticStructureSchema = [3, 'acme.evaluations', 'StartEvaluationOutput', 0, ['id'], [0], 1];
