import type { PolicyFinding, PolicyRequest } from '../../check/policy-set.ts';
import { isObject } from '../../shape/json.ts';
import { RuleBudget, SpecBudget } from '../language/budget.ts';
import { listReads, type Reads } from './reads.ts';
import { askRule, makeFindings, makeValues, type RuleProgram } from './run-rule.ts';
import { type Watch, watchMember, watchTarget } from './watch.ts';

/** A rule, and when it last had no objection. */
interface WatchedRule {
  readonly program: RuleProgram;
  /** What it reads; null where that may be anything. */
  readonly watches: readonly Watch[] | null;
  /** The turn; 0 where it objected, or has not been asked. */
  approvedAt: number;
  /** What it took then. */
  steps: number;
}

/**
 * The rules of one operation. A rule that had no objection has none as long as what it reads stays as it was, and of specs
 * that stand together most members do.
 */
export class OperationRules {
  readonly #programs: readonly RuleProgram[];
  readonly #watches = new Map<string, Watch>();
  /** Made for the second request: who asks once need not know what is read. */
  #rules: readonly WatchedRule[] | null = null;
  #turn = 0;

  constructor(programs: readonly RuleProgram[]) {
    this.#programs = programs;
  }

  /** What the rules object to. Never throws. */
  check(request: PolicyRequest): PolicyFinding[] {
    const budget = new SpecBudget();
    let values: ReturnType<typeof makeValues> | null = null;
    const findings: PolicyFinding[] = [];
    for (const rule of this.#enter(request)) {
      if (rule.steps <= budget.steps && this.#isApproved(rule)) {
        budget.steps -= rule.steps;
        continue;
      }
      const { program } = rule;
      const own = new RuleBudget(budget);
      values ??= makeValues(request);
      const answer = askRule(program, request, values, own);
      const objects = answer.hits.length > 0 || answer.failure !== null;
      rule.approvedAt = objects ? 0 : this.#turn;
      rule.steps = own.spent;
      if (!objects) continue;
      const reads = answer.failure === null ? null : listReads(program);
      findings.push(...makeFindings(program, answer, request, reads?.members ?? null));
    }
    return findings;
  }

  /** Sees what is another than in the request before. */
  #enter(request: PolicyRequest): readonly WatchedRule[] {
    const turn = ++this.#turn;
    if (turn === 1 || !isObject(request.input))
      return this.#programs.map((program) => ({ program, watches: null, approvedAt: 0, steps: 0 }));
    this.#rules ??= this.#programs.map((program) => this.#watch(program));
    for (const watch of this.#watches.values()) watch.look(request, turn);
    return this.#rules;
  }

  #watch(program: RuleProgram): WatchedRule {
    const reads = listReads(program);
    return { program, watches: reads === null ? null : this.#listWatches(reads), approvedAt: 0, steps: 0 };
  }

  #listWatches({ members, target }: Reads): Watch[] {
    const watches = Array.from(members, (member) => this.#share(`/${member}`, () => watchMember(member)));
    return target ? [...watches, this.#share('', watchTarget)] : watches;
  }

  #share(name: string, make: () => Watch): Watch {
    const watch = this.#watches.get(name) ?? make();
    this.#watches.set(name, watch);
    return watch;
  }

  #isApproved({ watches, approvedAt }: WatchedRule): boolean {
    if (watches === null || approvedAt === 0) return false;
    for (const watch of watches) if (watch.changedAt > approvedAt) return false;
    return true;
  }
}
