import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { goodSpec, makeFolder, run } from './run-shapegate.ts';

const bare = (name: string): string => goodSpec(name).split('input:\n')[1]!.replaceAll(/^ {2}/gm, '');

function rulesIn(cwd: string, ...args: string[]): Record<string, string[]> {
  const { stdout, stderr } = run(['lint', '--format=json', ...args], { cwd });
  assert.is(stderr, '');
  const { files } = JSON.parse(stdout) as { files: { file: string; findings: { rule: string; severity: string }[] }[] };
  return Object.fromEntries(
    files.map(({ file, findings }) => [file, findings.map(({ rule, severity }) => `${rule} ${severity}`)]),
  );
}

test('targets claim files and say where they go; the nearest configuration wins, up to the root', () => {
  const key = 'importedModelKmsKeyId: arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab\n';
  const folder = makeFolder({
    'shapegate.yaml': 'targets: [{ files: ["**/*.yaml"], region: us-east-1 }]\n',
    'team/shapegate.yaml': `root: true
targets:
  - files: ["imports/**/*.{yaml,yml}"]
    operation: CreateModelImportJob
    region: eu-central-1
rules: { name/fixed-job-name: error }
overrides:
  - files: ["imports/old/**"]
    rules: { kms/region: off }
`,
    'team/imports/a.yaml': bare('nightly') + key,
    'team/imports/near/shapegate.json': '{ "rules": { "kms/region": "warning", "name/fixed-job-name": "off" } }',
    'team/imports/near/b.yaml': bare('nightly') + key,
    'team/imports/old/c.yml': bare('nightly') + key,
    'team/other/d.yaml': bare('nightly'),
  });
  try {
    const expected = {
      'imports/a.yaml': ['name/fixed-job-name error', 'kms/region error'],
      'imports/near/b.yaml': ['kms/region warning'],
      'imports/old/c.yml': ['name/fixed-job-name error'],
    };
    const team = join(folder.path, 'team');
    const withoutCross = (found: Record<string, string[]>) =>
      Object.fromEntries(
        Object.entries(found).map(([file, rules]) => [file, rules.filter((rule) => !rule.startsWith('cross/'))]),
      );
    assert.equal(withoutCross(rulesIn(team, '.')), expected);
    assert.equal(
      withoutCross(rulesIn(join(team, 'imports'), '..')),
      Object.fromEntries(Object.entries(expected).map(([file, rules]) => [file.replace('imports/', ''), rules])),
    );
    assert.equal(withoutCross(rulesIn(team, 'imports/a.yaml', '--region', 'us-east-1')), {
      'imports/a.yaml': ['name/fixed-job-name error'],
    });
  } finally {
    folder.remove();
  }
});

test('failOn of the configuration holds where the command line says nothing', () => {
  const folder = makeFolder({ 'shapegate.yaml': 'root: true\nfailOn: info\n', 'a.yaml': goodSpec('nightly') });
  try {
    assert.is(run(['lint', 'a.yaml'], { cwd: folder.path }).status, 1);
    assert.is(run(['lint', 'a.yaml', '--fail-on', 'error'], { cwd: folder.path }).status, 0);
  } finally {
    folder.remove();
  }
});

test('a misspelt key is one mistake: what it means is not told as missing', () => {
  const folder = makeFolder({
    'shapegate.yaml': 'root: true\ntargets: [{ fils: ["*.yaml"] }]\n',
    'a.yaml': goodSpec(),
  });
  try {
    const { status, stderr } = run(['lint', 'a.yaml'], { cwd: folder.path });
    assert.is(status, 2);
    assert.is(stderr, 'shapegate: shapegate.yaml:2:13: unknown key `fils` (did you mean `files`?)\n');
  } finally {
    folder.remove();
  }
});

const broken: readonly [text: string, message: string][] = [
  ['target: []\n', 'shapegate.yaml:1:1: unknown key `target` (did you mean `targets`?)'],
  ['targets:\n  - files: "*.yaml"\n', 'shapegate.yaml:2:12: found `*.yaml`, expected a list'],
  ['targets:\n  - operation: CreateModelImportJob\n', 'shapegate.yaml:2:5: `files` is missing'],
  ['targets: [{ files: ["../*.yaml"] }]\n', 'can match nothing: it leaves the folder of this file'],
  ['targets: [{ files: ["/specs/*.yaml"] }]\n', 'can match nothing: it is absolute'],
  ['targets: [{ files: ["specs/"] }]\n', 'can match nothing: it names a folder'],
  [
    'targets: [{ files: ["a.yaml"], account: 111122223333 }]\n',
    'found the number 111122223333, expected a string (put it in quotes)',
  ],
  ['targets: [{ files: ["a.yaml"], region: frankfurt }]\n', 'found `frankfurt`, expected a text that fits'],
  [
    'rules: { arn/resorce: off }\n',
    'shapegate.yaml:1:10: there is no rule `arn/resorce` (did you mean `arn/resource`?)',
  ],
  [
    'rules: { acme/encrypted: off }\n',
    'there is no built-in rule `acme/encrypted` (a rule of a policy is changed by a policy that extends it, and not here)',
  ],
  ['rules: { arn/resource: none }\n', 'found `none`, expected one of `off`, `error`, `warning`, `info`'],
  ['failOn: erorr\n', '(did you mean `error`?)'],
  ['root: yes\n', 'found `yes`, expected `true` or `false`'],
  ['root: true\nroot: true\n', 'shapegate.yaml:2:1: the key `root` stands twice'],
  ['root: [\n', 'shapegate.yaml:2:1: the text cannot be read'],
  ['- root\n', 'found a list, expected a mapping'],
  ['root: true\n---\nroot: true\n', 'a second document, expected one'],
  ['generate: [{ model: ["a.smithy"], emit: [tpyes], out: out }]\n', '(did you mean `types`?)'],
];

test('a configuration that does not fit is exit 2, with its place, and an entry of the JSON answer', () => {
  const folder = makeFolder({ 'a.yaml': goodSpec() });
  try {
    for (const [text, message] of broken) {
      const inner = makeFolder({ 'shapegate.yaml': text, 'a.yaml': goodSpec() });
      const { status, stdout, stderr } = run(['lint', 'a.yaml', '--format=json'], { cwd: inner.path });
      assert.is(status, 2, text);
      assert.ok(stderr.includes(message), `${text}: ${stderr}`);
      const { files } = JSON.parse(stdout) as { files: { file: string; findings: unknown[] }[] };
      assert.is(files[0]?.file, 'shapegate.yaml');
      assert.ok((files[0]?.findings.length ?? 0) > 0);
      inner.remove();
    }
  } finally {
    folder.remove();
  }
});

test('submit and plan are refused under a broken configuration, too', () => {
  const folder = makeFolder({ 'shapegate.yaml': 'rules: { shape/required: maybe }\n', 'a.yaml': goodSpec() });
  try {
    assert.is(run(['plan', 'a.yaml'], { cwd: folder.path }).status, 2);
    assert.is(run(['submit', 'a.yaml', '--endpoint-url', 'http://127.0.0.1:1'], { cwd: folder.path }).status, 2);
  } finally {
    folder.remove();
  }
});

test('no configuration silences the model itself before something is sent', () => {
  const folder = makeFolder({
    'shapegate.yaml': 'rules: { shape/unknown-member: off, spec/duplicate-key: off }\n',
    'unknown.yaml': goodSpec('nightly-2026-11-23', '  tags: []\n'),
    'twice.yaml': goodSpec('nightly-2026-11-23', '  jobName: other-2026-11-23\n'),
  });
  try {
    for (const file of ['unknown.yaml', 'twice.yaml'])
      assert.is(run(['plan', file], { cwd: folder.path }).status, 1, file);
    const { status, stderr } = run(['lint', 'unknown.yaml'], { cwd: folder.path });
    assert.is(status, 0);
    assert.is(
      stderr,
      'note: shapegate.yaml:1:37: `spec/duplicate-key` stays an error: what cannot be read cannot be checked\n',
    );
    assert.is(run(['lint', 'twice.yaml'], { cwd: folder.path }).status, 1);
  } finally {
    folder.remove();
  }
});

test('explain says what holds for a file', () => {
  const folder = makeFolder({
    'shapegate.yaml':
      'root: true\ntargets: [{ files: ["a.yaml"], region: eu-central-1 }]\nrules: { arn/account: off }\n',
    'a.yaml': goodSpec(),
  });
  try {
    const { stdout } = run(['explain', 'a.yaml'], { cwd: folder.path });
    for (const line of ['configuration: shapegate.yaml', 'region: eu-central-1', 'rule arn/account: off'])
      assert.match(stdout, line);
  } finally {
    folder.remove();
  }
});

test('a target that claims no spec is told where all that it could claim was linted', () => {
  const target = (glob: string) => `  - files: ["${glob}"]\n    operation: CreateModelImportJob\n`;
  const folder = makeFolder({
    'shapegate.yaml': `root: true\ntargets:\n${target('imports/*.yaml')}${target('import/*.yaml')}`,
    'imports/a.yaml': goodSpec(),
  });
  const lint = (...words: string[]) => run(['lint', ...words], { cwd: folder.path });
  try {
    const { status, stderr } = lint();
    assert.is(status, 0);
    assert.is(stderr, 'note: shapegate.yaml:5:5: the target claims no spec: none matches `import/*.yaml`\n');
    for (const some of ['imports', 'imports/a.yaml', '--shard=1/2']) assert.not.match(lint(some).stderr, 'note:');
  } finally {
    folder.remove();
  }
});

test.run();
