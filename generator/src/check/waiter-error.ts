import { findNearNames, type ModelEvent } from '@shapegate/validator/leaves';
import type { OperationShape, ShapeId } from '../model/model.ts';
import { shapeName } from '../model/shape-id.ts';
import { makeEvent } from '../syntax/event.ts';
import type { Node } from '../syntax/node.ts';
import { readEntry, readText } from '../syntax/node-entry.ts';
import { listNames } from './list-names.ts';
import type { CheckContext } from './validator.ts';

/** An acceptor of a waiter, by its number. */
interface Acceptor {
  readonly name: string;
  readonly index: number;
  readonly matcher: Node;
}

/**
 * The error that a matcher waits for is one of the operation's: an `errorType` is compared by the name alone. Errors
 * of a framework need not be in the model, so any other is a warning.
 */
export function* checkErrorType(
  context: CheckContext,
  operation: OperationShape,
  { name, index, matcher }: Acceptor,
): Generator<ModelEvent> {
  const written = readEntry(matcher, 'errorType');
  if (written?.kind !== 'string') return;
  const errors = listErrors(context, operation);
  const expected = written.value.includes('#') ? shapeName(written.value) : written.value;
  const known = errors.flatMap((id) => listErrorNames(context, id));
  if (known.includes(expected)) return;
  const [near] = findNearNames(expected, known);
  const has = errors.length === 0 ? 'has none' : `has ${listNames(errors)}`;
  yield makeEvent('warning', `WaitableTraitInvalidErrorType.${name}.${index}`, written, {
    message: `waiter \`${name}\`, acceptor ${index}: \`${written.value}\` is no error of the operation, which ${has}`,
    help: near === undefined ? '' : `did you mean \`${near}\`?`,
    shape: operation.id,
  });
}

/** The operation's own errors and those that its services have for all operations. */
function listErrors(context: CheckContext, operation: OperationShape): ShapeId[] {
  const errors = new Set(operation.errors);
  for (const service of context.services())
    if (service.errors.length > 0 && context.operationsOf(service).includes(operation))
      for (const id of service.errors) errors.add(id);
  return [...errors];
}

/** The name of an error's shape, and the code that AWS's query protocol sends in its stead. */
function listErrorNames({ model }: CheckContext, id: ShapeId): string[] {
  const query = model.shapes.get(id)?.traits.get('aws.protocols#awsQueryError')?.value;
  const code = query === undefined ? null : readText(query, 'code');
  return code === null ? [shapeName(id)] : [shapeName(id), code];
}
