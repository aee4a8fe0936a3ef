import type { PolicyRequest } from '../../check/policy-set.ts';
import type { ValueFinding } from '../../check/value-finding.ts';
import { appendToken, parsePointer } from '../../diagnostic/pointer.ts';
import { partitionOfRegion } from '../../rule/partition.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import type { Target } from '../../rule/target.ts';
import type { JsonValue } from '../../shape/json.ts';
import { valueAtTokens } from '../../shape/value-at-tokens.ts';
import { hashValue } from '../../value-hash.ts';
import { type CheckedRule, pointerOf } from './check-rule.ts';
import {
  buildProgram,
  type Observer,
  type Program,
  RuleBudget,
  runProgram,
  type SpecBudget,
  type Value,
} from './expression.ts';
import { buildMessage, type MessageProgram, writeMessage } from './message.ts';

/** The expressions of a rule that decide. */
export type DecidingField = 'when' | 'assert';

/** Told of each branch of a rule's expressions as it is evaluated. */
export type RuleObserver = (field: DecidingField) => Observer;

/** A rule that is ready to be asked. */
export interface RuleProgram {
  readonly checked: CheckedRule;
  readonly when: Program | null;
  readonly assert: Program | null;
  readonly message: MessageProgram;
}

/** What a rule says of a request. */
export interface RuleAnswer {
  /** False where `when` does not hold, or there is no element to ask about. */
  readonly isAsked: boolean;
  readonly hits: readonly RuleHit[];
  /** Why it cannot decide. */
  readonly failure: RuleFailure | null;
}

export interface RuleHit {
  readonly pointer: string;
  readonly message: string;
  readonly help: string;
  readonly field: 'region' | null;
}

export interface RuleFailure {
  readonly message: string;
  readonly pointer: string;
  /** Where in the policy, as `file:line:column`. */
  readonly at: string;
}

/** Nobody reads more of one rule on one request. */
const mostHits = 1_000;

/** Compiles a checked rule. */
export function buildRule(checked: CheckedRule, observer: RuleObserver | null = null): RuleProgram {
  const { when, assert, message } = checked;
  return {
    checked,
    when: when === null ? null : buildProgram(when.checked, observer?.('when') ?? null),
    assert: assert === null ? null : buildProgram(assert.checked, observer?.('assert') ?? null),
    message: buildMessage(message),
  };
}

/** The variables of a request, for all rules. */
export function makeValues({ input, target, spec }: PolicyRequest): Map<string, Value> {
  const { file, document } = spec;
  return new Map<string, Value>([
    ['input', input as Value],
    ['target', makeTarget(target)],
    ['spec', { file, document }],
  ]);
}

function makeTarget({ region, account }: Target): Value {
  const target: Record<string, Value> = {};
  if (region !== undefined) target['region'] = region;
  if (account !== undefined) target['account'] = account;
  const partition = region === undefined ? null : partitionOfRegion(region);
  if (partition !== null) target['partition'] = partition;
  return target;
}

/** Asks a rule about a request; `values` are those of `makeValues`. Never throws. */
export function askRule(
  program: RuleProgram,
  request: PolicyRequest,
  values: ReadonlyMap<string, Value>,
  budget: SpecBudget,
): RuleAnswer {
  return new RuleRun(program, request, values, new RuleBudget(budget)).ask();
}

class RuleRun {
  readonly #program: RuleProgram;
  readonly #request: PolicyRequest;
  readonly #values: ReadonlyMap<string, Value>;
  readonly #budget: RuleBudget;

  constructor(program: RuleProgram, request: PolicyRequest, values: ReadonlyMap<string, Value>, budget: RuleBudget) {
    this.#program = program;
    this.#request = request;
    this.#values = values;
    this.#budget = budget;
  }

  ask(): RuleAnswer {
    const { checked, when } = this.#program;
    if (when !== null) {
      const result = runProgram(when, this.#values, this.#budget);
      if ('error' in result) return this.#fail('when', result, this.#place(checked.at));
      if (result.value !== true) return { isAsked: false, hits: [], failure: null };
    }
    if (checked.builtIn !== null) return this.#askBuiltIn(checked.builtIn);
    return checked.each === null ? this.#askOnce() : this.#askEach(checked.each);
  }

  #askOnce(): RuleAnswer {
    const { checked, assert } = this.#program;
    const pointer = this.#place(checked.at);
    if (assert === null) return { isAsked: false, hits: [], failure: null };
    const result = runProgram(assert, this.#values, this.#budget);
    if ('error' in result) return this.#fail('assert', result, pointer);
    const hits = result.value === true ? [] : [this.#hit(pointer, this.#values)];
    return { isAsked: true, hits, failure: null };
  }

  #askEach(tokens: readonly string[]): RuleAnswer {
    const { checked, assert } = this.#program;
    const list = valueAtTokens(this.#request.input, tokens);
    if (assert === null || list === null) return { isAsked: false, hits: [], failure: null };
    if (!Array.isArray(list)) {
      const { place, pointer: at } = checked.rule.placeOf('each');
      const message = `expected a list, found ${quoteValue(list)}`;
      return { isAsked: true, hits: [], failure: { message, pointer: pointerOf(tokens), at: place.nameOf(at) } };
    }
    const hits: RuleHit[] = [];
    const values = new Map(this.#values);
    for (const [index, item] of (list as readonly JsonValue[]).entries()) {
      values.set('item', item as Value);
      const result = runProgram(assert, values, this.#budget);
      if ('value' in result && (result.value === true || hits.length === mostHits)) continue;
      const pointer = appendToken(pointerOf(tokens), index) + checked.at;
      if ('error' in result) return { isAsked: true, hits, failure: this.#fail('assert', result, pointer).failure };
      hits.push(this.#hit(pointer, values));
    }
    return { isAsked: list.length > 0, hits, failure: null };
  }

  #askBuiltIn({ use, parameters }: NonNullable<CheckedRule['builtIn']>): RuleAnswer {
    const { checked } = this.#program;
    const hits: RuleHit[] = [];
    let failure: RuleFailure | null = null;
    const own = checked.message.length === 0 ? null : writeMessage(this.#program.message, this.#values, this.#budget);
    for (const hit of use.check(parameters, this.#request)) {
      if (hit.kind === 'failure') {
        const { place, pointer } = checked.rule.placeOf('uses');
        failure ??= { message: hit.message, pointer: '', at: place.nameOf(pointer) };
      } else if (hits.length < mostHits) {
        const why = checked.rule.field('why') ?? '';
        const help = own === null ? why : [hit.message, why].filter((text) => text !== '').join('; ');
        hits.push({ pointer: hit.pointer, message: own ?? hit.message, help, field: hit.field ?? null });
      }
    }
    return { isAsked: true, hits, failure };
  }

  #hit(pointer: string, values: ReadonlyMap<string, Value>): RuleHit {
    const message = writeMessage(this.#program.message, values, this.#budget);
    return { pointer, message, help: this.#program.checked.rule.field('why') ?? '', field: null };
  }

  #fail(
    field: DecidingField,
    { error, start, end }: { readonly error: string; readonly start: number; readonly end: number },
    pointer: string,
  ): RuleAnswer {
    const { place, pointer: at } = this.#program.checked.rule.placeOf(field);
    return { isAsked: true, hits: [], failure: { message: error, pointer, at: place.nameOf(at, { start, end }) } };
  }

  /** A pointer of a rule with `each` means nothing for the whole request. */
  #place(at: string): string {
    return this.#program.checked.each === null ? at : '';
  }
}

/** What a rule objects to as findings; a failure is `policy/runtime`. */
export function makeFindings(
  { checked: { rule } }: RuleProgram,
  { hits, failure }: RuleAnswer,
  { input, target }: PolicyRequest,
): ValueFinding[] {
  const findings = hits.map(({ pointer, message, help, field }): ValueFinding => {
    const value = field === null ? valueAtTokens(input, parsePointer(pointer)) : (target[field] ?? null);
    return {
      rule: rule.id,
      severity: rule.severity,
      message,
      help,
      pointer,
      part: 'value',
      field,
      related: [],
      fix: null,
      valueHash: hashValue(value),
    };
  });
  if (failure !== null)
    findings.push({
      rule: 'policy/runtime',
      severity: 'error',
      message: `\`${rule.id}\` cannot be decided: ${failure.message}`,
      help: `Guard what the policy reads at ${failure.at}, or correct the value.`,
      pointer: failure.pointer,
      part: 'value',
      field: null,
      related: [],
      fix: null,
      valueHash: hashValue(valueAtTokens(input, parsePointer(failure.pointer))),
    });
  return findings;
}
