import { emptyNode, makeChoice, makeRepeat, type PatternNode, type SetNode } from '@shapegate/validator/leaves';
import { uniteNodes } from './runs.ts';
import { simplifyRepeat } from './simplify-repeat.ts';
import { simplifySequence } from './simplify-sequence.ts';

/**
 * Writes a tree so that it matches in fewer ways, by rules that keep the language (which is proved again afterwards, of
 * the whole). `thorough` takes apart loops over partly common sets too, which makes the result longer.
 */
export function simplifyPattern(node: PatternNode, thorough: boolean): PatternNode {
  if (node.kind === 'sequence') {
    const parts = node.parts.map((part) => simplifyPattern(part, thorough));
    return simplifySequence(parts, thorough);
  }
  if (node.kind === 'choice') return simplifyChoice(node.options.map((option) => simplifyPattern(option, thorough)));
  if (node.kind !== 'repeat') return node;
  const body = simplifyPattern(node.body, thorough);
  const simple = simplifyRepeat({ kind: 'repeat', body, min: node.min, max: node.max, lazy: false });
  // What came out may fit a rule that the parts did not.
  return simple.kind === 'sequence' ? simplifySequence(simple.parts, thorough) : makeRepeat(simple, 1, 1);
}

/** Single characters become one set, the same option twice becomes one, an empty one becomes "or nothing". */
function simplifyChoice(options: readonly PatternNode[]): PatternNode {
  const kept = new Map<string, PatternNode>();
  let set: SetNode | null = null;
  let isOptional = false;
  for (const option of options.flatMap((one) => (one.kind === 'choice' ? one.options : [one]))) {
    if (option.kind === 'set') {
      set = set === null ? option : uniteNodes(set, option);
      kept.set('set', set);
    } else if (option.kind === 'empty') isOptional = true;
    else kept.set(JSON.stringify(option), option);
  }
  const left = [...kept.values()];
  if (left.length === 0) return emptyNode;
  return isOptional
    ? simplifyRepeat({ kind: 'repeat', body: makeChoice(left), min: 0, max: 1, lazy: false })
    : makeChoice(left);
}
