import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { replaceFile } from '../../packages/cli/src/replace-file.ts';
import { goodSpec, makeFolder, run } from './run-shapegate.ts';

const slip = goodSpec('nightly_2026-11-23 # the job').replaceAll(
  'importedModelName: nightly_2026',
  'importedModelName: nightly-2026',
);
const right = slip.replace('nightly_2026', 'nightly-2026');

test('--fix corrects the file and keeps the rest of it, its mode and a link to it', () => {
  const crlf = `\ufeff${slip.replaceAll('\n', '\r\n')}`;
  const folder = makeFolder({ 'specs/a.yaml': crlf });
  const file = join(folder.path, 'specs/a.yaml');
  try {
    chmodSync(file, 0o640);
    symlinkSync('specs/a.yaml', join(folder.path, 'link.yaml'));
    const { status, stdout, stderr } = run(['lint', '--fix', 'link.yaml'], { cwd: folder.path });
    assert.is(status, 0, stdout);
    assert.is(stdout, 'nothing to say in 1 spec of 1 file\n');
    assert.is(stderr, 'fixed in link.yaml: name/charset\n');
    assert.is(readFileSync(file, 'utf8'), `\ufeff${right.replaceAll('\n', '\r\n')}`);
    assert.is(statSync(file).mode & 0o777, 0o640);
    assert.ok(lstatSync(join(folder.path, 'link.yaml')).isSymbolicLink());
    assert.equal(readdirSync(join(folder.path, 'specs')), ['a.yaml']);
  } finally {
    folder.remove();
  }
});

test('--fix-dry-run prints a diff, writes nothing, and ends as the fixed text would', () => {
  const folder = makeFolder({
    'a.yaml': slip,
    'b.yaml': slip.replace('role/model-import', 'user/jane').replaceAll('2026', '2027'),
  });
  try {
    const { status, stdout, stderr } = run(['lint', '--fix-dry-run', 'a.yaml'], { cwd: folder.path });
    assert.is(status, 0, stderr);
    assert.match(stdout, '--- a/a.yaml\n+++ b/a.yaml\n@@ -2,7 +2,7 @@\n');
    assert.match(stdout, '-  jobName: nightly_2026-11-23 # the job\n+  jobName: nightly-2026-11-23 # the job\n');
    assert.match(stderr, 'would fix in a.yaml: name/charset\n');
    const both = run(['lint', '--fix-dry-run', '.', '--format=json=out.json'], { cwd: folder.path });
    assert.is(both.status, 1);
    const { summary } = JSON.parse(readFileSync(join(folder.path, 'out.json'), 'utf8')) as {
      summary: Record<string, number>;
    };
    assert.is(summary.errors, 1);
    assert.is(readFileSync(join(folder.path, 'a.yaml'), 'utf8'), slip);
    const piped = run(['lint', '--stdin', '--stdin-filename=x/c.yaml', '--fix-dry-run'], {
      cwd: folder.path,
      input: slip,
    });
    assert.is(piped.status, 0);
    assert.match(piped.stdout, '+++ b/x/c.yaml\n');
  } finally {
    folder.remove();
  }
});

test('what cannot be fixed is told, and stays', () => {
  const text = goodSpec().replace(
    'support-bot/\n',
    'support-bot/\n  vpcConfig:\n    subnetIds: [subnet-0a1b2c3d, subnet-0a1b2c3d]\n    securityGroupIds: [sg-0a1b2c3d]\n',
  );
  const folder = makeFolder({ 'a.yaml': text });
  try {
    const { status, stderr } = run(['lint', '--fix', 'a.yaml'], { cwd: folder.path });
    assert.is(status, 0);
    assert.is(stderr, 'left in a.yaml: vpc/duplicate, since its fix would bring another finding\n');
    assert.is(readFileSync(join(folder.path, 'a.yaml'), 'utf8'), text);
  } finally {
    folder.remove();
  }
});

test('a fix that gives two specs one name is not made', () => {
  const taken = goodSpec('nightly-2026-11-23').replaceAll(
    'importedModelName: nightly-2026',
    'importedModelName: other-2026',
  );
  const folder = makeFolder({ 'a.yaml': slip, 'b.yaml': taken });
  try {
    const { status, stderr } = run(['lint', '--fix', '.'], { cwd: folder.path });
    assert.is(status, 1);
    assert.match(stderr, 'left in a.yaml: name/charset');
    assert.is(readFileSync(join(folder.path, 'a.yaml'), 'utf8'), slip);
  } finally {
    folder.remove();
  }
});

test('comments: one that silences something across specs stays, what a comment silences is not fixed, an unused one goes', () => {
  const comment = '# shapegate-ignore-next-line cross/job-name, cross/model-name -- on purpose';
  const again = goodSpec()
    .replace('  jobName', `  ${comment}\n  jobName`)
    .replace('  importedModelName', `  ${comment}\n  importedModelName`);
  const silenced = slip.replace('# the job', '# shapegate-ignore name/charset -- tried out');
  const unused = goodSpec('weekly-2026-11-23 # shapegate-ignore name/charset -- no longer').replace(
    /(importedModelName: .*) #.*/,
    '$1',
  );
  const folder = makeFolder({
    'a.yaml': goodSpec(),
    'b.yaml': again,
    'c/silenced.yaml': silenced,
    'c/unused.yaml': unused,
  });
  const read = (file: string) => readFileSync(join(folder.path, file), 'utf8');
  try {
    run(['lint', '--fix', 'a.yaml', 'b.yaml'], { cwd: folder.path });
    assert.is(read('b.yaml'), again);
    run(['lint', '--fix', 'c'], { cwd: folder.path });
    assert.is(read('c/silenced.yaml'), silenced);
    assert.is(read('c/unused.yaml'), goodSpec('weekly-2026-11-23'));
  } finally {
    folder.remove();
  }
});

test('usage that contradicts itself is refused', () => {
  for (const [args, message] of [
    [['--fix', '--fix-dry-run'], /exclude each other/],
    [['--fix', '--stdin'], /--fix has no file/],
  ] as const) {
    const { status, stdout, stderr } = run(['lint', ...args], { input: slip });
    assert.is(status, 2);
    assert.is(stdout, '');
    assert.match(stderr, message);
  }
});

test('a file that cannot be written, or has changed meanwhile, is left as it is', () => {
  const folder = makeFolder({ 'a.yaml': slip });
  const file = join(folder.path, 'a.yaml');
  try {
    assert.throws(() => replaceFile(file, 'new', 'old'), /has changed while it was read/);
    assert.is(readFileSync(file, 'utf8'), slip);
    assert.equal(readdirSync(folder.path), ['a.yaml']);
    replaceFile(file, slip, 'what somebody else has fixed already');
    if (process.getuid?.() === 0) return;
    chmodSync(file, 0o444);
    const { status, stderr } = run(['lint', '--fix', 'a.yaml'], { cwd: folder.path });
    assert.is(status, 2);
    assert.match(stderr, /cannot write `a.yaml`: permission denied/);
    assert.is(readFileSync(file, 'utf8'), slip);
  } finally {
    folder.remove();
  }
});

test('what a spec holds reaches no terminal as it is, and a pipe as it is', () => {
  const { stdout } = run(['lint', '--stdin', '--fix-dry-run'], { input: slip.replace('# the job', '# \u001b[2J') });
  assert.match(stdout, '\u001b[2J');
});

test.run();
