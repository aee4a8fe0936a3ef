import { findSettingFault } from './check/find-setting-fault.ts';
import type { PolicySet } from './check/policy-set.ts';
import { findRule, type RuleSettings } from './check/rule-book.ts';
import type { ValueFinding } from './check/value-finding.ts';
import { wordRule } from './check/word-rule.ts';
import { checkInput, describeOperation } from './check.ts';
import { parsePointer } from './diagnostic/pointer.ts';
import { copyPlainData, type ForeignValue } from './plain-data.ts';
import { isAccountId } from './rule/account-id.ts';
import { quoteValue } from './rule/quote-value.ts';
import type { Target } from './rule/target.ts';
import type { TypeFacts } from './rules/shape/type.ts';
import type { Api } from './shape/api.ts';
import { ownValue } from './shape/json.ts';
import { findInputPlace, followTokens, kindOfShape } from './structure/shape-place.ts';
import { isDay } from './suppression/directive.ts';
import { isSilenceable } from './suppression/is-silenceable.ts';
import { addDays, findMostDays } from './suppression/policy-limit.ts';
import { isAbout, isInForce, type Waiver } from './suppression/waiver.ts';
import { hashValue } from './value-hash.ts';

export interface GateOptions {
  /** Where and by whom the requests will be sent. */
  readonly target?: Target;
  /** Severities that take the place of the rules' own, and their options; `shape/*` and `spec/*` stand whatever is said here. */
  readonly rules?: RuleSettings;
  /** `allow` lets `${VAR}` and the like pass where the model lets them pass; default `forbid`. */
  readonly references?: 'allow' | 'forbid';
  /** What the configuration waives for these requests; nothing waives `shape/*` and `spec/*`, nor a rule with `waivable: false`. */
  readonly waivers?: readonly GateWaiver[];
  /** The day of the check in UTC, `YYYY-MM-DD`; without it waivers are an error, since nobody knows whether they hold. */
  readonly today?: string;
  /** Policies that decide too, made by `createPolicySet`; broken ones close the gate. */
  readonly policies?: PolicySet | undefined;
  /** The file and document that requests are from, for policies that ask for them. */
  readonly spec?: { readonly file: string; readonly document: number };
}

/** The part of a waiver by which a gate knows a finding; for which files it holds its caller has seen to. */
export type GateWaiver = Pick<Waiver, 'rule' | 'pointer' | 'hash' | 'expires'>;

/** Only this file can make one, which the constructor's key sees to at run time as well. */
const key = Symbol('gate');

class ValidRequest<Request, Operation extends string> {
  readonly #passed: boolean;
  readonly operation: Operation;
  readonly input: Request;
  readonly target: Target;

  constructor(maker: symbol, operation: Operation, input: Request, target: Target) {
    if (maker !== key) throw new TypeError('only a gate makes valid requests');
    this.#passed = true;
    this.operation = operation;
    this.input = input;
    this.target = target;
    Object.freeze(this);
  }

  static isOne(value: object): boolean {
    return #passed in value && value.#passed;
  }
}

/** A request that a gate has let pass: its operation, a deeply frozen copy of the input, and the target it was checked for. */
export type Valid<Request, Operation extends string = string> = ValidRequest<Request, Operation>;

/** True for what a gate of this package has made, and for nothing that only looks like it. */
export function isValid(value: unknown): value is Valid<unknown> {
  return typeof value === 'object' && value !== null && ValidRequest.isOne(value);
}

/** What a gate says of a request. Findings of an `error` verdict may be none; its reason says why nothing could be decided. */
export type Verdict<Request, Operation extends string = string> =
  | {
      readonly verdict: 'valid';
      readonly request: Valid<Request, Operation>;
      /** Warnings and information; what a waiver silences is left out. */
      readonly findings: readonly ValueFinding[];
    }
  | { readonly verdict: 'invalid'; readonly findings: readonly ValueFinding[] }
  | { readonly verdict: 'error'; readonly reason: string; readonly findings: readonly ValueFinding[] };

export interface Gate<Requests = Readonly<Record<string, unknown>>> {
  /**
   * Decides on a request: plain data, which is copied, so that what is changed later changes nothing. `undefined` members
   * are left out and a `Date` becomes its date-time text; whatever else JSON cannot hold is `invalid`. Never throws.
   */
  check<Operation extends keyof Requests & string>(
    operation: Operation,
    input: unknown,
  ): Verdict<Requests[Operation], Operation>;
  check(operation: string, input: unknown): Verdict<unknown>;
}

/**
 * Makes a gate: the one way to a `Valid` request. A request passes when no finding is an error. A gate that cannot decide
 * (an operation that the API does not have, options that are wrong, a fault of its own) answers `error` and lets nothing pass.
 *
 * ```ts
 * const gate = createGate(api, { target: { region: 'eu-central-1', account: '111122223333' } });
 * const checked = gate.check('CreateJob', { name: 'nightly-2026-11-23' });
 * if (checked.verdict === 'valid') await send(checked.request);
 * ```
 */
export function createGate<Requests>(api: Api<Requests>, options: GateOptions = {}): Gate<Requests> {
  const { references = 'forbid' } = options;
  const target = Object.freeze(copyTarget(options.target));
  const rules: RuleSettings = Object.freeze({ ...options.rules });
  const { today = '' } = options;
  const waivers = (options.waivers ?? []).map(copyWaiver);
  const { policies, spec = { file: '', document: 0 } } = options;
  const fault = findFault(target, rules, references) ?? findWaiverFault(waivers, today) ?? findPolicyFault(policies);
  const settings = {
    target,
    rules,
    references: references === 'allow' ? 'literal' : 'forbid',
    enforced: true,
    policies,
    spec,
  } as const;
  const decide = (operation: string, input: unknown): Verdict<unknown> => {
    if (fault !== null) return { verdict: 'error', reason: fault, findings: [] };
    if (ownValue(api.table.operations, operation) === undefined) {
      const finding = makeFinding('spec/operation', '', describeOperation(api, operation));
      return { verdict: 'error', reason: finding.message, findings: [finding] };
    }
    const { copy, foreign } = copyPlainData(input);
    if (foreign !== null) return { verdict: 'invalid', findings: [explainForeign(api, operation, foreign)] };
    const found = checkInput(api, operation, copy, settings);
    const findings = waivers.length === 0 ? found : leaveOutWaived(found, waivers, today, rules, policies);
    if (findings.some(({ severity }) => severity === 'error')) return { verdict: 'invalid', findings };
    return { verdict: 'valid', request: new ValidRequest<unknown, string>(key, operation, copy, target), findings };
  };
  const check = (operation: string, input: unknown): Verdict<unknown> => {
    try {
      return decide(operation, input);
    } catch (cause) {
      // A rule or a generated file is broken: nothing is known of the request, so nothing passes.
      const reason = cause instanceof Error ? cause.message : 'the check has failed';
      return { verdict: 'error', reason, findings: [] };
    }
  };
  // What passes the operation's schema is of the operation's type.
  return Object.freeze({ check: check as Gate<Requests>['check'] });
}

function copyTarget({ region, account }: Target = {}): Target {
  if (region === undefined) return account === undefined ? {} : { account };
  return account === undefined ? { region } : { region, account };
}

/** What is wrong with the options; programs without types, and configuration files, come this far. */
function findFault({ region, account }: Target, rules: RuleSettings, references: string): string | null {
  if (region !== undefined && (typeof region !== 'string' || region === '')) return 'the Region is not a name';
  if (account !== undefined && !(typeof account === 'string' && isAccountId(account)))
    return `the account ${quoteValue(String(account))} is not 12 digits`;
  if (references !== 'allow' && references !== 'forbid') return '`references` is neither `allow` nor `forbid`';
  for (const [id, setting] of Object.entries(rules)) {
    const wrong = findSettingFault(id, setting, []);
    if (wrong !== null) return findRule(id) === undefined ? wrong.message : `${quoteValue(id)}: ${wrong.message}`;
  }
  return null;
}

function copyWaiver({ rule, pointer, hash, expires }: GateWaiver): GateWaiver {
  return Object.freeze({ rule, pointer, hash, expires });
}

function findWaiverFault(waivers: readonly GateWaiver[], today: string): string | null {
  if (waivers.length === 0) return null;
  if (!isDay(today)) return `waivers need the day, found ${quoteValue(today)}, expected \`YYYY-MM-DD\``;
  const wrong = waivers.find(({ expires }) => typeof expires !== 'string' || !isDay(expires));
  return wrong === undefined ? null : `the last day of a waiver of ${quoteValue(String(wrong.rule))} is no day`;
}

function leaveOutWaived(
  findings: readonly ValueFinding[],
  waivers: readonly GateWaiver[],
  today: string,
  rules: RuleSettings,
  policies: PolicySet | undefined,
): ValueFinding[] {
  const isWaived = (finding: ValueFinding): boolean => {
    if (finding.rule.startsWith('shape/') || !isSilenceable(finding.rule, rules, policies)) return false;
    const most = findMostDays(finding.rule, policies?.rules ?? []);
    const last = most === null ? null : addDays(today, most);
    return waivers.some(
      (waiver) => isInForce(waiver, today) && isAbout(waiver, finding) && (last === null || waiver.expires <= last),
    );
  };
  // What a waived finding stands for is told in its place.
  const leaveOut = (finding: ValueFinding): readonly ValueFinding[] =>
    isWaived(finding) ? (finding.standsFor ?? []).flatMap(leaveOut) : [finding];
  return findings.flatMap(leaveOut);
}

/** What is wrong with the policies; the first place is enough. */
function findPolicyFault(policies: PolicySet | undefined): string | null {
  const [first] = policies?.problems ?? [];
  if (first === undefined) return null;
  const { line, column } = first.finding.range.start;
  return `the policy is broken at ${first.file}:${line}:${column}: ${first.finding.message}`;
}

function explainForeign(api: Api, operation: string, foreign: ForeignValue): ValueFinding {
  if (foreign.kind === 'limits') return makeFinding('spec/limits', '', { what: foreign.what, limit: foreign.limit });
  const root = findInputPlace(api.table, operation);
  const place = root === null ? null : followTokens(api.table, root, parsePointer(foreign.pointer));
  const expected = place === null ? null : kindOfShape(place.shape);
  const facts: TypeFacts = { expected: expected ?? 'JSON value', found: foreign.found };
  return makeFinding('shape/type', foreign.pointer, facts);
}

function makeFinding(id: string, pointer: string, facts: unknown): ValueFinding {
  const rule = findRule(id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  const { message, help } = wordRule(rule, facts);
  return {
    rule: id,
    severity: rule.severity,
    message,
    help,
    pointer,
    part: 'value',
    field: null,
    related: [],
    fix: null,
    valueHash: hashValue(null),
  };
}
