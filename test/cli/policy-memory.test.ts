import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { environment, goodSpec, makeFolder, run } from './run-shapegate.ts';

const sound = `apiVersion: shapegate/v1
kind: Policy
metadata: { name: acme }
for: CreateModelImportJob
rules:
  - id: acme/short
    severity: info
    message: the name is long
    at: /jobName
    assert: size(input.jobName) <= 40
    tests:
      pass: [{ jobName: short }]
      fail: [{ jobName: a-name-of-more-than-forty-characters-or-more }]
`;
/** As long as the other, and its first test does not hold. */
const failing = sound.replace('<= 40', '>= 40');

interface Place {
  readonly work: string;
  readonly cache: string;
  lint(more?: NodeJS.ProcessEnv): number | null;
}

function inPlace(check: (place: Place) => void): void {
  const folder = makeFolder({
    'work/shapegate.yaml': 'root: true\npolicies: [./policy.yaml]\n',
    'work/a.yaml': goodSpec(),
  });
  const [work, cache] = [join(folder.path, 'work'), join(folder.path, 'cache')];
  const env = { ...environment, XDG_CACHE_HOME: cache };
  try {
    writeFileSync(join(work, 'policy.yaml'), sound);
    check({
      work,
      cache: join(cache, 'shapegate'),
      lint: (more = {}) => run(['lint', 'a.yaml', '--fail-on', 'info'], { cwd: work, env: { ...env, ...more } }).status,
    });
  } finally {
    folder.remove();
  }
}

function listRecords(cache: string): string[] {
  return readdirSync(cache).filter((name) => name.startsWith('policies-'));
}

/** Writes what the tool would remember of the failing policy, had it passed. */
function forge({ work, cache, lint }: Place): void {
  assert.is(lint(), 0);
  const [name = ''] = listRecords(cache);
  const record = readFileSync(join(cache, name), 'utf8').replaceAll(sound, failing);
  writeFileSync(join(cache, name), record);
  writeFileSync(join(work, 'policy.yaml'), failing);
}

test('what has passed its tests is remembered by its bytes', () => {
  inPlace(({ work, cache, lint }) => {
    assert.is(lint(), 0);
    const [name = '', ...others] = listRecords(cache);
    assert.equal(others, []);
    const path = join(cache, name);
    assert.is(statSync(path).mode & 0o777, 0o600);
    const written = statSync(path).mtimeMs;
    assert.is(lint(), 0);
    assert.is(statSync(path).mtimeMs, written);
    writeFileSync(join(work, 'policy.yaml'), failing);
    assert.is(lint(), 2);
    // An unsound policy is refused whatever was remembered, and a sound one again after it.
    writeFileSync(join(work, 'policy.yaml'), sound.replace('input.jobName)', 'input.jobNam)'));
    assert.is(lint(), 2);
    writeFileSync(join(work, 'policy.yaml'), sound);
    const record = readFileSync(path, 'utf8');
    // The number that the name is held against.
    const lower = (text: string) => text.replace('"value":"40"', '"value":"10"');
    const half = record.slice(0, record.length / 2);
    writeFileSync(path, lower(half) + lower(half));
    assert.is(lint(), 1);
    const cut = half.slice(0, -9);
    for (const damage of [
      '',
      'x',
      record.slice(0, -1),
      half,
      lower(half) + half,
      half + lower(half),
      record + record,
      cut + cut,
    ]) {
      writeFileSync(path, damage);
      assert.is(lint(), 0);
    }
  });
});

test('a pattern that was not worked out is made again', () => {
  const asks = (assertion: string): string =>
    sound.replace('size(input.jobName) <= 40', assertion).replace('jobName: a-name-of', 'jobName: A-name-of');
  inPlace(({ work, lint }) => {
    for (const assertion of [
      '\'!input.jobName.matches("^[A-Z]" + "-[a-z]{" + "3,}")\'',
      '\'!input.jobName.matches("^A(-|[a-z]){25,300}e$")\'',
    ]) {
      writeFileSync(join(work, 'policy.yaml'), asks(assertion));
      for (const [name, status] of [
        ['nightly-2026-11-23', 0],
        ['A-name-of-more-than-forty-characters-or-more', 1],
      ] as const) {
        writeFileSync(join(work, 'a.yaml'), goodSpec(name));
        for (const turn of [1, 2, 3]) assert.is(lint(), status, `${assertion} ${name} ${turn}`);
      }
    }
  });
});

test('where nothing can be remembered the tests are run', () => {
  inPlace(({ work, lint }) => {
    writeFileSync(join(work, 'file'), '');
    for (const cache of [join(work, 'file', 'below'), 'relative', '/proc/none', join(work, 'inside')]) {
      assert.is(lint({ XDG_CACHE_HOME: cache }), 0, cache);
      assert.is(lint({ XDG_CACHE_HOME: cache }), 0, cache);
    }
    assert.is(lint({ XDG_CACHE_HOME: '', HOME: '' }), 0);
  });
});

test('what others may have written is not believed', () => {
  inPlace((place) => {
    forge(place);
    // The user alone could have written this.
    assert.is(place.lint(), 0);
    for (const name of listRecords(place.cache)) chmodSync(join(place.cache, name), 0o666);
    assert.is(place.lint(), 2);
  });
});

test('what may belong to a repository is not believed', () => {
  for (const [spoil, name] of [
    [(place: Place) => chmodSync(place.cache, 0o777), 'a folder that all may write'],
    [(place: Place) => mkdirSync(join(place.cache, '..', '.git')), 'a folder in a repository'],
  ] as const)
    inPlace((place) => {
      forge(place);
      assert.is(place.lint(), 0);
      spoil(place);
      assert.is(place.lint(), 2, name);
      rmSync(place.cache, { recursive: true });
    });
});

test.run();
