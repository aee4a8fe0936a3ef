import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { analyzeAmbiguity } from '../../generator/src/check/pattern/ambiguity.ts';
import { decidePattern } from '../../generator/src/check/pattern/decide.ts';
import { parsePattern } from '../../packages/validator/src/leaves.ts';
import { countSteps } from './pattern-backtracker.ts';

const long = process.env.SHAPEGATE_LONG === '1';

const steps = suite('steps of a backtracking engine');

const { pattern: randomPattern } = fc.letrec<{ pattern: string; sequence: string; term: string; atom: string }>(
  (tie) => ({
    pattern: fc.oneof(
      { depthSize: 'small' },
      tie('sequence'),
      fc.tuple(tie('sequence'), tie('sequence')).map(([left, right]) => `${left}|${right}`),
    ),
    sequence: fc.array(tie('term'), { minLength: 1, maxLength: 4 }).map((terms) => terms.join('')),
    term: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      {
        weight: 9,
        arbitrary: fc
          .tuple(
            tie('atom'),
            fc.constantFrom('', '', '*', '+', '?', '*?', '{2}', '{0,2}', '{2,}', '{0,40}', '{3,9}', '{12}'),
          )
          .map(([atom, count]) => atom + count),
      },
      { weight: 1, arbitrary: fc.constantFrom('^', '$', '\\b') },
      { weight: 1, arbitrary: tie('pattern').map((body) => `(?=${body})`) },
    ),
    atom: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 5, arbitrary: fc.constantFrom('a', 'b', '-', '[ab]', '[^a]', '[a-]', '.') },
      { weight: 3, arbitrary: tie('pattern').map((body) => `(${body})`) },
    ),
  }),
);

const anchored = fc
  .tuple(fc.constantFrom('^', '^', ''), randomPattern, fc.constantFrom('$', '$', ''))
  .map(([start, body, end]) => (start + end === '' ? body : `${start}(?:${body})${end}`));

/** Every word of up to three characters, the pumps that an attack is made of. */
const words = ['a', 'b', '-'].flatMap((one) => [
  one,
  ...['a', 'b', '-'].flatMap((two) => [one + two, ...['a', 'b', '-'].map((three) => one + two + three)]),
]);

/** Many more than a linear pattern needs for texts as long as those here. */
const mostSteps = 160_000;

/** The most steps that a pattern needs for a text of about that length, over all words, with some ends. */
function measure(pattern: string, length: number): number {
  const { root } = parsePattern(pattern)!;
  let most = 0;
  for (const word of words) {
    const body = word.repeat(Math.ceil(length / word.length));
    for (const text of [body, `${body}!`, `a${body}\n`]) most = Math.max(most, countSteps(root, text, mostSteps));
    if (most > mostSteps) break;
  }
  return most;
}

steps('grow no faster than the text where the analysis says linear', () => {
  let linear = 0;
  let ambiguous = 0;
  let confirmed = 0;
  const property = fc.property(anchored, (pattern) => {
    const { ambiguity } = analyzeAmbiguity(parsePattern(pattern)!.root);
    if (ambiguity !== 'linear') {
      ambiguous++;
      if (ambiguous % 10 !== 0) return;
      const most = measure(pattern, 80);
      if (most > mostSteps || most > 3 * measure(pattern, 40)) confirmed++;
      return;
    }
    linear++;
    const [short, twice] = [measure(pattern, 40), measure(pattern, 80)];
    assert.ok(twice <= 2.6 * short + 300, `${pattern}: ${short} steps, then ${twice}`);
    assert.ok(twice < mostSteps, `${pattern}: ${twice} steps`);
  });
  fc.assert(property, { seed: 11, numRuns: long ? 8_000 : 250 });
  console.log(
    `  ${linear} linear, ${ambiguous} not; of ${Math.floor(ambiguous / 10)} of these, ${confirmed} seen to grow faster`,
  );
});

steps('grow no faster than the text for rewrites', () => {
  let rewritten = 0;
  const property = fc.property(anchored, (pattern) => {
    const { kind, regexp } = decidePattern(pattern);
    if (kind !== 'rewritten') return;
    rewritten++;
    const [short, twice] = [measure(regexp!, 40), measure(regexp!, 80)];
    assert.ok(twice <= 2.6 * short + 300, `${pattern} as ${regexp}: ${short} steps, then ${twice}`);
  });
  fc.assert(property, { seed: 12, numRuns: long ? 4_000 : 80 });
  assert.ok(rewritten > 2, `${rewritten} rewritten`);
});

steps.run();
