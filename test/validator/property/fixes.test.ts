import { applyFixes, canonicalizeJson, type Finding, LineIndex, lintText, readDocuments } from '@shapegate/validator';
import { api } from '@shapegate/validator/api';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { applyEdits, placeFixes } from '../../../packages/validator/src/fix/place-edits.ts';
import type { Target } from '../../../packages/validator/src/rule/target.ts';
import { isObject, type JsonValue } from '../../../packages/validator/src/shape/json.ts';
import { Dice } from './dice.ts';
import { holdProperty } from './hold-property.ts';
import { listPlaces, type Place, replaceAt, withRenamed } from './place.ts';
import { type ValidRequest, validRequest } from './valid-input.ts';
import { writeJson, writeYaml } from './write-spec.ts';

const isLong = process.env.SHAPEGATE_LONG === '1';
const numRuns = isLong ? 20_000 : 500;
const operation = 'CreateModelImportJob';

/** A wrong value in place of a right one, which a fix must bring back, and where the finding stands. */
interface Slip {
  readonly value: JsonValue;
  readonly pointer: string;
  /** Where the fix is not to bring the valid input back. */
  readonly expected?: JsonValue;
}

type Slipper = (place: Place, dice: Dice) => Slip | null;

const textOf = ({ value }: Place) => (typeof value === 'string' ? value : '');
const has = (place: Place, trait: string) => place.traits[`shapegate#${trait}`] !== undefined;

function insertAgain(place: Place, dice: Dice, within: string): Slip | null {
  const list = place.value;
  if (!Array.isArray(list) || list.length === 0) return null;
  const from = dice.roll(list.length);
  const to = from + 1 + dice.roll(list.length - from);
  const value = [...list.slice(0, to), list[from] ?? null, ...list.slice(to)];
  return { value, pointer: `${place.pointer}/${to}${within}` };
}

const slippers: Readonly<Record<string, Slipper>> = {
  number(place, dice) {
    // Tags take any text; elsewhere a number is wrong for more than one reason.
    if (place.shape.type !== 'string' || place.parent?.parent === null || !/Tags\/\d+\/value$/.test(place.pointer))
      return null;
    const value = dice.pick([42, 4711.5, -1, 0, true, false]);
    return { value, pointer: place.pointer, expected: String(value) };
  },
  rename({ value, pointer, shape }, dice) {
    if (shape.type !== 'structure' || !isObject(value)) return null;
    const keys = Object.keys(value).filter((key) => /[A-Z]/.test(key));
    if (keys.length === 0) return null;
    const key = dice.pick(keys);
    const name = dice.pick([
      key.charAt(0).toUpperCase() + key.slice(1),
      key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      key.toUpperCase(),
    ]);
    return { value: withRenamed(value, key, name), pointer: `${pointer}/${name}` };
  },
  name(place) {
    const text = textOf(place);
    if (!has(place, 'nameAlphabet') || !/^[a-z0-9-]+$/i.test(text) || !text.slice(1, -1).includes('-')) return null;
    const at = text.indexOf('-', 1);
    if (at === text.length - 1) return null;
    return { value: `${text.slice(0, at)} ${text.slice(at + 1)}`, pointer: place.pointer };
  },
  assumedRole(place) {
    const match = /^arn:([\w-]+):iam::(\d{12}):role\/([^/]+)$/.exec(textOf(place));
    if (!has(place, 'arn') || match === null) return null;
    const [, partition, account, name] = match;
    return { value: `arn:${partition}:sts::${account}:assumed-role/${name}/session`, pointer: place.pointer };
  },
  uri(place, dice) {
    const text = textOf(place);
    if (!has(place, 's3Uri') || !/^s3:\/\/[a-z0-9-]+\/[\w/-]+\/$/.test(text)) return null;
    const rest = text.slice('s3://'.length);
    return { value: dice.pick([`s3a://${rest}`, `S3://${rest}`, `arn:aws:s3:::${rest}`]), pointer: place.pointer };
  },
  repeatedId: (place, dice) => (has(place, 'resourceIds') ? insertAgain(place, dice, '') : null),
  repeatedTag: (place, dice) =>
    has(place, 'tags') && Array.isArray(place.value) && place.value.length < 50
      ? insertAgain(place, dice, '/key')
      : null,
};

/** Of two equal subnets one is left, which is worth a word of its own and so a reason not to fix. */
const rules = { 'vpc/single-subnet': 'off' } as const;

const kinds = Object.entries(slippers);
const counts = new Map<string, { made: number; fixed: number }>();
const test = suite('fixes');

function slip(
  input: JsonValue,
  dice: Dice,
): { kind: string; wrong: JsonValue; right: JsonValue; pointer: string } | null {
  const places = listPlaces(api.table, operation, input);
  for (let tries = 0; tries < 20; tries++) {
    const [kind, slipper] = dice.pick(kinds);
    const fitting = places.flatMap((place) => {
      const made = slipper(place, dice);
      return made === null ? [] : [{ place, made }];
    });
    if (fitting.length === 0) continue;
    const { place, made } = dice.pick(fitting);
    const right = made.expected === undefined ? input : replaceAt(input, place.tokens, made.expected);
    return { kind, wrong: replaceAt(input, place.tokens, made.value), right, pointer: made.pointer };
  }
  return null;
}

/** True where the shorter text is the longer one with some of its characters left out. */
function isLeftOver(shorter: string, longer: string): boolean {
  let at = 0;
  for (let i = 0; i < longer.length && at < shorter.length; i++) if (longer[i] === shorter[at]) at++;
  return at === shorter.length;
}

function checkText(
  text: string,
  format: 'yaml' | 'json',
  target: Target,
  made: NonNullable<ReturnType<typeof slip>>,
): boolean {
  const lint = (changed: string | Uint8Array) =>
    lintText(changed, { file: `a.${format}`, format, api, operation, target, rules });
  const said = `${made.kind} in ${JSON.stringify(text)}`;
  const isIt = ({ rule, pointer, severity }: Finding) =>
    pointer === made.pointer && (severity === 'error' || rule === 'vpc/duplicate');
  const found = lint(text).findings.filter(isIt);
  assert.is(found.length, 1, `${found.map(({ rule }) => rule).join(', ')} for ${said}`);
  const [finding] = found;
  if (finding?.fix == null) {
    assert.is(format, 'yaml', `no fix for ${said}`);
    // Only an alias, a merge, a block scalar or the sharing of a text can keep a fix away.
    assert.ok(/[*|>]/.test(text), `no fix for ${said}`);
    return false;
  }
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const { text: fixed, applied } = applyFixes(text, (changed) => lint(changed).findings);
  if (applied.length === 0) {
    // What could not be read before may now have an account to speak of, or an alias lose what it stands for: a person decides.
    const edited = applyEdits(
      text.slice(mark.length),
      placeFixes([finding], new LineIndex(text.slice(mark.length)))[0]?.edits ?? [],
    );
    const known = new Set(lint(text).findings.map(({ rule }) => rule));
    assert.ok(
      lint(edited).findings.some(({ rule }) => !known.has(rule)),
      `not applied to ${said}`,
    );
    return false;
  }
  assert.is(applied.length, 1, `${applied.length} applied to ${said}`);
  assert.is(lint(fixed).findings.filter(isIt).length, 0, `still there in ${JSON.stringify(fixed)} from ${said}`);
  const { documents } = lint(fixed);
  const value = documents[0]?.request?.input ?? null;
  assert.is(canonicalizeJson(value), canonicalizeJson(made.right), `${JSON.stringify(fixed)} from ${said}`);
  const lines = new LineIndex(text.slice(mark.length));
  if (made.kind.startsWith('repeated')) {
    const comments = (of: string) =>
      (format === 'json' ? [] : readDocuments(of, 'yaml').comments('#')).map((one) => one.text);
    assert.ok(isLeftOver(fixed, text), `${JSON.stringify(fixed)} from ${said}`);
    // A comment within what goes away goes with it.
    const span = text.length - fixed.length;
    if (!text.slice(mark.length).includes('#') || span < 60)
      assert.ok(comments(fixed).length >= comments(text).length - 1, `${JSON.stringify(fixed)} from ${said}`);
    return true;
  }
  const start = mark.length + lines.offset(finding.range.start);
  const end = mark.length + lines.offset(finding.range.end);
  assert.ok(
    fixed.startsWith(text.slice(0, start)) && fixed.endsWith(text.slice(end)),
    `${JSON.stringify(fixed)} from ${said}`,
  );
  return true;
}

test('a fix brings back what was meant, and keeps every other byte', () => {
  const check = ({ input, target }: ValidRequest, seed: number) => {
    const made = slip(input, new Dice(seed));
    if (made === null) return;
    const count = counts.get(made.kind) ?? { made: 0, fixed: 0 };
    counts.set(made.kind, count);
    checkText(writeJson(made.wrong, operation, target, seed), 'json', target, made);
    count.made += 1;
    if (checkText(writeYaml(made.wrong, operation, target, seed), 'yaml', target, made)) count.fixed += 1;
  };
  holdProperty(fc.property(validRequest(api.table, operation), fc.integer(), check), numRuns);
});

test('every kind was made, and most of them could be fixed in any notation', () => {
  for (const [kind] of kinds) {
    const { made = 0, fixed = 0 } = counts.get(kind) ?? {};
    console.log(`  ${kind}: ${made}, ${fixed} of them fixed in YAML`);
    assert.ok(made > 5 && fixed > made / 2, `${kind}: ${fixed} of ${made}`);
  }
});

test.run();
