import type { ModelEvent } from '@shapegate/validator/leaves';
import type { ShapeId } from '../../model/model.ts';
import { readEntry, readTexts } from '../node-entry.ts';
import { listNames, placeOfTrait, report } from '../report.ts';
import type { CheckContext } from '../validator.ts';

/** An idempotency token does something at the top of an input only. */
export function* checkIdempotencyTokens(context: CheckContext): Generator<ModelEvent> {
  const { model } = context;
  const elsewhere = new Map<ShapeId, ShapeId[]>();
  const note = (id: ShapeId, user: ShapeId): unknown => elsewhere.set(id, [...(elsewhere.get(id) ?? []), user]);
  for (const subject of context.subjects()) {
    if ('target' in subject) note(subject.target, subject.id);
    else if (subject.type === 'operation') {
      for (const id of [subject.output, ...subject.errors]) note(id, subject.id);
    }
  }
  for (const shape of context.shapes()) {
    if (shape.type !== 'structure') continue;
    for (const member of shape.members.values()) {
      const users = elsewhere.get(shape.id) ?? [];
      if (!member.traits.has('smithy.api#idempotencyToken') || users.length === 0) continue;
      yield report(
        'warning',
        'IdempotencyTokenIgnored',
        member,
        `a token works at the top of an input alone, and is ignored where ${listNames(users.slice(0, 5))} uses \`${shape.id}\``,
        placeOfTrait(member, 'smithy.api#idempotencyToken'),
      );
    }
  }
  yield* checkIdempotentErrors(context, model);
}

/** `@idempotent` names errors of the operation, for one outcome of a repetition. */
function* checkIdempotentErrors(context: CheckContext, model: CheckContext['model']): Generator<ModelEvent> {
  for (const operation of context.shapes()) {
    const value = operation.traits.get('smithy.api#idempotent')?.value;
    if (operation.type !== 'operation' || value === undefined) continue;
    const [exists, notFound] = [readEntry(value, 'exists'), readEntry(value, 'notFound')];
    if (exists !== undefined && notFound !== undefined)
      yield report('error', 'IdempotentTrait', operation, '`@idempotent` has either `exists` or `notFound`', value);
    for (const id of [...readTexts(exists), ...readTexts(notFound)])
      if (model.shapes.has(id) && !operation.errors.includes(id))
        yield report(
          'error',
          'IdempotentTrait',
          operation,
          `\`${id}\` is no error of \`${operation.id}\`, which has ${listNames(operation.errors) || 'none'}`,
          value,
        );
  }
}
