import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Finding } from '../../packages/validator/src/diagnostic/diagnostic.ts';
import { lintText } from '../../packages/validator/src/lint.ts';
import { lintAcross } from '../../packages/validator/src/lint-across.ts';
import { rules } from '../../packages/validator/src/rules/index.ts';
import { readExampleApi } from './example-api.ts';

const api = readExampleApi();

function lint(id: string, spec: string): readonly Finding[] {
  const { documents, findings } = lintText(spec, { file: 'example.yaml', format: 'yaml', api });
  if (!id.startsWith('cross/')) return findings;
  return lintAcross([{ file: 'example.yaml', documents }], { api }).map(({ finding }) => finding);
}

const shown = (spec: string) => JSON.stringify(spec.slice(0, 200));

test('a good spec of a stage has no finding', () => {
  for (const { id, rule } of rules) {
    if ('trait' in rule || rule.stage === 'value') continue;
    for (const { spec } of rule.good) assert.equal(lint(id, spec), [], `${id} on ${shown(spec)}`);
  }
});

test('a bad spec of a stage has the one finding that is shown', () => {
  for (const { id, rule } of rules) {
    if ('trait' in rule || rule.stage === 'value') continue;
    for (const { spec, at, message } of rule.bad) {
      const findings = lint(id, spec).map((finding) => ({
        rule: finding.rule,
        at: finding.pointer,
        message: finding.message,
      }));
      assert.equal(findings, [{ rule: id, at, message }], `${id} on ${shown(spec)}`);
      const help = lint(id, spec)[0]?.help ?? '';
      assert.match(help, /^[A-Z`].*[.?]$/s, `${id}: ${help}`);
    }
  }
});

test.run();
