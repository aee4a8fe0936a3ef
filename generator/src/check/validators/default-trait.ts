import type { ModelEvent } from '@shapegate/validator/leaves';
import type { Member, Shape } from '../../model/model.ts';
import { isMember, type Subject } from '../../model/selector/subject.ts';
import { canonicalText } from '../../model/trait-merge.ts';
import { report } from '../../syntax/event.ts';
import type { Node } from '../../syntax/node.ts';
import { findMemberMisfits, findMisfits } from '../node-fit.ts';
import { isBig } from '../number-problems.ts';
import type { CheckContext } from '../validator.ts';

const trait = 'smithy.api#default';

/** A default is a value that its shape can have, and agrees with the default of the target. */
export function* checkDefaults(context: CheckContext): Generator<ModelEvent> {
  for (const shape of context.model.shapes.values())
    if (shape.traits.has(trait))
      for (const member of context.users().get(shape.id) ?? [])
        yield* checkAgainstTarget(context, member, member.traits.get(trait)?.value);
  for (const subject of context.bearers(trait)) {
    const applied = subject.traits.get(trait);
    if (applied === undefined) continue;
    const { value, place } = applied;
    if (value.kind === 'null') {
      if (!isMember(subject))
        yield report('error', 'DefaultTrait', subject, 'only a member can have the default `null`', place);
      continue;
    }
    yield* checkForm(context, subject, value);
    for (const misfit of isMember(subject)
      ? findMemberMisfits(context, value, subject)
      : findMisfits(context, value, subject.id)) {
      // A number out of range was allowed once, and such models exist.
      const isRange = misfit.suffix.endsWith('InvalidRange');
      const id = misfit.suffix === '' ? 'DefaultTrait' : `DefaultTrait.${misfit.suffix}`;
      yield report(
        isRange ? 'warning' : 'error',
        id,
        subject,
        `default of \`${subject.id}\`: ${misfit.message}`,
        misfit.node,
      );
    }
  }
}

function* checkAgainstTarget({ model }: CheckContext, member: Member, value: Node | undefined): Generator<ModelEvent> {
  const target = model.shapes.get(member.target);
  const wanted = target?.traits.get(trait)?.value;
  if (target === undefined || wanted === undefined || value?.kind === 'null') return;
  const shown = canonicalText(wanted);
  if (value === undefined) {
    if (!isInInputOrUnion(model.shapes, member))
      yield report(
        'error',
        'DefaultTrait',
        member,
        `target \`${target.id}\` has the default ${shown}, which the member must repeat`,
      );
  } else if (canonicalText(value) !== shown)
    yield report(
      'error',
      'DefaultTrait',
      member,
      `default ${canonicalText(value)}, but target \`${target.id}\` has ${shown}`,
      value,
    );
}

/** Only the members of structures have defaults to repeat. */
function isInInputOrUnion(shapes: CheckContext['model']['shapes'], member: Member): boolean {
  return shapes.get(member.container)?.type !== 'structure';
}

function* checkForm({ model }: CheckContext, subject: Subject, value: Node): Generator<ModelEvent> {
  const shape: Shape | undefined = isMember(subject) ? model.shapes.get(subject.target) : subject;
  if (shape === undefined) return;
  const isFilled =
    (value.kind === 'array' && value.elements.length > 0) || (value.kind === 'object' && value.entries.length > 0);
  if (isFilled && (shape.type === 'list' || shape.type === 'map' || shape.type === 'document'))
    yield report('error', 'DefaultTrait', subject, `the default of a ${shape.type} can only be empty`, value);
  // As the value of another trait it may be a string.
  if (isBig(shape.type) && value.kind === 'string')
    yield report('error', 'DefaultTrait', subject, `the default of a ${shape.type} is a number, found a string`, value);
  if (shape.type === 'blob' && value.kind === 'string' && !isBase64(value.value))
    yield report('warning', 'DefaultTrait', subject, 'the default of a blob, expected base64', value);
}

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}
