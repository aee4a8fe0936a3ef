import { appendToken } from '../diagnostic/pointer.ts';
import { quoteValue } from '../rule/quote-value.ts';
import { isObject, type JsonObject, type JsonValue, ownValue } from '../shape/json.ts';
import type { MemberEntry, ShapeTable } from '../shape/shape-table.ts';
import {
  collectAnswers,
  collectNested,
  fitsKind,
  type KeyMeaning,
  MemberNames,
  type Structure,
} from './member-names.ts';
import { makeHit, mostHits, type StructureHit } from './structure-hit.ts';

/** More unknown keys than this get no near names: comparing names is the one costly step here. */
const mostSearches = 200;

/** An input with its keys set right, as far as it can be told what they were meant to be. */
export interface NamedInput {
  /** Wrong keys that mean an absent member bear its name, in a copy of what holds them; the input itself where no key is wrong. */
  readonly input: JsonValue;
  /** One `shape/unknown-member` for each wrong key, up to a limit. */
  readonly hits: readonly StructureHit[];
  /** False where there are more wrong keys than hits. */
  readonly isWhole: boolean;
  /** The key that the spec has, by the pointer of the member that it was taken for. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Pointers of absent members for which an unknown key was probably meant: one mistake, not two. */
  readonly claimed: ReadonlySet<string>;
}

/**
 * Finds the keys that no member has, says what each was meant to be, and sets right what is certain enough to go on checking.
 * @param clean members of the input below which no key is wrong, as far as that is known
 */
export function nameMembers(
  table: ShapeTable,
  operation: string,
  input: JsonValue,
  clean: ReadonlySet<string>,
): NamedInput {
  return new MemberNamer(table, operation, clean).name(input);
}

const namesOfTables = new WeakMap<ShapeTable, Map<Structure, Map<string, MemberNames>>>();

/** @param operation whose whole input the structure is; empty for any other structure */
function findNames(table: ShapeTable, shape: Structure, operation: string): MemberNames {
  let ofTable = namesOfTables.get(table);
  if (ofTable === undefined) {
    ofTable = new Map();
    namesOfTables.set(table, ofTable);
  }
  let ofShape = ofTable.get(shape);
  if (ofShape === undefined) {
    ofShape = new Map();
    ofTable.set(shape, ofShape);
  }
  let names = ofShape.get(operation);
  if (names === undefined) {
    const answers = operation === '' ? new Map<string, string>() : collectAnswers(table, operation);
    names = new MemberNames(shape, answers, collectNested(table, shape));
    ofShape.set(operation, names);
  }
  return names;
}

class MemberNamer {
  readonly #table: ShapeTable;
  readonly #operation: string;
  readonly #clean: ReadonlySet<string>;
  readonly #hits: StructureHit[] = [];
  readonly #renamed = new Map<string, string>();
  readonly #claimed = new Set<string>();
  #searches = 0;

  constructor(table: ShapeTable, operation: string, clean: ReadonlySet<string>) {
    this.#table = table;
    this.#operation = operation;
    this.#clean = clean;
  }

  name(input: JsonValue): NamedInput {
    const shape = ownValue(this.#table.operations, this.#operation)?.input ?? '';
    const named = this.#visit(input, shape, '');
    const isWhole = this.#hits.length < mostHits;
    return { input: named, hits: this.#hits, isWhole, renamed: this.#renamed, claimed: this.#claimed };
  }

  #visit(value: JsonValue, target: string, pointer: string): JsonValue {
    const shape = ownValue(this.#table.shapes, target);
    if (shape === undefined) return value;
    if (shape.type === 'list')
      return Array.isArray(value) ? this.#visitList(value, shape.member.target, pointer) : value;
    if (!isObject(value)) return value;
    if (shape.type === 'map') return this.#visitMembers(value, () => shape.value, pointer);
    return shape.type === 'structure' || shape.type === 'union' ? this.#visitStructure(value, shape, pointer) : value;
  }

  /** The members below which keys are set right take the place of their own. */
  #visitMembers(holder: JsonObject, find: (key: string) => MemberEntry | undefined, pointer: string): JsonObject {
    let copy: Record<string, JsonValue> | null = null;
    for (const key of Object.keys(holder)) {
      const member = find(key);
      if (member === undefined || (pointer === '' && this.#clean.has(key))) continue;
      const named = this.#visit(holder[key] ?? null, member.target, appendToken(pointer, key));
      if (named === holder[key]) continue;
      // Without a prototype `__proto__` is a key like any other.
      copy ??= Object.assign(Object.create(null) as Record<string, JsonValue>, holder);
      copy[key] = named;
    }
    return copy ?? holder;
  }

  #visitList(list: readonly JsonValue[], target: string, pointer: string): readonly JsonValue[] {
    let copy: JsonValue[] | null = null;
    for (let i = 0; i < list.length; i++) {
      const element = this.#visit(list[i]!, target, appendToken(pointer, i));
      if (element === list[i]) continue;
      copy ??= [...list];
      copy[i] = element;
    }
    return copy ?? list;
  }

  #visitStructure(value: JsonObject, shape: Structure, pointer: string): JsonObject {
    const find = (key: string) => ownValue(shape.members, key);
    const named = this.#visitMembers(value, find, pointer);
    const keys = Object.keys(value);
    const strangers = keys.filter((key) => find(key) === undefined);
    if (strangers.length === 0) return named;
    const copy: Record<string, JsonValue> = Object.create(null);
    for (const key of keys) if (find(key) !== undefined) copy[key] = named[key] ?? null;
    for (const key of strangers) {
      const meaning = this.#explain(shape, key, pointer);
      const absent = meaning.near.filter(
        (name) => ownValue(shape.members, name) !== undefined && !Object.hasOwn(copy, name),
      );
      const [only] = absent;
      const member = only === undefined || absent.length > 1 ? undefined : ownValue(shape.members, only);
      const isTaken = absent.length === 0 && meaning.near.some((name) => Object.hasOwn(copy, name));
      this.#report(key, isTaken ? Object.assign(meaning, { taken: true }) : meaning, pointer, member && only);
      const place = appendToken(pointer, only ?? key);
      if (only === undefined || member === undefined) {
        copy[key] = value[key] ?? null;
      } else if (
        meaning.reason === 'case' ||
        fitsKind(value[key] ?? null, ownValue(this.#table.shapes, member.target))
      ) {
        this.#renamed.set(place, key);
        copy[only] = this.#visit(value[key] ?? null, member.target, place);
      } else {
        this.#claimed.add(place);
        copy[key] = value[key] ?? null;
      }
    }
    return copy;
  }

  #explain(shape: Structure, key: string, pointer: string): KeyMeaning {
    this.#searches += 1;
    const names = findNames(this.#table, shape, pointer === '' ? this.#operation : '');
    return names.explainKey(key, this.#searches <= mostSearches);
  }

  #report(key: string, meaning: KeyMeaning, parent: string, rename: string | undefined): void {
    if (this.#hits.length >= mostHits) return;
    const pointer = appendToken(parent, key);
    const facts = { member: key, parent, ...meaning };
    if (rename === undefined) {
      this.#hits.push(makeHit('shape/unknown-member', pointer, facts, { part: 'key' }));
      return;
    }
    const title = `rename ${quoteValue(key)} to ${quoteValue(rename)}`;
    this.#hits.push(
      makeHit('shape/unknown-member', pointer, facts, {
        part: 'key',
        fix: { title, kind: 'rename', pointer, key: rename },
      }),
    );
  }
}
