import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createGate, lintText } from '@shapegate/validator';
import { api } from '@shapegate/validator/api';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

const root = fileURLToPath(new URL('../..', import.meta.url));
const executablePath = '/usr/bin/chromium';

interface Sample {
  readonly text: string;
  readonly format: 'yaml' | 'json';
}

/** What both sides do with a sample; the browser's is this very text. */
const entry = `
  import { createGate, lintText } from '@shapegate/validator';
  import { api } from '@shapegate/validator/api';
  const target = { region: 'eu-west-1', account: '111122223333' };
  globalThis.check = ({ text, format }) => {
    const { documents, findings } = lintText(text, { file: 'spec', format, api, target });
    const gate = createGate(api, { target });
    const verdicts = documents.map(({ request }) => gate.check(request?.operation ?? '', request?.input).verdict);
    return { findings, verdicts };
  };
`;

function checkHere({ text, format }: Sample) {
  const target = { region: 'eu-west-1', account: '111122223333' };
  const { documents, findings } = lintText(text, { file: 'spec', format, api, target });
  const gate = createGate(api, { target });
  const verdicts = documents.map(({ request }) => gate.check(request?.operation ?? '', request?.input).verdict);
  return { findings, verdicts };
}

async function bundle(): Promise<string> {
  const { outputFiles, warnings } = await build({
    stdin: { contents: entry, resolveDir: `${root}/test`, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    // What needs Node does not resolve for a browser, and so fails.
    platform: 'browser',
    target: 'es2022',
    conditions: ['@shapegate/source'],
    logLevel: 'silent',
  });
  assert.equal(warnings, []);
  return outputFiles[0]?.text ?? '';
}

/** Our own samples, and the published specs where they are at hand. */
function collectSamples(): Sample[] {
  const own: Sample[] = [
    { format: 'yaml', text: 'jobName: a b\nimportedModelName: x.y\nroleArn: runner\nmodelDataSource: {}\n' },
    { format: 'yaml', text: 'region: eu-central-1\naccount: 012345678901\ninput: { JobName: "🦉", vpcConfig: {} }\n' },
    { format: 'yaml', text: `jobName: a${'-'.repeat(61)}!\n--- \n[]\n---\njobName: *none\n` },
    {
      format: 'json',
      text: '{ "jobName": "a", "jobName": "ключ", "__proto__": {}, "jobTags": [{ "key": "aws:x", "value": "" }] }',
    },
    {
      format: 'yaml',
      text: [
        'jobName: nightly-2026-11-23',
        'importedModelName: support-bot',
        'roleArn: arn:aws:iam::111122223333:role/model-import',
        'modelDataSource: { s3DataSource: { s3Uri: "s3://acme-weights/support-bot/" } }',
      ].join('\n'),
    },
  ];
  const folder = `${root}/../shared/specs/real/`;
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  return [
    ...own,
    ...files.map(
      (file): Sample => ({
        format: file.endsWith('.json') ? 'json' : 'yaml',
        text: readFileSync(folder + file, 'utf8'),
      }),
    ),
  ];
}

test('the validator is bundled for a browser without anything of Node', async () => {
  const code = await bundle();
  assert.not.match(code, /\brequire\s*\(/);
  assert.not.match(code, /\bprocess\s*[.[?]|typeof process\b/);
  assert.not.match(code, /\bBuffer\s*[.(?]|typeof Buffer\b/);
  assert.not.match(code, /["'`]node:/);
});

if (existsSync(executablePath)) {
  test('it says in Chromium what it says in Node', async () => {
    const code = await bundle();
    const server = createServer((_, response) =>
      response.setHeader('content-type', 'text/html').end('<!doctype html>'),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
    const browser = await chromium.launch({
      executablePath,
      headless: true,
      args: [...args, '--disable-sync', '--no-first-run'],
    });
    try {
      const page = await browser.newPage();
      const problems: string[] = [];
      page.on('pageerror', (problem) => problems.push(String(problem)));
      await page.goto(`http://127.0.0.1:${port}/`);
      await page.addScriptTag({ content: code });
      const samples = collectSamples();
      const there = await page.evaluate(
        (all) => all.map((sample) => (globalThis as unknown as { check(one: unknown): unknown }).check(sample)),
        samples,
      );
      assert.equal(problems, []);
      assert.equal(there, JSON.parse(JSON.stringify(samples.map(checkHere))));
    } finally {
      await browser.close();
      server.close();
    }
  });
} else {
  console.log('skip Chromium: /usr/bin/chromium is not here');
}

test.run();
