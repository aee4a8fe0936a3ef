/** What the generator shares with the run time: data types and small pure functions, no stage. */
export type {
  Diagnostic,
  Edit,
  EventSeverity,
  Finding,
  FindingSeverity,
  Fix,
  ModelEvent,
  Related,
  Suppressed,
} from './diagnostic/diagnostic.ts';
export { eventSeverities, findingSeverities } from './diagnostic/diagnostic.ts';
export { LineIndex } from './diagnostic/line-index.ts';
export { findNearNames, isSameWord } from './diagnostic/near-names.ts';
export { appendToken, lastToken, parentPointer, parsePointer } from './diagnostic/pointer.ts';
export type { Position, Range } from './diagnostic/range.ts';
export { startOfFile } from './diagnostic/range.ts';
export type { Api, StructureError, StructureValidator } from './shape/api.ts';
export type { JsonObject, JsonValue } from './shape/json.ts';
export { isObject, ownValue } from './shape/json.ts';
export type {
  MemberEntry,
  OperationEntry,
  PatternEntry,
  PlanEntry,
  PlanMember,
  ServiceEntry,
  ShapeEntry,
  ShapeTable,
  SimpleType,
  Traits,
} from './shape/shape-table.ts';
