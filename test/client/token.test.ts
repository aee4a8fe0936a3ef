import { makeContentToken } from '@shapegate/client';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fullInput, smallInput } from './requests.ts';

const test = suite('content tokens');

const facts = { operation: 'CreateModelImportJob', input: smallInput, account: '111122223333', region: 'eu-central-1' };

test('a token is one that the service takes', () => {
  assert.match(makeContentToken(facts), /^[a-zA-Z0-9]([-a-zA-Z0-9]{0,254}[a-zA-Z0-9])?$/);
});

test('the token of a request never changes: it is in the logs of jobs that run', () => {
  assert.is(makeContentToken(facts), 'sg-879f61aea28e13316025922f472a51bcc41bb421e08a0c068a0a501d3d33ab66');
});

test('the order of keys does not matter, at any depth', () => {
  const turned = {
    modelDataSource: { s3DataSource: { s3Uri: smallInput.modelDataSource.s3DataSource.s3Uri } },
    roleArn: smallInput.roleArn,
    jobTags: [{ value: 'nlp', key: 'team' }],
    importedModelName: smallInput.importedModelName,
    jobName: smallInput.jobName,
  };
  const straight = { ...smallInput, jobTags: [{ key: 'team', value: 'nlp' }] };
  assert.is(makeContentToken({ ...facts, input: turned }), makeContentToken({ ...facts, input: straight }));
});

test('every part of the content matters', () => {
  const variants = [
    facts,
    { ...facts, account: '444455556666' },
    { ...facts, account: null },
    { ...facts, region: 'us-east-1' },
    { ...facts, input: fullInput },
    { ...facts, input: { ...smallInput, jobName: 'nightly-2026-11-24' } },
    { ...facts, input: { ...smallInput, importedModelName: 'Support-bot' } },
    { ...facts, operation: 'AnotherOperation' },
  ];
  assert.is(new Set(variants.map(makeContentToken)).size, variants.length);
});

test.run();
