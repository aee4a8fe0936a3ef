import { intersectSets, listRanges } from '../../shape/pattern/charset.ts';
import { compileTree } from '../../shape/pattern/matcher.ts';
import { parsePattern } from '../../shape/pattern/parse.ts';
import type { PatternNode } from '../../shape/pattern/syntax.ts';
import type { PatternEntry } from '../../shape/shape-table.ts';
import { compileModelPattern } from './model-pattern.ts';

const letters = [0x61, 0x7a];
const printable = [0x21, 0x7e];

/** A short text that a pattern matches and that has at least so many characters; null where none is found. */
export function exampleOfPattern(pattern: string, shortest: number, longest: number): string | null {
  const parsed = parsePattern(pattern);
  if (parsed === null) return null;
  const matcher = compileTree(parsed.root);
  for (const repeats of [0, 1, shortest, shortest * 2, 36]) {
    const text = writeExample(parsed.root, repeats);
    if (text.length >= shortest && text.length <= longest && matcher?.test(text) === true) return text;
  }
  return null;
}

/** @param repeats how often a part is repeated that may be repeated */
function writeExample(node: PatternNode, repeats: number): string {
  switch (node.kind) {
    case 'set': {
      for (const common of [letters, printable, node.set]) {
        const [range] = listRanges(intersectSets(node.set, common));
        if (range !== undefined) return String.fromCodePoint(range[0]);
      }
      return '';
    }
    case 'sequence':
      return node.parts.map((part) => writeExample(part, repeats)).join('');
    case 'choice':
      return node.options.length === 0 ? '' : writeExample(node.options[0]!, repeats);
    case 'repeat': {
      const count = Math.min(node.max, Math.max(node.min, repeats), 256);
      const part = count === 0 ? '' : writeExample(node.body, 0);
      return part.repeat(count).slice(0, 4096);
    }
    default:
      return '';
  }
}

/** Whether a pattern of the model takes a text; a pattern that no linear engine can match is not asked. */
export function exampleFits(pattern: PatternEntry, text: string): boolean {
  return compileModelPattern(pattern)?.test(text) ?? true;
}
