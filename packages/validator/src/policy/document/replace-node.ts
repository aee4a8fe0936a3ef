import type { Expression, SelectNode } from '../language/tree.ts';

/** The same tree with another node in the place of one; everything else is shared. */
export function replaceNode(root: Expression, old: Expression, by: Expression): Expression {
  const visit = (node: Expression): Expression => {
    if (node === old) return by;
    if (node.start > old.start || node.end < old.end) return node;
    switch (node.kind) {
      case 'literal':
      case 'name':
        return node;
      case 'select':
      case 'unary':
        return { ...node, operand: visit(node.operand) };
      case 'has':
        return { ...node, select: visit(node.select) as SelectNode };
      case 'index':
        return { ...node, operand: visit(node.operand), index: visit(node.index) };
      case 'call':
        return { ...node, target: node.target === null ? null : visit(node.target), args: node.args.map(visit) };
      case 'macro': {
        const test = node.test === null ? null : visit(node.test);
        return { ...node, range: visit(node.range), test, body: visit(node.body) };
      }
      case 'binary':
        return { ...node, left: visit(node.left), right: visit(node.right) };
      case 'logic':
        return { ...node, operands: node.operands.map(visit) };
      case 'conditional':
        // biome-ignore lint/suspicious/noThenProperty: a tree's node; nothing awaits it.
        return { ...node, test: visit(node.test), then: visit(node.then), otherwise: visit(node.otherwise) };
      case 'list':
        return { ...node, elements: node.elements.map(visit) };
      case 'map':
        return { ...node, entries: node.entries.map(({ key, value }) => ({ key: visit(key), value: visit(value) })) };
    }
  };
  return visit(root);
}
