// Compiled and not run: what must compile, and with `@ts-expect-error` what must not.
import { createGate, type Valid } from '@shapegate/validator';
import {
  api,
  type CreateModelImportJobRequest,
  createModelImportJob,
  listModelImportJobs,
  ModelImportJobStatus,
  roleArn,
  s3Uri,
} from '@shapegate/validator/api';

const gate = createGate(api, { target: { region: 'eu-central-1', account: '111122223333' } });
const role = roleArn({ account: '111122223333', name: 'model-import', path: '/service-role/' });
const source = { s3DataSource: { s3Uri: s3Uri({ bucket: 'acme-weights', key: 'support-bot/' }) } };

const started = createModelImportJob().jobName('nightly-2026-11-23').importedModelName('support-bot');
const complete = started.roleArn(role).modelDataSource(source);

export const built: CreateModelImportJobRequest = complete.build();
export const nested: CreateModelImportJobRequest = started
  .roleArn(role)
  .modelDataSource((data) => data.s3DataSource((s3) => s3.s3Uri('s3://acme-weights/support-bot/')))
  .jobTags([{ key: 'team', value: 'nlp' }, (tag) => tag.key('env').value('prod')])
  .vpcConfig((vpc) => vpc.subnetIds(['subnet-0a1b2c3d']).securityGroupIds(['sg-0a1b2c3d']))
  .build();

const checked = complete.check(gate);
if (checked.verdict === 'valid') {
  const request: Valid<CreateModelImportJobRequest> = checked.request;
  const operation: 'CreateModelImportJob' = checked.request.operation;
  void [request, operation];
}

// @ts-expect-error: a request without a role is not complete
started.modelDataSource(source).build();

// @ts-expect-error: nor can it be checked
started.modelDataSource(source).check(gate);

// @ts-expect-error: nothing is set yet
createModelImportJob().build();

// @ts-expect-error: the key of another operation
complete.tags([{ key: 'team', value: 'nlp' }]);

// @ts-expect-error: a name is a string
createModelImportJob().jobName(42);

// @ts-expect-error: the data source is not a URI
started.modelDataSource('s3://acme-weights/support-bot/');

// @ts-expect-error: a union has one of its members
started.modelDataSource({});

// @ts-expect-error: the nested builder is not complete
started.modelDataSource((data) => data.s3DataSource((s3) => s3));

// @ts-expect-error: a choice has to be made
started.modelDataSource((data) => data);

// @ts-expect-error: a tag has a value
complete.jobTags([{ key: 'team' }]);

// @ts-expect-error: a member that the tag does not have
complete.jobTags([{ key: 'team', value: 'nlp', owner: 'ops' }]);

// @ts-expect-error: neither list of a VPC may be left out
complete.vpcConfig((vpc) => vpc.subnetIds(['subnet-0a1b2c3d']));

// @ts-expect-error: an ARN has an account
roleArn({ name: 'model-import' });

// @ts-expect-error: IAM has no Region
roleArn({ account: '111122223333', name: 'model-import', region: 'eu-central-1' });

// @ts-expect-error: a URI has a bucket
s3Uri({ key: 'support-bot/' });

// @ts-expect-error: what is built cannot be changed
built.jobName = 'other';

// @ts-expect-error: built data has not passed a gate
export const unchecked: Valid<CreateModelImportJobRequest> = built;

listModelImportJobs().statusEquals(ModelImportJobStatus.COMPLETED).statusEquals('Failed').build();

// @ts-expect-error: not a status
listModelImportJobs().statusEquals('Complete');
