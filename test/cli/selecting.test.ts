import { spawnSync } from 'node:child_process';
import { renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { makeRepository } from './git-folder.ts';
import { environment, goodSpec, makeFolder, run } from './run-shapegate.ts';

/** The linted files, relative to the folder in which it is run. */
function filesIn(cwd: string, ...args: string[]): string[] {
  const { status, stdout, stderr } = run(['lint', '--format=json', ...args], { cwd });
  assert.ok(status === 0 || status === 1, stderr);
  return (JSON.parse(stdout) as { files: { file: string }[] }).files.map(({ file }) => file);
}

function findingsIn(cwd: string, ...args: string[]): string[] {
  const { stdout } = run(['lint', '--format=json', ...args], { cwd });
  const { files } = JSON.parse(stdout) as { files: { file: string; findings: { rule: string; document: number }[] }[] };
  return files.flatMap(({ file, findings }) => findings.map(({ rule, document }) => `${file} ${document} ${rule}`));
}

const spec = (name: string): string => goodSpec(`${name}-2026-11-23`);

test('a folder leaves out what git ignores, node_modules and dot folders; what is named is linted', () => {
  const folder = makeRepository({
    '.gitignore': 'build/\n*.local.yaml\n!keep.local.yaml\n/top.yaml\n',
    'a.yaml': spec('a'),
    'inner/.gitignore': 'secret.yaml\n!build/\n',
  });
  try {
    for (const name of [
      'top.yaml',
      'inner/top.yaml',
      'x.local.yaml',
      'keep.local.yaml',
      'build/b.yaml',
      'inner/secret.yaml',
      'inner/build/c.yaml',
      'secret.yaml',
      'node_modules/d.yaml',
      '.hidden/e.yaml',
    ])
      folder.write({ [name]: spec('x') });
    const found = ['a.yaml', 'inner/build/c.yaml', 'inner/top.yaml', 'keep.local.yaml', 'secret.yaml'];
    assert.equal(filesIn(folder.path), found);
    assert.equal(filesIn(join(folder.path, 'inner'), '..'), [
      '../a.yaml',
      'build/c.yaml',
      'top.yaml',
      '../keep.local.yaml',
      '../secret.yaml',
    ]);
    assert.equal(filesIn(folder.path, 'inner'), ['inner/build/c.yaml', 'inner/top.yaml']);
    assert.equal(filesIn(folder.path, 'build'), ['build/b.yaml'], 'a named folder');
    assert.equal(filesIn(folder.path, '.hidden'), ['.hidden/e.yaml'], 'a named dot folder');
    assert.equal(filesIn(folder.path, 'x.local.yaml', 'top.yaml'), ['top.yaml', 'x.local.yaml'], 'named files');
    assert.equal(filesIn(folder.path, '**/[ast]*.yaml'), ['a.yaml', 'inner/top.yaml', 'secret.yaml'], 'a glob');
    assert.equal(filesIn(folder.path, './inner/*'), ['inner/build/c.yaml', 'inner/top.yaml'], 'a glob of folders');
    assert.equal(filesIn(join(folder.path, 'inner'), '../{a,b}.yaml'), ['../a.yaml']);
    const none = run(['lint', '*.toml'], { cwd: folder.path });
    assert.is(none.status, 2);
    assert.match(none.stderr, 'no spec matches `*.toml`');
  } finally {
    folder.remove();
  }
});

test('--ignore-unknown leaves out named files that no folder would have meant', () => {
  const folder = makeFolder({
    'shapegate.yaml': 'root: true\ntargets: [{ files: ["claimed/**"], operation: CreateModelImportJob }]\n',
    'claimed/bare.yaml': 'jobName: a\n',
    'compose.yaml': 'services: {}\n',
    'envelope.json': JSON.stringify({ operation: 'CreateModelImportJob', input: {} }),
    'notes.txt': 'input:\n',
    'package.json': '{ "input": {} }\n',
    'with a space.yaml': spec('a'),
  });
  try {
    const names = ['claimed/bare.yaml', 'compose.yaml', 'envelope.json', 'notes.txt', 'package.json', 'shapegate.yaml'];
    const wanted = ['claimed/bare.yaml', 'envelope.json', 'with a space.yaml'];
    assert.equal(filesIn(folder.path, '--ignore-unknown', '--', ...names, 'with a space.yaml'), wanted);
    assert.equal(filesIn(folder.path, '--ignore-unknown'), wanted, 'a folder means the same');
    assert.is(run(['lint', '--ignore-unknown', 'compose.yaml'], { cwd: folder.path }).status, 0);
    assert.is(run(['lint', '--ignore-unknown', 'absent.yaml'], { cwd: folder.path }).status, 2, 'no file');
  } finally {
    folder.remove();
  }
});

test('.gitignore counts where there is no repository, too', () => {
  const folder = makeFolder({ '.gitignore': 'out\n', 'a.yaml': spec('a'), 'out/b.yaml': spec('b') });
  try {
    assert.equal(filesIn(folder.path), ['a.yaml']);
  } finally {
    folder.remove();
  }
});

test('a file that is no spec by its looks is linted where it is named, by a glob as well', () => {
  const folder = makeFolder({ 'bare.yaml': 'jobName: 1\n' });
  try {
    assert.equal(filesIn(folder.path), []);
    assert.equal(filesIn(folder.path, 'bare.yaml'), ['bare.yaml']);
    assert.equal(filesIn(folder.path, '*.yaml'), ['bare.yaml']);
  } finally {
    folder.remove();
  }
});

const hostile = [
  'with space.yaml',
  'new\nline.yaml',
  'tab\t"quote".yaml',
  'ünï-✓.yaml',
  '-rf.yaml',
  '$(touch x);`id`.yaml',
  ':(top)a.yaml',
];

test('--changed takes what is staged, whatever it is called', () => {
  const folder = makeRepository({ 'old.yaml': spec('old'), 'gone.yaml': spec('gone'), 'same.yaml': spec('same') });
  try {
    assert.equal(filesIn(folder.path, '--changed'), []);
    folder.write(Object.fromEntries(hostile.map((name) => [`deep/${name}`, spec('hostile')])));
    folder.git('mv', 'old.yaml', 'renamed.yaml');
    folder.git('rm', '--quiet', 'gone.yaml');
    folder.git('add', '--all');
    folder.write({ 'untracked.yaml': spec('untracked'), 'same.yaml': spec('unstaged') });
    const changed = [...hostile.map((name) => `deep/${name}`), 'renamed.yaml'].sort();
    assert.equal(filesIn(folder.path, '--changed').sort(), changed);
    assert.equal(filesIn(join(folder.path, 'deep'), '--changed').sort(), [...hostile].sort(), 'only what is below');
    assert.equal(filesIn(folder.path, '--changed', 'renamed.yaml'), ['renamed.yaml'], 'the word behind it is a path');
    assert.equal(filesIn(folder.path, 'same.yaml', '--changed'), []);
  } finally {
    folder.remove();
  }
});

test('--changed=REF takes what has changed since the merge base', () => {
  const folder = makeRepository({ 'a.yaml': spec('a'), 'b.yaml': spec('b'), 'c.yaml': spec('c') });
  try {
    folder.git('checkout', '--quiet', '-b', 'topic');
    folder.write({ 'a.yaml': spec('a2'), 'new.yaml': spec('new'), '.gitignore': 'ignored.yaml\n' });
    folder.commit();
    folder.git('checkout', '--quiet', 'main');
    folder.write({ 'b.yaml': spec('b2') });
    folder.commit();
    folder.git('checkout', '--quiet', '--detach', 'topic');
    folder.write({ 'untracked.yaml': spec('u'), 'ignored.yaml': spec('i'), 'c.yaml': spec('c2') });
    const changed = ['a.yaml', 'c.yaml', 'new.yaml', 'untracked.yaml'];
    assert.equal(filesIn(folder.path, '--changed=main'), changed);
    rmSync(join(folder.path, 'a.yaml'));
    assert.equal(filesIn(folder.path, '--changed=main'), changed.slice(1), 'deleted');
    const aliased = `${folder.path}-alias`;
    symlinkSync(folder.path, aliased);
    try {
      assert.equal(filesIn('/', join(aliased, 'c.yaml')).length, 1);
      assert.equal(filesIn(aliased, '--changed=main'), changed.slice(1), 'through a link');
    } finally {
      rmSync(aliased);
    }
  } finally {
    folder.remove();
  }
});

test('--changed in a repository without commits takes what is staged', () => {
  const folder = makeRepository();
  try {
    folder.write({ 'a.yaml': spec('a'), 'b.yaml': spec('b') });
    folder.git('add', 'a.yaml');
    assert.equal(filesIn(folder.path, '--changed'), ['a.yaml']);
    const { status, stderr } = run(['lint', '--changed=main'], { cwd: folder.path });
    assert.is(status, 2);
    assert.match(stderr, /--changed is `main`, which is no revision/);
  } finally {
    folder.remove();
  }
});

test('--changed says what to do where git cannot help', () => {
  const plain = makeFolder({ 'a.yaml': spec('a') });
  const folder = makeRepository({ 'a.yaml': spec('a') });
  try {
    const outside = run(['lint', '--changed'], { cwd: plain.path });
    assert.is(outside.status, 2);
    assert.match(outside.stderr, /is in no git repository[\s\S]*leave --changed and --trust out/);
    for (const ref of ['nowhere', '-v', '--output=owned', 'main\nx', 'main..main', 'main:a.yaml']) {
      const { status, stderr } = run(['lint', `--changed=${ref}`], { cwd: folder.path });
      assert.is(status, 2, ref);
      assert.match(stderr, /which is no revision of this repository/, ref);
    }
    folder.git('checkout', '--quiet', '--orphan', 'other');
    folder.write({ 'b.yaml': spec('b') });
    folder.commit();
    assert.match(run(['lint', '--changed=main'], { cwd: folder.path }).stderr, /no commit in common/);
    const { status, stderr } = run(['lint', '--changed'], {
      cwd: folder.path,
      env: { ...environment, PATH: '/nowhere' },
    });
    assert.is(status, 2);
    assert.match(stderr, /need git, which is not installed/);
    assert.is(run(['lint', '--changed-only-lines'], { cwd: folder.path }).status, 2);
    assert.is(run(['lint', '--stdin', '--changed'], { cwd: folder.path, input: '' }).status, 2);
  } finally {
    folder.remove();
    plain.remove();
  }
});

test('--changed-only-lines reports on changed documents alone', () => {
  const bad = (name: string): string => spec(name).replace('role/model-import', 'user/ada');
  const folder = makeRepository({ 'a.yaml': `${bad('one')}---\n${bad('two')}---\n${bad('three')}` });
  try {
    folder.write({ 'a.yaml': `${bad('one')}---\n# moved\n${bad('two')}---\n${bad('three')}`, 'b.yaml': bad('four') });
    folder.git('add', '--all');
    assert.is(findingsIn(folder.path, '--changed').filter((line) => line.includes('arn/')).length, 4);
    assert.equal(
      findingsIn(folder.path, '--changed', '--changed-only-lines').filter((line) => line.includes('arn/')),
      ['a.yaml 1 arn/resource', 'b.yaml 0 arn/resource'],
    );
    folder.commit();
    renameSync(join(folder.path, 'a.yaml'), join(folder.path, 'c.yaml'));
    folder.git('add', '--all');
    assert.is(run(['lint', '--changed', '--changed-only-lines'], { cwd: folder.path }).status, 0, 'only renamed');
    assert.is(run(['lint', '--changed'], { cwd: folder.path }).status, 1);
    writeFileSync(join(folder.path, 'c.yaml'), 'input: [\n');
    assert.is(
      run(['lint', '--changed', '--changed-only-lines', 'c.yaml'], { cwd: folder.path }).status,
      1,
      'cannot be parsed',
    );
  } finally {
    folder.remove();
  }
});

test('--shard spreads the files, each into one part that does not depend on the others', () => {
  const names = Array.from({ length: 60 }, (_, index) => `team-${index % 7}/spec ${index}.yaml`);
  const folder = makeRepository(Object.fromEntries(names.map((name, index) => [name, spec(`n${index}`)])));
  try {
    const parts = [1, 2, 3].map((part) => filesIn(folder.path, '--shard', `${part}/3`));
    assert.equal(parts.flat().sort(), [...names].sort());
    for (const part of parts) assert.ok(part.length >= 10, `${parts.map(({ length }) => length)}`);
    const below = filesIn(join(folder.path, 'team-0'), '--shard=2/3');
    assert.equal(
      below.map((name) => `team-0/${name}`),
      parts[1]?.filter((name) => name.startsWith('team-0/')),
      'from another folder',
    );
    rmSync(join(folder.path, names[0] ?? ''));
    assert.equal(
      filesIn(folder.path, '--shard=2/3'),
      parts[1]?.filter((name) => name !== names[0]),
    );
    for (const shard of ['0/3', '4/3', '1', 'a/b', '1/0', '-1/2'])
      assert.is(run(['lint', `--shard=${shard}`], { cwd: folder.path }).status, 2, shard);
  } finally {
    folder.remove();
  }
});

test('a submodule is not looked into', () => {
  const inner = makeRepository({ 'a.yaml': spec('a') });
  const folder = makeRepository({ 'b.yaml': spec('b') });
  try {
    const { status } = spawnSync(
      'git',
      ['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.path, 'sub'],
      {
        cwd: folder.path,
        env: environment,
      },
    );
    assert.is(status, 0);
    assert.equal(filesIn(folder.path, '--changed'), []);
  } finally {
    folder.remove();
    inner.remove();
  }
});

test.run();
