import {
  emptyNode,
  listParts,
  makeChoice,
  makeRepeat,
  makeSequence,
  type PatternNode,
} from '@shapegate/validator/leaves';

/**
 * A search finds what stands anywhere, so where a pattern is not held by `^` (or `$`) what it repeats at that edge needs
 * no more than its least count: `a+$` finds what `a$` finds. The language stays.
 */
export function trimEdges(root: PatternNode): PatternNode {
  return trimEdge(trimEdge(root, 'left'), 'right');
}

function trimEdge(node: PatternNode, edge: 'left' | 'right'): PatternNode {
  if (node.kind === 'choice') return makeChoice(node.options.map((option) => trimEdge(option, edge)));
  if (node.kind === 'repeat') {
    if (node.min === 0) return emptyNode;
    return node.min === 1 ? trimEdge(node.body, edge) : makeRepeat(node.body, node.min, node.min);
  }
  if (node.kind !== 'sequence') return node;
  const parts = [...listParts(node)];
  const at = edge === 'left' ? 0 : parts.length - 1;
  parts[at] = trimEdge(parts[at]!, edge);
  const trimmed = makeSequence(parts);
  // An edge that has gone lays the next one bare.
  return parts[at]!.kind === 'empty' ? trimEdge(trimmed, edge) : trimmed;
}
