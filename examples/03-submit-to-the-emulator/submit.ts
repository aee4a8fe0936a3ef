import { BedrockClient, submit, waitForJob } from '@shapegate/client';
import { createGate } from '@shapegate/validator';
import { api, createModelImportJob } from '@shapegate/validator/api';

const region = 'eu-central-1';
const [, , endpoint] = process.argv;
const client = new BedrockClient({ region, endpoint });
const gate = createGate(api, { target: { region, account: '111122223333' } });

const checked = createModelImportJob()
  .jobName('chat-bot-2026-11-23')
  .importedModelName('chat-bot')
  .roleArn('arn:aws:iam::111122223333:role/model-import')
  .modelDataSource({ s3DataSource: { s3Uri: 's3://acme-weights/chat-bot/' } })
  .check(gate);

if (checked.verdict === 'valid') {
  // `submit` takes what a gate has passed and nothing else; anything more would not compile.
  const submission = await submit(client, checked.request);
  console.log(submission.outcome);
  const { outcome, job } = await waitForJob(client, submission.jobArn);
  console.log(outcome, job?.importedModelName);
}
