import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ErasedTraitRule } from '../../packages/validator/src/rule/rule.ts';
import { runExample } from '../../packages/validator/src/rule/run-example.ts';
import { rules } from '../../packages/validator/src/rules/index.ts';
import type { JsonValue } from '../../packages/validator/src/shape/json.ts';

const runs = process.env.SHAPEGATE_LONG === '1' ? 100_000 : 3_000;

function find(id: string): ErasedTraitRule {
  const rule = rules.find((named) => named.id === id)?.rule;
  if (rule === undefined || !('trait' in rule)) throw new Error(`${id} answers to no trait`);
  return rule;
}

/** True where the rule objects. */
function refuses(id: string, value: JsonValue, trait?: JsonValue): boolean {
  const rule = find(id);
  return runExample(rule, { value, trait: trait ?? rule.parameters }).length > 0;
}

const around = (alphabet: string, maxLength: number) =>
  fc.array(fc.constantFrom(...alphabet), { minLength: 1, maxLength }).map((characters) => characters.join(''));

test('name/charset refuses what the pattern of its alphabet refuses, and nothing else', () => {
  const dotted = { characters: 'a-zA-Z0-9+.-', first: 'a-zA-Z0-9', replacement: '-' };
  const single = { characters: 'a-zA-Z0-9_-', first: 'a-zA-Z0-9', single: '_-', replacement: '-' };
  fc.assert(
    fc.property(around('aZ0-_.+ é🦉', 12), (name) => {
      assert.is(refuses('name/charset', name, dotted), !/^[a-zA-Z0-9][a-zA-Z0-9+.-]*$/.test(name), name);
      assert.is(refuses('name/charset', name, single), !/^(?:[0-9a-zA-Z][_-]?)+$/.test(name), name);
    }),
    { numRuns: runs },
  );
});

test('s3/uri refuses what the pattern of an S3 URI refuses, and beside that the segments `.` and `..` alone', () => {
  const pattern = /^s3:\/\/[a-z0-9][-.a-z0-9]{1,61}[a-z0-9](?:\/[-!_*'().a-z0-9A-Z]+(?:\/[-!_*'().a-z0-9A-Z]+)*)?\/?$/;
  fc.assert(
    fc.property(
      around("ab0-./A=_ !'é", 14),
      fc.constantFrom('s3://', 's3:/', 'S3://', 's3://abc/', ''),
      (rest, start) => {
        const uri = start + rest;
        const dots = uri
          .slice(5)
          .split('/')
          .slice(1)
          .some((segment) => segment === '.' || segment === '..');
        assert.is(refuses('s3/uri', uri), !pattern.test(uri) || dots, uri);
      },
    ),
    { numRuns: runs },
  );
});

test('of the rules for one string at most one error speaks, whatever the string', () => {
  const groups = new Map<string, string[]>();
  for (const { id, rule } of rules)
    if ('trait' in rule && rule.on === 'string' && rule.severity === 'error')
      groups.set(rule.trait, [...(groups.get(rule.trait) ?? []), id]);
  const pieces = [
    'arn:',
    'aws',
    ':',
    'iam',
    'kms',
    '/',
    'role',
    '111122223333',
    'key',
    'alias',
    'aws/',
    's3://',
    '..',
    '*',
    ' ',
    'eu-central-1',
    'mrk-',
    '1234abcd-12ab-34cd-56ef-1234567890ab',
    '--x-s3',
    '.zip',
    '<',
    'é',
    '\n',
    'subnet-',
    '0a1b2c3d',
  ];
  const texts = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 }).map((words) => words.join(''));
  fc.assert(
    fc.property(texts, (text) => {
      for (const ids of groups.values()) {
        const speaking = ids.filter((id) => refuses(id, text));
        assert.ok(speaking.length <= 1, `${speaking.join(', ')} on ${JSON.stringify(text)}`);
      }
    }),
    { numRuns: runs },
  );
});

test('every message is one short line, whatever the string', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
      fc.constantFrom('', 'arn:aws:iam::1:', 's3://', 'subnet-', 'alias/'),
      (rest, start) => {
        for (const { id, rule } of rules) {
          if (!('trait' in rule) || rule.on !== 'string') continue;
          for (const hit of runExample(rule, {
            value: start + rest,
            target: { region: 'eu-central-1', account: '111122223333' },
          })) {
            const words = `${rule.message(hit.facts)} ${typeof rule.help === 'string' ? rule.help : rule.help(hit.facts)}`;
            assert.ok(words.length < 700, `${id}: ${words}`);
            assert.not.match(
              words,
              /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e]/,
              `${id}: ${JSON.stringify(words)}`,
            );
          }
        }
      },
    ),
    { numRuns: Math.min(runs, 10_000) },
  );
});

test('a very long string costs no rule more than a moment', () => {
  const long = ['a', '-', '/', ':', '<', '${', '{{', 'alias/', '.', ' ', 'arn:', 'YOUR-', 'x', '\ud800', 'us-east-'];
  const started = Date.now();
  for (const piece of long) {
    for (const start of ['', 's3://abc/', 'arn:aws:iam::111122223333:role/', 'https://']) {
      const value = start + piece.repeat(Math.ceil(200_000 / piece.length));
      for (const { rule } of rules) {
        if ('trait' in rule && rule.on === 'string') {
          for (const hit of runExample(rule, { value, target: { region: 'eu-central-1', account: '111122223333' } }))
            rule.message(hit.facts);
        } else if (!('trait' in rule) && rule.stage === 'value') {
          const context = { target: {}, operation: 'CreateJob', input: value, pointer: '', refused: true, options: {} };
          for (const hit of rule.check(value, context)) rule.message(hit.facts);
        }
      }
    }
  }
  // Generous: a rule that is not linear would take hours.
  assert.ok(Date.now() - started < 60_000);
});

test.run();
