import type { ModelEvent } from '@shapegate/validator/leaves';
import { addTo } from '../../model/add-to.ts';
import type { ShapeId } from '../../model/model.ts';
import { isMember, placeOfTrait } from '../../model/selector/subject.ts';
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
    const shape = containerId(member.id);
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
  const note = (id: ShapeId, user: ShapeId): void => {
    if (ids.has(id)) addTo(users, id, user);
  };
  if (ids.size === 0) return users;
  for (const subject of context.subjects()) {
    if (isMember(subject)) note(subject.target, subject.id);
    else if (subject.type === 'operation') for (const id of [subject.output, ...subject.errors]) note(id, subject.id);
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
