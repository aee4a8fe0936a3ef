import { createGate, type GateWaiver, type JsonValue } from '@shapegate/validator';
import { api } from '@shapegate/validator/api';
import { createPolicySet } from '@shapegate/validator/policy';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { checkStructure } from '../../packages/validator/src/structure/check-structure.ts';
import { spoil } from '../spoil.ts';

const target = { region: 'eu-central-1', account: '111122223333' };
const today = '2026-11-23';
const input = {
  jobName: 'nightly-2026-11-23',
  importedModelName: 'support-bot',
  roleArn: 'arn:aws:iam::111122223333:role/model-import',
  modelDataSource: { s3DataSource: { s3Uri: 's3://acme-weights/support-bot/weights.zip' } },
};
const waiver: GateWaiver = {
  rule: 's3/folder',
  pointer: '/modelDataSource/s3DataSource/s3Uri',
  hash: null,
  expires: '2026-11-23',
};

function decide(waivers: readonly GateWaiver[], more: object = {}, changed: object = {}) {
  const gate = createGate(api, { target, today, waivers, ...more });
  const verdict = gate.check('CreateModelImportJob', { ...input, ...changed });
  const said = verdict.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
  return verdict.verdict === 'error' ? verdict.reason : `${verdict.verdict} ${said.join(' ')}`.trim();
}

test('a gate lets pass what a waiver in force is about, and nothing else', () => {
  assert.is(decide([]), 'invalid s3/folder');
  assert.is(decide([waiver]), 'valid');
  assert.is(decide([{ ...waiver, expires: '2026-11-22' }]), 'invalid s3/folder');
  assert.is(decide([{ ...waiver, pointer: '/roleArn' }]), 'invalid s3/folder');
  assert.is(decide([{ ...waiver, hash: `sha256:${'0'.repeat(64)}` }]), 'invalid s3/folder');
  assert.is(decide([waiver], {}, { roleArn: 'arn:aws:iam::111122223333:user/jane' }), 'invalid arn/resource');
});

test('a waiver that names the value holds for that value alone', () => {
  const gate = createGate(api, { target });
  const hash = gate.check('CreateModelImportJob', input).findings.find(({ rule }) => rule === 's3/folder')?.valueHash;
  const bound = { ...waiver, hash: hash ?? '' };
  assert.is(decide([bound]), 'valid');
  const other = { modelDataSource: { s3DataSource: { s3Uri: 's3://acme-weights/other/weights.zip' } } };
  assert.is(decide([bound], {}, other), 'invalid s3/folder');
});

test('nothing waives what the model itself says, nor what the configuration keeps', () => {
  assert.is(
    decide([{ ...waiver, rule: 'shape/required', pointer: '/jobName' }], {}, { jobName: undefined }),
    'invalid s3/folder shape/required',
  );
  assert.is(decide([waiver], { rules: { 's3/folder': { waivable: false } } }), 'invalid s3/folder');
});

/** Waives whatever a gate objects to, until it objects to nothing that can be waived. */
function waiveAll(request: JsonValue, more: object = {}) {
  let waivers: readonly GateWaiver[] = [];
  for (;;) {
    const verdict = createGate(api, { target, today, waivers, ...more }).check('CreateModelImportJob', request);
    const known = waivers;
    const added = verdict.findings
      .map(({ rule, pointer }) => ({ rule, pointer, hash: null, expires: today }))
      .filter((each) => !known.some(({ rule, pointer }) => rule === each.rule && pointer === each.pointer));
    if (added.length === 0) return verdict;
    waivers = [...waivers, ...added];
  }
}

test('what a waived finding stands for is told in its place', () => {
  const said = (changed: object) =>
    waiveAll({ ...input, ...changed }).findings.map(({ rule, pointer }) => rule + pointer);
  assert.equal(said({ jobName: 'nightly_2026-11-23' }), ['shape/pattern/jobName']);
  assert.equal(said({ roleArn: '<ROLE>' }), ['shape/pattern/roleArn']);
  assert.equal(said({ importedModelName: 'CHANGEME' }), []);
});

test('whatever is waived, what the model refuses does not pass', () => {
  const texts = ['<ROLE>', 'CHANGEME', 'a_b', `\${STAGE}`, 's3://amzn-s3-demo-bucket/x/', 'arn:aws:iam::1:role/x'];
  const whole = {
    ...input,
    importedModelKmsKeyId: 'alias/x',
    vpcConfig: { subnetIds: ['a'], securityGroupIds: ['b'] },
  };
  const requests = [
    ...spoil(whole),
    ...Object.keys(whole).flatMap((member) => texts.map((text) => ({ ...whole, [member]: text }))),
  ];
  let passed = 0;
  for (const request of requests) {
    const { verdict } = waiveAll(request, { references: 'allow' });
    if (verdict !== 'valid') continue;
    passed++;
    assert.equal(checkStructure(api, 'CreateModelImportJob', request).hits, [], JSON.stringify(request));
  }
  assert.ok(passed > 10, `${passed} of ${requests.length}`);
});

const policy = `apiVersion: shapegate/v1
kind: Policy
metadata: { name: acme }
for: CreateModelImportJob
rules:
  - id: acme/name
    message: x
    at: /jobName
    assert: input.jobName.startsWith("prod-")
    tests: { pass: [{ jobName: prod-a }], fail: [{ jobName: a }] }
  - id: acme/key
    message: x
    assert: has(input.importedModelKmsKeyId) && arn(input.importedModelKmsKeyId).account == "111122223333"
    tests:
      pass: [{ importedModelKmsKeyId: "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab" }]
      fail: [{ importedModelKmsKeyId: null }]
`;

test('a placeholder that is waived, softened or elsewhere takes no policy out of force', () => {
  const policies = createPolicySet([{ file: 'acme.yaml', text: policy, format: 'yaml' }], api);
  const said = (changed: object, rules: object = {}) =>
    waiveAll(
      { ...input, modelDataSource: { s3DataSource: { s3Uri: 's3://acme-weights/a/' } }, ...changed },
      { policies, rules },
    )
      .findings.filter(({ severity }) => severity === 'error')
      .map(({ rule }) => rule);
  const key = {
    importedModelKmsKeyId: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  };
  const placeholder = { jobName: 'CHANGEME', ...key };
  assert.equal(said({ jobName: 'prod-a', ...key }), []);
  assert.equal(said(placeholder), ['acme/name']);
  assert.equal(said(placeholder, { 'value/placeholder': 'info' }), ['acme/name']);
  assert.equal(said(placeholder, { 'value/placeholder': 'off' }), ['acme/name']);
  // Something is settled, but nothing that the rule reads.
  const elsewhere = { jobName: 'prod-a', jobTags: [{ key: 'note', value: 'CHANGEME' }] };
  assert.equal(said({ ...elsewhere, importedModelKmsKeyId: 'alias/x' }), ['policy/runtime']);
  assert.equal(said({ jobName: 'prod-a', importedModelKmsKeyId: '<KEY>' }), ['shape/pattern']);
});

test('one mistake is one finding as long as nobody silences it', () => {
  const policies = createPolicySet([{ file: 'acme.yaml', text: policy, format: 'yaml' }], api);
  const gate = createGate(api, { target, policies });
  const { findings } = gate.check('CreateModelImportJob', {
    ...input,
    jobName: 'CHANGEME',
    importedModelKmsKeyId: '<KEY>',
  });
  assert.equal(
    findings
      .filter(({ pointer }) => pointer === '/jobName' || pointer === '/importedModelKmsKeyId')
      .map(({ rule }) => rule),
    ['value/placeholder', 'value/placeholder'],
  );
  assert.not(findings.some(({ rule }) => rule.startsWith('policy/')));
});

test('without a day, or with one that is none, the gate is closed', () => {
  assert.match(decide([waiver], { today: undefined }), /waivers need the day/);
  assert.match(decide([waiver], { today: '23.11.2026' }), /waivers need the day/);
  assert.match(decide([{ ...waiver, expires: '2027-02-30' }]), /is no day/);
});

test('what is changed later changes nothing', () => {
  const mine = { ...waiver };
  const gate = createGate(api, { target, today, waivers: [mine] });
  Object.assign(mine, { expires: '2020-01-01' });
  assert.is(gate.check('CreateModelImportJob', input).verdict, 'valid');
});

test.run();
