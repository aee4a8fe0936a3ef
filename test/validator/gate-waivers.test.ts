import { createGate, type GateWaiver } from '@shapegate/validator';
import { api } from '@shapegate/validator/api';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

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
