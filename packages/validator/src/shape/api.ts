import type { ShapeTable } from './shape-table.ts';

/** One of Ajv's errors, as far as it is read. */
export interface StructureError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The key of a mapping, where the error is about the key. */
  readonly propertyName?: string;
}

/** A compiled JSON Schema, standalone or compiled on the fly; `errors` belongs to the last call. */
export interface StructureValidator {
  (data: unknown): boolean;
  errors?: readonly StructureError[] | null;
}

/**
 * All that the run time knows of an API; made by the generator and passed in, never reached for.
 * `Requests` maps operation names to request types, for the types of builder, gate and client alone.
 */
export interface Api<Requests = unknown> {
  readonly table: ShapeTable;
  /** By operation name. */
  readonly validators: Readonly<Record<string, StructureValidator>>;
  /** Never there at run time. */
  readonly requests?: Requests;
}
