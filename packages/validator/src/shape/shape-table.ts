import type { JsonValue } from './json.ts';

/** Trait values by trait id; `smithy.api#` is left out of the id (`length`, `pattern`), others are whole (`shapegate#arn`). */
export type Traits = Readonly<Record<string, JsonValue>>;

/** What the generator writes of an API for the run time: everything that rules, policies, gate and emulator know of it. */
export interface ShapeTable {
  readonly service: ServiceEntry;
  /** By operation name, sorted. */
  readonly operations: Readonly<Record<string, OperationEntry>>;
  /** By the name that the service's closure gives the shape, sorted; every `target` below names a key of this. */
  readonly shapes: Readonly<Record<string, ShapeEntry>>;
  /** Where a walk from a shape meets a trait of a policy vocabulary; shapes below which there is none are absent. */
  readonly plan: Readonly<Record<string, PlanEntry>>;
}

export interface ServiceEntry {
  /** The absolute shape id. */
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** `aws.api#service` `sdkId`, else the shape's name. */
  readonly sdkId: string;
  readonly endpointPrefix: string | null;
  /** The name that SigV4 signs for; null where the service is not signed with it. */
  readonly signingName: string | null;
  /** The protocol trait's id, such as `aws.protocols#restJson1`; null where the model names none. */
  readonly protocol: string | null;
  /** The operation of a bare document that nothing else names; marked by `shapegate#defaultOperation`. */
  readonly defaultOperation: string | null;
  readonly traits: Traits;
}

export interface OperationEntry {
  readonly http: { readonly method: string; readonly uri: string; readonly code: number } | null;
  /** Names of structures in `shapes`; an operation without input has the empty structure `Unit`. */
  readonly input: string;
  readonly output: string;
  readonly errors: readonly string[];
  readonly traits: Traits;
}

export type ShapeEntry =
  | {
      readonly type: 'structure' | 'union';
      readonly members: Readonly<Record<string, MemberEntry>>;
      readonly traits?: Traits;
    }
  | { readonly type: 'list'; readonly member: MemberEntry; readonly traits?: Traits }
  | { readonly type: 'map'; readonly key: MemberEntry; readonly value: MemberEntry; readonly traits?: Traits }
  | { readonly type: 'enum'; readonly values: readonly string[]; readonly traits?: Traits }
  | { readonly type: 'intEnum'; readonly values: readonly number[]; readonly traits?: Traits }
  | { readonly type: SimpleType; readonly traits?: Traits };

export type SimpleType =
  | 'string'
  | 'boolean'
  | 'byte'
  | 'short'
  | 'integer'
  | 'long'
  | 'float'
  | 'double'
  | 'bigInteger'
  | 'bigDecimal'
  | 'timestamp'
  | 'blob'
  | 'document';

export interface MemberEntry {
  readonly target: string;
  readonly required?: true;
  /** Traits on the member itself; they win over the target's of the same id. */
  readonly traits?: Traits;
}

/** One shape's part of the policy plan. */
export interface PlanEntry {
  /** Vocabulary traits of the shape itself. */
  readonly traits?: Traits;
  /** Members (list element: `member`; map: `key`, `value`) below or on which a vocabulary trait stands. */
  readonly members?: Readonly<Record<string, PlanMember>>;
}

export interface PlanMember {
  /** The target's key in `plan`, where there is one. */
  readonly target?: string;
  /** Vocabulary traits on the member itself. */
  readonly traits?: Traits;
}

/** A `pattern` trait as the table holds it: Smithy's `@pattern` is a search, so both are unanchored unless they say `^` and `$`. */
export interface PatternEntry {
  /** As the model writes it: what messages quote. */
  readonly pattern: string;
  /** Equal in language, linear in a backtracking engine under the `u` flag; null where there is none and the linear engine must run `pattern`. */
  readonly regexp: string | null;
}
