import type { OperationShape } from '../model/model.ts';
import type { NodeEntry } from '../syntax/node.ts';

/** The waiters of an operation by their names. */
export function listWaiters(operation: OperationShape): readonly NodeEntry[] {
  const waiters = operation.traits.get('smithy.waiters#waitable')?.value;
  return waiters?.kind === 'object' ? waiters.entries : [];
}
