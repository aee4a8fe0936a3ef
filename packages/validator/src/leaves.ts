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
export { parseArn } from './rule/arn.ts';
export { writeFlow } from './rule/write-flow.ts';
export type { Api, StructureError, StructureValidator } from './shape/api.ts';
export type { JsonObject, JsonValue } from './shape/json.ts';
export { isObject, ownValue } from './shape/json.ts';
export { Alphabet } from './shape/pattern/alphabet.ts';
export type { CharSet } from './shape/pattern/charset.ts';
export {
  areSameSets,
  complementSet,
  intersectSets,
  isSubset,
  listRanges,
  makeSet,
  subtractSet,
  uniteSets,
  whiteSpace,
} from './shape/pattern/charset.ts';
export { compileLinear, type LinearMatcher } from './shape/pattern/matcher.ts';
export type { ParsedPattern } from './shape/pattern/parse.ts';
export { parsePattern } from './shape/pattern/parse.ts';
export type {
  AssertionPlace,
  LookNode,
  PatternNode,
  RepeatNode,
  SetNode,
  SetSpelling,
} from './shape/pattern/syntax.ts';
export {
  emptyNode,
  listChildren,
  listParts,
  makeChoice,
  makeRepeat,
  makeSequence,
  makeSetNode,
  someNode,
} from './shape/pattern/syntax.ts';
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
