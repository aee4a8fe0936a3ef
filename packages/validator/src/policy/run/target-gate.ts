import { compileExpression, type Program, type ProgramSource } from '../language/compile.ts';
import type { Expression, LogicNode } from '../language/tree.ts';
import { readsTargetAlone } from './reads.ts';
import type { RuleProgram } from './run-rule.ts';

/** What decides a rule before it reads anything but the target, such as `target.account != "111122223333" || …`. */
export interface TargetGate {
  readonly program: Program;
  /** What it gives where the rule has no objection, whatever the input is. */
  readonly decides: boolean;
}

/** The gate that a rule begins with; null for most. */
export function findTargetGate({ rule, each }: RuleProgram): TargetGate | null {
  const { when, assert } = rule;
  if (when !== null) return makeGate(when, '&&');
  return assert === null || each !== null ? null : makeGate(assert, '||');
}

function makeGate(source: ProgramSource, operator: LogicNode['operator']): TargetGate | null {
  const tree = takeBeginning(source.tree, operator);
  return tree === null ? null : { program: compileExpression({ ...source, tree }), decides: operator === '||' };
}

/** The operands that come first and read the target alone: where one of them decides, no other is evaluated. */
function takeBeginning(tree: Expression, operator: LogicNode['operator']): Expression | null {
  const chain = tree.kind === 'logic' && tree.operator === operator ? tree : null;
  const operands = chain?.operands ?? [tree];
  const end = operands.findIndex((operand) => !readsTargetAlone(operand));
  const first = operands.slice(0, end === -1 ? operands.length : end);
  const [only] = first;
  if (chain === null || first.length < 2) return only ?? null;
  return { ...chain, operands: first };
}
