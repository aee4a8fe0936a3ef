import { listBranches } from '../language/branches.ts';
import { type BinaryOperator, type Expression, type LiteralValue, listOperands } from '../language/tree.ts';
import { replaceNode } from './replace-node.ts';

/** A change of an expression that its rule's tests ought to notice. */
export interface Mutant {
  /** What was changed. */
  readonly node: Expression;
  /** What the change does, with the texts that `quote` makes. */
  readonly describe: (quote: (node: Expression) => string) => string;
  readonly tree: Expression;
}

const weaker: Readonly<Partial<Record<BinaryOperator, BinaryOperator>>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '==': '!=',
  '!=': '==',
};

/** One change each: a condition negated, an operand dropped, a comparison weakened, a literal changed; in the order of the text. */
export function listMutants(tree: Expression): Mutant[] {
  const mutants: Mutant[] = [];
  const add: Add = (node, by, describe, at = node) =>
    mutants.push({ node: at, describe, tree: replaceNode(tree, node, by) });
  const visit = (node: Expression): void => {
    mutateNode(node, add);
    for (const operand of listOperands(node)) visit(operand);
  };
  for (const branch of listBranches(tree)) {
    // The opposite of a comparison is among the changes of comparisons.
    const isEquality = branch.kind === 'binary' && (branch.operator === '==' || branch.operator === '!=');
    if (branch.kind === 'logic' || isEquality) continue;
    add(branch, negate(branch), (quote) => `negates ${quote(branch)}`);
  }
  visit(tree);
  return mutants.sort((a, b) => a.node.start - b.node.start || a.node.end - b.node.end);
}

function negate(node: Expression): Expression {
  if (node.kind === 'unary' && node.operator === '!') return node.operand;
  return { kind: 'unary', operator: '!', operand: node, start: node.start, end: node.end, depth: node.depth + 1 };
}

/** `at` is what is pointed at, where that is not the node itself. */
type Add = (node: Expression, by: Expression, describe: Mutant['describe'], at?: Expression) => void;

function mutateNode(node: Expression, add: Add): void {
  if (node.kind === 'logic') {
    for (const dropped of node.operands) {
      const rest = node.operands.filter((operand) => operand !== dropped);
      const [only] = rest;
      const by = rest.length === 1 && only !== undefined ? only : { ...node, operands: rest };
      add(node, by, (quote) => `drops ${quote(dropped)}`, dropped);
    }
  } else if (node.kind === 'binary') {
    const operator = weaker[node.operator];
    if (operator !== undefined)
      add(node, { ...node, operator }, (quote) => `writes \`${operator}\` for \`${node.operator}\` in ${quote(node)}`);
  } else if (node.kind === 'literal') {
    const literal = changeLiteral(node.literal);
    if (literal !== null) add(node, { ...node, literal }, (quote) => `writes another literal for ${quote(node)}`);
  }
}

function changeLiteral(literal: LiteralValue): LiteralValue | null {
  switch (literal.type) {
    case 'bool':
      return { type: 'bool', value: !literal.value };
    case 'int':
    case 'uint':
      return { type: literal.type, value: literal.value + 1n };
    case 'double':
      return { type: 'double', value: literal.value + 1 };
    case 'string':
      return { type: 'string', value: `${literal.value}x` };
    case 'null':
      return null;
  }
}
