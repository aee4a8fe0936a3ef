import { isBuiltIn } from '../model/built-in.ts';
import type { Member, Model, Shape, ShapeId, Trait, Traits } from '../model/model.ts';
import { type AstValue, printValue } from './node-text.ts';

type AstObject = Map<string, AstValue>;

/**
 * Writes a model as a 2.0 JSON AST that reads back as the same model: mixins kept apart, shapes, traits and metadata
 * sorted, members in source order. What every model has, the prelude and the standard traits, is left out.
 */
export function writeAst(model: Model): string {
  const shapes: AstObject = new Map();
  for (const shape of [...model.shapes.values()].filter((one) => !isBuiltIn(one)).sort(compareIds)) {
    shapes.set(shape.id, describeShape(shape));
    for (const [name, traits] of sortEntries(shape.own?.memberTraits ?? []))
      shapes.set(
        `${shape.id}$${name}`,
        new Map<string, AstValue>([['type', 'apply']]).set('traits', sortTraits(traits)),
      );
  }
  const ast: AstObject = new Map([['smithy', '2.0']]);
  if (model.metadata.size > 0) ast.set('metadata', new Map(sortEntries(model.metadata)));
  ast.set('shapes', shapes);
  return `${printValue(ast)}\n`;
}

/** Ids in the order of their code units, which is the same on every machine. */
export function compareIds(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The entries of a map in the order of their keys. */
export function sortEntries<Value>(entries: Iterable<readonly [string, Value]>): (readonly [string, Value])[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function describeShape(shape: Shape): AstObject {
  const ast: AstObject = new Map<string, AstValue>([['type', shape.type]]);
  const add = (key: string, value: AstValue, isEmpty: boolean): void => {
    if (!isEmpty) ast.set(key, value);
  };
  add('mixins', refer(shape.mixins), shape.mixins.length === 0);
  switch (shape.type) {
    case 'operation': {
      const { errors } = shape.own?.bindings?.type === 'operation' ? shape.own.bindings : shape;
      ast.set('input', referTo(shape.input)).set('output', referTo(shape.output));
      add('errors', refer(errors), errors.length === 0);
      break;
    }
    case 'resource': {
      const own = shape.own?.bindings?.type === 'resource' ? shape.own.bindings : shape;
      add('identifiers', referByName(own.identifiers), own.identifiers.size === 0);
      add('properties', referByName(own.properties), own.properties.size === 0);
      for (const [name, id] of Object.entries(own.lifecycle)) ast.set(name, referTo(id));
      for (const key of ['operations', 'collectionOperations', 'resources'] as const)
        add(key, refer(own[key]), own[key].length === 0);
      break;
    }
    case 'service': {
      const own = shape.own?.bindings?.type === 'service' ? shape.own.bindings : shape;
      add('version', shape.version, shape.version === '');
      for (const key of ['operations', 'resources', 'errors'] as const)
        add(key, refer(own[key]), own[key].length === 0);
      add('rename', new Map(own.rename), own.rename.size === 0);
      break;
    }
    case 'list':
    case 'map':
      for (const member of ownMembers(shape)) ast.set(member.name, describeMember(member));
      break;
    default:
      if ('members' in shape)
        ast.set('members', new Map(ownMembers(shape).map((member) => [member.name, describeMember(member)])));
  }
  const traits = sortTraits(shape.own?.traits ?? shape.traits);
  add('traits', traits, traits.size === 0);
  return ast;
}

/** The traits to be written, sorted: version 2 has no `@box`, what it meant is said by defaults. */
export function listWritten(traits: Traits): Trait[] {
  return [...traits.values()].filter(({ id }) => id !== 'smithy.api#box').sort(compareIds);
}

/** The members of a shape that do not come from its mixins. */
export function ownMembers(shape: Extract<Shape, { members: unknown }>): Member[] {
  const { own } = shape;
  return [...shape.members.values()].filter(({ name }) => own === null || own.members.has(name));
}

function describeMember({ target, traits }: Member): AstObject {
  const ast: AstObject = new Map([['target', target]]);
  const sorted = sortTraits(traits);
  if (sorted.size > 0) ast.set('traits', sorted);
  return ast;
}

function sortTraits(traits: Traits): AstObject {
  return new Map(listWritten(traits).map(({ id, value }) => [id, value]));
}

function referTo(id: ShapeId): AstObject {
  return new Map([['target', id]]);
}

function refer(ids: readonly ShapeId[]): AstObject[] {
  return ids.map(referTo);
}

function referByName(named: ReadonlyMap<string, ShapeId>): AstObject {
  return new Map([...named].map(([name, id]) => [name, referTo(id)]));
}
