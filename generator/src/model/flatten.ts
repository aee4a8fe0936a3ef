import type { ModelEvent } from '@shapegate/validator/leaves';
import { makeEvent } from '../syntax/event.ts';
import { makeImplied } from '../syntax/placed-node.ts';
import type { DataDefinition } from '../syntax/tree.ts';
import { withArticle } from '../syntax/with-article.ts';
import { bindOperation, bindResource, bindService } from './bind.ts';
import type { Draft, DraftMember } from './draft.ts';
import type { LostShapes } from './lost-shapes.ts';
import { sortByMixins } from './mixin-order.ts';
import type { Member, OwnParts, Shape, ShapeId, Traits } from './model.ts';
import { memberName } from './shape-id.ts';
import { noTraits, overrideTraits } from './trait-merge.ts';
import { giveMemberDefault, giveShapeDefault } from './version-one.ts';

const mixinTrait = 'smithy.api#mixin';
const enumValue = 'smithy.api#enumValue';

/** Makes the final shapes: members and traits of mixins are in them, targets left out are filled in. */
export function flattenShapes(
  drafts: ReadonlyMap<ShapeId, Draft>,
  lost: LostShapes,
  events: ModelEvent[],
): Map<ShapeId, Shape> {
  return new Flattener(drafts, lost, events).flatten();
}

type Head = Pick<Shape, 'id' | 'place' | 'traits' | 'mixins'> & { own: OwnParts | null };

class Flattener {
  readonly #drafts: ReadonlyMap<ShapeId, Draft>;
  readonly #lost: LostShapes;
  readonly #events: ModelEvent[];
  readonly #shapes = new Map<ShapeId, Shape>();

  constructor(drafts: ReadonlyMap<ShapeId, Draft>, lost: LostShapes, events: ModelEvent[]) {
    this.#drafts = drafts;
    this.#lost = lost;
    this.#events = events;
  }

  flatten(): Map<ShapeId, Shape> {
    const drafts = sortByMixins(this.#drafts, this.#lost, this.#events);
    for (const draft of drafts) {
      const shape = this.#makeShape(draft);
      if (shape === null) this.#lost.add(draft.definition.id);
      else this.#shapes.set(shape.id, shape);
    }
    if (areInOrder(drafts, this.#drafts.values())) return this.#shapes;
    // Back to the order of the files, which the mixins' order has disturbed.
    const sorted = new Map<ShapeId, Shape>();
    for (const id of this.#drafts.keys()) {
      const shape = this.#shapes.get(id);
      if (shape !== undefined) sorted.set(id, shape);
    }
    return sorted;
  }

  #report(draft: Draft, message: string, shape: ShapeId = draft.definition.id): void {
    const place = draft.members.get(memberName(shape) ?? '')?.place ?? draft.definition.place;
    this.#events.push(makeEvent('error', 'Model', place, { message, shape }));
  }

  /** Null where the shape cannot be made; why has been reported. */
  #makeShape(draft: Draft): Shape | null {
    const { definition } = draft;
    const mixins: Shape[] = [];
    for (const id of draft.mixins) {
      const mixin = this.#shapes.get(id);
      if (mixin === undefined) {
        // Smithy tells of each link of a chain of mixins; of one that could not be read nothing is known.
        if (this.#drafts.has(id) || !this.#lost.has(id))
          this.#report(draft, `mixin \`${id}\` of \`${definition.id}\` does not exist`);
        return null;
      }
      mixins.push(mixin);
    }
    const { id, place } = definition;
    const own = definition.version === '1.0' ? giveShapeDefault(draft) : draft.traits;
    const traits = mixins.length === 0 ? own : inheritTraits(mixins, own);
    const base: Head = { id, place, traits: traits.size === 0 ? noTraits : traits, mixins: draft.mixins, own: null };
    if (mixins.length > 0) base.own = findOwn(draft, base, mixins);
    switch (definition.type) {
      case 'operation':
        return bindOperation(base, definition, draft.scope, mixins);
      case 'resource':
        return bindResource(base, definition, draft.scope, mixins);
      case 'service':
        return bindService(base, definition, draft.scope, mixins);
      default:
        return this.#makeData(draft, definition, base, mixins);
    }
  }

  #makeData(draft: Draft, { type }: DataDefinition, head: Head, from: readonly Shape[]): Shape | null {
    const members = this.#makeMembers(draft, from);
    const lack = describeLack(type, members);
    if (lack !== null) {
      this.#report(draft, `${type} \`${head.id}\` ${lack}`);
      return null;
    }
    // Written out, since nearly all shapes are made here and a spread takes several times as long.
    const { id, place, traits, mixins, own } = head;
    if (type === 'structure' || type === 'union' || type === 'enum' || type === 'intEnum')
      return { id, place, traits, mixins, own, type, members };
    if (type === 'list' || type === 'map') return { id, place, traits, mixins, own, type, members };
    if (type === 'set') return { id, place, traits: addUniqueItems(head), mixins, own, type: 'list', members };
    return { id, place, traits, mixins, own, type };
  }

  #makeMembers(draft: Draft, mixins: readonly Shape[]): ReadonlyMap<string, Member> {
    if (mixins.length === 0 && hasFinalMembers(draft)) return draft.members;
    const { definition, introduced } = draft;
    const members = new Map<string, Member>();
    for (const mixin of mixins) {
      if (!('members' in mixin)) continue;
      for (const inherited of mixin.members.values()) {
        const { name, target, place } = inherited;
        const id = `${definition.id}$${name}`;
        const known = members.get(name);
        if (known !== undefined && known.target !== target) this.#reportConflict(draft, id, inherited.id);
        const traits = overrideTraits(known?.traits ?? noTraits, inherited.traits);
        members.set(name, { id, container: definition.id, name, target: known?.target ?? target, place, traits });
      }
    }
    for (const [name, { traits }] of introduced ?? []) {
      const inherited = members.get(name);
      if (inherited === undefined) {
        const first = [...traits.values()][0];
        const message = `trait \`${first?.id}\` is applied to \`${definition.id}$${name}\`, which does not exist`;
        this.#events.push(makeEvent('error', 'Model', first?.place ?? definition.place, { message }));
      } else members.set(name, { ...inherited, traits: overrideTraits(inherited.traits, traits) });
    }
    const offer = this.#findOffer(draft);
    for (const own of draft.members.values()) {
      // What a broken `for` would have offered is not known, and it has been reported.
      if (own.elided && offer === null) continue;
      const member = this.#makeMember(
        draft,
        own,
        offer?.get(own.name) ?? members.get(own.name)?.target,
        members,
        mixins,
      );
      if (member !== null) members.set(own.name, member);
    }
    return members;
  }

  #reportConflict(draft: Draft, id: ShapeId, inherited: ShapeId): void {
    this.#report(draft, `member \`${id}\` has another target than the inherited \`${inherited}\``, id);
  }

  /** @param offered the target where the text leaves it out */
  #makeMember(
    draft: Draft,
    own: DraftMember,
    offered: ShapeId | undefined,
    before: ReadonlyMap<string, Member>,
    mixins: readonly Shape[],
  ): Member | null {
    const { definition } = draft;
    const { name, place } = own;
    const id = `${definition.id}$${name}`;
    const inherited = before.get(name);
    if (definition.type === 'enum' || definition.type === 'intEnum') {
      const traits = overrideTraits(inherited?.traits ?? noTraits, own.traits);
      const given = giveEnumValue(traits, own, definition.type);
      return { id, container: definition.id, name, place, target: 'smithy.api#Unit', traits: given };
    }
    const target = own.target ?? offered;
    if (target === undefined) {
      this.#report(draft, `member \`${name}\` has no target, and neither a mixin nor the resource gives one`, id);
      return null;
    }
    if (inherited !== undefined && inherited.target !== target) {
      const source = mixins.find((mixin) => 'members' in mixin && mixin.members.has(name));
      this.#reportConflict(draft, id, `${source?.id}$${name}`);
    }
    const written = inherited === undefined ? own.traits : overrideTraits(inherited.traits, own.traits);
    const traits =
      definition.version === '1.0' && definition.type === 'structure'
        ? giveMemberDefault(written, this.#drafts.get(target), place)
        : written;
    return { id, container: definition.id, name, place, target, traits: traits.size === 0 ? noTraits : traits };
  }

  /** What `for Resource` offers to members without a target; null where it names no resource, undefined without `for`. */
  #findOffer({ definition, scope }: Draft): ReadonlyMap<string, ShapeId> | null | undefined {
    if (!('resource' in definition) || definition.resource === null) return undefined;
    const id = scope.resolve(definition.resource.name);
    const resource = this.#shapes.get(id);
    if (resource?.type === 'resource') return new Map([...resource.properties, ...resource.identifiers]);
    if (resource === undefined && this.#lost.has(id)) return null;
    const found = resource === undefined ? 'no shape' : withArticle(resource.type);
    const message = `found ${found} \`${id}\` after \`for\`, expected a resource`;
    this.#events.push(makeEvent('error', 'Model', definition.resource.place, { message, shape: definition.id }));
    return null;
  }
}

function areInOrder(drafts: readonly Draft[], ofFiles: Iterable<Draft>): boolean {
  let at = 0;
  for (const draft of ofFiles) if (draft !== drafts[at++]) return false;
  return true;
}

/** What a shape of a type cannot be without; null where it is there. */
function describeLack(type: DataDefinition['type'], members: ReadonlyMap<string, Member>): string | null {
  switch (type) {
    case 'enum':
    case 'intEnum':
      return members.size === 0 ? 'has no member, expected at least one' : null;
    case 'list':
    case 'set':
      return members.has('member') ? null : 'lacks `member`';
    case 'map': {
      const missing = ['key', 'value'].filter((name) => !members.has(name)).map((name) => `\`${name}\``);
      return missing.length === 0 ? null : `lacks ${missing.join(' and ')}`;
    }
    default:
      return null;
  }
}

/** True where nothing has to be added to a member, as for nearly all shapes without mixins. */
function hasFinalMembers(draft: Draft): draft is Draft & { readonly members: ReadonlyMap<string, Member> } {
  const { definition, introduced, members } = draft;
  if (introduced !== null || ('resource' in definition && definition.resource !== null)) return false;
  if (definition.version === '1.0' && definition.type === 'structure') return false;
  for (const { target, traits } of members.values())
    if (target === null || (definition.type === 'enum' && !traits.has(enumValue))) return false;
  return true;
}

function findOwn(
  { definition, scope, traits, members, introduced }: Draft,
  head: Head,
  mixins: readonly Shape[],
): OwnParts {
  const memberTraits = new Map<string, Traits>();
  for (const [name, { traits }] of introduced ?? []) memberTraits.set(name, traits);
  const own = new Set<string>();
  for (const [name, member] of members)
    if (!mixins.some((mixin) => 'members' in mixin && mixin.members.has(name))) own.add(name);
    else if (member.traits.size > 0) memberTraits.set(name, member.traits);
  switch (definition.type) {
    case 'operation':
      return { traits, memberTraits, members: own, bindings: bindOperation(head, definition, scope, []) };
    case 'resource':
      return { traits, memberTraits, members: own, bindings: bindResource(head, definition, scope, []) };
    case 'service':
      return { traits, memberTraits, members: own, bindings: bindService(head, definition, scope, []) };
    default:
      return { traits, memberTraits, members: own, bindings: null };
  }
}

/** Own traits over those of the mixins, the later mixin's over the earlier's; `mixin` itself and local traits stay behind. */
function inheritTraits(mixins: readonly Shape[], own: Traits): Traits {
  const inherited = new Map<ShapeId, Traits extends ReadonlyMap<ShapeId, infer T> ? T : never>();
  for (const mixin of mixins) {
    const local = new Set<ShapeId>([mixinTrait]);
    const settings = mixin.traits.get(mixinTrait)?.value;
    const listed =
      settings?.kind === 'object' ? settings.entries.find(({ key }) => key === 'localTraits')?.value : null;
    if (listed?.kind === 'array')
      for (const element of listed.elements) if (element.kind === 'string') local.add(element.value);
    for (const [id, trait] of mixin.traits) if (!local.has(id)) inherited.set(id, trait);
  }
  return overrideTraits(inherited, own);
}

function addUniqueItems({ traits, place }: Pick<Head, 'traits' | 'place'>): Traits {
  const id = 'smithy.api#uniqueItems';
  if (traits.has(id)) return traits;
  return new Map(traits).set(id, { id, value: makeImplied('object', place), place });
}

function giveEnumValue(traits: Traits, { name, place }: DraftMember, type: 'enum' | 'intEnum'): Traits {
  if (type === 'intEnum' || traits.has(enumValue)) return traits;
  return new Map(traits).set(enumValue, { id: enumValue, value: makeImplied({ text: name }, place), place });
}
