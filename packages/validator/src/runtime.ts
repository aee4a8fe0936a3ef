import type { Verdict } from './gate.ts';

/** What generated code may import: the one list. */
export type { Verdict } from './gate.ts';
export type { Api, StructureValidator } from './shape/api.ts';
export type { JsonValue } from './shape/json.ts';
export type { ShapeTable } from './shape/shape-table.ts';
export { buildData, fillIn, joinArn, joinS3Uri, ShapeBuilder, withMember } from './shape-builder.ts';
export { countCodePoints } from './structure/code-points.ts';
export { addErrors, formats } from './structure/standalone.ts';

/** The part of a gate that the builder of one operation needs; a gate made for the operation's API is one. */
export interface OperationGate<Operation extends string, Request> {
  check(operation: Operation, input: Request): Verdict<Request, Operation>;
}
