import { parentPointer } from '../diagnostic/pointer.ts';
import type { Part } from '../rule/hit.ts';
import type { Api, StructureError } from '../shape/api.ts';
import { type JsonValue, ownValue } from '../shape/json.ts';
import { explainError } from './explain-error.ts';
import { LinearConstraints } from './linear-constraints.ts';
import { type NamedInput, nameMembers } from './name-members.ts';
import { findInputPlace } from './shape-place.ts';
import { mostHits, type StructureHit } from './structure-hit.ts';

/** What the model's own constraints say of an input. */
export interface StructureResult {
  /** The input, with keys set right where it was refused: what rules are asked about. */
  readonly input: JsonValue;
  /** At most one for each place; empty exactly where the model accepts the input. */
  readonly hits: readonly StructureHit[];
  /** False where so much was found that the rest was left out. */
  readonly isWhole: boolean;
  /** The key that the spec has, by the pointer of the member that it was taken for. */
  readonly renamed: ReadonlyMap<string, string>;
}

const noRenames: ReadonlyMap<string, string> = new Map();
const noMembers: ReadonlySet<string> = new Set();
const constraints = new WeakMap<Api['table'], Map<string, LinearConstraints>>();

/**
 * Checks an input against the model's own constraints. One mistake is one hit: a key in the wrong case is named and its
 * value checked as if the key were right. The nesting of the input must be bounded already.
 * @param clean members of the input of which it is known that the model takes them
 */
export function checkStructure(
  api: Api,
  operation: string,
  input: JsonValue,
  clean: ReadonlySet<string> = noMembers,
): StructureResult {
  const validate = ownValue(api.validators, operation);
  if (validate === undefined) throw new Error(`the API has no validator for ${operation}`);
  const linear = findConstraints(api, operation);
  if (validate(input)) return { input, hits: linear.check(input), isWhole: true, renamed: noRenames };
  const refusals = validate.errors ?? [];
  const named = nameMembers(api.table, operation, input, clean);
  const errors = named.input === input ? refusals : validate(named.input) ? [] : (validate.errors ?? []);
  const hits = selectHits(named, [...explainErrors(api, operation, named.input, errors), ...linear.check(named.input)]);
  // The schema has refused: whatever the cause, it must not go unsaid.
  if (hits.length === 0) hits.push(...explainErrors(api, operation, input, [refusals[0] ?? unknownError]));
  const isWhole = named.isWhole && errors.length <= mostHits;
  return { input: named.input, hits, isWhole, renamed: named.renamed };
}

const unknownError: StructureError = { instancePath: '', schemaPath: '', keyword: '', params: {} };

function findConstraints(api: Api, operation: string): LinearConstraints {
  let known = constraints.get(api.table);
  if (known === undefined) {
    known = new Map();
    constraints.set(api.table, known);
  }
  let linear = known.get(operation);
  if (linear === undefined) {
    linear = new LinearConstraints(api.table, operation);
    known.set(operation, linear);
  }
  return linear;
}

function explainErrors(
  api: Api,
  operation: string,
  input: JsonValue,
  errors: readonly StructureError[],
): StructureHit[] {
  const root = findInputPlace(api.table, operation);
  if (root === null) throw new Error(`the API has no input shape for ${operation}`);
  return errors.slice(0, mostHits).map((error) => explainError(error, api.table, root, input));
}

/** The order in which hits at one place are told; only the first is. */
const priority: Readonly<Record<StructureHit['rule'], number>> = {
  'shape/unknown-member': 0,
  'shape/type': 1,
  'shape/union': 2,
  'shape/required': 3,
  'shape/enum': 4,
  'shape/range': 5,
  'shape/length': 6,
  'shape/pattern': 7,
  'shape/unique-items': 8,
};
const vague = 9;

/** Of a value that may be null Ajv also says that it is not null; that is no news where its kind is right. */
function rankHit(hit: StructureHit): number {
  if (hit.rule !== 'shape/type') return priority[hit.rule];
  const { expected, found } = hit.facts;
  const isVague = expected === found || (expected === 'number' && found === 'integer');
  return isVague ? vague : priority[hit.rule];
}

function selectHits(named: NamedInput, explained: readonly StructureHit[]): StructureHit[] {
  const hits: StructureHit[] = [];
  const slots: Readonly<Record<Part, Map<string, number>>> = { key: new Map(), value: new Map(), parent: new Map() };
  const select = (hit: StructureHit): void => {
    const slot = slots[hit.part].get(hit.pointer);
    if (slot === undefined) slots[hit.part].set(hit.pointer, hits.push(hit) - 1);
    else if (rankHit(hit) < rankHit(hits[slot]!)) hits[slot] = hit;
  };
  for (const hit of named.hits) select(hit);
  const strangers = new Set(named.hits.map(({ pointer }) => parentPointer(pointer)));
  for (const hit of explained) {
    if (hit.rule === 'shape/required' && named.claimed.has(hit.pointer)) continue;
    // A union that holds but an unknown key has been told of that key.
    if (hit.rule === 'shape/union' && hit.facts.found.length === 0 && strangers.has(hit.pointer)) continue;
    select(hit);
  }
  // A schema refuses a union whose one member is wrong inside; the hits below say why.
  const others = hits.filter((hit) => hit.rule !== 'shape/union' || hit.facts.found.length !== 1);
  return others.length > 0 ? others : hits;
}
