import * as sdk from '@aws-sdk/client-bedrock';
import * as client from '@shapegate/client';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { answerPlainly, type Captured, CaptureServer, credentials } from './capture-server.ts';
import { fullInput, smallInput } from './requests.ts';

const test = suite('what is sent is what the official SDK sends');

/** Each operation with as little as it takes, and with everything. */
const inputs: Record<string, readonly object[]> = {
  CreateModelImportJob: [smallInput, { ...fullInput, clientRequestToken: 'deploy-42' }],
  GetModelImportJob: [
    { jobIdentifier: 'nightly-2026-11-23' },
    { jobIdentifier: 'arn:aws:bedrock:eu-central-1:111122223333:model-import-job/abc123def456' },
  ],
  ListModelImportJobs: [
    {},
    {
      creationTimeAfter: new Date('2026-11-01T00:00:00Z'),
      creationTimeBefore: new Date('2026-11-23T10:11:12.345Z'),
      statusEquals: 'InProgress',
      nameContains: 'a+b c',
      maxResults: 7,
      nextToken: 'next/page==',
      sortBy: 'CreationTime',
      sortOrder: 'Descending',
    },
  ],
  GetImportedModel: [{ modelIdentifier: 'support-bot' }],
  ListImportedModels: [
    {},
    {
      creationTimeAfter: new Date('2026-11-01T00:00:00Z'),
      creationTimeBefore: new Date('2026-11-23T10:11:12Z'),
      nameContains: 'support',
      maxResults: 1000,
      nextToken: 'x',
      sortBy: 'CreationTime',
      sortOrder: 'Ascending',
    },
  ],
  DeleteImportedModel: [{ modelIdentifier: 'arn:aws:bedrock:eu-central-1:111122223333:imported-model/abc123def456' }],
};

/** What the service reads of a request; the rest is a matter of which program sent it and when. */
function keepWhatMatters({ method, url, headers, body }: Captured) {
  const signed = /SignedHeaders=([^,]*)/.exec(headers.authorization ?? '')?.[1]?.split(';') ?? [];
  return {
    method,
    url,
    body,
    contentType: headers['content-type'],
    contentLength: headers['content-length'],
    contentHash: headers['x-amz-content-sha256'],
    host: headers.host,
    attempt: headers['amz-sdk-request'],
    scope: /Credential=AKIDEXAMPLE\/\d{8}\/(.*?),/.exec(headers.authorization ?? '')?.[1],
    signed: signed.filter((name) => name !== 'x-amz-user-agent'),
  };
}

for (const [operation, cases] of Object.entries(inputs)) {
  for (const [index, input] of cases.entries()) {
    test(`${operation}, input ${index + 1}`, async () => {
      const server = await CaptureServer.start(answerPlainly);
      try {
        const configuration = { region: 'eu-central-1', endpoint: server.url, credentials };
        const theirs = new sdk.BedrockClient(configuration);
        const ours = new client.BedrockClient(configuration);
        const Theirs = Reflect.get(sdk, `${operation}Command`) as new (input: object) => sdk.GetModelImportJobCommand;
        const Ours = Reflect.get(client, `${operation}Command`) as new (
          input: object,
        ) => client.GetModelImportJobCommand;
        const { $metadata: _1, ...answerToThem } = await theirs.send(new Theirs(input));
        const { $metadata: _2, ...answerToUs } = await ours.send(new Ours(input));
        assert.equal(server.requests.length, 2);
        const [sent, expected] = [server.requests[1], server.requests[0]].map(
          (request) => request && keepWhatMatters(request),
        );
        assert.equal(sent, expected);
        assert.equal(answerToUs, answerToThem);
      } finally {
        await server.stop();
      }
    });
  }
}

test('every operation of the client is compared', () => {
  assert.equal(Object.keys(client.commands).sort(), Object.keys(inputs).sort());
});

test.run();
