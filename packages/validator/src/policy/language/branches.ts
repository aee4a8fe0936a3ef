import { type Expression, listOperands } from './tree.ts';

/** The expressions whose truth decides what is evaluated or said: the whole, the operands of `&&` and `||`, the tests of `?:`, in the order of the text. */
export function listBranches(tree: Expression): ReadonlySet<Expression> {
  const branches = new Set<Expression>([tree]);
  const visit = (node: Expression): void => {
    if (node.kind === 'logic') for (const operand of node.operands) branches.add(operand);
    if (node.kind === 'conditional') branches.add(node.test);
    for (const operand of listOperands(node)) visit(operand);
  };
  visit(tree);
  return branches;
}
