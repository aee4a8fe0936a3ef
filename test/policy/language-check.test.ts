import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { checkExpression } from '../../packages/validator/src/policy/language/check.ts';
import { makeEnvironment } from '../../packages/validator/src/policy/language/environment.ts';
import { parseExpression } from '../../packages/validator/src/policy/language/parse.ts';
import { ShapeTypes } from '../../packages/validator/src/policy/language/shape-type.ts';
import { nameType } from '../../packages/validator/src/policy/language/type.ts';
import { parcelEnvironment, parcelTable } from './policy-api.ts';

/** The problems of an expression: code, the text that is wrong, message and help. */
function findProblems(source: string, environment = parcelEnvironment): string[] {
  const parsed = parseExpression(source);
  const problems = parsed.tree === null ? parsed.problems : checkExpression(parsed.tree, environment).problems;
  return problems.map(
    ({ code, start, end, message, help }) =>
      `${code} [${source.slice(start, end)}] ${message}${help === null ? '' : ` (${help})`}`,
  );
}

const accepted: readonly string[] = [
  'input.name.startsWith("nightly-")',
  'input.speed == "EXPRESS" || input.speed in ["SLOW", "STANDARD"]',
  'has(input.address) && input.address.city == "Berlin"',
  '!has(input.address) || input.address.city == "Berlin"',
  'has(input.address) ? input.address.city == "Berlin" : true',
  '!(has(input.address) && has(input.address.street)) || input.address.street != ""',
  '!has(input.address) || !has(input.address.street) || input.address.street != ""',
  'has(input.content) && has(input.content.goods) && input.content.goods.city == "Rome"',
  'has(input.stops) && input.stops.all(stop, has(stop.street) && stop.street != "")',
  'has(input.stops) && input.stops.filter(stop, has(stop.street)).all(stop, stop.street != "")',
  'has(input.stops) && input.stops.all(stop, has(stop.street)) && input.stops.exists(other, other.street == "Main")',
  'has(input.stops) && input.stops.exists(input, input.city == "Rome")',
  'has(input.tags) && "team" in input.tags && input.tags["team"] == "nlp"',
  'has(input.tags) && has(input.tags.team) && input.tags.team == "nlp"',
  'has(input.tags) && input.tags.all(key, input.tags[key] != "")',
  'has(input.notes) && input.notes.all(note, note == null || note != "")',
  'has(input.notes) && input.notes.exists(note, note != null && note.startsWith("a"))',
  'has(input.price) && input.price > 10 && input.price * 2.0 < 1e3',
  'has(input.sendAt) && input.sendAt < timestamp("2027-01-01T00:00:00Z") - duration("24h")',
  'has(input.extra) && input.extra.anything.goes == 3',
  'has(input.floors) && input.floors.exists(floor, floor == 7)',
  'input.weight * 2 > 40 && size(input.name) + 1 < 20',
  'target.region == "eu-central-1" && has(target.account) && spec.document < 3',
  'has(input.label) && input.label != ""',
];

for (const source of accepted) test(`accepts ${source}`, () => assert.equal(findProblems(source), []));

const refused: readonly (readonly [source: string, ...problems: string[]])[] = [
  ['input.nam == "a"', 'unknown-member [nam] unknown member `nam` of SendParcelInput (did you mean `name`?)'],
  ['has(input.adress)', 'unknown-member [adress] unknown member `adress` of SendParcelInput (did you mean `address`?)'],
  [
    'has(input.address) && has(input.address.stret)',
    'unknown-member [stret] unknown member `stret` of Address (did you mean `street`?)',
  ],
  ['inputs.name == "a"', 'unknown-name [inputs] unknown name `inputs` (did you mean `input`?)'],
  [
    'target.account == "1111"',
    'constant [target.account == "1111"] the comparison is never true: the left side is text that matches `^[0-9]{12}$`, the right side `1111`',
  ],
  [
    'target.region != "Frankfurt"',
    'constant [target.region != "Frankfurt"] the comparison is never false: the left side is text that matches `^[a-z]{2,}(-[a-z]+)+-[0-9]+$`, the right side `Frankfurt`',
  ],
  [
    'target.partition == "aws-gov"',
    'constant [target.partition == "aws-gov"] the comparison is never true: the left side is one of `aws`, `aws-cn`, `aws-eusc`, `aws-iso`, `aws-iso-b`, `aws-iso-e`, `aws-iso-f`, `aws-us-gov`, the right side `aws-gov` (did you mean `aws-us-gov` or `aws`?)',
  ],
  ['region == "eu-central-1"', 'unknown-name [region] unknown name `region` (write `target.region`)'],
  ['name == "a"', 'unknown-name [name] unknown name `name` (write `input.name`)'],
  ['cel.bind(x, input.name, x == "a")', 'unknown-function [bind] unknown function `bind`'],
  [
    'trim(input.nam) == "a"',
    'unknown-function [trim] unknown function `trim`',
    'unknown-member [nam] unknown member `nam` of SendParcelInput (did you mean `name`?)',
  ],
  [
    '"a" in input.name',
    'type [input.name] `in` looks into a list or a map, found string (write `input.name.contains(…)`)',
  ],
  ['1 in input.name', 'type [input.name] `in` looks into a list or a map, found string'],
  ['input.address?.size() > 0', 'syntax [?.] optional access is no part of the language (write `has(…)`)'],
  [
    'input.name.startWith("a")',
    'unknown-function [startWith] unknown function `startWith` (did you mean `startsWith`?)',
  ],
  [
    'input.address.city == "Rome"',
    'unguarded [address] `address` is optional and may not be there (write `has(input.address) && …`)',
  ],
  [
    'input.address.city == "Rome" && input.address.city != "Bonn"',
    'unguarded [address] `address` is optional and may not be there (write `has(input.address) && …`)',
  ],
  [
    'has(input.address.street)',
    'unguarded [address] `address` is optional and may not be there (write `has(input.address) && …`)',
  ],
  [
    'has(input.address) || input.address.city == "Rome"',
    'unguarded [address] `address` is optional and may not be there (write `has(input.address) && …`)',
  ],
  [
    'has(input.address) ? true : input.address.city == "Rome"',
    'unguarded [address] `address` is optional and may not be there (write `has(input.address) && …`)',
  ],
  [
    'has(input.stops) && input.stops.exists(stop, stop.street == "Main")',
    'unguarded [street] `street` is optional and may not be there (write `has(stop.street) && …`)',
  ],
  [
    'has(input.tags) && input.tags["team"] == "nlp"',
    'unguarded [input.tags["team"]] the map may not have the key "team" (write `"team" in input.tags && …`)',
  ],
  [
    'has(input.notes) && input.notes.exists(note, note.startsWith("a"))',
    'unguarded [note] `note` may be null (write `note != null && …`)',
  ],
  ['input.address != null', 'type [input.address != null] the value is never null (write `has(input.address)`)'],
  ['has(input.name)', 'constant [has(input.name)] `name` is required, so `has` is never false (take it out)'],
  [
    'input.speed == "EXPRES"',
    'constant [input.speed == "EXPRES"] the comparison is never true: the left side is one of `EXPRESS`, `SLOW`, `STANDARD`, the right side `EXPRES` (did you mean `EXPRESS`?)',
  ],
  [
    'input.speed in ["EXPRESS", "slow"]',
    'constant ["slow"] it is never equal to the left side: it is `slow`, the left side one of `EXPRESS`, `SLOW`, `STANDARD` (did you mean `SLOW`?)',
  ],
  [
    'input.speed != "FAST"',
    'constant [input.speed != "FAST"] the comparison is never false: the left side is one of `EXPRESS`, `SLOW`, `STANDARD`, the right side `FAST`',
  ],
  [
    'input.speed.startsWith("X")',
    'constant [input.speed.startsWith("X")] `startsWith` is never true: the text is one of `EXPRESS`, `SLOW`, `STANDARD`',
  ],
  [
    'input.weight > 30',
    'constant [input.weight > 30] the comparison is never true: the left side is 1 to 30, the right side `30`',
  ],
  [
    'input.weight >= 1',
    'constant [input.weight >= 1] the comparison is never false: the left side is 1 to 30, the right side `1`',
  ],
  [
    'input.weight + 1 == 0',
    'constant [input.weight + 1 == 0] the comparison is never true: the left side is 2 to 31, the right side `0`',
  ],
  [
    'size(input.name) == 0',
    'constant [size(input.name) == 0] the comparison is never true: the left side is 1 to 20, the right side `0`',
  ],
  [
    'has(input.stops) && size(input.stops) >= 5',
    'constant [size(input.stops) >= 5] the comparison is never true: the left side is 0 to 4, the right side `5`',
  ],
  [
    'has(input.stops) && input.stops[4].city == "a"',
    'constant [4] the index is never in the list: it has at most 4 elements',
  ],
  [
    'input.name == "Nightly"',
    'constant [input.name == "Nightly"] the comparison is never true: the left side is text that matches `^[a-z-]+$`, 1 to 20 characters, the right side `Nightly`',
  ],
  ['input.name == 3', 'type [input.name == 3] `==` cannot compare string and int'],
  ['input.name > 3', 'type [input.name > 3] `>` cannot compare string and int'],
  ['input.name + 1 == "a"', 'type [input.name + 1] `+` cannot be applied to string and int'],
  [
    'input.weight + 1.0 > 3.0',
    'type [input.weight + 1.0] `+` cannot be applied to int and double (write both as ints, or both as doubles)',
  ],
  ['input.name && true', 'type [input.name] an operand of `&&` is a bool, found string'],
  ['input.name.city == "a"', 'type [city] a value of type string has no members, found `.city`'],
  ['input.name.all(c, true)', 'type [input.name] `all` goes through a list or a map, found string'],
  ['"a" in input', 'type [input] `in` looks into a list or a map, found SendParcelInput (write `has(…)`)'],
  ['input["name"] == "a"', 'type [input["name"]] members of SendParcelInput are read with a dot'],
  ['input.weight.startsWith("a")', 'type [input.weight] `startsWith` takes string here, found int'],
  [
    'size(input.name, 2) == 1',
    'type [size(input.name, 2)] `size` is not called like this (write `size(<string>)` or `size(<list>)` or `size(<map>)` or `<string>.size()` or `<list>.size()` or `<map>.size()`)',
  ],
  [
    'input.name.matches("(")',
    'pattern ["("] a group does not end, at character 1 of the pattern (patterns are in RE2 syntax)',
  ],
  [
    'input.name.matches("(?=a)")',
    'pattern ["(?=a)"] lookaround is not supported, at character 1 of the pattern (patterns are in RE2 syntax)',
  ],
  [
    'input.name.matches("(a)\\\\1")',
    'pattern ["(a)\\\\1"] a reference back to a group is not supported, at character 4 of the pattern (patterns are in RE2 syntax)',
  ],
  [
    'timestamp("soon") < timestamp("2026-01-01T00:00:00Z")',
    'type ["soon"] expected a timestamp such as `2026-11-23T11:30:00Z`',
  ],
  ['arn(input.name).acount == "1"', 'unknown-member [acount] unknown member `acount` of arn (did you mean `account`?)'],
  ['target.regin == "a"', 'unknown-member [regin] unknown member `regin` of target (did you mean `region`?)'],
  ['input.weight / 0 == 1', 'constant [0] a division by zero never has a result'],
];

for (const [source, ...problems] of refused)
  test(`refuses ${source}`, () => assert.equal(findProblems(source), problems));

test('what a guard says is passed on to what it guards', () => {
  const input = new ShapeTypes(parcelTable).inputOf('SendParcel')!;
  const guard = checkExpression(parseExpression('has(input.stops)').tree!, makeEnvironment(input));
  const each = checkExpression(parseExpression('input.stops').tree!, makeEnvironment(input, null, guard.whenTrue));
  assert.equal(each.problems, []);
  assert.is(nameType(each.type), 'list of Address');
  const element = each.type.kind === 'list' ? each.type.element : null;
  assert.equal(findProblems('item.city == "Rome"', makeEnvironment(input, element, guard.whenTrue)), []);
  const denied = checkExpression(parseExpression('!has(input.price)').tree!, makeEnvironment(input));
  assert.equal(findProblems('input.price > 1.0', makeEnvironment(input, null, denied.whenFalse)), []);
});

test.run();
