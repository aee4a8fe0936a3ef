import { createGate } from '@shapegate/validator';
import { api, createModelImportJob, listModelImportJobs, roleArn, s3Uri } from '@shapegate/validator/api';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const test = suite('emit: builder');
const gate = createGate(api, { target: { region: 'eu-central-1', account: '111122223333' } });

const complete = createModelImportJob()
  .jobName('nightly-2026-11-23')
  .importedModelName('support-bot')
  .roleArn(roleArn({ account: '111122223333', name: 'model-import' }))
  .modelDataSource((source) =>
    source.s3DataSource((s3) => s3.s3Uri(s3Uri({ bucket: 'acme-weights', key: 'support-bot/' }))),
  );

test('builds plain data, aggregates from data or from functions', () => {
  const built = complete
    .jobTags([{ key: 'team', value: 'nlp' }, (tag) => tag.value('prod').key('env')])
    .vpcConfig((vpc) => vpc.subnetIds(['subnet-0a1b2c3d', 'subnet-1a1b2c3d']).securityGroupIds(['sg-0a1b2c3d']))
    .build();
  assert.equal(JSON.parse(JSON.stringify(built)), {
    jobName: 'nightly-2026-11-23',
    importedModelName: 'support-bot',
    roleArn: 'arn:aws:iam::111122223333:role/model-import',
    modelDataSource: { s3DataSource: { s3Uri: 's3://acme-weights/support-bot/' } },
    jobTags: [
      { key: 'team', value: 'nlp' },
      { value: 'prod', key: 'env' },
    ],
    vpcConfig: { subnetIds: ['subnet-0a1b2c3d', 'subnet-1a1b2c3d'], securityGroupIds: ['sg-0a1b2c3d'] },
  });
  assert.is(Object.getPrototypeOf(built), Object.prototype);
});

test('a builder never changes, nor does what it was given', () => {
  const tags = [{ key: 'team', value: 'nlp' }];
  const tagged = complete.jobTags(tags);
  tags[0] = { key: 'other', value: 'x' };
  assert.equal(tagged.build().jobTags, [{ key: 'team', value: 'nlp' }]);
  assert.is(complete.build().jobTags, undefined);
});

test('a union holds the last choice', () => {
  const other = complete.modelDataSource((source) =>
    source.s3DataSource({ s3Uri: 's3://first/a/' }).s3DataSource({ s3Uri: 's3://second/b/' }),
  );
  assert.equal(other.build().modelDataSource, { s3DataSource: { s3Uri: 's3://second/b/' } });
});

test('parts of an ARN and of a URI', () => {
  assert.is(roleArn({ account: '1', name: 'r', path: '/a/b/', partition: 'aws-cn' }), 'arn:aws-cn:iam::1:role/a/b/r');
  assert.is(roleArn({ account: '1', name: 'r', path: 'a' }), 'arn:aws:iam::1:role/a/r');
  assert.is(s3Uri({ bucket: 'acme-weights' }), 's3://acme-weights');
  assert.is(s3Uri({ bucket: 'acme-weights', key: '' }), 's3://acme-weights/');
});

test('check leads to a valid request, or to findings', () => {
  const checked = complete.check(gate);
  assert.is(checked.verdict, 'valid');
  assert.is(checked.verdict === 'valid' && checked.request.operation, 'CreateModelImportJob');
  // Exponential in a backtracking engine; it answers at once.
  const refused = complete.jobName(`a${'-'.repeat(61)}!`).check(gate);
  assert.is(refused.verdict, 'invalid');
  assert.equal(
    refused.findings.filter(({ severity }) => severity === 'error').map(({ pointer }) => pointer),
    ['/jobName'],
  );
});

test('what no type would let pass is refused by the gate and not by an exception', () => {
  const untyped = complete as unknown as {
    jobTags(value: unknown): typeof complete;
    modelDataSource(value: unknown): typeof complete;
  };
  const self: unknown[] = [];
  self.push(self);
  for (const value of [() => undefined, self, new Date(0), new Map(), Symbol('tag'), 1n, null])
    assert.is(untyped.jobTags(value).check(gate).verdict, 'invalid', String(typeof value));
  assert.is(untyped.modelDataSource(() => 'nothing').check(gate).verdict, 'invalid');
});

test('an input without required members is complete from the start', () => {
  assert.equal(listModelImportJobs().build(), {});
});

test.run();
