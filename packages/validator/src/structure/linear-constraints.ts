import { appendToken } from '../diagnostic/pointer.ts';
import type { Part } from '../rule/hit.ts';
import { isObject, type JsonValue, ownValue } from '../shape/json.ts';
import { compileLinear, type LinearMatcher } from '../shape/pattern/matcher.ts';
import type { MemberEntry, ShapeTable } from '../shape/shape-table.ts';
import { canonicalizeJson } from '../value-hash.ts';
import { countCodePoints } from './code-points.ts';
import { explainPattern, explainRepeated } from './explain-error.ts';
import {
  boundsAt,
  enterMember,
  findInputPlace,
  findMember,
  patternAt,
  type ShapePlace,
  traitAt,
} from './shape-place.ts';
import type { StructureHit } from './structure-hit.ts';

/**
 * Checks what a compiled schema cannot check in linear time and therefore leaves out: patterns that no backtracking
 * engine may run, and lists whose elements must differ. Most operations have neither and cost nothing.
 */
export class LinearConstraints {
  readonly #table: ShapeTable;
  readonly #root: ShapePlace | null;
  /** Names of the shapes on the way to such a constraint. */
  readonly #leads = new Set<string>();
  readonly #matchers = new Map<string, LinearMatcher | null>();
  readonly #isNeeded: boolean;

  constructor(table: ShapeTable, operation: string) {
    this.#table = table;
    this.#root = findInputPlace(table, operation);
    const input = ownValue(table.operations, operation)?.input;
    if (input !== undefined) this.#findLeads();
    this.#isNeeded = input !== undefined && this.#leads.has(input);
  }

  check(input: JsonValue): StructureHit[] {
    const hits: StructureHit[] = [];
    if (this.#isNeeded && this.#root !== null) this.#visit(this.#root, input, '', hits);
    return hits;
  }

  /** Marks every shape from which a constraint can be reached, walking the members backwards. */
  #findLeads(): void {
    const users = new Map<string, string[]>();
    const open: string[] = [];
    for (const [name, shape] of Object.entries(this.#table.shapes)) {
      if (this.#isConstrained({ shape, member: null })) open.push(name);
      for (const member of listMembers(this.#table, name)) {
        const known = users.get(member.target);
        if (known === undefined) users.set(member.target, [name]);
        else known.push(name);
        const target = ownValue(this.#table.shapes, member.target);
        if (target !== undefined && this.#isConstrained({ shape: target, member })) open.push(name);
      }
    }
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (this.#leads.has(name)) continue;
      this.#leads.add(name);
      open.push(...(users.get(name) ?? []));
    }
  }

  #isConstrained(place: ShapePlace): boolean {
    return patternAt(place)?.regexp === null || traitAt(place, 'uniqueItems') !== undefined;
  }

  #visit(place: ShapePlace, value: JsonValue, pointer: string, hits: StructureHit[]): void {
    const { shape } = place;
    if (typeof value === 'string') {
      this.#checkPattern(place, value, pointer, 'value', hits);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    // Of a mapping where a list belongs, or the other way round, its kind is all that is wrong.
    if (Array.isArray(value) !== (shape.type === 'list')) return;
    if (Array.isArray(value) && traitAt(place, 'uniqueItems') !== undefined) checkRepeated(value, pointer, hits);
    for (const key of Object.keys(value)) {
      const member = findMember(shape, key);
      const child = member === null ? null : enterMember(this.#table, member);
      if (shape.type === 'map') {
        const keyPlace = enterMember(this.#table, shape.key);
        if (keyPlace !== null) this.#checkPattern(keyPlace, key, appendToken(pointer, key), 'key', hits);
      }
      if (member === null || child === null) continue;
      if (!this.#leads.has(member.target) && !this.#isConstrained(child)) continue;
      const next = Array.isArray(value) ? value[Number(key)] : isObject(value) ? ownValue(value, key) : undefined;
      this.#visit(child, next ?? null, appendToken(pointer, key), hits);
    }
  }

  #checkPattern(place: ShapePlace, text: string, pointer: string, part: Part, hits: StructureHit[]): void {
    const entry = patternAt(place);
    if (entry?.regexp !== null) return;
    const { max } = boundsAt(place, 'length');
    // The schema has refused it already.
    if (max !== undefined && text.length > max && countCodePoints(text) > max) return;
    let matcher = this.#matchers.get(entry.pattern);
    if (matcher === undefined) {
      matcher = compileLinear(entry.pattern);
      this.#matchers.set(entry.pattern, matcher);
    }
    if (matcher !== null && !matcher.test(text)) hits.push(explainPattern(pointer, place, text, part, entry.pattern));
  }
}

function checkRepeated(list: readonly JsonValue[], pointer: string, hits: StructureHit[]): void {
  const places = new Map<string, number>();
  for (const [index, element] of list.entries()) {
    const text = canonicalizeJson(element);
    const first = places.get(text);
    if (first === undefined) places.set(text, index);
    else hits.push(explainRepeated(pointer, first, index));
  }
}

function listMembers(table: ShapeTable, name: string): readonly MemberEntry[] {
  const shape = ownValue(table.shapes, name);
  if (shape?.type === 'structure' || shape?.type === 'union') return Object.values(shape.members);
  if (shape?.type === 'list') return [shape.member];
  return shape?.type === 'map' ? [shape.key, shape.value] : [];
}
