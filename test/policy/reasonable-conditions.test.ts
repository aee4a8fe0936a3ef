import { api } from '@shapegate/validator/api';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { checkSource, makeEnvironment, typesOf } from '../../packages/validator/src/policy/document/expression.ts';

const input = typesOf(api.table).inputOf('CreateModelImportJob');

/** As people write them, what they say twice included: none is refused. */
const conditions: readonly string[] = [
  'size(input.jobName) > 5 && size(input.jobName) < 40',
  'input.jobName.startsWith("prod-") || input.jobName.startsWith("dev-")',
  '!(input.jobName.startsWith("prod-") && target.account != "111122223333")',
  'target.account == "111122223333" ? target.region == "eu-central-1" : target.region in ["eu-west-1", "eu-central-1"]',
  'target.region == "us-east-1" || target.region == "us-west-2" || target.region.startsWith("eu-")',
  'target.region.startsWith("eu-") || target.region == "eu-central-1"',
  'target.region != "us-east-1" && target.region != "us-west-2"',
  '!(target.region == "us-east-1") && !(target.region in ["us-west-2", "us-east-1"])',
  'has(input.vpcConfig) && size(input.vpcConfig.subnetIds) >= 2 && size(input.vpcConfig.subnetIds) <= 4',
  'has(input.vpcConfig) ? size(input.vpcConfig.subnetIds) >= 2 : target.account == "111122223333"',
  '!has(input.vpcConfig) || size(input.vpcConfig.subnetIds) == 2 || size(input.vpcConfig.subnetIds) == 3',
  'has(input.jobTags) && input.jobTags.exists(t, t.key == "env" && t.value == "prod") && input.jobTags.exists(t, t.key == "team")',
  'has(input.jobTags) && input.jobTags.exists(t, t.key == "env" && (t.value == "prod" || t.value == "dev"))',
  'has(input.jobTags) && input.jobTags.all(t, t.key != "env" || t.value == "prod" || t.value == "dev")',
  'has(input.jobTags) && input.jobTags.all(t, t.key == "env" ? t.value in ["prod", "dev"] : true)',
  'has(input.jobTags) && input.jobTags.map(t, t.key).all(k, k.matches("^[a-z]+$"))',
  'has(input.jobTags) && size(input.jobTags.filter(t, t.key == "team")) == 1',
  'has(input.jobTags) && input.jobTags.filter(t, t.key == "team")[0].value == "nlp"',
  'has(input.importedModelKmsKeyId) && (input.importedModelKmsKeyId.startsWith("arn:") ? arn(input.importedModelKmsKeyId).account == "1" : input.importedModelKmsKeyId.startsWith("alias/"))',
  'has(input.importedModelKmsKeyId) && input.importedModelKmsKeyId.startsWith("arn:aws:kms:") && arn(input.importedModelKmsKeyId).region == target.region',
  'arn(input.roleArn).resource.split("/")[1].startsWith("model")',
  'arn(input.roleArn).resource == "role/model-import" || arn(input.roleArn).resource.startsWith("role/ml/")',
  'arn(input.roleArn).partition == "aws" && arn(input.roleArn).service == "iam"',
  'has(input.modelDataSource.s3DataSource) && s3(input.modelDataSource.s3DataSource.s3Uri).key.endsWith("/")',
  'has(input.modelDataSource.s3DataSource) && s3(input.modelDataSource.s3DataSource.s3Uri).bucket in ["a", "b"]',
  'has(input.modelDataSource.s3DataSource) && input.modelDataSource.s3DataSource.s3Uri.matches("^s3://acme-[a-z]+/")',
  '(target.account == "111122223333" && input.jobName.startsWith("prod-")) || (target.account == "222122223333" && input.jobName.startsWith("dev-"))',
  'target.account == "111122223333" && input.jobName.startsWith("prod-") || target.account != "111122223333" && !input.jobName.startsWith("prod-")',
  'input.jobName.lowerAscii() == input.jobName',
  'has(input.clientRequestToken) && size(input.clientRequestToken) >= 32',
  '!has(input.clientRequestToken)',
  'input.importedModelName != input.jobName',
  '[input.jobName, input.importedModelName].all(n, !n.contains("test"))',
  '{"111122223333": "prod", "444455556666": "dev"}[target.account] == "prod"',
  'target.account in {"111122223333": "prod"} ? true : input.jobName.startsWith("x")',
  'spec.document == 0 && spec.file.startsWith("imports/")',
  'input.roleArn.startsWith("arn:aws:iam::")',
  'input.roleArn.startsWith("arn:")',
  'input.jobName.matches("^[a-zA-Z0-9]")',
];
for (const source of conditions)
  test(`accepts ${source}`, () => {
    assert.ok(input !== null);
    assert.equal(checkSource(source, makeEnvironment(input)).problems, []);
  });

test.run();
