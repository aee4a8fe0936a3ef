import { run } from '@bufbuild/cel';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { compileRe2 } from '../../packages/validator/src/policy/language/pattern/compile-re2.ts';
import { makeRandom } from './generate-expression.ts';

const random = makeRandom(77);

function pick<T>(choices: readonly T[]): T {
  return choices[Math.floor(random() * choices.length)]!;
}

const atoms = [
  'a',
  'b',
  'é',
  '😀',
  '.',
  '\\d',
  '\\w',
  '\\s',
  '\\D',
  '[a-c]',
  '[^a]',
  '[[:alpha:]]',
  '[[:^digit:]_]',
  '[\\d-]',
  '[]a]',
  '\\x41',
  '\\x{1F600}',
  '\\pL',
  '\\PL',
  '\\p{Greek}',
  '\\p{^Lu}',
  '\\.',
  '\\Qa.b\\E',
  '\\n',
  '\\101',
  '-',
  'k',
  'S',
  '\n',
];
const marks = ['^', '$', '\\A', '\\z', '\\b', '\\B'];
const repeats = ['', '', '', '*', '+', '?', '*?', '+?', '{2}', '{1,2}', '{0,}', '{,2}'];
const heads = ['(', '(?:', '(?i)(', '(?i:', '(?s:', '(?m:', '(?P<n>', '(?<n>', '(?-i:', '(?im:'];

function writePattern(depth: number): string {
  const parts = Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
    if (random() < 0.15) return pick(marks);
    const atom = depth > 0 && random() < 0.3 ? `${pick(heads)}${writePattern(depth - 1)})` : pick(atoms);
    return atom + pick(repeats);
  });
  return parts.join('') + (depth > 0 && random() < 0.2 ? `|${writePattern(depth - 1)}` : '');
}

const characters = [
  'a',
  'b',
  'A',
  'é',
  '😀',
  '1',
  '-',
  '_',
  ' ',
  '\n',
  '\r',
  'k',
  '\u212a',
  'S',
  's',
  '\u017f',
  'α',
  '.',
  '',
];

test('patterns find what the RE2 of @bufbuild/cel finds', () => {
  const count = process.env.SHAPEGATE_LONG === '1' ? 20_000 : 2_000;
  const wrong: string[] = [];
  for (let round = 0; round < count; round++) {
    const pattern = writePattern(2);
    const text = Array.from({ length: Math.floor(random() * 6) }, () => pick(characters)).join('');
    const theirs = run('text.matches(pattern)', { text, pattern });
    const compiled = compileRe2(pattern);
    const ours = typeof compiled === 'string' ? compiled : compiled.test(text);
    const same = typeof theirs === 'boolean' ? ours === theirs : typeof ours === 'string';
    if (!same) wrong.push(`${JSON.stringify(pattern)} on ${JSON.stringify(text)}: ours ${ours}, theirs ${theirs}`);
  }
  assert.equal(
    wrong.length,
    0,
    `${wrong.length}:\n${wrong
      .sort((a, b) => a.length - b.length)
      .slice(0, 30)
      .join('\n')}`,
  );
});

test('what cannot be searched in linear time is refused with a reason', () => {
  assert.match(compileRe2('(?m)^a$|^b$|^c$|^d$') as string, /more than six/);
  assert.match(compileRe2('a{1001}') as string, /counts up to 1,000/);
  assert.match(compileRe2('a**') as string, /may not follow another repetition/);
  assert.match(compileRe2('(?<=a)b') as string, /lookaround/);
  assert.match(compileRe2('[z-a]') as string, /a range goes from/);
  assert.match(compileRe2('\\p{Klingon}') as string, /unknown property/);
});

test.run();
