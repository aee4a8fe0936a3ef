// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references are what is tested
import { readFileSync } from 'node:fs';
import { checkInput } from '@shapegate/validator';
import { api } from '@shapegate/validator/api';
import { Ajv } from 'ajv';
import ajvFormats from 'ajv-formats';
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { JsonValue } from '../../packages/validator/src/leaves.ts';

const folder = new URL('../../packages/validator/src/generated/schema/draft-07/', import.meta.url);
const ajv = new Ajv({ strict: true, ownProperties: true, allowUnionTypes: true });
ajvFormats.default(ajv);
const accepts = ajv.compile(JSON.parse(readFileSync(new URL('CreateModelImportJob.schema.json', folder), 'utf8')));

const good = {
  jobName: 'nightly-2026-11-23',
  importedModelName: 'support-bot',
  roleArn: 'arn:aws:iam::111122223333:role/model-import',
  modelDataSource: { s3DataSource: { s3Uri: 's3://acme-weights/support-bot/' } },
  jobTags: [{ key: 'team', value: 'nlp' }],
  importedModelTags: [{ key: 'team', value: 'nlp' }],
  clientRequestToken: 'a1b2',
  vpcConfig: {
    subnetIds: ['subnet-0a1b2c3d', 'subnet-4e5f6a7b'],
    securityGroupIds: ['sg-0a1b2c3d'],
  },
  importedModelKmsKeyId: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
};

type Path = readonly (string | number)[];

/** The paths of all values below one. */
function listPaths(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const parts = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...parts.flatMap(([key, part]) => listPaths(part, [...path, key]))];
}

function replaceAt(value: unknown, path: Path, replacement: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return replacement;
  if (Array.isArray(value))
    return value.map((item, index) => (index === key ? replaceAt(item, rest, replacement) : item));
  return Object.fromEntries(
    Object.entries(value as object).map(([name, part]) => [
      name,
      name === key ? replaceAt(part, rest, replacement) : part,
    ]),
  );
}

const member = fc.constantFrom(
  'jobName',
  'JobName',
  'tags',
  's3Uri',
  'key',
  'subnet_ids',
  'vpcConfig',
  '__proto__',
  'status',
  '',
);
const word = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'a--b',
    'A.b',
    'x_y',
    '<ROLE>',
    '${VAR}',
    's3://b/',
    'aws:x',
    '🦉',
    'subnet-1',
    `a${'-'.repeat(61)}!`,
  ),
  fc.string(),
  fc.string({ minLength: 60, maxLength: 70 }),
);
const { value: anything } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    word,
    fc.constantFrom<JsonValue>(null, true, 0, 42, 1.5),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(member, tie('value'), { maxKeys: 3 }),
  ),
}));
const mutated = fc
  .tuple(fc.constantFrom(...listPaths(good)), anything)
  .map(([path, value]) => replaceAt(good, path, value) as JsonValue);

/** What is said of an input must be what the published schema says. */
function compareVerdicts(input: JsonValue): void {
  const findings = checkInput(api, 'CreateModelImportJob', input);
  const text = JSON.stringify([input, findings]);
  if (accepts(input))
    assert.not.ok(
      findings.some(({ rule }) => rule.startsWith('shape/')),
      text,
    );
  else
    assert.ok(
      findings.some(({ severity }) => severity === 'error'),
      text,
    );
}

test('the schema accepts what has no structural finding, and refuses what has one', () => {
  compareVerdicts(good);
  const numRuns = process.env.SHAPEGATE_LONG === '1' ? 100_000 : 3000;
  fc.assert(fc.property(fc.oneof(mutated, anything), compareVerdicts), { numRuns });
});

test('each place of a good request can be made wrong, with one error at that place', () => {
  for (const path of listPaths(good)) {
    const input = replaceAt(good, path, Number.MAX_SAFE_INTEGER) as JsonValue;
    const errors = checkInput(api, 'CreateModelImportJob', input).filter(({ severity }) => severity === 'error');
    assert.equal(
      errors.map(({ rule, pointer }) => `${rule} ${pointer}`),
      [`shape/type ${path.map((token) => `/${token}`).join('')}`],
    );
  }
});

test.run();
