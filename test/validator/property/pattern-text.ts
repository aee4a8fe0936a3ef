import fc from 'fast-check';
import {
  type CharSet,
  intersectSets,
  listRanges,
  subtractSet,
} from '../../../packages/validator/src/shape/pattern/charset.ts';
import { parsePattern } from '../../../packages/validator/src/shape/pattern/parse.ts';
import type { PatternNode } from '../../../packages/validator/src/shape/pattern/syntax.ts';

const surrogates: CharSet = [0xd800, 0xdfff];
const printable: CharSet = [0x20, 0x7e];

/** One code point out of a set; mostly printable ASCII where the set has some, never half a surrogate pair. */
export function charOf(set: CharSet): fc.Arbitrary<string> {
  const whole = subtractSet(set, surrogates);
  const common = intersectSets(whole, printable);
  const oneOf = (from: CharSet) =>
    fc.oneof(
      ...listRanges(from).map(([low, high]) => ({
        weight: Math.min(high - low + 1, 30),
        arbitrary: fc.integer({ min: low, max: high }).map((code) => String.fromCodePoint(code)),
      })),
    );
  if (common.length === 0) return oneOf(whole);
  return fc.oneof({ weight: 15, arbitrary: oneOf(common) }, { weight: 1, arbitrary: oneOf(whole) });
}

/** How often a part repeats: seldom more than eight times, now and then as often as it may. */
function countOf(min: number, max: number): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min, max: Math.min(max, min + 8) }) },
    { weight: 1, arbitrary: fc.integer({ min, max }) },
    { weight: 1, arbitrary: fc.constant(max) },
  );
}

function textOf(node: PatternNode, longest: number): fc.Arbitrary<string> {
  switch (node.kind) {
    case 'set':
      return charOf(node.set);
    case 'sequence':
      return fc.tuple(...node.parts.map((part) => textOf(part, longest))).map((parts) => parts.join(''));
    case 'choice':
      return fc.oneof(...node.options.map((option) => textOf(option, longest)));
    case 'repeat': {
      const max = Math.max(node.min, Math.min(node.max, longest));
      // Two long repeats in each other would only make texts that are too long.
      const body = textOf(node.body, max > 8 ? 3 : longest);
      return countOf(node.min, max).chain((count) =>
        fc.array(body, { minLength: count, maxLength: count, size: 'max' }).map((parts) => parts.join('')),
      );
    }
    // What else there is matches no text of its own; the caller keeps only what the whole pattern takes.
    default:
      return fc.constant('');
  }
}

/** Texts that a pattern matches as a whole, most of them short; its assertions are left to the caller. */
export function textOfPattern(pattern: string, longest: number): fc.Arbitrary<string> {
  const parsed = parsePattern(pattern);
  if (parsed === null) throw new Error(`no tree of the pattern ${pattern}`);
  return textOf(parsed.root, longest);
}
