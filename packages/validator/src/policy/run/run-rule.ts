import type { PolicyFinding, PolicyRequest } from '../../check/policy-set.ts';
import { appendToken, parsePointer } from '../../diagnostic/pointer.ts';
import { partitionOfRegion } from '../../rule/partition.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import type { Target } from '../../rule/target.ts';
import { valueAtTokens } from '../../shape/value-at-tokens.ts';
import { hashValue } from '../../value-hash.ts';
import type { BuiltIn, Parameters } from '../built-in/built-in.ts';
import { builtIns } from '../built-in/catalogue.ts';
import { gatherParameters } from '../built-in/gather-parameters.ts';
import type { RuleBudget } from '../language/budget.ts';
import { compileExpression, type Observer, type Program } from '../language/compile.ts';
import { evaluate } from '../language/evaluate.ts';
import { Failure } from '../language/failure.ts';
import type { Value } from '../language/value.ts';
import type { AskableRule, DecidingField } from './askable-rule.ts';
import { buildMessage, type MessageProgram, writeMessage } from './message.ts';

/** Told of each branch of a rule's expressions as it is evaluated. */
export type RuleObserver = (field: DecidingField) => Observer;

/** A rule that is ready to be asked. */
export interface RuleProgram {
  readonly rule: AskableRule;
  readonly when: Program | null;
  readonly assert: Program | null;
  readonly each: { readonly pointer: string; readonly tokens: readonly string[] } | null;
  readonly builtIn: { readonly use: BuiltIn; readonly parameters: Parameters } | null;
  /** Made when it is first needed. */
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

/** Of a rule that is not asked, and of one that has no objection. */
const silence: RuleAnswer = { isAsked: false, hits: [], failure: null };
const approval: RuleAnswer = { isAsked: true, hits: [], failure: null };

/** Nobody reads more of one rule on one request. */
const mostHits = 1_000;

/** Compiles a rule. */
export function buildRule(rule: AskableRule, observer: RuleObserver | null = null): RuleProgram {
  const { when, assert, each } = rule;
  let message: MessageProgram | null = null;
  return {
    rule,
    when: when === null ? null : compileExpression(when, observer?.('when') ?? null),
    assert: assert === null ? null : compileExpression(assert, observer?.('assert') ?? null),
    each: each === null ? null : { pointer: each, tokens: parsePointer(each) },
    builtIn: findBuiltIn(rule),
    get message() {
      message ??= buildMessage(rule.message);
      return message;
    },
  };
}

function findBuiltIn({ builtIn }: AskableRule): RuleProgram['builtIn'] {
  if (builtIn === null) return null;
  const use = builtIns.find(({ name }) => name === builtIn.name);
  return use === undefined ? null : { use, parameters: gatherParameters(builtIn.with, builtIn.patterns) };
}

/** The variables of a request, for all rules. */
export function makeValues({ input, target, spec }: PolicyRequest): Map<string, Value> {
  const values = new Map<string, Value>();
  values.set('input', input as Value);
  values.set('target', makeTarget(target));
  values.set('spec', { file: spec.file, document: spec.document });
  return values;
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
  budget: RuleBudget,
): RuleAnswer {
  const { when, builtIn, each } = program;
  if (when !== null) {
    const result = evaluate(when, values, budget);
    if (result instanceof Failure) return fail(program, 'when', result, placeWhole(program));
    if (result !== true) return silence;
  }
  if (builtIn !== null) return askBuiltIn({ program, request, values, budget }, builtIn);
  return each === null
    ? askOnce(program, values, budget)
    : askEach({ program, request, values: new Map(values), budget }, each);
}

function askOnce(program: RuleProgram, values: ReadonlyMap<string, Value>, budget: RuleBudget): RuleAnswer {
  const { assert } = program;
  if (assert === null) return silence;
  const result = evaluate(assert, values, budget);
  if (result === true) return approval;
  const pointer = placeWhole(program);
  if (result instanceof Failure) return fail(program, 'assert', result, pointer);
  return { isAsked: true, hits: [makeHit(program, pointer, values, budget)], failure: null };
}

/** A rule that is being asked about more than one value. */
interface Asking<Values = ReadonlyMap<string, Value>> {
  readonly program: RuleProgram;
  readonly request: PolicyRequest;
  readonly values: Values;
  readonly budget: RuleBudget;
}

function askEach(
  { program, request, values, budget }: Asking<Map<string, Value>>,
  { pointer: list, tokens }: NonNullable<RuleProgram['each']>,
): RuleAnswer {
  const { rule, assert } = program;
  const items = valueAtTokens(request.input, tokens);
  if (assert === null || items === null) return silence;
  if (!Array.isArray(items)) {
    const message = `expected a list, found ${quoteValue(items)}`;
    return { isAsked: true, hits: [], failure: { message, pointer: list, at: rule.placeOf('each', null) } };
  }
  const hits: RuleHit[] = [];
  for (let index = 0; index < items.length; index++) {
    values.set('item', items[index] as Value);
    const result = evaluate(assert, values, budget);
    const isFailed = result instanceof Failure;
    if (!isFailed && (result === true || hits.length === mostHits)) continue;
    const pointer = appendToken(list, index) + rule.at;
    if (isFailed) return { isAsked: true, hits, failure: fail(program, 'assert', result, pointer).failure };
    hits.push(makeHit(program, pointer, values, budget));
  }
  return { isAsked: items.length > 0, hits, failure: null };
}

function askBuiltIn(
  { program, request, values, budget }: Asking,
  { use, parameters }: NonNullable<RuleProgram['builtIn']>,
): RuleAnswer {
  const { rule } = program;
  const hits: RuleHit[] = [];
  let failure: RuleFailure | null = null;
  let own: string | null = null;
  for (const hit of use.check(parameters, request)) {
    if (hit.kind === 'failure') {
      failure ??= { message: hit.message, pointer: '', at: rule.placeOf('uses', null) };
    } else if (hits.length < mostHits) {
      if (program.message.length > 0) own ??= writeMessage(program.message, values, budget);
      const help = own === null ? rule.why : [hit.message, rule.why].filter((text) => text !== '').join('; ');
      hits.push({ pointer: hit.pointer, message: own ?? hit.message, help, field: hit.field ?? null });
    }
  }
  return { isAsked: true, hits, failure };
}

function makeHit(
  { rule, message }: RuleProgram,
  pointer: string,
  values: ReadonlyMap<string, Value>,
  budget: RuleBudget,
): RuleHit {
  return { pointer, message: writeMessage(message, values, budget), help: rule.why, field: null };
}

function fail({ rule }: RuleProgram, field: DecidingField, { message, start }: Failure, pointer: string): RuleAnswer {
  return { isAsked: true, hits: [], failure: { message, pointer, at: rule.placeOf(field, start) } };
}

/** A pointer of a rule with `each` means nothing for the whole request. */
function placeWhole({ rule, each }: RuleProgram): string {
  return each === null ? rule.at : '';
}

/**
 * What a rule objects to as findings; a failure is `policy/runtime`.
 * @param reads the members of the input that the rule reads; null where that may be any
 */
export function makeFindings(
  { rule }: RuleProgram,
  { hits, failure }: RuleAnswer,
  { input, target }: PolicyRequest,
  reads: ReadonlySet<string> | null,
): PolicyFinding[] {
  const findings = hits.map(({ pointer, message, help, field }): PolicyFinding => {
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
      reads: null,
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
      reads,
    });
  return findings;
}
