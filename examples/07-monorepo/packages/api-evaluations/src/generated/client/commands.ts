// Made by Shapegate (emitter: client commands). Do not edit: change the model and generate again.
// From model/evaluations.smithy shapegate/arn.smithy shapegate/character-class.smithy shapegate/kms.smithy
//   shapegate/member-hints.smithy shapegate/name.smithy shapegate/operation.smithy shapegate/s3.smithy
//   shapegate/tags.smithy shapegate/token.smithy shapegate/vpc.smithy
import { type MetadataBearer, type ResolvedConfiguration, addEndpoint, endpointOnly } from '@shapegate/client/runtime';
import { Command } from '@smithy/smithy-client';
import type { ServiceInput, ServiceOutput } from './client.js';
import { GetEvaluation$, StartEvaluation$ } from './schemas.js';
import type {
  GetEvaluationInput,
  GetEvaluationOutput,
  StartEvaluationInput,
  StartEvaluationOutput,
} from './types.js';

/** Tells how far an evaluation is. */
export class GetEvaluationCommand extends /* @__PURE__ */ Command.classBuilder<
    GetEvaluationInput,
    GetEvaluationOutput & MetadataBearer,
    ResolvedConfiguration,
    ServiceInput,
    ServiceOutput
  >()
    .ep(endpointOnly)
    .m(addEndpoint)
    .s('Evaluations', 'GetEvaluation')
    .n('EvaluationsClient', 'GetEvaluationCommand')
    .sc(GetEvaluation$)
    .build() {
}

/** Starts to measure a model. The result comes later: ask for it with the id. */
export class StartEvaluationCommand extends /* @__PURE__ */ Command.classBuilder<
    StartEvaluationInput,
    StartEvaluationOutput & MetadataBearer,
    ResolvedConfiguration,
    ServiceInput,
    ServiceOutput
  >()
    .ep(endpointOnly)
    .m(addEndpoint)
    .s('Evaluations', 'StartEvaluation')
    .n('EvaluationsClient', 'StartEvaluationCommand')
    .sc(StartEvaluation$)
    .build() {
}

/** The commands by the names of their operations. */
export const commands = {
  GetEvaluation: GetEvaluationCommand,
  StartEvaluation: StartEvaluationCommand,
};
