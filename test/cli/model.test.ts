import { readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { makeRepository } from './git-folder.ts';
import { makeFolder, run } from './run-shapegate.ts';

const head = '$version: "2.0"\nnamespace acme.jobs\n';
const good = `${head}structure Job { name: Name, size: Integer }\nstring Name\n`;

test('check tells events in each form, and ends with 1 for an error alone', () => {
  const folder = makeFolder({
    'good/a.smithy': good,
    'good/b.json':
      '{"smithy":"2.0","shapes":{"acme.jobs#Other":{"type":"structure","members":{"job":{"target":"acme.jobs#Job"}}}}}',
    'bad/a.smithy': `${head}structure Job { name: Missing }\n@pattern("^(a+)+$")\nstring Name\n`,
  });
  try {
    const cwd = folder.path;
    assert.is(run(['model', 'check', 'good'], { cwd }).status, 0);
    const json = run(['model', 'check', 'bad', '--format', 'json', '--witness'], { cwd });
    assert.is(json.status, 1);
    const { version, files, summary } = JSON.parse(json.stdout);
    assert.is(version, 1);
    assert.equal(
      files.map(({ file }: { file: string }) => file),
      ['bad/a.smithy'],
    );
    const [target, pattern] = files[0].findings;
    assert.equal([target.rule, target.severity, target.shape], ['Target', 'error', 'acme.jobs#Job$name']);
    assert.is(target.range.start.line, 3);
    assert.equal([pattern.rule, pattern.severity], ['PatternTrait.Exponential', 'danger']);
    assert.match(pattern.help, /`\^a\+\$`\nslow on "/);
    assert.equal([summary.errors, summary.dangers], [1, 1]);
    const sarif = JSON.parse(run(['model', 'check', 'bad', '--format', 'sarif'], { cwd }).stdout);
    assert.is(sarif.runs[0].results[0].locations[0].physicalLocation.region.startLine, 3);
    assert.match(run(['model', 'check', 'bad'], { cwd }).stdout, /3 \| structure Job \{ name: Missing \}\n {4}\| +\^/);
    assert.is(run(['model', 'check', 'nowhere'], { cwd }).status, 2);
    assert.is(run(['model', 'check', 'good', '--format', 'junit'], { cwd }).status, 2);
  } finally {
    folder.remove();
  }
});

test('ast prints the model once, in one order', () => {
  const folder = makeFolder({ 'a.smithy': good });
  try {
    const first = run(['model', 'ast', 'a.smithy'], { cwd: folder.path });
    assert.is(first.status, 0);
    const ast = JSON.parse(first.stdout);
    assert.equal(Object.keys(ast.shapes), ['acme.jobs#Job', 'acme.jobs#Name']);
    assert.equal(Object.keys(ast.shapes['acme.jobs#Job'].members), ['name', 'size']);
  } finally {
    folder.remove();
  }
});

test('ast prints Smithy text as well, a file for each namespace', () => {
  const other = '$version: "2.0"\nnamespace acme.other\nstructure Order { name: acme.jobs#Name }\n';
  const folder = makeFolder({ 'a.smithy': good, 'b.smithy': other });
  try {
    const cwd = folder.path;
    const text = run(['model', 'ast', 'a.smithy', '--format', 'smithy'], { cwd });
    assert.is(text.status, 0);
    assert.match(text.stdout, /^\$version: "2\.0"\n\nnamespace acme\.jobs\n\nstructure Job \{\n {2}name: Name\n/);
    assert.is(run(['model', 'ast', '.', '--format', 'smithy'], { cwd }).status, 2);
    assert.is(run(['model', 'ast', '.', '--format', 'xml'], { cwd }).status, 2);
    assert.is(run(['model', 'ast', '.', '--format', 'smithy', '--out', 'text'], { cwd }).status, 0);
    const before = run(['model', 'ast', 'a.smithy', 'b.smithy'], { cwd }).stdout;
    assert.is(run(['model', 'ast', 'text'], { cwd }).stdout, before);
    assert.equal(readdirSync(join(cwd, 'text')).sort(), ['acme.jobs.smithy', 'acme.other.smithy']);
  } finally {
    folder.remove();
  }
});

test('select prints ids, and where a selector is none says where', () => {
  const folder = makeFolder({ 'a.smithy': good });
  try {
    const cwd = folder.path;
    assert.is(
      run(['model', 'select', 'structure > member', 'a.smithy'], { cwd }).stdout,
      'acme.jobs#Job$name\nacme.jobs#Job$size\n',
    );
    assert.is(run(['model', 'select', 'string', 'a.smithy'], { cwd }).stdout, 'acme.jobs#Name\n');
    assert.match(run(['model', 'select', 'string', 'a.smithy', '--prelude'], { cwd }).stdout, /^smithy\.api#String$/m);
    const wrong = run(['model', 'select', 'string [', 'a.smithy'], { cwd });
    assert.is(wrong.status, 2);
    assert.match(wrong.stderr, /string \[\n +\^/);
  } finally {
    folder.remove();
  }
});

test('diff takes folders, files and git revisions', () => {
  const folder = makeRepository({ 'model/a.smithy': good });
  try {
    const cwd = folder.path;
    const now = makeFolder({ 'a.smithy': good.replace('size: Integer', '@required owner: Name') });
    const json = run(['model', 'diff', 'HEAD:model/', now.path, '--format', 'json'], { cwd });
    now.remove();
    assert.is(json.status, 1);
    const rules = JSON.parse(json.stdout).files.flatMap(({ findings }: { findings: { rule: string }[] }) =>
      findings.map(({ rule }) => rule),
    );
    assert.equal(rules.sort(), ['AddedRequiredMember', 'AddedShape', 'ChangedMemberOrder', 'RemovedShape'].sort());
    assert.is(run(['model', 'diff', 'HEAD:model/', 'model'], { cwd }).stdout, 'nothing to say in 2 files\n');
    assert.is(run(['model', 'diff', 'HEAD:model/a.smithy', 'model/a.smithy'], { cwd }).status, 0);
    for (const old of ['HEAD~9:model', 'HEAD:other', 'none:model']) {
      const { status, stderr } = run(['model', 'diff', old, 'model'], { cwd });
      assert.is(status, 2);
      assert.match(stderr, `git has no \`${old}\``);
    }
    assert.is(run(['model', 'diff', 'HEAD\n:model', 'model'], { cwd }).status, 2);
  } finally {
    folder.remove();
  }
});

test('diff reads each file of a revision whole, whatever it ends in', () => {
  const files = {
    'model/a.smithy': `${head}/// Für nächtliche Läufe: 夜間\nstring Name`,
    'model/b.smithy': `${head}\n\n/// 999 blob 12\nstring Team\n\n\n`,
    'model/c.json': '{"smithy":"2.0"}',
    'model/d.smithy': `${head}structure Job { name: Name, team: Team }`,
  };
  const folder = makeRepository(files);
  try {
    const cwd = folder.path;
    assert.is(run(['model', 'diff', 'HEAD:model', 'model'], { cwd }).stdout, 'nothing to say in 8 files\n');
    folder.write({ 'model/d.smithy': `${head}structure Job { name: Name }` });
    const { status, stdout } = run(['model', 'diff', 'HEAD:model', 'model'], { cwd });
    assert.is(status, 1);
    assert.match(stdout, /^HEAD:model\/d\.smithy:3:29 error RemovedShape acme\.jobs#Job\$team$/m);
  } finally {
    folder.remove();
  }
});

test('addresses in sarif lead back to files of every name', () => {
  const name = 'nightly jobs/acme:import #1?.smithy';
  const folder = makeFolder({ [name]: `${head}structure Job { name: Missing }\n` });
  try {
    const { stdout } = run(['model', 'check', '.', '--format', 'sarif'], { cwd: folder.path });
    const [result] = JSON.parse(stdout).runs[0].results;
    const { uri } = result.locations[0].physicalLocation.artifactLocation;
    const base = 'file:///repository/';
    assert.is(decodeURIComponent(new URL(uri, base).pathname), `/repository/${name}`);
  } finally {
    folder.remove();
  }
});

test('hostile folders and files end in time', () => {
  const folder = makeFolder({
    'links/a.smithy': good,
    'nothing.smithy': Buffer.alloc(60_000_000, 10),
    'bytes.smithy': Buffer.from([0xff, 0xfe, 0x00, 0xd8]),
  });
  try {
    const cwd = folder.path;
    symlinkSync(join(cwd, 'links'), join(cwd, 'links/again'));
    const started = performance.now();
    assert.is(run(['model', 'check', 'links'], { cwd }).stdout, 'nothing to say in 1 file\n');
    assert.is(run(['model', 'check', 'nothing.smithy'], { cwd }).status, 0);
    assert.is(run(['model', 'check', 'bytes.smithy'], { cwd }).status, 1);
    assert.ok(performance.now() - started < 30_000);
  } finally {
    folder.remove();
  }
});

test.run();
