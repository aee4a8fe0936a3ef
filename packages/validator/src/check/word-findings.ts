import { findingSeverities } from '../diagnostic/diagnostic.ts';
import { appendToken, parsePointer } from '../diagnostic/pointer.ts';
import type { Target } from '../rule/target.ts';
import type { JsonValue } from '../shape/json.ts';
import { valueAtTokens } from '../shape/value-at-tokens.ts';
import { hashValue } from '../value-hash.ts';
import { comparePlaces, PlaceOrder } from './place-order.ts';
import { moveFix, type Raised } from './raised.ts';
import type { ValueFinding } from './value-finding.ts';
import { wordRule } from './word-rule.ts';

/** Of more findings in one input the first are told, and that there are more. */
export const mostFindings = 10_000;

/** What findings are worded with. */
export interface WordingContext {
  readonly input: JsonValue;
  readonly target: Target;
  /** The keys that the spec has, by the pointers of the members that they were taken for. */
  readonly renamed: ReadonlyMap<string, string>;
  /** What findings stand for, of the catalogue and of policies. */
  readonly behind: ReadonlyMap<Raised, readonly Raised[]>;
  readonly objections: ReadonlyMap<Raised, readonly ValueFinding[]>;
}

/** Sorts objections by their places in the input as it is written, and makes their words. */
export function wordFindings(raised: readonly Raised[], context: WordingContext): ValueFinding[] {
  const { input, renamed } = context;
  const order = new PlaceOrder(input);
  const placed = raised.map((each) => {
    const pointer = restoreKeys(each.pointer, renamed);
    return { raised: each, pointer, path: order.pathOf(pointer) };
  });
  placed.sort((a, b) => comparePlaces(a, b) || compareText(a.raised.id, b.raised.id));
  const shown = placed.length > mostFindings ? keepGravest(placed) : placed;
  const wording = new Wording(context);
  return shown.map((each) => wording.word(each.raised));
}

/** What policies object to, among the other findings at their places. */
export function joinFindings(
  worded: readonly ValueFinding[],
  objections: readonly ValueFinding[],
  input: JsonValue,
  renamed: ReadonlyMap<string, string>,
): ValueFinding[] {
  const order = new PlaceOrder(input);
  const restored = objections.map((each) => restorePointer(each, renamed));
  return [...worded, ...restored]
    .map((finding) => ({ finding, pointer: finding.pointer, path: order.pathOf(finding.pointer) }))
    .sort((a, b) => comparePlaces(a, b) || compareText(a.finding.rule, b.finding.rule))
    .map(({ finding }) => finding);
}

/** Puts the keys that the spec has back in place of the member names that they were taken for. */
export function restoreKeys(pointer: string, renamed: ReadonlyMap<string, string>): string {
  if (renamed.size === 0) return pointer;
  let named = '';
  let restored = '';
  for (const token of parsePointer(pointer)) {
    named = appendToken(named, token);
    restored = appendToken(restored, renamed.get(named) ?? token);
  }
  return restored;
}

class Wording {
  readonly #context: WordingContext;
  readonly #hashes = new Map<string, string>();

  constructor(context: WordingContext) {
    this.#context = context;
  }

  word(raised: Raised): ValueFinding {
    const { target, renamed } = this.#context;
    const { id, severity, part, facts, field } = raised;
    const { message, help } = wordRule(raised.rule, facts);
    const restore = (named: string) => restoreKeys(named, renamed);
    const pointer = restore(raised.pointer);
    const finding: ValueFinding = {
      rule: id,
      severity,
      message,
      help,
      pointer,
      part,
      field,
      related: raised.related.map((other) => ({
        pointer: restore(other.pointer),
        part: other.part,
        message: other.message,
      })),
      fix: raised.fix === null ? null : moveFix(raised.fix, restore),
      valueHash: field === null ? this.#hashAt(pointer) : hashValue(target[field] ?? null),
    };
    const others = this.#listBehind(raised);
    return others.length === 0 ? finding : Object.assign(finding, { standsFor: others });
  }

  #listBehind(raised: Raised): ValueFinding[] {
    const { behind, objections, renamed } = this.#context;
    return [
      ...(behind.get(raised) ?? []).map((other) => this.word(other)),
      ...(objections.get(raised) ?? []).map((other) => restorePointer(other, renamed)),
    ];
  }

  /** Several rules may speak of one value, and hashing a long one costs more than all of them. */
  #hashAt(pointer: string): string {
    let hash = this.#hashes.get(pointer);
    if (hash === undefined) {
      hash = hashValue(valueAtTokens(this.#context.input, parsePointer(pointer)));
      this.#hashes.set(pointer, hash);
    }
    return hash;
  }
}

function restorePointer(finding: ValueFinding, renamed: ReadonlyMap<string, string>): ValueFinding {
  const pointer = restoreKeys(finding.pointer, renamed);
  return pointer === finding.pointer ? finding : Object.assign({}, finding, { pointer });
}

/** The first of the gravest, in their order, so that nothing hides an error. */
function keepGravest<Each extends { readonly raised: Raised }>(placed: readonly Each[]): readonly Each[] {
  const kept = new Set<Each>();
  for (const severity of findingSeverities)
    for (const each of placed) if (kept.size < mostFindings && each.raised.severity === severity) kept.add(each);
  return placed.filter((each) => kept.has(each));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
