import type { ModelEvent } from '@shapegate/validator/leaves';
import { report } from '../../syntax/event.ts';
import { membersWith } from '../http-bindings.ts';
import { listNames } from '../list-names.ts';
import type { CheckContext } from '../validator.ts';

/** Where one member is an event's payload, all others are its headers. */
export function* checkEventPayloads(context: CheckContext): Generator<ModelEvent> {
  if (context.bearers('smithy.api#eventPayload').length === 0) return;
  for (const shape of context.shapesOfType('structure')) {
    const [payload] = membersWith(shape, 'eventPayload');
    if (payload === undefined) continue;
    const others = [...shape.members.values()].filter(
      (member) => member !== payload && !member.traits.has('smithy.api#eventHeader'),
    );
    if (others.length > 0)
      yield report(
        'error',
        'EventPayloadTrait',
        shape,
        `\`${payload.name}\` is the event's payload, and ${listNames(others.map(({ name }) => name))} lack \`@eventHeader\``,
      );
  }
}

/** A flattened list or map has no element around its members, so the name of that element is never written. */
export function* checkFlattenedNames(context: CheckContext): Generator<ModelEvent> {
  for (const member of context.bearers('smithy.api#xmlFlattened')) {
    const target = 'target' in member ? context.model.shapes.get(member.target) : undefined;
    const inner = target?.type === 'list' ? target.members.get('member') : undefined;
    const name = inner?.traits.get('smithy.api#xmlName')?.value;
    if (inner !== undefined && name?.kind === 'string')
      yield report(
        'warning',
        'XmlFlattenedTrait',
        member,
        `the name \`${name.value}\` of \`${inner.id}\` is not written where \`${member.id}\` is flattened`,
      );
  }
}
