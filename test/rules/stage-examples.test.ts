import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { lintAcross } from '../../packages/validator/src/cross/lint-across.ts';
import type { Finding } from '../../packages/validator/src/diagnostic/diagnostic.ts';
import { lintText } from '../../packages/validator/src/lint.ts';
import { createPolicySet } from '../../packages/validator/src/policy/document/create-policy-set.ts';
import { rules } from '../../packages/validator/src/rules/index.ts';
import { applyWaivers } from '../../packages/validator/src/suppression/apply-waivers.ts';
import { readWaivers } from '../../packages/validator/src/suppression/read-waivers.ts';
import { suppressInline } from '../../packages/validator/src/suppression/suppress-inline.ts';
import { readExampleApi } from './example-api.ts';

const api = readExampleApi();

const known = new Set(rules.map(({ id }) => id));

/** Waivers of a spec whose size is none that the model lists. */
function lintWaivers(text: string): readonly Finding[] {
  const file = readWaivers(text, { format: 'yaml', today: '2026-11-23', known });
  const { findings } = lintText('name: nightly\nsize: MEDIUM\n', { file: 'example.yaml', format: 'yaml', api });
  const { uses } = applyWaivers(findings, file.waivers, () => true);
  const unused = [...uses].flatMap(([waiver, use]) => (use === 'used' ? [] : file.explainUnused(waiver, use)));
  return [...file.findings, ...unused];
}

/** A policy that asks for the account of whatever stands in the place of a role. */
const ownRole = `apiVersion: shapegate/v1
kind: Policy
metadata: { name: acme }
for: CreateJob
rules:
  - id: acme/own-role
    severity: error
    message: the role must be ours
    at: /roleArn
    when: has(input.roleArn)
    assert: arn(input.roleArn).account == "111122223333"
    tests:
      pass: [{ roleArn: "arn:aws:iam::111122223333:role/runner" }]
      fail: [{ roleArn: "arn:aws:iam::444455556666:role/runner" }]
`;

function lintPolicy(id: string, spec: string): readonly Finding[] {
  if (id === 'policy/invalid')
    return createPolicySet([{ file: 'policy.yaml', text: spec, format: 'yaml' }], api).problems.map(
      ({ finding }) => finding,
    );
  const policies = createPolicySet([{ file: 'policy.yaml', text: ownRole, format: 'yaml' }], api);
  // The role's own rule objects to what is no ARN as well; here the policy is alone.
  const rules = { 'arn/format': 'off', 'shape/pattern': 'off' } as const;
  return lintText(spec, { file: 'example.yaml', format: 'yaml', api, policies, rules }).findings;
}

function lint(id: string, spec: string): readonly Finding[] {
  if (id.startsWith('policy/')) return lintPolicy(id, spec);
  if (id.startsWith('waiver/')) return lintWaivers(spec);
  const result = lintText(spec, { file: 'example.yaml', format: 'yaml', api });
  if (id.startsWith('cross/'))
    return lintAcross([{ file: 'example.yaml', documents: result.documents }], { api }).map(({ finding }) => finding);
  if (!id.startsWith('suppression/')) return result.findings;
  const findings = suppressInline(result.findings, result, { today: '2026-11-23', known });
  return findings.filter(({ suppressed }) => suppressed === null);
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
