import type { JsonValue } from '@shapegate/validator/leaves';
import { isObject } from '@shapegate/validator/leaves';
import type { PatternDecision } from '../check/pattern/decide.ts';
import { serviceOperations, shapeClosure } from '../model/closure.ts';
import type {
  AggregateShape,
  CollectionShape,
  EnumShape,
  Member,
  Model,
  OperationShape,
  ServiceShape,
  Shape,
  ShapeId,
  SimpleShape,
  Traits,
} from '../model/model.ts';
import { shapeName } from '../model/shape-id.ts';
import { toJson } from '../syntax/node.ts';

/** A shape whose values are data. */
export type DataShape = SimpleShape | EnumShape | CollectionShape | AggregateShape;

/** The part of a model that is generated from: one service, the chosen operations, and the shapes that they reach. */
export interface ApiView {
  readonly model: Model;
  readonly service: ServiceShape;
  /** By name, sorted. */
  readonly operations: ReadonlyMap<string, OperationShape>;
  /** By the name that the service's closure gives them, sorted; shapes of the prelude included. */
  readonly shapes: ReadonlyMap<string, DataShape>;
  /** The keys of `shapes` by shape id. */
  readonly names: ReadonlyMap<ShapeId, string>;
  /** How each pattern of the shapes and their members is run, by the pattern as the model writes it. */
  readonly patterns: ReadonlyMap<string, PatternDecision>;
}

/** The value of a trait, `smithy.api#` understood; undefined where it is not there. */
export function readTrait(holder: { readonly traits: Traits }, id: string): JsonValue | undefined {
  const trait = holder.traits.get(id.includes('#') ? id : `smithy.api#${id}`);
  return trait === undefined ? undefined : toJson(trait.value);
}

/** The string that a trait holds; undefined where it is not there or holds something else. */
export function readText(holder: { readonly traits: Traits }, id: string): string | undefined {
  const value = readTrait(holder, id);
  return typeof value === 'string' ? value : undefined;
}

/** Compares as the generated files are sorted: by code unit, the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A map's entries sorted by key. */
export function sortEntries<T>(entries: Iterable<readonly [string, T]>): (readonly [string, T])[] {
  return [...entries].sort(([a], [b]) => compareText(a, b));
}

/** One value of an enumeration; strings with the old `@enum` trait have these too, perhaps without names. */
export interface EnumValue {
  readonly name: string | null;
  readonly value: string | number;
  readonly doc: string | null;
}

/** The values that a shape enumerates, sorted by value; null where it does not enumerate any. */
export function readEnumValues(shape: DataShape): readonly EnumValue[] | null {
  const values: EnumValue[] = [];
  if (shape.type === 'enum' || shape.type === 'intEnum') {
    for (const member of shape.members.values()) {
      const value = readTrait(member, 'enumValue') ?? member.name;
      if (typeof value === 'string' || typeof value === 'number')
        values.push({ name: member.name, value, doc: readText(member, 'documentation') ?? null });
    }
  } else {
    const old = shape.type === 'string' ? readTrait(shape, 'enum') : undefined;
    if (!Array.isArray(old)) return null;
    for (const entry of old as readonly JsonValue[]) {
      if (!isObject(entry) || typeof entry.value !== 'string') continue;
      const { value, name, documentation } = entry;
      const doc = typeof documentation === 'string' ? documentation : null;
      values.push({ value, name: typeof name === 'string' ? name : null, doc });
    }
  }
  return values.sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0));
}

/** Every pattern of the closure of these operations, sorted. */
export function collectPatterns(shapes: Iterable<DataShape>): string[] {
  const found = new Set<string>();
  for (const shape of shapes) {
    for (const holder of [shape, ...readMembers(shape).values()]) {
      const pattern = readText(holder, 'pattern');
      if (pattern !== undefined) found.add(pattern);
    }
  }
  return [...found].sort(compareText);
}

/** The members that hold values: those of structures, unions, lists and maps; none for other shapes. */
export function readMembers(shape: DataShape): CollectionShape['members'] {
  return 'members' in shape && shape.type !== 'enum' && shape.type !== 'intEnum' ? shape.members : new Map();
}

/** True where whoever writes a request has to give the member; a token that every client fills by itself may be left out. */
export function isRequired(member: Member): boolean {
  return member.traits.has('smithy.api#required') && !member.traits.has('smithy.api#idempotencyToken');
}

/** Looks at a service through the chosen operations; `decide` says how a pattern is run. */
export function viewApi(
  model: Model,
  service: ServiceShape,
  operations: readonly OperationShape[],
  decide: (pattern: string) => PatternDecision,
): ApiView {
  const nameOf = (id: ShapeId) => service.rename.get(id) ?? shapeName(id);
  const errors = operations.flatMap((operation) => listErrors(service, operation));
  const roots = operations.flatMap((operation) => [operation.input, operation.output]);
  const ids = listDataIds(model, [...roots, ...errors]);
  const shapes = new Map<string, DataShape>();
  const names = new Map<ShapeId, string>();
  const isPrelude = (id: ShapeId) => id.startsWith('smithy.api#');
  // The model's own shapes choose first; of two with one name (Smithy lets simple shapes be) the second keeps its whole id.
  for (const id of [...ids.filter((id) => !isPrelude(id)), ...ids.filter(isPrelude)]) {
    const shape = model.shapes.get(id);
    if (shape === undefined || !isData(shape)) continue;
    const name = shapes.has(nameOf(id)) ? id : nameOf(id);
    shapes.set(name, shape);
    names.set(id, name);
  }
  const patterns = new Map(collectPatterns(shapes.values()).map((pattern) => [pattern, decide(pattern)]));
  const named = sortEntries(operations.map((operation) => [nameOf(operation.id), operation] as const));
  return { model, service, operations: new Map(named), shapes: new Map(sortEntries(shapes)), names, patterns };
}

/** The data shapes that the given ones reach, sorted; enumerations' members refer to nothing that has a value. */
function listDataIds(model: Model, roots: readonly ShapeId[]): ShapeId[] {
  const reached = shapeClosure(model, roots);
  const used = new Set(roots);
  for (const id of reached) {
    const shape = model.shapes.get(id);
    if (shape !== undefined && isData(shape)) for (const member of readMembers(shape).values()) used.add(member.target);
  }
  return [...used].sort(compareText);
}

/** The ids of an operation's errors, the service's own included, sorted. */
export function listErrors(service: ServiceShape, operation: OperationShape): ShapeId[] {
  return [...new Set([...operation.errors, ...service.errors])].sort(compareText);
}

/** The operations of a service by name; null in place of one that the service does not have. */
export function findOperations(
  model: Model,
  service: ServiceShape,
  wanted: readonly string[] | undefined,
): (readonly [string, OperationShape | null])[] {
  const all = new Map(
    serviceOperations(model, service).map((operation) => [shapeName(operation.id), operation] as const),
  );
  return wanted === undefined
    ? [...all]
    : wanted.map((name) => [name, all.get(name) ?? all.get(shapeName(name)) ?? null]);
}

function isData(shape: Shape): shape is DataShape {
  return shape.type !== 'operation' && shape.type !== 'resource' && shape.type !== 'service';
}

/** What a reference to a shape resolves to; a model that was checked has no dangling one. */
export function lookUp(view: ApiView, id: ShapeId): { readonly name: string; readonly shape: DataShape } {
  const name = view.names.get(id);
  const shape = name === undefined ? undefined : view.shapes.get(name);
  if (name === undefined || shape === undefined) throw new Error(`the closure has no shape ${id}`);
  return { name, shape };
}
