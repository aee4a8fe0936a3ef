// Made by Shapegate (emitter: types). Do not edit: change the model and generate again.
// From model/evaluations.smithy shapegate/arn.smithy shapegate/character-class.smithy shapegate/kms.smithy
//   shapegate/member-hints.smithy shapegate/name.smithy shapegate/operation.smithy shapegate/s3.smithy
//   shapegate/tags.smithy shapegate/token.smithy shapegate/vpc.smithy

export interface GetEvaluationInput {
  readonly id: string;
}

export interface GetEvaluationOutput {
  /** The score of each metric, once there is one. */
  readonly scores?: Scores;
  readonly status: Status;
}

export type Metric = 'accuracy' | 'faithfulness' | 'toxicity';

/** The values of `Metric` by name. */
export const Metric = {
  ACCURACY: 'accuracy',
  FAITHFULNESS: 'faithfulness',
  TOXICITY: 'toxicity',
} as const;

export type Metrics = readonly Metric[];

/** No evaluation has this id. */
export interface NoSuchEvaluation {
  readonly message?: string;
}

/** There is no such imported model, or the service may not use it. */
export interface NoSuchModel {
  readonly message?: string;
}

export type Scores = { readonly [key: string]: number };

export interface StartEvaluationInput {
  readonly metrics: Metrics;
  /** The imported model that is measured. */
  readonly modelArn: string;
  /** What people call it. */
  readonly name: string;
  /** The folder that holds the questions. */
  readonly questions: string;
  /** The score from which the model passes. */
  readonly threshold?: number;
}

export interface StartEvaluationOutput {
  readonly id: string;
}

export type Status = 'failed' | 'passed' | 'running';

/** The values of `Status` by name. */
export const Status = {
  FAILED: 'failed',
  PASSED: 'passed',
  RUNNING: 'running',
} as const;
