import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compileLinear, tabulateTree } from '../../packages/validator/src/shape/pattern/matcher.ts';
import { parsePattern } from '../../packages/validator/src/shape/pattern/parse.ts';
import { searchTable } from '../../packages/validator/src/shape/pattern/search-table.ts';

const long = process.env.SHAPEGATE_LONG === '1';

const matcher = suite('linear matcher');

/** What a random pattern is made of; legal under the `u` flag, so that RegExp can say what is right. */
const { pattern: randomPattern } = fc.letrec<{ pattern: string; sequence: string; term: string; atom: string }>(
  (tie) => ({
    pattern: fc.oneof(
      { depthSize: 'small' },
      tie('sequence'),
      fc.tuple(tie('sequence'), tie('sequence')).map(([left, right]) => `${left}|${right}`),
    ),
    sequence: fc.array(tie('term'), { minLength: 0, maxLength: 4 }).map((terms) => terms.join('')),
    term: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      {
        weight: 6,
        arbitrary: fc
          .tuple(tie('atom'), fc.constantFrom('', '', '', '*', '+', '?', '*?', '{2}', '{0,2}', '{1,}', '{2,3}?'))
          .map(([atom, count]) => atom + count),
      },
      { weight: 2, arbitrary: fc.constantFrom('^', '$', '\\b', '\\B') },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom('(?=', '(?!', '(?<=', '(?<!'), tie('pattern'))
          .map(([look, body]) => `${look}${body})`),
      },
    ),
    atom: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          'a',
          'b',
          '-',
          '.',
          '\\s',
          '\\w',
          '[ab]',
          '[^a]',
          '[-b]',
          '\\n',
          'é',
          '😀',
          '\\p{L}',
          '[^\\p{L}-]',
          '\\u{1F600}',
          '\\uD83D',
        ),
      },
      { weight: 2, arbitrary: tie('pattern').map((body) => `(${body})`) },
      { weight: 1, arbitrary: tie('pattern').map((body) => `(?:${body})`) },
    ),
  }),
);

const randomText = fc
  .array(fc.constantFrom('a', 'a', 'b', 'b', '-', ' ', '\n', 'é', '😀', '\ud83d', 'Z'), { maxLength: 9 })
  .map((chars) => chars.join(''));

/** A search that begins at code points only, as the standard says; V8's own begins between two surrogates as well. */
function findAnywhere(sticky: RegExp, text: string): boolean {
  let from = 0;
  for (const char of [...text, '']) {
    sticky.lastIndex = from;
    if (sticky.test(text)) return true;
    from += char.length;
  }
  return false;
}

matcher('agrees with RegExp on random patterns and texts', () => {
  let asked = 0;
  let looked = 0;
  const property = fc.property(
    randomPattern,
    fc.array(randomText, { minLength: 5, maxLength: 5 }),
    (pattern, texts) => {
      const linear = compileLinear(pattern);
      if (linear === null) return;
      const native = new RegExp(pattern, 'uy');
      const table = tabulateTree(parsePattern(pattern)!.root);
      for (const text of texts) {
        asked++;
        const what = `${JSON.stringify(pattern)} on ${JSON.stringify(text)}`;
        const found = findAnywhere(native, text);
        assert.is(linear.test(text), found, what);
        if (table === null) continue;
        looked++;
        assert.is(searchTable(table, text), found, `${what}, in a table`);
      }
    },
  );
  fc.assert(property, { seed: 20261123, numRuns: long ? 60_000 : 6_000, endOnFailure: false });
  assert.ok(asked > (long ? 200_000 : 20_000), `only ${asked} texts were asked about`);
  assert.ok(looked > asked / 3, `only ${looked} texts were looked up in tables`);
});

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: a pattern of a model
const legacy: [pattern: string, yes: string[], no: string[]][] = [
  ['^[\\_\\-\\:]+$', ['_-:'], ['\\', 'a']],
  ['^a{b$', ['a{b'], ['ab']],
  ['^a]$', ['a]'], ['a']],
  ['^a{,2}$', ['a{,2}'], ['aa', '']],
  ['\\Aab\\z', ['ab'], ['aab', 'abb']],
  ['^[[:alnum:]_]+$', ['aZ9_'], ['-', ':', 'é']],
  ['^[[:^digit:]]$', ['a'], ['5']],
  ['^\\p{Alnum}+$', ['aZ9'], ['é', '_']],
  ['^\\p{IsAlphabetic}\\p{IsWhitespace}$', ['é '], ['1 ']],
  ['^(?i)(true|false)$', ['TRUE', 'False'], ['tru']],
  ['^(?i)[^a]$', ['b'], ['a', 'A']],
  ['^(?s).$', ['\n'], ['']],
  ['^(?i:a)b$', ['Ab'], ['AB']],
  ['^[a-z&&[^b]]$', ['a'], ['b', '&']],
  ['^[0-9A-Z]{2}+$', ['A1'], ['A', 'A12']],
  ['^([a-z]*)${1,128}$', ['abc'], ['a1']],
  ['^[\\uD800\\uDC00-\\uDBFF\\uDFFF]$', ['😀'], ['\ud83d', 'a']],
  ['^[\\w-.~]+$', ['a-.~'], ['!']],
  ['^\\x{60}$', ['`'], ['x']],
  ['(?m)^b\\_$', ['a\nb_'], ['ab_']],
];
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: as above
for (const [pattern, yes, no] of legacy) {
  matcher(`reads ${pattern}`, () => {
    const linear = compileLinear(pattern);
    assert.ok(linear !== null);
    for (const text of yes) assert.is(linear.test(text), true, JSON.stringify(text));
    for (const text of no) assert.is(linear.test(text), false, JSON.stringify(text));
  });
}

matcher('works out patterns of few words, whatever they are asked about', () => {
  const words = parsePattern('^(?:nightly|weekly)-[a-z0-9]+(?:-[a-z0-9]+)*$')!.root;
  const table = tabulateTree(words)!;
  assert.ok(JSON.stringify(table).length < 2_000);
  for (const [text, found] of [
    ['nightly-a1-b', true],
    ['weekly-é', false],
    ['nightly-', false],
    ['😀', false],
    ['', false],
  ] as const)
    assert.is(searchTable(JSON.parse(JSON.stringify(table)), text), found, text);
});

matcher('works nothing large out, and nothing that looks around', () => {
  for (const pattern of ['[ab]*a[ab]{12}', '(?=a)b', 'a{1,2000}$'])
    assert.is(tabulateTree(parsePattern(pattern)!.root), null, pattern);
});

const refused = [
  'a{2,1}',
  '(',
  'a)',
  '*a',
  '[b-a]',
  '(a)\\1',
  '(?<n>a)\\k<n>',
  '\\p{Nonsense}',
  '(?>a)',
  'a*+b',
  '\\Qa\\E',
  '[a',
];
matcher('refuses what it cannot match', () => {
  for (const pattern of refused) assert.is(compileLinear(pattern), null, pattern);
});

matcher('refuses what is too large or too deep, at once', () => {
  for (const pattern of [
    '((a{100}){100}){100}',
    '(?:){1000000}',
    '((?:){99999}){99999}',
    `${'('.repeat(5_000)}${')'.repeat(5_000)}`,
    'a'.repeat(30_000),
    'a{0,99999999999999999999}',
  ]) {
    assert.is(compileLinear(pattern), null, pattern.slice(0, 30));
  }
});

matcher('takes linear time where RegExp would never end', () => {
  const started = Date.now();
  const hostile: [string, string][] = [
    ['^[a-zA-Z0-9](-*[a-zA-Z0-9\\+\\-\\.])*$', `a${'-'.repeat(200_000)}!`],
    ['^([0-9]+)+$', `${'0'.repeat(200_000)}!`],
    ['^(?=(a+)+b)', 'a'.repeat(100_000)],
    ['(.*)*x(.*)*y', 'x'.repeat(100_000)],
    ['[ab]*a[ab]{12}$', 'ab'.repeat(20_000)],
  ];
  for (const [pattern, text] of hostile) compileLinear(pattern)!.test(text);
  assert.ok(Date.now() - started < 20_000);
});

matcher.run();
