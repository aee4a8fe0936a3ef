import type { PolicyFinding, PolicyRequest } from '../../check/policy-set.ts';
import { isObject } from '../../shape/json.ts';
import { RuleBudget, SpecBudget } from '../language/budget.ts';
import { listReads, type Reads } from './reads.ts';
import { askRule, makeFindings, makeValues, type RuleProgram } from './run-rule.ts';
import { type Watch, watchMember, watchTarget } from './watch.ts';

/** A rule, and whether it had no objection since what it reads was last another. */
interface WatchedRule {
  readonly program: RuleProgram;
  isApproved: boolean;
  /** What it took then. */
  steps: number;
}

/** A part of requests, and the rules that read it. */
interface WatchedPart {
  readonly watch: Watch;
  readonly readers: WatchedRule[];
}

/**
 * The rules of one operation. A rule that had no objection has none as long as what it reads stays as it was, and of specs
 * that stand together most members do.
 */
export class OperationRules {
  readonly #rules: readonly WatchedRule[];
  /** Made for the second request: who asks once need not know what is read. */
  #parts: readonly WatchedPart[] | null = null;
  /** Rules that may read anything. */
  #unwatched: readonly WatchedRule[] = [];
  #wasAsked = false;

  constructor(programs: readonly RuleProgram[]) {
    this.#rules = programs.map((program) => ({ program, isApproved: false, steps: 0 }));
  }

  /** What the rules object to. Never throws. */
  check(request: PolicyRequest): PolicyFinding[] {
    const isWatched = this.#enter(request);
    const budget = new SpecBudget();
    const own = new RuleBudget(budget);
    let values: ReturnType<typeof makeValues> | null = null;
    const findings: PolicyFinding[] = [];
    for (let at = 0; at < this.#rules.length; at++) {
      const rule = this.#rules[at]!;
      if (rule.isApproved && rule.steps <= budget.steps) {
        budget.steps -= rule.steps;
        continue;
      }
      const { program } = rule;
      own.begin();
      values ??= makeValues(request);
      const answer = askRule(program, request, values, own);
      const isGood = answer.hits.length === 0 && answer.failure === null;
      rule.isApproved = isWatched && isGood;
      rule.steps = own.spent;
      if (isGood) continue;
      const reads = answer.failure === null ? null : listReads(program);
      findings.push(...makeFindings(program, answer, request, reads?.members ?? null));
    }
    return findings;
  }

  /** Forgets the approval of what is another than in the request before; false where parts cannot be told apart. */
  #enter(request: PolicyRequest): boolean {
    const isWatched = this.#wasAsked && isObject(request.input);
    this.#wasAsked = true;
    if (!isWatched) {
      forgetApproval(this.#rules);
      return false;
    }
    this.#parts ??= this.#listParts();
    for (let at = 0; at < this.#parts.length; at++) {
      const { watch, readers } = this.#parts[at]!;
      if (watch.changes(request)) forgetApproval(readers);
    }
    forgetApproval(this.#unwatched);
    return true;
  }

  #listParts(): WatchedPart[] {
    const parts = new Map<string, WatchedPart>();
    const add = (name: string, rule: WatchedRule, make: () => Watch): void => {
      const part = parts.get(name) ?? { watch: make(), readers: [] };
      part.readers.push(rule);
      parts.set(name, part);
    };
    const unwatched: WatchedRule[] = [];
    for (const rule of this.#rules) {
      const reads: Reads | null = listReads(rule.program);
      if (reads === null) unwatched.push(rule);
      for (const member of reads?.members ?? []) add(`/${member}`, rule, () => watchMember(member));
      if (reads?.target === true) add('', rule, watchTarget);
    }
    this.#unwatched = unwatched;
    return [...parts.values()];
  }
}

function forgetApproval(rules: readonly WatchedRule[]): void {
  for (let at = 0; at < rules.length; at++) rules[at]!.isApproved = false;
}
