import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { goodSpec, makeFolder, run } from './run-shapegate.ts';

interface Told {
  readonly rule: string;
  readonly pointer: string;
  readonly valueHash: string;
  readonly range: { readonly start: { readonly line: number } };
  readonly suppressed: { readonly by: string; readonly reason: string } | null;
}

interface Answer {
  readonly files: readonly { readonly file: string; readonly findings: readonly Told[] }[];
  readonly summary: Readonly<Record<string, number>>;
}

const archive = goodSpec().replace('support-bot/\n', 'support-bot/weights.zip\n');
const pointer = '/modelDataSource/s3DataSource/s3Uri';

function waiver(more: Readonly<Record<string, string>> = {}): string {
  const entries = Object.entries({
    rule: 's3/folder',
    file: 'specs/*.yaml',
    pointer,
    reason: 'a converter unpacks it',
    owner: 'nlp-team',
    ticket: 'NLP-1',
    expires: '2999-12-31',
    ...more,
  });
  return `  - ${entries.map(([key, value]) => `${key}: ${JSON.stringify(value)}`).join('\n    ')}\n`;
}

const head = 'apiVersion: shapegate/v1\nkind: Waivers\nwaivers:\n';

/** Lints a folder with a waiver file and says the status, each finding and how it was silenced. */
function lintWith(waivers: string, specs: Readonly<Record<string, string>>, args: readonly string[] = ['.']) {
  const folder = makeFolder({
    'shapegate.yaml': 'root: true\nwaivers: [./waivers.yaml]\n',
    'waivers.yaml': waivers,
    ...specs,
  });
  try {
    const { status, stdout, stderr } = run(['lint', ...args, '--format=json'], { cwd: folder.path });
    const { files, summary } = JSON.parse(stdout) as Answer;
    const told = files.flatMap(({ file, findings }) =>
      findings.map(({ rule, suppressed }) => `${file} ${rule}${suppressed === null ? '' : ` ${suppressed.by}`}`),
    );
    return { status, told, summary, stderr };
  } finally {
    folder.remove();
  }
}

test('a waiver silences its finding, and the answer says who, why and until when', () => {
  const { status, told, summary } = lintWith(head + waiver(), { 'specs/a.yaml': archive });
  assert.is(status, 0);
  assert.equal(told, ['specs/a.yaml s3/folder waiver']);
  assert.equal([summary.errors, summary.suppressed, summary.fixable], [0, 1, 0]);
});

test('a waiver of another file, place, value or rule silences nothing', () => {
  const spec = { 'specs/a.yaml': archive };
  const other = (more: Readonly<Record<string, string>>) => lintWith(head + waiver(more), spec).told;
  assert.equal(other({ file: 'other/*.yaml' }), ['specs/a.yaml s3/folder', 'waivers.yaml waiver/unused']);
  assert.equal(other({ pointer: '/roleArn' }), ['specs/a.yaml s3/folder', 'waivers.yaml waiver/unused']);
  assert.equal(other({ hash: `sha256:${'0'.repeat(64)}` }), ['specs/a.yaml s3/folder', 'waivers.yaml waiver/unused']);
  assert.equal(other({ rule: 's3/uri' }), ['specs/a.yaml s3/folder', 'waivers.yaml waiver/unused']);
});

test('a waiver that has ended, or that waives what cannot be waived, is an error, and its finding stands', () => {
  const ended = lintWith(head + waiver({ expires: '2020-02-29' }), { 'specs/a.yaml': archive });
  assert.is(ended.status, 1);
  assert.equal(ended.told, ['specs/a.yaml s3/folder', 'waivers.yaml waiver/expired']);
  for (const more of [{ rule: 's3/foldr' }, { rule: 'spec/parse' }, { file: '../*.yaml' }]) {
    const { status, told } = lintWith(head + waiver(more), { 'specs/a.yaml': archive });
    assert.is(status, 1);
    assert.equal(told, ['specs/a.yaml s3/folder', 'waivers.yaml waiver/invalid']);
  }
});

test('an unused waiver is told where its specs were linted, and not where they were not', () => {
  const specs = { 'specs/a.yaml': goodSpec(), 'specs/b.yaml': goodSpec('weekly-2026-11-23') };
  const only = { file: 'specs/a.yaml' };
  assert.equal(lintWith(head + waiver(only), specs).told, ['waivers.yaml waiver/unused']);
  assert.equal(lintWith(head + waiver(only), specs, ['specs/a.yaml']).told, ['waivers.yaml waiver/unused']);
  assert.equal(lintWith(head + waiver(only), specs, ['specs/b.yaml']).told, []);
  assert.equal(lintWith(head + waiver({ file: 'gone/*.yaml' }), specs).told, ['waivers.yaml waiver/unused']);
});

test('a waiver of many files, or of a rule across specs, is not called unused by a run that saw some of them alone', () => {
  const specs = { 'specs/a.yaml': goodSpec('weekly-2026-11-23'), 'specs/b.yaml': archive };
  assert.equal(lintWith(head + waiver({ file: 'specs/*.yaml' }), specs, ['specs/a.yaml']).told, []);
  const across = waiver({ rule: 'cross/job-name', pointer: '/jobName', file: 'specs/a.yaml' });
  assert.equal(lintWith(head + across, specs, ['specs/a.yaml']).told, []);
  assert.equal(lintWith(head + across, { 'specs/a.yaml': goodSpec() }).told, ['waivers.yaml waiver/unused']);
  const comment = '# shapegate-ignore cross/job-name -- the other one is no longer sent\n';
  const commented = goodSpec().replace(/(jobName: \S+).*\n/, `$1 ${comment}`);
  assert.match(commented, comment);
  assert.equal(
    lintWith(head + waiver({ file: 'gone.yaml' }), { 'specs/a.yaml': commented }, ['specs/a.yaml']).told,
    [],
  );
});

test('a waiver file that does not fit its schema is exit 2, with its places, in JSON as well', () => {
  const broken: readonly (readonly [string, string])[] = [
    [`${head}${waiver({ expires: '2027-02-30' })}`, '10:14: found `2027-02-30`, expected a day of the calendar'],
    [`${head}${waiver({ expires: 'soon' })}`, '10:14: found `soon`, expected a day'],
    [`${head}${waiver().replace('    owner: "nlp-team"\n', '')}`, '`owner` is missing'],
    [`${head}${waiver().replace('owner:', 'ownr:')}`, '8:5: unknown key `ownr` (Did you mean `owner`?)'],
    [`${head}${waiver().replace('"NLP-1"', '17')}`, '9:13: found an integer, expected a string (Put it in quotes.)'],
    [`${head}${waiver({ reason: ' ' })}`, 'expected a text that is not empty'],
    [`${head}${waiver({ pointer: 'roleArn' })}`, '6:14: found `roleArn`, expected a JSON pointer'],
    [`${head}${waiver({ hash: 'sha256:0' })}`, 'expected the `valueHash` of the finding'],
    [`${head.replace('Waivers', 'Waiver')}  []\n`, '2:7: found `Waiver`, expected `Waivers`'],
    [`${head}  - [\n`, 'the text cannot be read'],
    ['', 'the file is empty'],
    [`${head}  []\n---\n${head}  []\n`, 'a second document'],
  ];
  for (const [waivers, message] of broken) {
    const folder = makeFolder({
      'shapegate.yaml': 'root: true\nwaivers: [./waivers.yaml]\n',
      'waivers.yaml': waivers,
      'a.yaml': goodSpec(),
    });
    try {
      const { status, stdout, stderr } = run(['lint', 'a.yaml', '--format=json'], { cwd: folder.path });
      assert.is(status, 2, waivers);
      assert.ok(stderr.includes('waivers.yaml:') && stderr.includes(message), `${waivers}: ${stderr}`);
      const { files } = JSON.parse(stdout) as Answer;
      assert.is(files[0]?.file, 'waivers.yaml');
      assert.ok(
        files[0]?.findings.every(({ rule }) => rule === 'waiver/invalid'),
        stdout,
      );
      assert.is(files[0]?.findings.length, 1, `one mistake: ${stdout}`);
    } finally {
      folder.remove();
    }
  }
});

test('a waiver file that is not there is exit 2', () => {
  const folder = makeFolder({ 'shapegate.yaml': 'root: true\nwaivers: [./waivers.yaml]\n', 'a.yaml': goodSpec() });
  try {
    const { status, stderr } = run(['lint', 'a.yaml'], { cwd: folder.path });
    assert.is(status, 2);
    assert.match(stderr, 'cannot read `waivers.yaml`: there is no such file');
  } finally {
    folder.remove();
  }
});

test('comments come before waivers, and gates count no comments', () => {
  const spec = archive.replace('weights.zip', 'weights.zip # shapegate-ignore s3/folder -- tried out');
  const { told } = lintWith(head + waiver(), { 'specs/a.yaml': spec });
  assert.equal(told, ['specs/a.yaml s3/folder inline']);
  const gated = lintWith(head + waiver(), { 'specs/a.yaml': spec }, ['.', '--no-inline-suppressions']);
  assert.equal(gated.told, ['specs/a.yaml s3/folder waiver']);
  const alone = lintWith(`${head.trimEnd()} []\n`, { 'specs/a.yaml': spec }, ['.', '--no-inline-suppressions']);
  assert.is(alone.status, 1);
});

test('a rule that is not waivable is silenced by nothing', () => {
  const spec = archive.replace('weights.zip', 'weights.zip # shapegate-ignore s3/folder -- tried out');
  const folder = makeFolder({
    'shapegate.yaml':
      'root: true\nwaivers: [./waivers.yaml]\nbaseline: ./base.json\nrules: { s3/folder: { waivable: false } }\n',
    'waivers.yaml': head + waiver(),
    'specs/a.yaml': spec,
  });
  try {
    run(['lint', '--write-baseline'], { cwd: folder.path });
    const { stdout } = run(['lint', '--format=json'], { cwd: folder.path });
    const { files } = JSON.parse(stdout) as Answer;
    assert.equal(
      files.flatMap(({ findings }) => findings.map(({ rule, suppressed }) => `${rule} ${suppressed === null}`)),
      ['s3/folder true', 'suppression/unused true', 'waiver/invalid true'],
    );
  } finally {
    folder.remove();
  }
});

test('plan takes waivers from the configuration, and neither comments nor a baseline', () => {
  const spec = archive.replace('weights.zip', 'weights.zip # shapegate-ignore s3/folder -- tried out');
  const folder = makeFolder({
    'shapegate.yaml': 'root: true\nbaseline: ./base.json\n',
    'waivers.yaml': head + waiver() + waiver({ rule: 'shape/required', pointer: '/jobName' }),
    'specs/a.yaml': spec,
    'specs/b.yaml': spec.replace(/ {2}jobName: .*\n/, ''),
  });
  try {
    assert.is(run(['lint', '--write-baseline'], { cwd: folder.path }).status, 0);
    assert.is(run(['plan', 'specs/a.yaml'], { cwd: folder.path }).status, 1);
    writeFileSync(join(folder.path, 'shapegate.yaml'), 'root: true\nwaivers: [./waivers.yaml]\n');
    const planned = run(['plan', 'specs/a.yaml'], { cwd: folder.path });
    assert.is(planned.status, 0, planned.stderr);
    assert.match(planned.stdout, 'weights.zip');
    assert.is(run(['lint', 'specs/b.yaml'], { cwd: folder.path }).status, 0);
    const refused = run(['plan', 'specs/b.yaml'], { cwd: folder.path });
    assert.is(refused.status, 1);
    assert.match(refused.stderr, 'shape/required');
  } finally {
    folder.remove();
  }
});

test('a baseline keeps what was there, through reformatting, and nothing else', () => {
  const folder = makeFolder({
    'shapegate.yaml': 'root: true\nbaseline: ./quality/base.json\n',
    'quality/README.md': '',
    'specs/a.yaml': archive,
    'specs/b.yaml': goodSpec('weekly-2026-11-23'),
  });
  const file = (name: string) => join(folder.path, name);
  const lint = (...args: string[]) => run(['lint', ...args], { cwd: folder.path });
  try {
    assert.is(lint().status, 2);
    const written = lint('--write-baseline');
    assert.is(written.status, 0, written.stderr);
    assert.is(written.stderr, 'quality/base.json has 1 finding now\n');
    const text = readFileSync(file('quality/base.json'), 'utf8');
    assert.match(
      text,
      /^\{\n {2}"version": 1,\n {2}"findings": \[\n {4}\{"file":"\.\.\/specs\/a\.yaml","document":0,"pointer":"/,
    );
    assert.is(lint().status, 0);
    assert.is(lint('--write-baseline').status, 0);
    assert.is(readFileSync(file('quality/base.json'), 'utf8'), text);

    writeFileSync(file('specs/a.yaml'), `# moved\n\n${archive.replace('s3Uri: ', 's3Uri:    ')}`);
    assert.is(lint().status, 0);
    writeFileSync(file('specs/c.yaml'), archive.replaceAll('nightly', 'hourly'));
    assert.is(lint().status, 1);
    writeFileSync(file('specs/c.yaml'), goodSpec('hourly-2026-11-23'));
    writeFileSync(file('specs/a.yaml'), archive.replace('weights', 'other'));
    const changed = lint();
    assert.is(changed.status, 1);
    assert.is(
      changed.stderr,
      'nothing is found any more at 1 entry of quality/base.json; --prune-baseline takes what is stale out\n',
    );
    assert.is(lint('specs/b.yaml').stderr, '');
    assert.match(lint('--prune-baseline').stderr, 'took 1 entry of quality/base.json out');
    assert.is(readFileSync(file('quality/base.json'), 'utf8'), '{\n  "version": 1,\n  "findings": []\n}\n');
  } finally {
    folder.remove();
  }
});

test('writing the baseline for some files keeps the entries of the others, and what a waiver silences stays out', () => {
  const folder = makeFolder({
    'shapegate.yaml': 'root: true\nbaseline: base.json\nwaivers: [waivers.yaml]\n',
    'waivers.yaml': head + waiver({ file: 'w.yaml' }),
    'a.yaml': archive,
    'b.yaml': archive.replaceAll('nightly', 'weekly'),
    'w.yaml': archive.replaceAll('nightly', 'hourly'),
  });
  try {
    run(['lint', '--write-baseline', '.'], { cwd: folder.path });
    run(['lint', '--write-baseline', 'b.yaml'], { cwd: folder.path });
    const { findings } = JSON.parse(readFileSync(join(folder.path, 'base.json'), 'utf8')) as {
      findings: { file: string }[];
    };
    assert.equal(
      findings.map(({ file }) => file),
      ['a.yaml', 'b.yaml'],
    );
  } finally {
    folder.remove();
  }
});

test('what cannot be read is in no baseline', () => {
  const folder = makeFolder({ 'shapegate.yaml': 'root: true\nbaseline: base.json\n', 'a.yaml': 'jobName: [\n' });
  try {
    assert.is(run(['lint', '--write-baseline', 'a.yaml'], { cwd: folder.path }).status, 1);
    assert.match(readFileSync(join(folder.path, 'base.json'), 'utf8'), '"findings": []');
  } finally {
    folder.remove();
  }
});

test('a broken baseline is exit 2 with its place', () => {
  for (const [text, message] of [
    ['{\n  "version": 1,\n  "findings": [,]\n}\n', 'base.json:3:16: the text is not JSON'],
    ['{ "version": 2, "findings": [] }', 'base.json:1:14: found an integer, expected `1`'],
    ['{ "version": 1, "findings": [{}] }', '`file` is missing'],
  ] as const) {
    const folder = makeFolder({
      'shapegate.yaml': 'root: true\nbaseline: base.json\n',
      'base.json': text,
      'a.yaml': goodSpec(),
    });
    try {
      const { status, stdout, stderr } = run(['lint', 'a.yaml'], { cwd: folder.path });
      assert.is(status, 2);
      assert.is(stdout, '');
      assert.ok(stderr.includes(message), stderr);
    } finally {
      folder.remove();
    }
  }
});

test('options that contradict each other are refused, and a baseline that nothing names is told', () => {
  const folder = makeFolder({ 'a.yaml': archive });
  try {
    for (const args of [
      ['--write-baseline', '--prune-baseline'],
      ['--write-baseline', '--stdin'],
      ['--prune-baseline', '--fix-dry-run'],
    ])
      assert.match(run(['lint', ...args], { cwd: folder.path, input: '' }).stderr, /exclude each other/);
    const { status, stderr } = run(['lint', 'a.yaml', '--write-baseline'], { cwd: folder.path });
    assert.is(status, 0, stderr);
    assert.match(stderr, 'no configuration names it yet');
  } finally {
    folder.remove();
  }
});

test('the finding of a waiver file is shown with its line', () => {
  const folder = makeFolder({
    'shapegate.yaml': 'root: true\nwaivers: [waivers.yaml]\n',
    'waivers.yaml': head + waiver({ expires: '2020-01-01' }),
    'specs/a.yaml': goodSpec(),
  });
  try {
    const { stdout } = run(['lint'], { cwd: folder.path });
    assert.match(stdout, 'waivers.yaml:10:14 error waiver/expired\n');
    assert.match(stdout, '10 |     expires: "2020-01-01"\n');
  } finally {
    folder.remove();
  }
});

const underscore = (comment: string) => goodSpec('nightly_2026-11-23').replace(/(jobName: .*)/, `$1 # ${comment}`);

test('what a silenced finding stood for is told in its place, and can be silenced like any other', () => {
  const none = `${head.trimEnd()} []\n`;
  const lint = (comment: string) => lintWith(none, { 'specs/a.yaml': underscore(comment) }).told;
  assert.equal(lint('shapegate-ignore name/charset -- an old name'), [
    'specs/a.yaml name/charset inline',
    'specs/a.yaml shape/pattern',
  ]);
  assert.equal(lint('shapegate-ignore name/charset, shape/pattern -- an old name'), [
    'specs/a.yaml name/charset inline',
    'specs/a.yaml shape/pattern inline',
  ]);
  assert.equal(lint('an old name'), ['specs/a.yaml name/charset']);
  const named = { rule: 'name/charset', pointer: '/jobName' };
  assert.equal(lintWith(head + waiver(named), { 'specs/a.yaml': underscore('an old name') }).told, [
    'specs/a.yaml name/charset waiver',
    'specs/a.yaml shape/pattern',
  ]);
});

test('a baseline has what its findings stand for', () => {
  const folder = makeFolder({
    'shapegate.yaml': 'root: true\nbaseline: ./baseline.json\n',
    'a.yaml': underscore('an old name'),
  });
  try {
    const lint = (...args: string[]) => run(['lint', 'a.yaml', ...args], { cwd: folder.path });
    assert.is(lint('--write-baseline').status, 0);
    const entries = JSON.parse(readFileSync(join(folder.path, 'baseline.json'), 'utf8')).findings as readonly Told[];
    assert.equal(
      entries.map(({ rule }) => rule),
      ['name/charset', 'shape/pattern'],
    );
    assert.is(lint().status, 0);
    assert.is(lint('--prune-baseline').status, 0);
    assert.is(lint().status, 0);
    // An entry for the one alone leaves the other.
    writeFileSync(join(folder.path, 'baseline.json'), JSON.stringify({ version: 1, findings: entries.slice(0, 1) }));
    const { status, stdout } = lint();
    assert.is(status, 1);
    assert.match(stdout, 'shape/pattern');
  } finally {
    folder.remove();
  }
});

test.run();
