import type { ModelEvent } from '@shapegate/validator/leaves';
import { makeEvent } from '../syntax/event.ts';
import type { Node } from '../syntax/node.ts';
import type { Place } from '../syntax/place.ts';
import { joinLists, makeImplied } from '../syntax/placed-node.ts';
import type { DataDefinition, ShapeDefinition, SourceTree, TraitApplication } from '../syntax/tree.ts';
import type { Draft, DraftMember } from './draft.ts';
import type { LostShapes } from './lost-shapes.ts';
import type { ShapeId, Trait, Traits } from './model.ts';
import { Scope } from './scope.ts';
import { containerId, memberName, namespaceOf } from './shape-id.ts';
import { addTrait, applyTrait, canonicalText, noTraits } from './trait-merge.ts';

const unit: ShapeId = 'smithy.api#Unit';
const noIds: readonly ShapeId[] = [];
const noMembers: ReadonlyMap<string, DraftMember> = new Map();

/** What the files say together, names looked up. */
export interface MergedFiles {
  readonly drafts: ReadonlyMap<ShapeId, Draft>;
  readonly metadata: ReadonlyMap<string, Node>;
}

/** Merges files in any order. A shape may be defined twice when both definitions say the same. */
export function mergeFiles(trees: readonly SourceTree[], lost: LostShapes, events: ModelEvent[]): MergedFiles {
  const merger = new Merger(trees, lost, events);
  return { drafts: merger.mergeShapes(), metadata: merger.mergeMetadata() };
}

class Merger {
  readonly #trees: readonly SourceTree[];
  readonly #lost: LostShapes;
  readonly #events: ModelEvent[];
  readonly #scopes: ReadonlyMap<SourceTree, Scope>;
  readonly #types = new Map<ShapeId, ShapeDefinition['type']>();
  readonly #drafts = new Map<ShapeId, Draft>();

  constructor(trees: readonly SourceTree[], lost: LostShapes, events: ModelEvent[]) {
    this.#trees = trees;
    this.#lost = lost;
    this.#events = events;
    for (const tree of trees) for (const { id, type } of tree.definitions) this.#types.set(id, type);
    const isDefined = (id: ShapeId): boolean => this.#types.has(id);
    this.#scopes = new Map(trees.map((tree) => [tree, new Scope(tree, isDefined, lost, events)]));
  }

  mergeShapes(): ReadonlyMap<ShapeId, Draft> {
    for (const [tree, scope] of this.#scopes) {
      this.#resolveSyntacticIds(tree, scope);
      const mayHaveBox = tree.traitIds?.has('smithy.api#box') ?? true;
      for (const definition of tree.definitions) this.#addDefinition(definition, scope, mayHaveBox);
    }
    for (const [tree, scope] of this.#scopes)
      for (const { target, traits } of tree.applications) {
        const id = scope.resolve(target.name);
        for (const application of traits) this.#apply(id, this.#readTrait(application, scope));
      }
    return this.#drafts;
  }

  mergeMetadata(): ReadonlyMap<string, Node> {
    const metadata = new Map<string, Node>();
    for (const { metadata: entries } of this.#trees)
      for (const { key, value, place } of entries) {
        const known = metadata.get(key);
        if (known === undefined) metadata.set(key, value);
        else if (known.kind === 'array' && value.kind === 'array') {
          metadata.set(key, joinLists([...known.elements, ...value.elements], known));
        } else if (canonicalText(known) !== canonicalText(value)) {
          const message = `metadata \`${key}\` stands twice with different values`;
          this.#events.push(makeEvent('error', 'Model', place, { message }));
        }
      }
    return metadata;
  }

  #resolveSyntacticIds(tree: SourceTree, scope: Scope): void {
    for (const node of tree.syntacticIds) {
      const written = node.value;
      node.value = scope.resolve(written);
      if (this.#types.has(containerId(node.value)) || this.#lost.has(node.value)) continue;
      const message = `shape id \`${written}\` names no shape of the model: \`${node.value}\` does not exist`;
      const help = 'put a string in quotes';
      // Without a namespace no file of the model can define it.
      this.#events.push(
        makeEvent(tree.namespace === null ? 'error' : 'danger', 'SyntacticShapeIdTarget', node, { message, help }),
      );
    }
  }

  #addDefinition(definition: ShapeDefinition, scope: Scope, mayHaveBox: boolean): void {
    const { id } = definition;
    const draft: Draft = {
      definition,
      scope,
      traits: this.#readTraits(definition.traits, scope, id),
      mixins: definition.mixins.length === 0 ? noIds : definition.mixins.map(({ name }) => scope.resolve(name)),
      members: 'members' in definition ? this.#readMembers(definition, scope) : noMembers,
      introduced: null,
    };
    if (definition.version === '1.0') this.#refuseNewForms(draft);
    else if (mayHaveBox) this.#refuseOldForms(draft);
    const old = findOldForm(definition, draft);
    if (old !== null)
      this.#events.push(makeEvent('warning', 'ModelDeprecation', definition.place, { message: old, shape: id }));
    const known = this.#drafts.get(id);
    if (known === undefined) this.#drafts.set(id, draft);
    else if (describeDraft(known) !== describeDraft(draft)) {
      const { file, range } = known.definition.place;
      const message = `shape \`${id}\` is defined differently at ${file}:${range.start.line}:${range.start.column}`;
      this.#events.push(makeEvent('error', 'Model', definition.place, { message, shape: id }));
    } else {
      const { file, range } = known.definition.place;
      const message = `shape \`${id}\` is defined at ${file}:${range.start.line}:${range.start.column} in the same way`;
      this.#events.push(
        makeEvent('note', 'Model.IgnoredDuplicateDefinition', definition.place, { message, shape: id }),
      );
    }
  }

  #refuseNewForms({ definition: { id, place }, traits, members }: Draft): void {
    const report = (at: Place, message: string, shape: ShapeId): void => {
      this.#events.push(makeEvent('error', 'Model', at, { message, shape }));
    };
    if (traits.has('smithy.api#mixin'))
      report(place, `found \`@mixin\` on \`${id}\` in a model of version 1.0, expected version 2`, id);
    for (const { name, traits: own, place: at } of members.values())
      if (own.has('smithy.api#default'))
        report(at, 'found `@default` in a model of version 1.0, expected version 2', `${id}$${name}`);
  }

  #refuseOldForms({ definition: { id, place }, traits, members }: Draft): void {
    const message = 'found `@box` in a model of version 2.0, which has `@default` instead';
    if (traits.has('smithy.api#box')) this.#events.push(makeEvent('error', 'Model', place, { message, shape: id }));
    for (const { name, traits: own, place: at } of members.values())
      if (own.has('smithy.api#box'))
        this.#events.push(makeEvent('error', 'Model', at, { message, shape: `${id}$${name}` }));
  }

  #readMembers({ id: container, type, members }: DataDefinition, scope: Scope): ReadonlyMap<string, DraftMember> {
    if (members.length === 0) return noMembers;
    const isEnum = type === 'enum' || type === 'intEnum';
    const read = new Map<string, DraftMember>();
    for (const member of members) {
      const { name, place, elided } = member;
      const id = `${container}$${name}`;
      const target = isEnum ? unit : member.target === null ? null : scope.resolve(member.target);
      read.set(name, {
        id,
        container,
        name,
        place,
        target,
        elided,
        traits: this.#readTraits(member.traits, scope, id),
      });
    }
    return read;
  }

  #readTraits(applications: readonly TraitApplication[], scope: Scope, shape: ShapeId): Traits {
    if (applications.length === 0) return noTraits;
    const traits = new Map<ShapeId, Trait>();
    for (const application of applications) addTrait(traits, this.#readTrait(application, scope), shape, this.#events);
    return traits;
  }

  #readTrait(application: TraitApplication, scope: Scope): Trait {
    const { value, place } = application;
    const id = scope.resolve(application.id);
    // What an AST says is complete, and a large model has more than ten thousand.
    if (id === application.id && isComplete(application)) return application;
    return { id, value: value ?? this.#impliedValue(id, place), place };
  }

  /** What a trait without a value has: the empty value of its shape. Null where the shape has none. */
  #impliedValue(id: ShapeId, place: Place): Node {
    switch (this.#types.get(id)) {
      case 'list':
      case 'set':
        return makeImplied('list', place);
      case undefined:
      case 'structure':
      case 'union':
      case 'map':
        return makeImplied('object', place);
      default:
        return makeImplied('null', place);
    }
  }

  #apply(target: ShapeId, trait: Trait): void {
    if (namespaceOf(target) === 'smithy.api') {
      const message = `trait \`${trait.id}\` is applied to \`${target}\`, and the prelude cannot be changed`;
      this.#events.push(makeEvent('error', 'Model', trait.place, { message, shape: target }));
      return;
    }
    const draft = this.#drafts.get(containerId(target));
    const name = memberName(target);
    if (draft === undefined && this.#lost.has(target)) return;
    if (draft === undefined || (name !== null && !draft.members.has(name) && draft.mixins.length === 0)) {
      const message = `trait \`${trait.id}\` is applied to \`${target}\`, which does not exist`;
      this.#events.push(makeEvent('error', 'Model', trait.place, { message }));
      return;
    }
    const bearer = name === null ? draft : (draft.members.get(name) ?? findIntroduced(draft, name));
    applyTrait(bearer, trait, target, this.#events);
  }
}

/** What `apply` puts on a member that only a mixin brings. */
function findIntroduced(draft: Draft, name: string): { traits: Traits } {
  draft.introduced ??= new Map();
  const known = draft.introduced.get(name) ?? { traits: noTraits };
  draft.introduced.set(name, known);
  return known;
}

function isComplete(application: TraitApplication): application is TraitApplication & Trait {
  return application.value !== null;
}

/** What version 2 writes in another way; ASTs are written by tools and not told. */
function findOldForm({ type, version, place }: ShapeDefinition, { traits }: Draft): string | null {
  if (type === 'set' && version === '1.0') return 'version 2 has no sets, write a list with `@uniqueItems`';
  if (traits.has('smithy.api#enum') && version === '2.0' && !place.file.endsWith('.json'))
    return 'found `@enum` in a model of version 2, write an enum';
  return null;
}

/** A text that is equal for definitions that say the same, whatever the order of traits and of unordered keys. */
function describeDraft({ definition, scope, traits, members, mixins }: Draft): string {
  const describeTraits = (all: ReadonlyMap<ShapeId, Trait>): string[] =>
    [...all.values()].map(({ id, value }) => `${id} ${canonicalText(value)}`).sort();
  const { id: _id, place: _place, version: _version, traits: _traits, ...said } = definition;
  return JSON.stringify(
    [
      { ...said, members: undefined, mixins },
      describeTraits(traits),
      [...members.values()].map((member) => [member.name, member.target, describeTraits(member.traits)]),
    ],
    (key, value: unknown) => {
      if (key === 'place') return undefined;
      return key === 'name' && typeof value === 'string' && value.length > 0 ? scope.resolve(value) : value;
    },
  );
}
