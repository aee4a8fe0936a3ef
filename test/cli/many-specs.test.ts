import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type GitFolder, makeRepository } from './git-folder.ts';
import { makeManySpecs } from './many-specs.ts';
import { run } from './run-shapegate.ts';

const isLong = process.env.SHAPEGATE_LONG === '1';
const { files, packages, ignored } = makeManySpecs(3000, 40);
/** Each in turn under `--long`, else some that have a configuration of their own and some that have none. */
const sample = packages.filter((_, index) => isLong || [0, 3, 8].includes(index));

interface Found {
  readonly rule: string;
  readonly related: readonly { readonly file: string }[];
}

interface Answer {
  readonly files: readonly { readonly file: string; readonly findings: readonly Found[] }[];
  readonly summary: Readonly<Record<string, number>>;
}

let repository: GitFolder;
let whole: ReadonlyMap<string, string>;

/**
 * What a run finds in each spec by its path from the root, as text. Left out is what depends on which specs are linted together:
 * what they repeat, and what is said of files of waivers.
 */
function lint(args: readonly string[], folder = ''): ReadonlyMap<string, string> {
  const cwd = join(repository.path, folder);
  const { status, stdout, stderr } = run(['lint', '--format', 'json', ...args], { cwd });
  assert.ok(status === 0 || status === 1, stderr);
  const rename = (file: string): string => relative(repository.path, join(cwd, file));
  const told = (JSON.parse(stdout) as Answer).files.map(({ file, findings }): [string, string] => {
    const own = findings
      .filter(({ rule }) => !rule.startsWith('cross/'))
      .map((finding) => ({
        ...finding,
        related: finding.related.map((each) => ({ ...each, file: rename(each.file) })),
      }));
    return [rename(file), JSON.stringify(own)];
  });
  return new Map(told.filter(([file]) => !file.endsWith('waivers.yaml')));
}

function pick(all: ReadonlyMap<string, string>, isWanted: (file: string) => boolean): ReadonlyMap<string, string> {
  return new Map([...all].filter(([file]) => isWanted(file)));
}

function compare(actual: ReadonlyMap<string, string>, expected: ReadonlyMap<string, string>, what: string): void {
  assert.equal(Object.fromEntries(actual), Object.fromEntries(expected), what);
}

test.before(() => {
  repository = makeRepository(files);
  whole = lint([]);
});

test.after(() => repository.remove());

test('a run over all finds what was put in, and no file that git ignores', () => {
  assert.ok(whole.size > 2500, `${whole.size} specs`);
  assert.ok([...whole.values()].filter((findings) => findings !== '[]').length > 200);
  assert.ok(ignored.length > 100);
  assert.equal(
    ignored.filter((file) => whole.has(file)),
    [],
  );
});

test('a run from a folder finds in its files what one from the root does', () => {
  for (const folder of sample) {
    const expected = pick(whole, (file) => file.startsWith(`${folder}/`));
    assert.ok(expected.size > 20);
    compare(lint([], folder), expected, folder);
    compare(lint([folder]), expected, `${folder}, named`);
    compare(
      lint(['.'], `${folder}/imports`),
      pick(whole, (file) => file.startsWith(`${folder}/imports/`)),
      `${folder}/imports`,
    );
  }
});

test('shards have each spec once, and find in it what one run does', () => {
  const count = isLong ? 7 : 3;
  const all = new Map<string, string>();
  let specs = 0;
  for (let index = 1; index <= count; index++) {
    const part = lint(['--shard', `${index}/${count}`]);
    specs += part.size;
    assert.ok(part.size > whole.size / count / 1.3 && part.size < (whole.size / count) * 1.3, `${part.size} specs`);
    for (const [file, findings] of part) all.set(file, findings);
  }
  assert.is(specs, whole.size);
  compare(all, whole, 'all shards');
});

test('a run over what has changed finds in it what one over all does', () => {
  const names = [...whole.keys()]
    .filter((file) => files[file]?.includes('role/'))
    .filter((_, index) => index % 500 === 17);
  for (const name of names)
    writeFileSync(
      join(repository.path, name),
      readFileSync(join(repository.path, name), 'utf8').replace('role/', 'user/'),
    );
  const after = lint([]);
  assert.is.not(after.get(names[0] ?? ''), whole.get(names[0] ?? ''));
  compare(
    lint(['--changed=HEAD']),
    pick(after, (file) => names.includes(file)),
    'from the root',
  );
  const folder = packages[0] as string;
  const changed = names.filter((name) => name.startsWith(`${folder}/`));
  compare(
    lint(['--changed=HEAD'], folder),
    pick(after, (file) => changed.includes(file)),
    folder,
  );
  repository.git('checkout', '--quiet', '--', '.');
});

/** What holds in the packages of ten specs, by the place of the package; see `makeManySpecs`. */
const expectations: readonly (readonly [index: number, place: string, region: string, account: string | null])[] = [
  [0, 'imports/', 'eu-central-1', '111122223333'],
  [1, 'imports/', 'eu-central-1', '111122223333'],
  [3, 'imports/', 'eu-central-1', '111122223333'],
  [4, 'imports/', 'us-east-1', '111122223333'],
  [8, 'imports/a/b/', 'us-west-2', '444455556666'],
  [8, 'imports/sandbox/', 'us-west-2', '444455556666'],
  [12, 'imports/sandbox/', 'eu-central-1', '111122223333'],
  [16, 'imports/sandbox/', 'eu-central-1', '111122223333'],
  [20, 'imports/sandbox/', 'us-east-1', '111122223333'],
  [39, 'imports/old/', 'eu-central-1', '111122223333'],
];

test('explain says of ten specs what holds for them', () => {
  for (const [index, place, region, account] of expectations) {
    const folder = packages[index] as string;
    const file = [...whole.keys()].find(
      (name) =>
        name.startsWith(`${folder}/${place}`) &&
        files[name]?.startsWith('jobName') === true &&
        !files[name]?.includes('---'),
    );
    assert.ok(file !== undefined, `${folder}/${place}`);
    const { status, stdout, stderr } = run(['explain', file, '--format', 'json'], { cwd: repository.path });
    assert.is(status, 0, stderr);
    const told = JSON.parse(stdout);
    const setting = (id: string): unknown =>
      told.rules.find(({ rule }: { rule: string }) => rule === id)?.value ?? null;
    assert.is(told.region.value, region, file);
    assert.is(told.account.value, account, file);
    const isRoot = index % 16 === 8;
    assert.is(setting('cross/model-quota'), isRoot ? null : 'off', file);
    assert.is(setting('name/fixed-job-name'), index % 16 === 0 ? 'off' : null, file);
    assert.is(setting('arn/resource'), place === 'imports/sandbox/' && !isRoot ? 'warning' : null, file);
    assert.is(setting('tags/reserved-prefix'), index % 16 === 12 && place === 'imports/sandbox/' ? 'off' : null, file);
    assert.equal(
      told.policies.map(({ value }: { value: string }) => value),
      isRoot ? [] : ['./policy/*.yaml'],
      file,
    );
  }
});

test.run();
