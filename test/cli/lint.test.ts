import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { bin, environment, goodSpec, makeFolder, run } from './run-shapegate.ts';

const wrong = goodSpec('nightly_1').replace('role/model-import', 'user/jane');

interface Answer {
  readonly version: number;
  readonly tool: { readonly name: string };
  readonly files: readonly { file: string; documents: number; findings: readonly Record<string, unknown>[] }[];
  readonly summary: Record<string, number>;
}

test('a good spec is 0, a wrong one 1, and both are told', () => {
  const folder = makeFolder({ 'good.yaml': goodSpec(), 'specs/wrong.yaml': wrong });
  try {
    const good = run(['lint', 'good.yaml'], { cwd: folder.path });
    assert.is(good.status, 0, good.stderr);
    assert.is(good.stdout, 'nothing to say in 1 spec of 1 file\n');
    const bad = run(['lint', 'specs/wrong.yaml'], { cwd: folder.path });
    assert.is(bad.status, 1);
    assert.match(bad.stdout, 'specs/wrong.yaml:5:12 error name/charset\n');
    assert.match(bad.stdout, '5 |   jobName: nightly_1\n    |            ^^^^^^^^^\n');
    assert.match(bad.stdout, /2 errors in 1 spec of 1 file; --fix can correct [12]\n$/);
    assert.is(bad.stderr, '');
  } finally {
    folder.remove();
  }
});

test('JSON has the documented form', () => {
  const folder = makeFolder({ 'wrong.yaml': wrong });
  try {
    const { status, stdout } = run(['lint', 'wrong.yaml', '--format', 'json'], { cwd: folder.path });
    assert.is(status, 1);
    const answer = JSON.parse(stdout) as Answer;
    assert.equal(Object.keys(answer), ['version', 'tool', 'files', 'summary']);
    assert.is(answer.tool.name, 'shapegate');
    assert.is(answer.files[0]?.file, 'wrong.yaml');
    assert.is(answer.files[0]?.documents, 1);
    const [finding] = answer.files[0]?.findings ?? [];
    assert.equal(Object.keys(finding ?? {}), [
      'rule',
      'severity',
      'message',
      'help',
      'docs',
      'pointer',
      'document',
      'range',
      'related',
      'fix',
      'suppressed',
      'valueHash',
    ]);
    assert.equal(finding?.['range'], { start: { line: 5, column: 12 }, end: { line: 5, column: 21 } });
    const { files, documents, errors, warnings, infos, suppressed } = answer.summary;
    assert.equal([files, documents, errors, warnings, infos, suppressed], [1, 1, 2, 0, 0, 0]);
  } finally {
    folder.remove();
  }
});

test('an answer can go to a file, and another one to standard output', () => {
  const folder = makeFolder({ 'wrong.yaml': wrong });
  try {
    const args = ['lint', 'wrong.yaml', '--format', 'json=out.json', '--format', 'pretty'];
    assert.match(run(args, { cwd: folder.path }).stdout, /2 errors/);
    assert.is((JSON.parse(readFileSync(join(folder.path, 'out.json'), 'utf8')) as Answer).summary['errors'], 2);
  } finally {
    folder.remove();
  }
});

test('a folder means its envelopes; a named file is always linted', () => {
  const folder = makeFolder({
    'a.yaml': goodSpec(),
    'sub/b.json': JSON.stringify({ operation: 'CreateModelImportJob', input: {} }),
    'sub/other.yaml': 'name: not a spec\n',
    'node_modules/x/c.yaml': wrong,
    '.hidden/d.yaml': wrong,
    'notes.txt': wrong,
  });
  try {
    const { files } = JSON.parse(run(['lint', '.', '--format=json'], { cwd: folder.path }).stdout) as Answer;
    assert.equal(
      files.map(({ file }) => file),
      ['a.yaml', 'sub/b.json'],
    );
    const all = JSON.parse(
      run(['lint', '--format=json', 'notes.txt', 'sub/other.yaml', 'a.yaml', 'a.yaml'], { cwd: folder.path }).stdout,
    ) as Answer;
    assert.equal(
      all.files.map(({ file }) => file),
      ['a.yaml', 'notes.txt', 'sub/other.yaml'],
    );
  } finally {
    folder.remove();
  }
});

test('standard input is linted under the name it is given', () => {
  const { status, stdout } = run(['lint', '--stdin', '--stdin-filename', 'specs/x.json', '--format=json'], {
    input: '{"operation": "CreateModelImportJob",}',
  });
  assert.is(status, 1);
  const { files } = JSON.parse(stdout) as Answer;
  assert.is(files[0]?.file, 'specs/x.json');
  assert.is(files[0]?.findings[0]?.['rule'], 'spec/parse');
});

test('--fail-on and --max-warnings say what fails', () => {
  const folder = makeFolder({
    'warning.yaml': goodSpec().replace('s3://acme-weights/support-bot/', 's3://acme-weights'),
  });
  try {
    const status = (...args: string[]) => run(['lint', 'warning.yaml', ...args], { cwd: folder.path }).status;
    assert.is(status(), 0);
    assert.is(status('--fail-on', 'warning'), 1);
    assert.is(status('--max-warnings', '0'), 1);
    assert.is(status('--max-warnings', '1'), 0);
    assert.is(status('--max-warnings', 'x'), 2);
  } finally {
    folder.remove();
  }
});

test('the command line places specs that do not say where they go', () => {
  const input = JSON.stringify({
    jobName: 'nightly-2026-11-23',
    importedModelName: 'support-bot',
    roleArn: 'arn:aws:iam::111122223333:role/model-import',
    modelDataSource: { s3DataSource: { s3Uri: 's3://acme-weights/support-bot/' } },
    importedModelKmsKeyId: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  });
  const rules = (...args: string[]) =>
    (
      JSON.parse(
        run(['lint', '--stdin', '--stdin-filename=x.json', '--format=json', ...args], { input }).stdout,
      ) as Answer
    ).files[0]?.findings.map(({ rule }) => rule);
  assert.equal(rules(), []);
  assert.equal(rules('--region', 'eu-central-1'), ['kms/region']);
  assert.equal(rules('--region', 'us-east-1', '--account', '444455556666'), ['arn/account', 'kms/account']);
});

test('the same name in two specs is one finding at the second', () => {
  const folder = makeFolder({ 'a.yaml': goodSpec(), 'b.yaml': goodSpec() });
  try {
    const { files } = JSON.parse(run(['lint', '.', '--format=json'], { cwd: folder.path }).stdout) as Answer;
    assert.equal(files[0]?.findings, []);
    assert.ok(files[1]?.findings.some(({ rule }) => rule === 'cross/job-name'));
  } finally {
    folder.remove();
  }
});

test('what a spec holds reaches no terminal as it is', () => {
  const folder = makeFolder({ 'evil\u001b[2J.yaml': goodSpec('"x\\e[31m\u202egnp\\a"') });
  try {
    const { stdout } = run(['lint', 'evil\u001b[2J.yaml'], { cwd: folder.path });
    assert.not.match(stdout, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    const json = run(['lint', 'evil\u001b[2J.yaml', '--format=json'], { cwd: folder.path }).stdout;
    assert.not.match(json, /[\u0000-\u0009\u000b-\u001f]/);
  } finally {
    folder.remove();
  }
});

test('a value of a megabyte is cut around its place', () => {
  const { stdout } = run(['lint', '--stdin'], { input: goodSpec(`nightly_${'a'.repeat(1_000_000)}`) });
  assert.ok(stdout.length < 10_000, `${stdout.length} characters`);
});

test('a reader that goes away is no fault', () => {
  const folder = makeFolder({
    'many.yaml': Array.from({ length: 2000 }, (_, i) => wrong.replace('nightly_1', `nightly_${i}`)).join('---\n'),
  });
  try {
    const { stderr } = run(['lint', 'many.yaml'], { cwd: folder.path });
    assert.is(stderr, '');
  } finally {
    folder.remove();
  }
});

test('what a shell puts in the place of files is read once, also where specs repeat each other', () => {
  const folder = makeFolder({ 'a.yaml': goodSpec('nightly-a-2026-11-23') });
  const script = '"$0" "$1" lint --format json <(cat a.yaml) <(cat a.yaml)';
  const { stdout, stderr } = spawnSync('bash', ['-c', script, process.execPath, bin], {
    cwd: folder.path,
    env: environment,
    encoding: 'utf8',
    timeout: 60_000,
  });
  const answer = JSON.parse(stdout);
  assert.is(stderr, '');
  assert.equal(
    answer.files.flatMap(({ findings }: { findings: { rule: string; range: { start: object } }[] }) =>
      findings.map(({ rule, range }) => [rule, range.start]),
    ),
    [
      ['cross/job-name', { line: 5, column: 12 }],
      ['cross/model-name', { line: 6, column: 22 }],
    ],
  );
  folder.remove();
});

test.run();
