import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type RuleOption, rules } from '@shapegate/validator';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { goodSpec, makeFolder, run } from './run-shapegate.ts';

const schemaFile = fileURLToPath(new URL('../../packages/cli/schema/config.schema.json', import.meta.url));
const update = process.env.UPDATE === '1';

function describe({ description, schema, default: otherwise }: RuleOption): object {
  return otherwise === null ? { description, ...schema } : { description, default: otherwise, ...schema };
}

test("the configuration's schema has the options that the rules declare", () => {
  const severity = { $ref: '#/definitions/severity' };
  const waivable = { $ref: '#/definitions/waivable' };
  const expected = Object.fromEntries(
    rules.flatMap(({ id, rule }) => {
      if (rule.options === undefined) return [];
      const options = Object.entries(rule.options).map(([name, option]) => [name, describe(option)]);
      const properties = { severity, waivable, ...Object.fromEntries(options) };
      return [[id, { anyOf: [severity, { type: 'object', additionalProperties: false, properties }] }]];
    }),
  );
  const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as {
    definitions: { rules: { properties: Record<string, unknown> } };
  };
  if (update) {
    schema.definitions.rules.properties = expected;
    writeFileSync(schemaFile, `${JSON.stringify(schema, null, 2)}\n`);
  }
  assert.equal(schema.definitions.rules.properties, expected, 'UPDATE=1 writes it');
});

/** The rules that speak about specs under a configuration, with their severities. */
function lint(configuration: string, specs: Readonly<Record<string, string>>): string[] {
  const folder = makeFolder({ 'shapegate.yaml': `root: true\n${configuration}`, ...specs });
  try {
    const { stdout, stderr } = run(['lint', '.', '--format=json'], { cwd: folder.path });
    assert.is(stderr, '');
    const { files } = JSON.parse(stdout) as { files: { findings: { rule: string; severity: string }[] }[] };
    return files.flatMap(({ findings }) => findings.map(({ rule, severity }) => `${rule} ${severity}`));
  } finally {
    folder.remove();
  }
}

test('options change what a rule finds', () => {
  const tags = '  jobTags: [{ key: "acme:team", value: nlp }, { key: env, value: dev }]\n';
  const subnets = '  vpcConfig: { subnetIds: [subnet-0a1b2c3d, subnet-4e5f6a7b], securityGroupIds: [sg-0a1b2c3d] }\n';
  const cases: readonly [configuration: string, spec: string, expected: string[]][] = [
    ['', goodSpec('nightly-2026-11-23', tags + subnets), []],
    ['rules: { tags/limit: { limit: 1 } }\n', goodSpec('nightly-1', tags), ['tags/limit error']],
    ['rules: { tags/limit: { limit: 1, severity: info } }\n', goodSpec('nightly-1', tags), ['tags/limit info']],
    [
      'rules: { tags/reserved-prefix: { prefixes: ["ACME:"] } }\n',
      goodSpec('nightly-1', tags),
      ['tags/reserved-prefix error'],
    ],
    ['rules: { vpc/single-subnet: { subnets: 3 } }\n', goodSpec('nightly-1', subnets), ['vpc/single-subnet info']],
    ['rules: { name/fixed-job-name: { pattern: "^night" } }\n', goodSpec('nightly'), []],
    ['rules: { region/available: { regions: [us-east-1] } }\n', goodSpec('nightly-1'), ['region/available error']],
    ['rules: { region/available: { regions: [us-east-1], severity: off } }\n', goodSpec('nightly-1'), []],
    ['rules: { value/placeholder: { words: [support-bot] } }\n', goodSpec('nightly-1'), ['value/placeholder error']],
    [
      'rules: { tags/limit: warning }\noverrides: [{ files: ["*.yaml"], rules: { tags/limit: { limit: 1 } } }]\n',
      goodSpec('nightly-1', tags),
      ['tags/limit warning'],
    ],
  ];
  for (const [configuration, spec, expected] of cases)
    assert.equal(lint(configuration, { 'a.yaml': spec }), expected, configuration);
});

test('the quota across specs can be raised and lowered', () => {
  const specs = { 'a.yaml': goodSpec('nightly-1'), 'b.yaml': goodSpec('nightly-2') };
  assert.equal(lint('', specs), []);
  assert.equal(lint('rules: { cross/model-quota: { models: 1 } }\n', specs), ['cross/model-quota warning']);
  assert.equal(lint('rules: { cross/model-quota: { models: 1, severity: off } }\n', specs), []);
});

const broken: readonly [text: string, message: string][] = [
  ['rules: { tags/limit: { limt: 40 } }\n', '1:24: `tags/limit` has no option `limt` (did you mean `limit`?)'],
  [
    'rules: { tags/limit: { limit: many } }\n',
    '1:31: `many` is not what `limit` takes, expected a whole number of at least 1',
  ],
  ['rules: { tags/limit: { limit: 0 } }\n', 'expected a whole number of at least 1'],
  ['rules: { tags/limit: { severity: fatal } }\n', '1:34: found `fatal`, expected one of `off`'],
  ['rules: { tags/limit: [40] }\n', '1:22: found `[40]`, expected one of `off`'],
  [
    'rules: { region/available: { regions: [] } }\n',
    '1:39: `[]` is not what `regions` takes, expected at least one item',
  ],
  ['rules: { region/available: { regions: [eu-central-1, 5] } }\n', '1:54: '],
  ['rules: { name/fixed-job-name: { pattern: "(" } }\n', 'expected a regular expression'],
  ['rules: { arn/format: { waivable: never } }\n', '`never` is not what `waivable` takes, expected `true` or `false`'],
  ['rules: { arn/format: { limit: 1 } }\n', '`arn/format` has no option `limit` (it has `severity` and `waivable`)'],
];

test('an option that does not fit is exit 2, with its place', () => {
  for (const [text, message] of broken) {
    const folder = makeFolder({ 'shapegate.yaml': text, 'a.yaml': goodSpec() });
    const { status, stderr } = run(['lint', 'a.yaml'], { cwd: folder.path });
    assert.is(status, 2, text);
    assert.ok(stderr.includes(message), `${text}: ${stderr}`);
    folder.remove();
  }
});

test('`rules --format json` and `explain` tell the options', () => {
  const told = JSON.parse(run(['rules', '--format=json']).stdout) as { id: string; options: object }[];
  assert.equal(Object.keys(told.find(({ id }) => id === 'tags/limit')?.options ?? {}), ['limit']);
  assert.match(run(['explain', 'tags/limit']).stdout, /## Options\n\n- `limit` \(a whole number, at least 1\)/);
});

test.run();
