import type { ModelEvent } from '@shapegate/validator/leaves';
import { addTo } from '../../model/add-to.ts';
import type { AggregateShape, Member, ShapeId } from '../../model/model.ts';
import { isMember, placeOfTrait } from '../../model/selector/subject.ts';
import { report } from '../../syntax/event.ts';
import type { CheckContext } from '../validator.ts';

/** How a structure is used. */
type Use = 'input' | 'output' | 'error' | 'member';

/** The traits that bind a member to HTTP, and where alone they mean something; null for the top of any message. */
const bindings: readonly (readonly [trait: ShapeId, where: 'input' | 'output' | null])[] = [
  ['smithy.api#httpLabel', 'input'],
  ['smithy.api#httpQuery', 'input'],
  ['smithy.api#httpQueryParams', 'input'],
  ['smithy.api#httpResponseCode', 'output'],
  ['smithy.api#httpHeader', null],
  ['smithy.api#httpPayload', null],
  ['smithy.api#httpPrefixHeaders', null],
];
const suffixes = { input: 'Input', output: 'Output' } as const;

/** A binding to HTTP is told of where a structure is used so that nothing comes of it. */
export function* checkIgnoredBindings(context: CheckContext): Generator<ModelEvent> {
  const bound = bindings.flatMap(([trait, where]) =>
    context
      .bearers(trait)
      .filter(isMember)
      .map((member) => ({ trait, where, member })),
  );
  const containers = new Set(bound.map(({ member }) => member.container));
  const uses = listUses(context, containers);
  for (const { trait, where, member } of bound) {
    const shape = context.model.shapes.get(member.container);
    if (shape?.type !== 'structure' || shape.traits.has('smithy.api#mixin')) continue;
    const ignored = (uses.get(shape.id) ?? []).filter(([use]) => (where === null ? use === 'member' : use !== where));
    if (ignored.length > 0) yield tell(shape, member, trait, where, ignored);
  }
}

function tell(
  shape: AggregateShape,
  member: Member,
  trait: ShapeId,
  where: 'input' | 'output' | null,
  ignored: readonly (readonly [Use, ShapeId])[],
): ModelEvent {
  const [[use, id] = ['member', '']] = ignored;
  const message = `\`@${trait.slice(trait.indexOf('#') + 1)}\` means nothing where \`${shape.id}\` is the ${use === 'member' ? 'target' : use} of \`${id}\``;
  return report(
    'warning',
    `HttpBindingTraitIgnored.${where === null ? 'TopLevel' : suffixes[where]}`,
    member,
    message,
    placeOfTrait(member, trait),
  );
}

function listUses(
  context: CheckContext,
  ids: ReadonlySet<ShapeId>,
): ReadonlyMap<ShapeId, readonly (readonly [Use, ShapeId])[]> {
  const uses = new Map<ShapeId, (readonly [Use, ShapeId])[]>();
  const note = (id: ShapeId, use: Use, user: ShapeId): void => {
    if (!ids.has(id)) return;
    addTo(uses, id, [use, user]);
  };
  if (ids.size === 0) return uses;
  for (const subject of context.subjects()) {
    if (isMember(subject)) note(subject.target, 'member', subject.id);
    else if (subject.type === 'operation') {
      note(subject.input, 'input', subject.id);
      note(subject.output, 'output', subject.id);
      for (const error of subject.errors) note(error, 'error', subject.id);
    } else if (subject.type === 'service') for (const error of subject.errors) note(error, 'error', subject.id);
  }
  return uses;
}
