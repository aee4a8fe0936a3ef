import { listBranches } from '../language/branches.ts';
import {
  type BinaryOperator,
  type Expression,
  type ListNode,
  type LiteralNode,
  listOperands,
} from '../language/tree.ts';
import { changeLiteral, type EnumValues } from './change-literal.ts';
import { replaceNode } from './replace-node.ts';

/** A change of an expression that its rule's tests ought to notice. */
export interface Mutant {
  /** What was changed. */
  readonly node: Expression;
  /** What the change does, with the texts that `quote` makes. */
  readonly describe: (quote: (node: Expression) => string) => string;
  /** One change or another; the first that the checker takes is the one that counts. */
  readonly trees: readonly Expression[];
}

const weaker: Readonly<Partial<Record<BinaryOperator, BinaryOperator>>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '==': '!=',
  '!=': '==',
};

/**
 * One change each: a condition negated, an operand dropped, an element of a list dropped, a comparison weakened, a literal
 * changed; in the order of the text.
 */
export function listMutants(tree: Expression, enums: readonly EnumValues[] = []): Mutant[] {
  const mutants: Mutant[] = [];
  const dropped = new Set<Expression>();
  const add: Add = (node, others, describe, at = node) =>
    mutants.push({ node: at, describe, trees: others.map((by) => replaceNode(tree, node, by)) });
  const visit = (node: Expression): void => {
    const list = findChoices(node);
    if (list !== null) for (const element of dropElements(list, add)) dropped.add(element);
    if (node.kind === 'literal') {
      if (!dropped.has(node)) addLiterals(node, enums, add);
    } else mutateNode(node, add);
    for (const operand of listOperands(node)) visit(operand);
  };
  for (const branch of listBranches(tree)) {
    // The opposite of a comparison is among the changes of comparisons.
    const isEquality = branch.kind === 'binary' && (branch.operator === '==' || branch.operator === '!=');
    if (branch.kind === 'logic' || isEquality) continue;
    add(branch, [negate(branch)], (quote) => `negates ${quote(branch)}`);
  }
  visit(tree);
  return mutants.sort((a, b) => a.node.start - b.node.start || a.node.end - b.node.end);
}

function negate(node: Expression): Expression {
  if (node.kind === 'unary' && node.operator === '!') return node.operand;
  return { kind: 'unary', operator: '!', operand: node, start: node.start, end: node.end, depth: node.depth + 1 };
}

/** `at` is what is pointed at, where that is not the node itself. */
type Add = (node: Expression, others: readonly Expression[], describe: Mutant['describe'], at?: Expression) => void;

/** The written list whose elements a node asks about. */
function findChoices(node: Expression): ListNode | null {
  const list =
    node.kind === 'binary' && node.operator === 'in' ? node.right : node.kind === 'macro' ? node.range : null;
  return list?.kind === 'list' ? list : null;
}

/** Drops one element at a time. What notices that notices that the element is another, so those that are dropped are told; to drop the only one is left to that. */
function dropElements(list: ListNode, add: Add): readonly Expression[] {
  const { elements } = list;
  const [only] = elements;
  if (elements.length === 1 && only?.kind === 'literal') return [];
  for (const dropped of elements) {
    const rest = elements.filter((element) => element !== dropped);
    add(list, [{ ...list, elements: rest }], (quote) => `drops ${quote(dropped)}`, dropped);
  }
  return elements;
}

function addLiterals(node: LiteralNode, enums: readonly EnumValues[], add: Add): void {
  const others = changeLiteral(node.literal, enums).map((literal) => ({ ...node, literal }));
  if (others.length > 0) add(node, others, (quote) => `writes another literal for ${quote(node)}`);
}

function mutateNode(node: Expression, add: Add): void {
  if (node.kind === 'logic') {
    for (const dropped of node.operands) {
      const rest = node.operands.filter((operand) => operand !== dropped);
      const [only] = rest;
      const by = rest.length === 1 && only !== undefined ? only : { ...node, operands: rest };
      add(node, [by], (quote) => `drops ${quote(dropped)}`, dropped);
    }
  } else if (node.kind === 'binary') {
    const operator = weaker[node.operator];
    if (operator !== undefined)
      add(
        node,
        [{ ...node, operator }],
        (quote) => `writes \`${operator}\` for \`${node.operator}\` in ${quote(node)}`,
      );
  }
}
