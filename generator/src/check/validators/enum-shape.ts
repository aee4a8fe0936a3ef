import type { ModelEvent } from '@shapegate/validator/leaves';
import type { EnumShape, Member } from '../../model/model.ts';
import { makeEvent } from '../../syntax/event.ts';
import type { CheckContext } from '../validator.ts';

/** The members of an enum have values of its type, each value once. */
export function* checkEnumShapes(context: CheckContext): Generator<ModelEvent> {
  for (const shape of [...context.shapesOfType('enum'), ...context.shapesOfType('intEnum')]) {
    const seen = new Set<string>();
    for (const member of shape.members.values()) {
      const value = member.traits.get('smithy.api#enumValue')?.value;
      const problem = findValueProblem(shape, member);
      if (problem !== null)
        yield makeEvent('error', 'EnumShape', value ?? member.place, { message: problem, shape: member.id });
      else if (value?.kind === 'string' || value?.kind === 'number') {
        const text = String(value.value);
        if (seen.has(text)) {
          const message = `value \`${text}\` of \`${member.id}\` belongs to an earlier member`;
          yield makeEvent('error', 'EnumShape', value, { message, shape: member.id });
        }
        seen.add(text);
      }
      if (!/^[A-Z][A-Z0-9_]*$/.test(member.name)) {
        const message = `name \`${member.name}\` of an ${shape.type} member, expected capital letters, digits and underscores`;
        yield makeEvent('warning', 'EnumShape', member.place, { message, shape: member.id });
      }
    }
  }
}

function findValueProblem({ type }: EnumShape, { id, traits }: Member): string | null {
  const value = traits.get('smithy.api#enumValue')?.value;
  if (type === 'enum') {
    if (value?.kind !== 'string') return `value of \`${id}\` is no string, as the values of an enum are`;
    return value.value === '' ? `value of \`${id}\` is empty` : null;
  }
  if (value === undefined) return `\`${id}\` has no value, and an intEnum gives none of its own`;
  if (value.kind !== 'number' || !Number.isInteger(value.value))
    return `value of \`${id}\` is no whole number, as the values of an intEnum are`;
  return value.value < -(2 ** 31) || value.value >= 2 ** 31 ? `value of \`${id}\` is beyond 32 bits` : null;
}
