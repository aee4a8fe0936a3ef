import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { lintText } from '../../packages/validator/src/lint.ts';
import { rules } from '../../packages/validator/src/rules/index.ts';
import { readExampleApi } from './example-api.ts';

const api = readExampleApi();

function lint(spec: string) {
  return lintText(spec, { file: 'example.yaml', format: 'yaml', api }).findings;
}

const shown = (spec: string) => JSON.stringify(spec.slice(0, 200));

test('a good spec of a stage has no finding', () => {
  for (const { id, rule } of rules) {
    if ('trait' in rule || rule.stage === 'value') continue;
    for (const { spec } of rule.good) assert.equal(lint(spec), [], `${id} on ${shown(spec)}`);
  }
});

test('a bad spec of a stage has the one finding that is shown', () => {
  for (const { id, rule } of rules) {
    if ('trait' in rule || rule.stage === 'value') continue;
    for (const { spec, at, message } of rule.bad) {
      const findings = lint(spec).map((finding) => ({
        rule: finding.rule,
        at: finding.pointer,
        message: finding.message,
      }));
      assert.equal(findings, [{ rule: id, at, message }], `${id} on ${shown(spec)}`);
      const help = lint(spec)[0]?.help ?? '';
      assert.match(help, /^[A-Z`].*[.?]$/s, `${id}: ${help}`);
    }
  }
});

test.run();
