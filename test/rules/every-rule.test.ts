import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { lintAcross } from '../../packages/validator/src/cross/lint-across.ts';
import { lintText } from '../../packages/validator/src/lint.ts';
import { createPolicySet } from '../../packages/validator/src/policy/document/create-policy-set.ts';
import { rules } from '../../packages/validator/src/rules/index.ts';
import { applyWaivers } from '../../packages/validator/src/suppression/apply-waivers.ts';
import { readWaivers } from '../../packages/validator/src/suppression/read-waivers.ts';
import { suppressInline } from '../../packages/validator/src/suppression/suppress-inline.ts';
import { readExampleApi } from './example-api.ts';

// What `shapegate lint specs` says under the fixture's configuration, without the command line.

const root = fileURLToPath(new URL('../fixtures/every-rule/', import.meta.url));
const folder = `${root}specs/`;
const target = { region: 'eu-central-1', account: '111122223333' };

const today = '2026-11-23';

const api = readExampleApi();
const known = new Set(rules.map(({ id }) => id));

function readPolicies(name: string) {
  const file = `policies/${name}.yaml`;
  return createPolicySet([{ file, text: readFileSync(root + file, 'utf8'), format: 'yaml' }], api);
}

/** What a broken policy and the waiver file say of themselves. */
function lintWaiversAndPolicies(): string[] {
  const { waivers, findings, explainUnused } = readWaivers(readFileSync(`${root}waivers.yaml`), {
    format: 'yaml',
    today,
    known,
  });
  const { uses } = applyWaivers([], waivers, () => true);
  const unused = [...uses].flatMap(([waiver, use]) => (use === 'used' ? [] : explainUnused(waiver, use)));
  const broken = readPolicies('slip').problems.map(({ finding }) => finding);
  return [...findings, ...unused, ...broken].map(({ rule }) => rule);
}

function lintFixture(): string[] {
  const policies = readPolicies('named-by-team');
  const results = readdirSync(folder)
    .sort()
    .map((file) => {
      const format = file.endsWith('.json') ? 'json' : 'yaml';
      const options = { file, format, api, operation: 'CreateJob', target, policies } as const;
      return { file, result: lintText(readFileSync(folder + file), options) };
    });
  const across = lintAcross(
    results.map(({ file, result: { documents } }) => ({ file, documents })),
    { api },
  );
  const inFiles = results.flatMap(({ result }) => suppressInline(result.findings, result, { today, known }));
  return [...inFiles, ...across.map(({ finding }) => finding)]
    .filter(({ suppressed }) => suppressed === null)
    .map(({ rule }) => rule);
}

test('the fixture trips every rule of the catalogue', () => {
  const tripped = new Set([...lintFixture(), ...lintWaiversAndPolicies()]);
  const expected = rules.map(({ id }) => id);
  // A policy's own rules are no part of the catalogue.
  assert.equal([...tripped].filter((id) => !id.startsWith('acme/')).sort(), expected);
});

test.run();
