import { readdirSync, readFileSync } from 'node:fs';
import { api } from '@shapegate/validator/api';
import { loadPolicies, measureCoverage, mutateRule } from '@shapegate/validator/policy';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

const folder = new URL('../../examples/policies/', import.meta.url);

test('the policies to start from are sound, and their tests notice every change of a rule', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  assert.ok(names.length >= 6);
  const files = names.map((name) => {
    const bases = Object.fromEntries(names.map((other) => [`./${other}`, [other]]));
    return { file: name, text: readFileSync(new URL(name, folder), 'utf8'), format: 'yaml', bases } as const;
  });
  const { rules, problems, failures } = loadPolicies(files, api);
  assert.equal([...problems, ...failures], []);
  assert.ok(rules.length >= 14);
  for (const rule of rules) {
    assert.equal(mutateRule(rule).survivors, []);
    const { covered, total } = measureCoverage(rule);
    assert.ok(total === 0 || covered / total >= 0.75, rule.rule.id);
  }
});

test.run();
