import type { Node } from './node.ts';
import type { Place } from './place.ts';
import type { StringNode } from './placed-node.ts';

/** The two versions of the language; a file without `$version` is 1.0. */
export type SmithyVersion = '1.0' | '2.0';

/** One file as read: names are still as written, nothing is looked up. The IDL parser and the AST reader both make it. */
export interface SourceTree {
  readonly file: string;
  readonly version: SmithyVersion;
  /** Null where the file has no namespace: an AST, or control and metadata sections alone. */
  readonly namespace: string | null;
  readonly uses: readonly Reference[];
  readonly metadata: readonly MetadataEntry[];
  readonly definitions: readonly ShapeDefinition[];
  readonly applications: readonly Application[];
  /** Shape ids written without quotes in trait values and metadata; they become absolute when the model is assembled. */
  readonly syntacticIds: readonly StringNode[];
  /** The ids of all traits that the file applies, where its reader knows them anyway; else null. */
  readonly traitIds: ReadonlySet<string> | null;
  /** Absolute ids that may be those of shapes in text that could not be read; null where any may be. */
  readonly lostIds: ReadonlySet<string> | null;
}

/** A shape id as written: `String`, `com.acme#Job`, `Job$name`. */
export interface Reference {
  readonly name: string;
  readonly place: Place;
}

export interface MetadataEntry {
  readonly key: string;
  readonly value: Node;
  readonly place: Place;
}

/** `@name(value)`, or a doc comment. */
export interface TraitApplication {
  /** The trait's id as written. */
  readonly id: string;
  /** Null where the text gives none, as in `@required`. */
  readonly value: Node | null;
  /** Of a doc comment the value itself. */
  readonly place: Place;
}

/** `apply target @trait`. */
export interface Application {
  readonly target: Reference;
  readonly traits: readonly TraitApplication[];
}

export interface MemberDefinition {
  readonly name: string;
  /** The name. */
  readonly place: Place;
  /** The id as written; null for an elided target (`$name`) and for the members of enums. */
  readonly target: string | null;
  readonly elided: boolean;
  readonly traits: readonly TraitApplication[];
}

interface DefinitionBase {
  /** Absolute. */
  readonly id: string;
  /** The name where it is defined. */
  readonly place: Place;
  readonly version: SmithyVersion;
  readonly traits: readonly TraitApplication[];
  readonly mixins: readonly Reference[];
}

export const simpleTypes = [
  'blob',
  'boolean',
  'string',
  'timestamp',
  'byte',
  'short',
  'integer',
  'long',
  'float',
  'double',
  'bigInteger',
  'bigDecimal',
  'document',
] as const;

/** Shapes without members, and shapes that are little but their members. */
export interface DataDefinition extends DefinitionBase {
  readonly type: (typeof simpleTypes)[number] | 'enum' | 'intEnum' | 'list' | 'set' | 'map' | 'structure' | 'union';
  readonly members: readonly MemberDefinition[];
  /** The resource of `structure X for Resource`. */
  readonly resource: Reference | null;
}

/** Null and empty are "not given", so that a mixin can give it. */
export interface OperationDefinition extends DefinitionBase {
  readonly type: 'operation';
  readonly input: Reference | null;
  readonly output: Reference | null;
  readonly errors: readonly Reference[];
}

export const lifecycles = ['create', 'put', 'read', 'update', 'delete', 'list'] as const;
export type Lifecycle = (typeof lifecycles)[number];

export interface NamedReference {
  readonly name: string;
  readonly target: Reference;
}

export interface ResourceDefinition extends DefinitionBase {
  readonly type: 'resource';
  readonly identifiers: readonly NamedReference[];
  readonly properties: readonly NamedReference[];
  readonly lifecycle: readonly { readonly name: Lifecycle; readonly target: Reference }[];
  readonly operations: readonly Reference[];
  readonly collectionOperations: readonly Reference[];
  readonly resources: readonly Reference[];
}

export interface ServiceDefinition extends DefinitionBase {
  readonly type: 'service';
  readonly serviceVersion: string | null;
  readonly operations: readonly Reference[];
  readonly resources: readonly Reference[];
  readonly errors: readonly Reference[];
  readonly rename: readonly { readonly from: Reference; readonly to: string }[];
}

export type ShapeDefinition = DataDefinition | OperationDefinition | ResourceDefinition | ServiceDefinition;
export type DefinitionType = ShapeDefinition['type'];
