import type { Node } from '../syntax/node.ts';
import type { Place } from '../syntax/place.ts';

export type { Place } from '../syntax/place.ts';

/** An absolute shape id, `namespace#Name`, or a member's, `namespace#Name$member`. */
export type ShapeId = string;

/** The one semantic model: texts merged, `apply` applied, mixins flattened, prelude included. Nothing later changes it. */
export interface Model {
  readonly metadata: ReadonlyMap<string, Node>;
  /** By absolute id, prelude shapes included; members are found in their container. */
  readonly shapes: ReadonlyMap<ShapeId, Shape>;
  /** Shapes of the texts that could not be made: a name of one is no mistake of who names it. */
  readonly lost: Pick<ReadonlySet<ShapeId>, 'has'>;
}

/** A trait on a shape or member. A value left out in the text has become what its shape makes of it: `{}` for a structure, and so on. */
export interface Trait {
  /** Absolute, such as `smithy.api#length`. */
  readonly id: ShapeId;
  readonly value: Node;
  /** The whole application, `@` included. */
  readonly place: Place;
}

export type Traits = ReadonlyMap<ShapeId, Trait>;

export type SimpleShapeType =
  | 'blob'
  | 'boolean'
  | 'string'
  | 'timestamp'
  | 'byte'
  | 'short'
  | 'integer'
  | 'long'
  | 'float'
  | 'double'
  | 'bigInteger'
  | 'bigDecimal'
  | 'document';

/** What a shape with mixins says itself; all else it has comes from them. */
export interface OwnParts {
  readonly traits: Traits;
  /** Traits laid over members that mixins bring, by member name; a member that is not among them and not brought is own. */
  readonly memberTraits: ReadonlyMap<string, Traits>;
  /** Names of the members that no mixin brings. */
  readonly members: ReadonlySet<string>;
  /** An operation, resource or service as it would be without its mixins; null for data. */
  readonly bindings: OperationShape | ResourceShape | ServiceShape | null;
}

interface ShapeBase {
  readonly id: ShapeId;
  /** The shape's name where it is defined. */
  readonly place: Place;
  /** Own traits and those inherited from mixins; `documentation` included, from `///` too. */
  readonly traits: Traits;
  /** Ids of the mixins that the shape names, in order; their members and traits are already in it. */
  readonly mixins: readonly ShapeId[];
  /** Null where the shape has no mixins. */
  readonly own: OwnParts | null;
}

export interface SimpleShape extends ShapeBase {
  readonly type: SimpleShapeType;
}

/** `enum` and `intEnum`: each member has the trait `smithy.api#enumValue`. A string with `@enum` stays a string. */
export interface EnumShape extends ShapeBase {
  readonly type: 'enum' | 'intEnum';
  readonly members: ReadonlyMap<string, Member>;
}

/** `list` (and `set`, read as a list with `uniqueItems`) has `member`; `map` has `key` and `value`. */
export interface CollectionShape extends ShapeBase {
  readonly type: 'list' | 'map';
  readonly members: ReadonlyMap<string, Member>;
}

export interface AggregateShape extends ShapeBase {
  readonly type: 'structure' | 'union';
  /** In source order, mixed-in members first. */
  readonly members: ReadonlyMap<string, Member>;
}

export interface OperationShape extends ShapeBase {
  readonly type: 'operation';
  /** `smithy.api#Unit` where there is none. */
  readonly input: ShapeId;
  readonly output: ShapeId;
  readonly errors: readonly ShapeId[];
}

export interface ResourceShape extends ShapeBase {
  readonly type: 'resource';
  readonly identifiers: ReadonlyMap<string, ShapeId>;
  readonly properties: ReadonlyMap<string, ShapeId>;
  readonly lifecycle: Partial<Readonly<Record<'create' | 'put' | 'read' | 'update' | 'delete' | 'list', ShapeId>>>;
  readonly operations: readonly ShapeId[];
  readonly collectionOperations: readonly ShapeId[];
  readonly resources: readonly ShapeId[];
}

export interface ServiceShape extends ShapeBase {
  readonly type: 'service';
  readonly version: string;
  readonly operations: readonly ShapeId[];
  readonly resources: readonly ShapeId[];
  readonly errors: readonly ShapeId[];
  readonly rename: ReadonlyMap<ShapeId, string>;
}

export type Shape =
  | SimpleShape
  | EnumShape
  | CollectionShape
  | AggregateShape
  | OperationShape
  | ResourceShape
  | ServiceShape;

export interface Member {
  readonly id: ShapeId;
  /** The shape that has it. */
  readonly container: ShapeId;
  readonly name: string;
  readonly target: ShapeId;
  readonly place: Place;
  readonly traits: Traits;
}
