import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { environment } from '../cli/run-shapegate.ts';
import { CaptureServer } from '../client/capture-server.ts';
import { exampleFolder } from './engine-tool.ts';

const program = join(exampleFolder, 'packages/api-evaluations/src/start-evaluation.ts');

function runProgram(endpoint: string): Promise<{ output: string; status: number | null }> {
  const child = spawn(process.execPath, ['--conditions=@shapegate/source', '--import', 'tsx', program, endpoint], {
    env: { ...environment, EVALUATIONS_TOKEN: 'secret' },
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  return new Promise((resolve) => child.on('close', (status) => resolve({ output, status })));
}

test('the client that a package has generated for a model of its own sends what the gate has passed', async () => {
  const server = await CaptureServer.start(() => ({ status: 202, body: '{"id":"ev-0123456789abcdef"}' }));
  try {
    const { output, status } = await runProgram(server.url);
    assert.is(status, 0, output);
    assert.is(output, 'started ev-0123456789abcdef\n');
    const [request, ...others] = server.requests;
    assert.is(others.length, 0);
    assert.is(`${request?.method} ${request?.url}`, 'POST /evaluations');
    assert.is(request?.headers.authorization, 'Bearer secret');
    assert.equal(JSON.parse(request?.body ?? ''), {
      name: 'support-bot-release',
      modelArn: 'arn:aws:bedrock:eu-central-1:111122223333:imported-model/k3j9x2mq7p1a',
      questions: 's3://acme-evaluations-eu-central-1/support-bot/',
      metrics: ['accuracy', 'toxicity'],
      threshold: 0.9,
    });
  } finally {
    await server.stop();
  }
});

test.run();
