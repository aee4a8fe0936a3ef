import type { ModelEvent } from '@shapegate/validator/leaves';
import type { ShapeId } from '../../model/model.ts';
import { isMember, placeOfTrait, type Subject } from '../../model/selector/subject.ts';
import { containerId } from '../../model/shape-id.ts';
import { report } from '../../syntax/event.ts';
import { readEntry, readTexts } from '../../syntax/node-entry.ts';
import { listNames } from '../list-names.ts';
import type { CheckContext } from '../validator.ts';

/** An idempotency token does something at the top of an input only. */
export function* checkIdempotencyTokens(context: CheckContext): Generator<ModelEvent> {
  const members = context.bearers('smithy.api#idempotencyToken').filter(isMember);
  const users = listUsers(context, new Set(members.map(({ id }) => containerId(id))));
  for (const member of members) {
    const shape = member.container;
    const elsewhere = users.get(shape) ?? [];
    if (elsewhere.length > 0)
      yield report(
        'warning',
        'IdempotencyTokenIgnored',
        member,
        `a token works at the top of an input alone, and is ignored where ${listNames(elsewhere.slice(0, 5))} uses \`${shape}\``,
        placeOfTrait(member, 'smithy.api#idempotencyToken'),
      );
  }
  yield* checkIdempotentErrors(context);
}

/** What uses some shapes other than as an input. */
function listUsers(context: CheckContext, ids: ReadonlySet<ShapeId>): ReadonlyMap<ShapeId, readonly ShapeId[]> {
  const users = new Map<ShapeId, ShapeId[]>();
  for (const id of ids) {
    const members = context.users().get(id) ?? [];
    const operations = context.shapesOfType('operation').filter((one) => one.output === id || one.errors.includes(id));
    const all = new Set<Subject>([...members, ...operations]);
    // In the order of the model, which is that of each of the two.
    const inOrder =
      operations.length === 0 || members.length === 0 ? [...all] : context.subjects().filter(all.has, all);
    if (inOrder.length > 0)
      users.set(
        id,
        inOrder.map((user) => user.id),
      );
  }
  return users;
}

/** `@idempotent` names errors of the operation, for one outcome of a repetition. */
function* checkIdempotentErrors(context: CheckContext): Generator<ModelEvent> {
  for (const operation of context.shapesOfType('operation')) {
    const value = operation.traits.get('smithy.api#idempotent')?.value;
    if (value === undefined) continue;
    const [exists, notFound] = [readEntry(value, 'exists'), readEntry(value, 'notFound')];
    if (exists !== undefined && notFound !== undefined)
      yield report('error', 'IdempotentTrait', operation, '`@idempotent` has either `exists` or `notFound`', value);
    for (const id of [...readTexts(exists), ...readTexts(notFound)])
      if (context.model.shapes.has(id) && !operation.errors.includes(id))
        yield report(
          'error',
          'IdempotentTrait',
          operation,
          `\`${id}\` is no error of \`${operation.id}\`, which has ${listNames(operation.errors) || 'none'}`,
          value,
        );
  }
}
