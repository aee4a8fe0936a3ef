// Made by Shapegate (emitter: client errors). Do not edit: change the model and generate again.
// From model/evaluations.smithy shapegate/arn.smithy shapegate/character-class.smithy shapegate/kms.smithy
//   shapegate/member-hints.smithy shapegate/name.smithy shapegate/operation.smithy shapegate/s3.smithy
//   shapegate/tags.smithy shapegate/token.smithy shapegate/vpc.smithy
import { type ExceptionOptions, createErrorRegistry } from '@shapegate/client/runtime';
import type { TypeRegistry } from '@smithy/core/schema';
import { ServiceException, type ServiceExceptionOptions } from '@smithy/smithy-client';
import { NoSuchEvaluation$, NoSuchModel$ } from './schemas.js';

/** What every exception of the service is; those that the model does not name are this alone, told apart by `name`. */
export class EvaluationsServiceException extends ServiceException {
  constructor(options: ServiceExceptionOptions) {
    super(options);
  }
}

/** No evaluation has this id. */
export class NoSuchEvaluation extends EvaluationsServiceException {
  override readonly name: 'NoSuchEvaluation' = 'NoSuchEvaluation';
  override readonly $fault: 'client' = 'client';

  constructor(options: ExceptionOptions) {
    super({ ...options, name: 'NoSuchEvaluation', $fault: 'client' });
  }
}

/** There is no such imported model, or the service may not use it. */
export class NoSuchModel extends EvaluationsServiceException {
  override readonly name: 'NoSuchModel' = 'NoSuchModel';
  override readonly $fault: 'client' = 'client';

  constructor(options: ExceptionOptions) {
    super({ ...options, name: 'NoSuchModel', $fault: 'client' });
  }
}

/** Lists the exceptions for the protocol; called once a client. */
export function registerErrors(): TypeRegistry {
  return createErrorRegistry('acme.evaluations', EvaluationsServiceException, [
    [NoSuchEvaluation$, NoSuchEvaluation],
    [NoSuchModel$, NoSuchModel],
  ]);
}
