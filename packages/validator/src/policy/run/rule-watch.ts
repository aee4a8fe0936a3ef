import type { PolicyRequest } from '../../check/policy-set.ts';
import { RuleBudget, SpecBudget } from '../language/budget.ts';
import { evaluate } from '../language/evaluate.ts';
import { listReads } from './reads.ts';
import { makeValues, type RuleProgram } from './run-rule.ts';
import { findTargetGate, type TargetGate } from './target-gate.ts';
import { type Watch, watchMember, watchTarget } from './watch.ts';

/** A rule, and whether it had no objection since what it reads was last another. */
export interface WatchedRule {
  readonly program: RuleProgram;
  /** Whether the target alone keeps it from objecting, so that nothing else that it reads matters. */
  isSettled: boolean;
  isApproved: boolean;
  /** What it took then. */
  steps: number;
}

/** A member of inputs, and the rules that read it. */
interface WatchedMember {
  readonly watch: Watch;
  readonly readers: WatchedRule[];
}

/** Sees what is another than in the request before, and which rules may object now that did not. */
export class RuleWatch {
  readonly #members: readonly WatchedMember[];
  readonly #target = watchTarget();
  readonly #targetReaders: readonly WatchedRule[];
  readonly #gates: readonly { readonly rule: WatchedRule; readonly gate: TargetGate }[];
  /** Rules that may read anything. */
  readonly #others: readonly WatchedRule[];

  constructor(rules: readonly WatchedRule[]) {
    const all = rules.map((rule) => ({ rule, reads: listReads(rule.program), gate: findTargetGate(rule.program) }));
    const members = new Map<string, WatchedMember>();
    for (const { rule, reads } of all)
      for (const member of reads?.members ?? []) {
        const watched = members.get(member) ?? { watch: watchMember(member), readers: [] };
        watched.readers.push(rule);
        members.set(member, watched);
      }
    this.#members = [...members.values()];
    this.#targetReaders = all.filter(({ reads }) => reads?.target === true).map(({ rule }) => rule);
    this.#gates = all.flatMap(({ rule, gate }) => (gate === null ? [] : [{ rule, gate }]));
    this.#others = all.filter(({ reads }) => reads === null).map(({ rule }) => rule);
  }

  /** Forgets the approvals that another request may not have. */
  enter(request: PolicyRequest): void {
    for (let at = 0; at < this.#members.length; at++) {
      const { watch, readers } = this.#members[at]!;
      if (watch.changes(request)) forgetApproval(readers);
    }
    if (this.#target.changes(request)) this.#enterTarget(request);
    forgetApproval(this.#others);
  }

  /** Rules that begin with the target are mostly for another account, and then settled. */
  #enterTarget(request: PolicyRequest): void {
    const values = makeValues(request);
    for (const { rule, gate } of this.#gates) {
      const result = evaluate(gate.program, values, new RuleBudget(new SpecBudget()));
      rule.isSettled = result === gate.decides;
      rule.isApproved = false;
    }
    forgetApproval(this.#targetReaders);
  }
}

/** What is settled by the target stays as it is until that changes. */
function forgetApproval(rules: readonly WatchedRule[]): void {
  for (let at = 0; at < rules.length; at++) {
    const rule = rules[at]!;
    if (!rule.isSettled) rule.isApproved = false;
  }
}
