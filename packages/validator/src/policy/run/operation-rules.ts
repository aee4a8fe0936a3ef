import type { PolicyFinding, PolicyRequest } from '../../check/policy-set.ts';
import { isObject } from '../../shape/json.ts';
import { RuleBudget, SpecBudget } from '../language/budget.ts';
import { listReads } from './reads.ts';
import { RuleWatch, type WatchedRule } from './rule-watch.ts';
import { askRule, makeFindings, makeValues, type RuleProgram } from './run-rule.ts';

/**
 * The rules of one operation. A rule that had no objection has none as long as what it reads stays as it was, and of specs
 * that stand together most members do.
 */
export class OperationRules {
  readonly #rules: readonly WatchedRule[];
  /** Made for the second request: who asks once need not know what is read. */
  #watch: RuleWatch | null = null;
  #wasAsked = false;

  constructor(programs: readonly RuleProgram[]) {
    this.#rules = programs.map((program) => ({ program, isSettled: false, isApproved: false, steps: 0 }));
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

  /** Forgets the approvals that this request may not have: all, and then false, where its parts cannot be told apart. */
  #enter(request: PolicyRequest): boolean {
    const isWatched = this.#wasAsked && isObject(request.input);
    this.#wasAsked = true;
    if (isWatched) {
      this.#watch ??= new RuleWatch(this.#rules);
      this.#watch.enter(request);
    } else for (const rule of this.#rules) rule.isApproved = false;
    return isWatched;
  }
}
