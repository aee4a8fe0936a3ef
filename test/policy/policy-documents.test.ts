import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { api } from '@shapegate/validator/api';
import { createPolicySet, type PolicyProblem } from '@shapegate/validator/policy';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { builtInGroups } from '../../packages/validator/src/policy/document/built-in-groups.ts';
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
    '11:32-11:38 unknown member `jobNam` of CreateModelImportJobRequest (did you mean `jobName`?)',
  ]);
});

test('the groups that no policy may use are those of the catalogue, and of the configuration', () => {
  const groups = new Set([...rules.map(({ id }) => id.slice(0, id.indexOf('/'))), 'config']);
  assert.equal(builtInGroups, [...groups].sort());
});

test.run();
