import type { Api, JsonObject } from '@shapegate/validator/leaves';
import { ownValue } from '@shapegate/validator/leaves';
import { findConstraintFailures } from './constraint-failure.ts';
import type { RequestParts } from './decode-request.ts';
import { decodeRequest } from './decode-request.ts';
import { modeledError, serializationError } from './error.ts';
import type { Route } from './router.ts';
import { describeFailure, summarizeFailures } from './validation-message.ts';

/**
 * The input of a request that the model accepts; a ValidationException, worded as `smithy.framework` words it, otherwise.
 * The generated validator has the last word, so that nothing passes here which a gate would refuse for its structure.
 */
export function readInput(api: Api, { operation, entry }: Route, parts: RequestParts): JsonObject {
  const input = decodeRequest(api.table, entry, parts);
  const failures = findConstraintFailures(api.table, entry.input, input);
  if (failures.length > 0)
    throw modeledError(api.table, 'ValidationException', summarizeFailures(failures), {
      fieldList: failures.map((failure) => ({ path: failure.path, message: describeFailure(failure) })),
    });
  if (ownValue(api.validators, operation)?.(input) === false)
    throw serializationError(`the input is not of the form that ${operation} takes`);
  return input;
}
