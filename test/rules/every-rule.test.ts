import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { lintText } from '../../packages/validator/src/lint.ts';
import { lintAcross } from '../../packages/validator/src/lint-across.ts';
import { rules } from '../../packages/validator/src/rules/index.ts';
import { suppressInline } from '../../packages/validator/src/suppress-inline.ts';
import { readExampleApi } from './example-api.ts';

// What `shapegate lint specs` says under the fixture's configuration, without the command line.

const folder = fileURLToPath(new URL('../fixtures/every-rule/specs/', import.meta.url));
const target = { region: 'eu-central-1', account: '111122223333' };

/** Stages that no spec can trip: their rules speak about waiver files and policies, and their own tests trip them. */
const beyondSpecs = new Set(['waiver', 'policy']);

function lintFixture(): string[] {
  const api = readExampleApi();
  const known = new Set(rules.map(({ id }) => id));
  const results = readdirSync(folder)
    .sort()
    .map((file) => {
      const format = file.endsWith('.json') ? 'json' : 'yaml';
      const options = { file, format, api, operation: 'CreateJob', target } as const;
      return { file, result: lintText(readFileSync(folder + file), options) };
    });
  const across = lintAcross(
    results.map(({ file, result: { documents } }) => ({ file, documents })),
    { api },
  );
  const inFiles = results.flatMap(({ result }) =>
    suppressInline(result.findings, result, { today: '2026-11-23', known }),
  );
  return [...inFiles, ...across.map(({ finding }) => finding)]
    .filter(({ suppressed }) => suppressed === null)
    .map(({ rule }) => rule);
}

test('the fixture trips every rule of the catalogue', () => {
  const expected = rules.filter(({ rule }) => !('stage' in rule && beyondSpecs.has(rule.stage))).map(({ id }) => id);
  assert.equal([...new Set(lintFixture())].sort(), expected);
});

test.run();
