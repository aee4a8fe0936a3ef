// Made by Shapegate (emitter: builder). Do not edit: change the model and generate again.
// From model/evaluations.smithy shapegate/arn.smithy shapegate/character-class.smithy shapegate/kms.smithy
//   shapegate/member-hints.smithy shapegate/name.smithy shapegate/operation.smithy shapegate/s3.smithy
//   shapegate/tags.smithy shapegate/token.smithy shapegate/vpc.smithy
import {
  type OperationGate,
  ShapeBuilder,
  type Verdict,
  buildData,
  joinArn,
  joinS3Uri,
  withMember,
} from '@shapegate/validator/runtime';
import type { GetEvaluationInput, Metrics, StartEvaluationInput } from './types.js';

/** Tells how far an evaluation is. */
export function getEvaluation(): GetEvaluationBuilder {
  return new GetEvaluationBuilder();
}

/** Starts to measure a model. The result comes later: ask for it with the id. */
export function startEvaluation(): StartEvaluationBuilder {
  return new StartEvaluationBuilder();
}

/** Puts the ARN together from its parts; the partition is `aws` where none is given. The gate checks it. */
export function importedModelArn(parts: { readonly account: string; readonly name: string; readonly partition?: string; readonly region?: string }): string {
  return joinArn('bedrock', 'imported-model', parts);
}

/** Puts the URI together from bucket and key. The gate checks it. */
export function questionsUri(parts: { readonly bucket: string; readonly key?: string }): string {
  return joinS3Uri(parts);
}

/** Builds the input of GetEvaluation. */
export class GetEvaluationBuilder<Missing extends string = 'id'> extends ShapeBuilder<Missing> {
  id(value: string): GetEvaluationBuilder<Exclude<Missing, 'id'>> {
    return new GetEvaluationBuilder<Exclude<Missing, 'id'>>(withMember(this, 'id', value));
  }

  /** The plain data; compiles only when nothing required is missing. */
  build(this: GetEvaluationBuilder<never>): GetEvaluationInput {
    return buildData<GetEvaluationInput>(this);
  }

  /** Builds the request and asks the gate. */
  check(this: GetEvaluationBuilder<never>, gate: OperationGate<'GetEvaluation', GetEvaluationInput>): Verdict<GetEvaluationInput, 'GetEvaluation'> {
    return gate.check('GetEvaluation', this.build());
  }
}

/** Builds the input of StartEvaluation. */
export class StartEvaluationBuilder<Missing extends string = 'metrics' | 'modelArn' | 'name' | 'questions'> extends ShapeBuilder<Missing> {
  metrics(value: Metrics): StartEvaluationBuilder<Exclude<Missing, 'metrics'>> {
    return new StartEvaluationBuilder<Exclude<Missing, 'metrics'>>(withMember(this, 'metrics', value));
  }

  /** The imported model that is measured. */
  modelArn(value: string): StartEvaluationBuilder<Exclude<Missing, 'modelArn'>> {
    return new StartEvaluationBuilder<Exclude<Missing, 'modelArn'>>(withMember(this, 'modelArn', value));
  }

  /** What people call it. */
  name(value: string): StartEvaluationBuilder<Exclude<Missing, 'name'>> {
    return new StartEvaluationBuilder<Exclude<Missing, 'name'>>(withMember(this, 'name', value));
  }

  /** The folder that holds the questions. */
  questions(value: string): StartEvaluationBuilder<Exclude<Missing, 'questions'>> {
    return new StartEvaluationBuilder<Exclude<Missing, 'questions'>>(withMember(this, 'questions', value));
  }

  /** The score from which the model passes. */
  threshold(value: number): StartEvaluationBuilder<Missing> {
    return new StartEvaluationBuilder<Missing>(withMember(this, 'threshold', value));
  }

  /** The plain data; compiles only when nothing required is missing. */
  build(this: StartEvaluationBuilder<never>): StartEvaluationInput {
    return buildData<StartEvaluationInput>(this);
  }

  /** Builds the request and asks the gate. */
  check(this: StartEvaluationBuilder<never>, gate: OperationGate<'StartEvaluation', StartEvaluationInput>): Verdict<StartEvaluationInput, 'StartEvaluation'> {
    return gate.check('StartEvaluation', this.build());
  }
}
