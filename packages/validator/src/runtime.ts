/** What generated code may import: the one list. */
export type { Gate, Valid, Verdict } from './gate.ts';
export type { Api, StructureValidator } from './shape/api.ts';
export type { JsonValue } from './shape/json.ts';
export type { ShapeTable } from './shape/shape-table.ts';
export { buildData, fillIn, joinArn, joinS3Uri, ShapeBuilder, withMember } from './shape-builder.ts';
export { addErrors, countCodePoints, equalValues, formats } from './structure/standalone.ts';
