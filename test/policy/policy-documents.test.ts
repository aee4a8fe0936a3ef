import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type JsonObject, readDocuments } from '@shapegate/validator';
import { api } from '@shapegate/validator/api';
import { builtIns, createPolicySet, type PolicyProblem } from '@shapegate/validator/policy';
import { Ajv } from 'ajv';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { builtInGroups } from '../../packages/validator/src/policy/document/built-in-groups.ts';
import { ruleKeys } from '../../packages/validator/src/policy/document/read-policies.ts';
import { rules } from '../../packages/validator/src/rules/index.ts';

const folder = new URL('../fixtures/policies/', import.meta.url);

function showProblem({ finding: { range, message, help } }: PolicyProblem): string {
  const { start, end } = range;
  return `${start.line}:${start.column}-${end.line}:${end.column} ${message}${help === '' ? '' : ` (${help})`}`;
}

for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
  test(`${file} is told what its .errors say, at the exact places`, () => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const { problems } = createPolicySet([{ file, text, format: 'yaml' }], api);
    const found = problems.map((problem) => `${showProblem(problem)}\n`).join('');
    const errors = new URL(file.replace('.yaml', '.errors'), folder);
    if (process.env.UPDATE === '1') writeFileSync(errors, found);
    assert.is(found, readFileSync(errors, 'utf8'));
    assert.ok(problems.every(({ finding }) => finding.rule === 'policy/invalid' && finding.severity === 'error'));
    // The same text with other line ends has the same problems at the same places.
    const windows = createPolicySet([{ file, text: text.replaceAll('\n', '\r\n'), format: 'yaml' }], api);
    assert.is(windows.problems.map((problem) => `${showProblem(problem)}\n`).join(''), found);
  });
}

test('a JSON policy is read as a YAML one, with places inside of its strings', () => {
  const rule = {
    id: 'acme/x',
    message: 'é "{{ input.jobNam }}"',
    assert: 'size(input.jobName) > 2',
    tests: { pass: [{}], fail: [{ jobName: 'a' }] },
  };
  const policy = { apiVersion: 'shapegate/v1', kind: 'Policy', metadata: { name: 'a' }, for: 'CreateModelImportJob' };
  const text = JSON.stringify({ ...policy, rules: [rule] }, null, 2);
  const { problems } = createPolicySet([{ file: 'a.json', text, format: 'json' }], api);
  assert.equal(problems.map(showProblem), [
    '11:32-11:38 unknown member `jobNam` of CreateModelImportJobRequest (Did you mean `jobName`?)',
  ]);
});

test('the place in a block is exact where a line has only a tab', () => {
  const policy = (style: string) => `apiVersion: shapegate/v1
kind: Policy
metadata: { name: a }
for: CreateModelImportJob
rules:
  - id: acme/x
    message: wrong
    assert: ${style}
      size(input.jobName) > 2 &&
      \t
      size(input.jobNam) > 3
`;
  for (const style of ['|', '>', '|2-']) {
    const { problems } = createPolicySet([{ file: 'a.yaml', text: policy(style), format: 'yaml' }], api);
    const found = problems.map(showProblem).find((problem) => problem.includes('jobNam`'));
    assert.is(
      found,
      '11:18-11:24 unknown member `jobNam` of CreateModelImportJobRequest (Did you mean `jobName`?)',
      style,
    );
  }
});

test('the groups that no policy may use are those of the catalogue, and of the configuration', () => {
  const groups = new Set([...rules.map(({ id }) => id.slice(0, id.indexOf('/'))), 'config']);
  assert.equal(builtInGroups, [...groups].sort());
});

test('the schema for editors knows the same keys and built-ins, and takes what is sound', () => {
  const text = readFileSync(new URL('../../packages/cli/schema/policy.schema.json', import.meta.url), 'utf8');
  const schema = JSON.parse(text) as JsonObject & { definitions: { rule: { properties: JsonObject } } };
  const { properties } = schema.definitions.rule;
  assert.equal(Object.keys(properties).sort(), [...ruleKeys].sort());
  assert.equal(
    (properties.uses as { enum: string[] }).enum,
    builtIns.map(({ name }) => name),
  );
  const parameters = (properties.with as { properties: JsonObject }).properties;
  const known = new Set(builtIns.flatMap(({ parameters: own }) => Object.keys(own)));
  assert.equal(Object.keys(parameters).sort(), [...known].sort());
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
  const isValid = (file: string) => {
    const { documents } = readDocuments(readFileSync(new URL(file, folder)), 'yaml');
    return documents.map(({ value }) => validate(JSON.parse(JSON.stringify(value))));
  };
  assert.equal(isValid('sound.yaml'), [true, true, true]);
  assert.equal(isValid('keys.yaml'), [false]);
});

test.run();
