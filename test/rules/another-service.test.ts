import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { compileApi, readApi } from '../../generator/src/pipeline.ts';
import { lintText } from '../../packages/validator/src/lint.ts';
import type { Api } from '../../packages/validator/src/shape/api.ts';

// The rules of the catalogue on the training jobs of SageMaker, turned on by one `apply` file; the same file is read
// with the example's small model and with the published one.

const root = fileURLToPath(new URL('../..', import.meta.url));
const example = 'examples/05-rules-for-another-service';
const published = '../shared/models/sagemaker-2017-07-24.json';

function readTraining(model: string): Api {
  const vocabulary = readdirSync(`${root}model/shapegate`)
    .filter((name) => name.endsWith('.smithy'))
    .map((name) => `model/shapegate/${name}`);
  const texts = [...vocabulary, `${example}/model/policy.smithy`, model].map((file) => ({
    file,
    text: readFileSync(root + file, 'utf8'),
  }));
  const { view, events } = readApi(texts, { operations: ['CreateTrainingJob'] });
  assert.ok(view !== null, events.map(({ message }) => message).join('; '));
  const { api } = compileApi(view);
  assert.ok(api !== null, 'the model nests too deep');
  return api;
}

function lint(api: Api, spec: string): string[] {
  const target = { region: 'eu-central-1', account: '111122223333' };
  const options = { file: spec, format: 'yaml', api, operation: 'CreateTrainingJob', target } as const;
  const { findings } = lintText(readFileSync(`${root}${example}/specs/${spec}`), options);
  return findings.map(({ range, rule, pointer }) => `${range.start.line} ${rule} ${pointer}`);
}

const mistakes = [
  '2 name/charset /TrainingJobName',
  '2 name/fixed-job-name /TrainingJobName',
  '3 arn/service-linked-role /RoleArn',
  '5 shape/enum /AlgorithmSpecification/TrainingInputMode',
  '8 kms/region /OutputDataConfig/KmsKeyId',
  '12 shape/type /ResourceConfig/VolumeSizeInGB',
  '13 kms/key-id /ResourceConfig/VolumeKmsKeyId',
  '16 shape/unknown-member /VpcConfig/subnets',
  '16 vpc/single-subnet /VpcConfig/subnets',
  '17 vpc/resource-id /VpcConfig/SecurityGroupIds/0',
  '20 tags/reserved-prefix /Tags/1/Key',
  '21 tags/case-duplicate /Tags/2/Key',
  '21 tags/charset /Tags/2/Value',
];

test("an apply file turns rules on for the example's model", () => {
  const api = readTraining(`${example}/model/training.smithy`);
  assert.equal(lint(api, 'nightly.yaml'), []);
  assert.equal(lint(api, 'mistakes.yaml'), mistakes);
});

test('the same apply file turns them on for the published model', () => {
  if (!existsSync(root + published)) {
    console.log('skipped: the published models are not here');
    return;
  }
  const api = readTraining(published);
  assert.equal(lint(api, 'nightly.yaml'), []);
  assert.equal(lint(api, 'mistakes.yaml'), mistakes);
});

test.run();
