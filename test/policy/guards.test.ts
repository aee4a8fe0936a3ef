import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { checkExpression } from '../../packages/validator/src/policy/language/check.ts';
import { parseExpression } from '../../packages/validator/src/policy/language/parse.ts';
import { stationEnvironment } from './station-api.ts';

function findProblems(source: string): string[] {
  const { tree } = parseExpression(source);
  if (tree === null) throw new Error(`no expression: ${source}`);
  return checkExpression(tree, stationEnvironment, source).problems.map(
    ({ start, end, message, help }) => `[${source.slice(start, end)}] ${message}${help === null ? '' : ` (${help})`}`,
  );
}

/** What is asked before keeps guarding, by whatever road. */
const guarded: readonly string[] = [
  'input.comments.filter(c, c != null).all(c, c.size() > 3)',
  'input.comments.filter(c, c != null).join(" ") == "dry"',
  'input.comments.all(c, c != null) && input.comments.all(c, c.size() > 3)',
  'input.readings.filter(r, has(r.place) && has(r.place.lat)).all(r, r.place.lat > 1.0)',
  'input.readings.all(r, has(r.place) && has(r.place.lat)) && input.readings.exists(r, r.place.lat > 1.0)',
  'input.readings.filter(r, has(r.labels) && "team" in r.labels).all(r, r.labels["team"] == "dew")',
  'input.readings.filter(r, has(r.labels) && has(r.labels.team)).map(r, r.labels.team).all(t, t == "dew")',
  'input.openings.filter(k, k.startsWith("j")).all(k, input.openings[k] > timestamp(0))',
  'input.openings.filter(k, k != "may").filter(k, k != "june").exists(k, input.openings[k] > timestamp(0))',
  'input.name.lowerAscii() in input.openings && input.openings[input.name.lowerAscii()] > timestamp(0)',
  '"a b" in input.openings && input.openings["a b"] > timestamp(0)',
  'has(input.first.level) == true && input.first.level > 1.0',
  'has(input.first.level) != true || input.first.level > 1.0',
  'has(input.first.level) == false || input.first.level > 1.0',
];
for (const source of guarded) test(`accepts ${source}`, () => assert.equal(findProblems(source), []));

const refused: readonly (readonly [source: string, ...found: string[]])[] = [
  [
    'input.openings[input.name.lowerAscii()] > timestamp(0)',
    '[input.openings[input.name.lowerAscii()]] the map may not have the key `input.name.lowerAscii()` (write `input.name.lowerAscii() in input.openings && …`)',
  ],
  [
    '"a" in input.openings && input.openings[input.name] > timestamp(0)',
    '[input.openings[input.name]] the map may not have the key `input.name` (write `input.name in input.openings && …`)',
  ],
  [
    'input.readings.filter(r, has(r.place)).all(r, r.place.lat > 1.0)',
    '[lat] `lat` is optional and may not be there (write `has(r.place.lat) && …`)',
  ],
  [
    'input.openings.filter(k, k != "may").all(k, input.limits[k] > 0)',
    '[input.limits[k]] the map may not have the key `k` (write `k in input.limits && …`)',
  ],
  [
    'has(input.first.level) == false && input.first.level > 1.0',
    '[level] `level` is optional and may not be there (write `has(input.first.level) && …`)',
  ],
  // A key with a dot is not the member of a member.
  [
    'has(input.first.labels) && "a.b" in input.first.labels && input.first.labels["a"] == "b"',
    '[input.first.labels["a"]] the map may not have the key "a" (write `"a" in input.first.labels && …`)',
  ],
  [
    'has(input.limits.RAINN)',
    '[RAINN] the key is never in the map: it is `RAINN`, its keys one of `RAIN`, `WIND` (did you mean `RAIN`?)',
  ],
  [
    'input.limits.WINDY > 3',
    '[WINDY] the key is never in the map: it is `WINDY`, its keys one of `RAIN`, `WIND` (did you mean `WIND`?)',
  ],
  ['input.limits["HAIL"] > 3', '["HAIL"] the key is never in the map: it is `HAIL`, its keys one of `RAIN`, `WIND`'],
  ['"HAIL" in input.limits', '["HAIL"] the key is never in the map: it is `HAIL`, its keys one of `RAIN`, `WIND`'],
];
for (const [source, ...found] of refused) test(`refuses ${source}`, () => assert.equal(findProblems(source), found));

/** Comparisons that always come out the same. */
const foregone: readonly (readonly [source: string, found: string])[] = [
  [
    'input.name.lowerAscii() != "Dew"',
    '[input.name.lowerAscii() != "Dew"] the comparison is never false: the left side is text that matches `^[^A-Z]*$`, the right side `Dew`',
  ],
  [
    'input.name.upperAscii() in ["DEW", "Fog"]',
    '["Fog"] it is never equal to the left side: it is `Fog`, the left side text that matches `^[^a-z]*$`',
  ],
  [
    'size(input.counts) != 2.5',
    '[size(input.counts) != 2.5] the comparison is never false: the left side is at least 0, the right side `2.5`',
  ],
  [
    'input.counts.exists(c, c in [2.5, 3.0])',
    '[2.5] it is never equal to the left side: it is `2.5`, the left side 1 to 30',
  ],
  ['input.counts == [31]', '[input.counts == [31]] the comparison is never true'],
  ['input.name in []', '[input.name in []] the list is always empty, so `in` is never true'],
  ['true == true', '[true == true] the comparison reads nothing, so it always comes out the same'],
  ['2 in [1, 2]', '[2 in [1, 2]] the comparison reads nothing, so it always comes out the same'],
  [
    'input.name == input.name',
    '[input.name == input.name] both sides are the same, so the comparison always comes out the same',
  ],
];
for (const [source, found] of foregone)
  test(`finds what is foregone in ${source}`, () => assert.equal(findProblems(source), [found]));

for (const source of [
  'input.name.lowerAscii() != "dew"',
  'size(input.counts) != 2.0',
  'input.counts == [1, 30]',
  // False of what is not a number.
  'has(input.first.level) && input.first.level == input.first.level',
  'input.name.lowerAscii() == input.name',
])
  test(`takes ${source} as open`, () => assert.equal(findProblems(source), []));

test.run();
