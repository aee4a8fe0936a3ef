import type { JsonValue } from '@shapegate/validator/leaves';

/** A file as it is written; `path` is relative to the target's folder, with `/`. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** What an emitter hands over: declarations as data, which `print.ts` turns into text. */
export type GeneratedSource = TypeScriptSource | JsonSource;

/** A TypeScript file; the header (emitter, model files, "do not edit") is added when it is printed. */
export interface TypeScriptSource {
  readonly kind: 'typescript';
  readonly path: string;
  /** Names the emitter in the file's first line, such as `types`. */
  readonly emitter: string;
  /** Written by a code generator that does not type its locals; what it exports is typed all the same. */
  readonly unchecked?: true;
  readonly statements: readonly Statement[];
}

/** A JSON file; its header stands in `$comment`. */
export interface JsonSource {
  readonly kind: 'json';
  readonly path: string;
  readonly emitter: string;
  readonly value: { readonly [key: string]: JsonValue };
}

/**
 * One top-level declaration. Names are checked identifiers (see `identifier.ts`); `type`, `value` and `body` are TypeScript
 * text that the emitter made, with every word of a model's passed through `quote`. `doc` may be a model's text as it is.
 */
export type Statement =
  | ImportStatement
  | ReexportStatement
  | InterfaceStatement
  | TypeStatement
  | ConstStatement
  | FunctionStatement
  | ClassStatement
  | TextStatement;

/** `names` are values, `types` are erased; an entry may be `name as other`. A sibling is named with `.ts`. */
export interface ImportStatement {
  readonly kind: 'import';
  readonly from: string;
  readonly names?: readonly string[];
  readonly types?: readonly string[];
}

export interface ReexportStatement {
  readonly kind: 'reexport';
  readonly from: string;
  readonly names?: readonly string[];
  readonly types?: readonly string[];
}

interface Declaration {
  readonly name: string;
  readonly doc?: Doc;
  /** Exported unless false. */
  readonly exported?: false;
}

export interface InterfaceStatement extends Declaration {
  readonly kind: 'interface';
  /** Such as `Missing extends string = 'jobName'`. */
  readonly typeParameters?: readonly string[];
  readonly extends?: readonly string[];
  readonly members: readonly PropertyMember[];
}

export interface TypeStatement extends Declaration {
  readonly kind: 'type';
  readonly typeParameters?: readonly string[];
  readonly type: string;
}

export interface ConstStatement extends Declaration {
  readonly kind: 'const';
  readonly type?: string;
  readonly value: string;
}

export interface FunctionStatement extends Declaration {
  readonly kind: 'function';
  readonly async?: true;
  readonly typeParameters?: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly returns: string;
  readonly body: readonly string[];
}

export interface ClassStatement extends Declaration {
  readonly kind: 'class';
  readonly typeParameters?: readonly string[];
  readonly extends?: string;
  readonly properties?: readonly ClassProperty[];
  readonly constructs?: { readonly parameters: readonly Parameter[]; readonly body: readonly string[] };
  readonly methods?: readonly Method[];
}

/** Text that a tool wrote and that is taken over as it is. */
export interface TextStatement {
  readonly kind: 'text';
  readonly text: string;
}

/** A member's name needs no quoting by the emitter. */
export interface PropertyMember {
  readonly name: string;
  readonly type: string;
  readonly optional?: boolean;
  readonly doc?: Doc;
}

export interface ClassProperty extends PropertyMember {
  readonly static?: true;
  readonly override?: true;
  /** Typed, and not there at run time. */
  readonly declared?: true;
  readonly value?: string;
}

export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly optional?: true;
  /** The default value. */
  readonly value?: string;
}

export interface Method {
  readonly name: string;
  readonly static?: true;
  readonly override?: true;
  readonly async?: true;
  readonly doc?: Doc;
  readonly typeParameters?: readonly string[];
  /** A parameter named `this` types the receiver. */
  readonly parameters: readonly Parameter[];
  readonly returns: string;
  readonly body: readonly string[];
}

/** A documentation comment; any text is safe here. */
export interface Doc {
  readonly text: string;
  /** The reason, perhaps empty; undefined where the thing is not deprecated. */
  readonly deprecated?: string | undefined;
}

/** A name of the model as a file's: nothing in it leads out of the folder. */
export function toFileName(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]/g, '_');
}
