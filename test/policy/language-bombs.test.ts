import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Problem } from '../../packages/validator/src/policy/language/problem.ts';
import { evaluateText } from './evaluate-text.ts';

const tens = `[${Array.from({ length: 10 }, (_, at) => at).join()}]`;
const hundreds = `[${Array.from({ length: 100 }, (_, at) => at).join()}]`;

/** Doubles a text or a list by passing it through one macro after the other. */
function double(start: string, times: number): string {
  let source = start;
  for (let at = 0; at < times; at++) source = `[${source}].map(v${at}, v${at} + v${at})[0]`;
  return source;
}

function nest(range: string, depth: number): string {
  return depth === 0 ? 'true' : `${range}.all(v${depth}, ${nest(range, depth - 1)})`;
}

const spent = /takes more than|makes more than/;
const bombs: readonly (readonly [name: string, source: string, ends: RegExp])[] = [
  ['20,000 parentheses', `${'('.repeat(20_000)}1${')'.repeat(20_000)}`, /longer than 16 KiB/],
  ['8,000 parentheses', `${'('.repeat(8_000)}1${')'.repeat(8_000)}`, /deeper than 64/],
  ['8,000 brackets', '['.repeat(8_000), /deeper than 64/],
  ['8,000 braces', '{1:'.repeat(5_000), /deeper than 64/],
  ['8,000 negations', `${'!'.repeat(8_000)}true`, /deeper than 64/],
  ['8,000 minus signs', `${'-'.repeat(8_000)}1`, /deeper than 64/],
  ['8,000 sums', `1${'+1'.repeat(8_000)}`, /deeper than 64/],
  ['4,000 conditions', `${'true?1:'.repeat(2_000)}1`, /deeper than 64/],
  ['5,000 members', `x${'.y'.repeat(5_000)}`, /deeper than 64/],
  ['5,000 operands', `true${'||true'.repeat(2_700)}`, /^true$/],
  ['5,000 elements', `[${'1,'.repeat(5_000)}]`, /more than 4,096 parts/],
  ['nested macros', nest(hundreds, 5), spent],
  ['deeply nested macros', nest(tens, 20), spent],
  ['nested macros that make lists', `${hundreds}.map(a, ${hundreds}.map(b, ${hundreds}.map(c, ${hundreds})))`, spent],
  ['a doubling text', double(`"${'0123456789'.repeat(100)}"`, 20), spent],
  ['a doubling list', double(hundreds, 20), spent],
  [
    'a doubling text that is measured',
    `${double('"0123456789"', 17)}.size() > ${tens}.size()`,
    /true|takes more|makes more/,
  ],
  [
    'comparison of grown lists',
    `[${double('[1, 2, 3, 4, 5, 6, 7, 8]', 12)}].all(a, ${hundreds}.all(b, a == a))`,
    spent,
  ],
  [
    'a long alternation',
    `"${'a'.repeat(3_000)}".matches("${Array.from({ length: 1_500 }, (_, at) => `a${at}`).join('|')}")`,
    /false|takes more|too large/,
  ],
  ['an exponential pattern', `${double('"aaaaaaaaaa"', 9)}.matches("^(a+)+$|(a|aa)+b")`, /true|takes more/],
  [
    'patterns that blow up the states',
    `${double('"abababbbab"', 9)}.matches("(a|b)*a(a|b){200}c")`,
    /false|takes more|too large/,
  ],
  ['a counted pattern', '"a".matches("((a{1000}){1000}){1000}")', /too large/],
  ['properties in a row', `"a".matches(r"${'\\pL'.repeat(4_500)}")`, /false|too large/],
  ['classes of properties in a row', `"a".matches(r"${'[\\pL_]'.repeat(2_500)}")`, /false|too large/],
  [
    'many properties',
    `"a".matches(r"${['L', 'N', 'P', 'S', 'Z', 'C', 'Greek', 'Latin'].map((name) => `\\p{${name}}`).join('')}")`,
    /more than four properties/,
  ],
  ['folded classes in a row', `"a".matches("(?i)${'[^a]'.repeat(3_500)}")`, /false|too large/],
  ['folded classes', `"a".matches("(?i)${'[^a]'.repeat(490)}")`, /false|too large/],
  ['classes of many ranges', `"a".matches("${'[^a-c\u00e9-\u00f0]'.repeat(900)}")`, /false|too large/],
  [
    'classes that all differ',
    `"a".matches("${Array.from({ length: 1_200 }, (_, at) => `[^${String.fromCodePoint(0x4e00 + at * 3)}]`).join('')}")`,
    /too large/,
  ],
  [
    'classes of ranges that all overlap',
    `"a".matches("${Array.from({ length: 700 }, (_, at) => `[${String.fromCodePoint(0x100 + at)}-${String.fromCodePoint(0x9000 - at)}]`).join('')}")`,
    /too large/,
  ],
  [
    'conditions that all differ',
    Array.from({ length: 1_300 }, (_, at) => `"" + "${at}" != "x"`)
      .join('&&')
      .slice(0, 16_000)
      .replace(/&&[^&]*$/, ''),
    /true|4,096/,
  ],
  ['properties on a long text', `${double('"éaß1"', 12)}.matches(r"(pL|d|pN){500}pP")`, /false|takes more|too large/],
  ['nested groups', `"a".matches("${'('.repeat(7_000)}")`, /nested too deep/],
  [
    'patterns that are made each time',
    `${hundreds}.all(i, ${hundreds}.all(j, "a".matches("a{500}" + "b")))`,
    /false|takes more/,
  ],
  ['failures in a loop', `${hundreds}.all(i, ${hundreds}.all(j, ${hundreds}.exists(k, 1 / 0 > 1)))`, spent],
  ['splitting a grown text', `${double('"0123456789"', 15)}.split("").size()`, spent],
];

for (const [name, source, ends] of bombs)
  test(`${name} ends within bounds`, () => {
    const before = process.memoryUsage().heapUsed;
    const started = performance.now();
    const { problems, result } = evaluateText(source);
    const took = performance.now() - started;
    const grown = (process.memoryUsage().heapUsed - before) / 2 ** 20;
    const fatal = problems.find(({ code }: Problem) => code !== 'constant');
    const end = fatal?.message ?? (result === null ? '' : 'error' in result ? result.error : String(result.value));
    console.log(`${name}: ${took.toFixed(0)} ms, ${grown.toFixed(0)} MB: ${end}`);
    assert.match(end, ends);
    assert.ok(took < 2_000, `${took} ms`);
    assert.ok(grown < 200, `${grown} MB`);
  });

test.run();
