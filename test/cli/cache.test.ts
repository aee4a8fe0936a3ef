import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { makeManySpecs } from './many-specs.ts';
import { bin, environment, goodSpec, makeFolder, run } from './run-shapegate.ts';

const isLong = process.env.SHAPEGATE_LONG === '1';
const formats = ['pretty', 'json', 'sarif', 'junit', 'github', 'gitlab', 'checkstyle', 'markdown'];

interface Place {
  /** The folder of the specs. */
  readonly path: string;
  readonly env: NodeJS.ProcessEnv;
  /** Where the cache is. */
  readonly cache: string;
  write(files: Readonly<Record<string, string>>): void;
  lint(...args: string[]): ReturnType<typeof run>;
  /** Lints with and without the cache, sees that both say the same, and gives what they say. */
  compare(...args: string[]): string;
  remove(): void;
}

function makePlace(files: Readonly<Record<string, string>>): Place {
  const folder = makeFolder({ 'specs/.git/HEAD': '', 'cache/shapegate/kept': '' });
  const path = join(folder.path, 'specs');
  const cache = join(folder.path, 'cache/shapegate');
  chmodSync(cache, 0o700);
  const env = { ...environment, XDG_CACHE_HOME: join(folder.path, 'cache') };
  const write = (written: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(written)) {
      mkdirSync(join(path, name, '..'), { recursive: true });
      writeFileSync(join(path, name), text);
    }
  };
  write(files);
  const lint = (...args: string[]) => run(['lint', ...args], { cwd: path, env });
  const compare = (...args: string[]): string => {
    const plain = lint('--format', 'json', ...args);
    const cached = lint('--format', 'json', '--cache', ...args);
    assert.is(cached.stdout, plain.stdout, args.join(' '));
    assert.is(cached.stderr, plain.stderr, args.join(' '));
    assert.is(cached.status, plain.status, args.join(' '));
    return cached.stdout;
  };
  return { path, env, cache, write, lint, compare, remove: folder.remove };
}

function listCaches({ cache }: Place): string[] {
  return readdirSync(cache)
    .filter((name) => name.startsWith('lint-'))
    .map((name) => join(cache, name));
}

function onlyCache(place: Place): string {
  const [file, ...more] = listCaches(place);
  assert.ok(file !== undefined && more.length === 0, 'there is one cache');
  return file as string;
}

/** Writes another body into a cache, as somebody would who knows how it is made. */
function forge(file: string, change: (body: string) => string): void {
  const text = readFileSync(file, 'utf8');
  const end = text.indexOf('\n') + 1;
  const body = change(text.slice(end));
  const header = text.slice(0, end).split(' ').slice(0, -1).join(' ');
  writeFileSync(file, `${header} ${createHash('sha256').update(body).digest('base64url')}\n${body}`);
}

const wrong = goodSpec('nightly-b-2026-11-23').replace('role/model-import', 'user/ada');

test('a cold and a warm run print the same bytes as one without, in every format and with fixes', () => {
  const place = makePlace(makeManySpecs(120, 12).files);
  for (const format of formats) {
    const plain = place.lint('--format', format);
    assert.is(plain.status, 1);
    for (const heat of ['cold', 'warm']) {
      const cached = place.lint('--format', format, '--cache');
      assert.is(cached.stdout, plain.stdout, `${format}, ${heat}`);
      assert.is(cached.stderr, plain.stderr, `${format}, ${heat}`);
    }
    rmSync(onlyCache(place));
  }
  for (let heat = 0; heat < 2; heat++) place.compare('--fix-dry-run');
  place.compare('--fix-dry-run', '--no-inline-suppressions');
  place.lint('--fix', '--cache');
  place.compare();
  place.remove();
});

test('what is remembered is used, and is not looked for again', () => {
  const place = makePlace({ 'a.yaml': goodSpec(), 'b.yaml': wrong });
  place.compare();
  const before = statSync(onlyCache(place));
  place.compare();
  assert.is(statSync(onlyCache(place)).ino, before.ino, 'nothing new is written');
  forge(onlyCache(place), (body) => body.replace('arn/resource', 'arn/forgery'));
  assert.match(place.lint('--cache').stdout, 'arn/forgery');
  assert.not.match(place.lint().stdout, 'arn/forgery');
  place.remove();
});

test('whatever decides on a file makes it new', () => {
  const configuration = 'root: true\ntargets:\n  - files: ["**/*.yaml"]\n    region: eu-central-1\n';
  const policy = (member: string) => `apiVersion: shapegate/v1
kind: Policy
metadata: { name: acme, version: 1 }
for: CreateModelImportJob
rules:
  - id: acme/complete
    severity: error
    message: something is missing
    uses: require-member
    with: { on: ${member} }
`;
  const place = makePlace({ 'shapegate.yaml': configuration, 'a.yaml': goodSpec(), 'in/b.yaml': wrong });
  const told = [place.compare()];
  const steps: Readonly<Record<string, () => void>> = {
    'the text': () => place.write({ 'a.yaml': goodSpec('nightly') }),
    'the text of the same length and age': () => {
      const { atime, mtime } = statSync(join(place.path, 'a.yaml'));
      place.write({ 'a.yaml': goodSpec('nichtly') });
      utimesSync(join(place.path, 'a.yaml'), atime, mtime);
    },
    'a rule': () => place.write({ 'shapegate.yaml': `${configuration}rules: { arn/resource: warning }\n` }),
    'an override': () =>
      place.write({
        'shapegate.yaml': `${configuration}overrides: [{ files: ["in/**"], rules: { arn/resource: info } }]\n`,
      }),
    'the Region': () => place.write({ 'shapegate.yaml': configuration.replace('eu-central-1', 'mars-north-1') }),
    references: () => {
      place.write({ 'shapegate.yaml': configuration, 'in/b.yaml': wrong.replace('support-bot', `\${BOT}`) });
      told.push(place.compare());
      place.write({ 'shapegate.yaml': `${configuration}references: allow\n` });
    },
    'a configuration nearer to the file': () => place.write({ 'in/shapegate.yaml': 'rules: { arn/resource: off }\n' }),
    'a policy': () =>
      place.write({
        'shapegate.yaml': `${configuration}policies: [./policy/*.yaml]\n`,
        'policy/acme.yaml': policy('/importedModelKmsKeyId'),
      }),
    'the text of a policy': () => place.write({ 'policy/acme.yaml': policy('/vpcConfig') }),
    'the name of the file': () => renameSync(join(place.path, 'a.yaml'), join(place.path, 'c.yaml')),
  };
  for (const [what, change] of Object.entries(steps)) {
    change();
    told.push(place.compare());
    assert.is.not(told.at(-1), told.at(-2), `${what} changes what is said`);
    assert.is(place.compare(), told.at(-1), `${what}, warm`);
  }
  place.compare('--region', 'us-east-1');
  place.compare('--account', '444455556666');
  place.compare('--policy', 'policy/acme.yaml');
  place.remove();
});

test("a team's own model makes its specs new when it changes", () => {
  const model = (longest: number) => `$version: "2"
namespace acme.parcels
use aws.protocols#restJson1
@restJson1
service Parcels { version: "2026-01-01", operations: [SendParcel] }
@http(method: "POST", uri: "/parcels")
operation SendParcel { input := { @required @length(max: ${longest}) label: String } }
`;
  const spec = 'operation: SendParcel\ninput: { label: fragile }\n';
  const place = makePlace({
    'shapegate.yaml': 'root: true\nmodels: [./parcels.smithy]\n',
    'parcels.smithy': model(9),
    'a.yaml': spec,
  });
  const right = place.compare();
  assert.is(place.compare(), right);
  place.write({ 'parcels.smithy': model(3) });
  assert.match(place.compare(), 'shape/length');
  place.remove();
});

test('waivers, the baseline, comments and what specs repeat are looked at each time', () => {
  const configuration = 'root: true\nwaivers: [./waivers.yaml]\nbaseline: ./baseline.json\n';
  const waivers = (entries: string) => `apiVersion: shapegate/v1\nkind: Waivers\nwaivers: [${entries}]\n`;
  const waiver =
    '{ rule: arn/resource, file: b.yaml, pointer: /roleArn, reason: old, owner: nlp, ticket: NLP-1, expires: "2999-12-31" }';
  const place = makePlace({
    'shapegate.yaml': configuration,
    'waivers.yaml': waivers(''),
    'baseline.json': '{ "version": 1, "findings": [] }',
    'a.yaml': goodSpec('nightly-a-2026-11-23'),
    'b.yaml': wrong,
    'c.yaml': wrong
      .replaceAll('nightly-b', 'nightly-c')
      .replace('  roleArn', '  # shapegate-ignore-next-line arn/resource until:2999-12-31 -- old\n  roleArn'),
  });
  const first = place.compare();
  assert.is(place.compare(), first);
  assert.not.match(readFileSync(onlyCache(place), 'utf8'), '"c.yaml"', 'a comment may end tomorrow');
  place.write({ 'waivers.yaml': waivers(waiver) });
  assert.match(place.compare(), '"by": "waiver"');
  place.write({ 'waivers.yaml': waivers('') });
  place.lint('--write-baseline', '--cache');
  assert.match(place.compare(), '"by": "baseline"');
  place.write({ 'd.yaml': goodSpec('nightly-a-2026-11-23') });
  assert.match(place.compare(), 'cross/job-name');
  rmSync(join(place.path, 'a.yaml'));
  assert.not.match(place.compare(), 'cross/job-name');
  place.remove();
});

test('a damaged cache, one of another build and one that others may write are as good as none', () => {
  const place = makePlace(makeManySpecs(40, 4).files);
  const right = place.compare();
  const file = onlyCache(place);
  const whole = readFileSync(file);
  const flip = (at: number): Buffer => {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes;
  };
  const lie = whole.toString().replaceAll('arn/resource', 'arn/forgery');
  const damaged: Readonly<Record<string, () => void>> = {
    empty: () => writeFileSync(file, ''),
    cut: () => writeFileSync(file, whole.subarray(0, whole.length / 2)),
    'cut by one': () => writeFileSync(file, whole.subarray(0, -1)),
    longer: () => writeFileSync(file, Buffer.concat([whole, Buffer.from('\n"a.yaml"\t0\tx\tnull')])),
    'another byte at its end': () => writeFileSync(file, flip(whole.length - 2)),
    'another byte in its header': () => writeFileSync(file, flip(30)),
    'a finding changed': () => writeFileSync(file, lie),
    zeros: () => writeFileSync(file, Buffer.alloc(whole.length)),
    'another build': () =>
      writeFileSync(file, whole.toString().replace(/cache [\da-f]{64}/, `cache ${'0'.repeat(64)}`)),
    'the writing of others': () => {
      forge(file, (body) => body.replaceAll('arn/resource', 'arn/forgery'));
      chmodSync(file, 0o666);
    },
  };
  for (const [what, damage] of Object.entries(damaged)) {
    damage();
    for (const moment of ['damaged', 'mended']) {
      const { stdout, stderr } = place.lint('--format', 'json', '--cache');
      assert.is(stdout, right, `${what}, ${moment}`);
      assert.is(stderr, '', `${what}, ${moment}`);
    }
    assert.is(statSync(file).mode & 0o777, 0o600, what);
  }
  place.remove();
});

test('a cache that cannot be kept is told in one line, and changes nothing else', () => {
  const place = makePlace({ 'a.yaml': goodSpec(), 'b.yaml': wrong });
  const right = place.lint('--format', 'json').stdout;
  const attempt = (what: string, env: NodeJS.ProcessEnv, said: RegExp): void => {
    for (let again = 0; again < 2; again++) {
      const { status, stdout, stderr } = run(['lint', '--format', 'json', '--cache'], { cwd: place.path, env });
      assert.is(status, 1, what);
      assert.is(stdout, right, what);
      assert.match(stderr, said, what);
      assert.is(stderr.trim().split('\n').length, 1, what);
    }
  };
  const blocked = join(place.path, '../blocked');
  writeFileSync(blocked, '');
  attempt(
    'a file in the way',
    { ...place.env, XDG_CACHE_HOME: blocked },
    /^note: nothing is remembered: .*cannot be written/,
  );
  attempt('a file above', { ...place.env, XDG_CACHE_HOME: join(blocked, 'x') }, /^note: nothing is remembered: /);
  const open = join(place.path, '../open/shapegate');
  mkdirSync(open, { recursive: true });
  chmodSync(open, 0o777);
  attempt('a folder of all', { ...place.env, XDG_CACHE_HOME: join(open, '..') }, /others may write/);
  const { HOME: _, ...homeless } = environment;
  attempt('no home', homeless, /^note: nothing is remembered: /);
  place.remove();
});

test('a repository cannot bring a cache of its own', () => {
  const place = makePlace({ 'a.yaml': wrong, 'in/b.yaml': wrong });
  place.compare();
  const inside = join(place.path, '.cache/shapegate');
  mkdirSync(inside, { recursive: true, mode: 0o700 });
  forge(onlyCache(place), (body) => body.replace('arn/resource', 'arn/forgery'));
  const forged = join(inside, basename(onlyCache(place)));
  renameSync(onlyCache(place), forged);
  const before = readFileSync(forged, 'utf8');
  const env = { ...place.env, XDG_CACHE_HOME: join(place.path, '.cache') };
  for (const cwd of [place.path, join(place.path, 'in')]) {
    const { stdout, stderr } = run(['lint', '--format', 'json', '--cache'], { cwd, env });
    assert.match(stdout, 'arn/resource');
    assert.match(stderr, /^note: nothing is remembered: .*outside of repositories/);
  }
  assert.equal(readdirSync(inside), [basename(forged)]);
  assert.is(readFileSync(forged, 'utf8'), before);
  place.remove();
});

test('a gate in review and standard input do without', () => {
  const place = makePlace({ 'a.yaml': goodSpec() });
  for (const [other, args] of [
    ['trust', ['--trust', 'HEAD']],
    ['stdin', ['--stdin']],
  ] as const) {
    const { status, stderr } = place.lint('--cache', ...args);
    assert.is(status, 2);
    assert.match(stderr, `--${other} and --cache exclude each other`);
  }
  place.remove();
});

test('a run over a part of the specs leaves what is known of the others, one over all forgets what is gone', () => {
  const place = makePlace({ 'a.yaml': goodSpec('nightly-a-2026-11-23'), 'in/b.yaml': wrong, 'in/c.yaml': wrong });
  place.compare();
  const count = (): number => readFileSync(onlyCache(place), 'utf8').split('\n').length - 2;
  assert.is(count(), 3);
  place.write({ 'a.yaml': goodSpec('nightly-d-2026-11-23') });
  place.compare('a.yaml');
  place.compare('--shard', '1/2');
  assert.is(count(), 3);
  rmSync(join(place.path, 'in/b.yaml'));
  place.compare('a.yaml');
  assert.is(count(), 3);
  place.compare('in');
  assert.is(count(), 2);
  place.remove();
});

test('runs at once leave a whole cache, and all say what is right', async () => {
  const { files } = makeManySpecs(80, 4);
  const place = makePlace(files);
  const right = place.lint('--format', 'json').stdout;
  const lintAside = async (args: readonly string[]): Promise<string> => {
    const child = spawn(process.execPath, [bin, 'lint', '--format', 'json', '--cache', ...args], {
      cwd: place.path,
      env: place.env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let text = '';
    child.stdout.on('data', (piece) => {
      text += piece;
    });
    await once(child, 'close');
    return text;
  };
  for (let round = 0; round < (isLong ? 5 : 1); round++) {
    const all = await Promise.all(Array.from({ length: 6 }, () => lintAside([])));
    assert.ok(all.every((text) => text === right));
    assert.is(place.compare(), right);
  }
  assert.equal(
    readdirSync(place.cache).filter((name) => name.endsWith('.tmp')),
    [],
  );
  place.remove();
});

test('a killed run leaves a whole cache or none, and the next sweeps what it has left', async () => {
  const place = makePlace(makeManySpecs(150, 4).files);
  const right = place.lint('--format', 'json').stdout;
  for (const after of isLong ? [150, 200, 250, 300, 350, 400, 450, 500, 600, 700] : [200, 350, 500]) {
    const child = spawn(process.execPath, [bin, 'lint', '--cache'], {
      cwd: place.path,
      env: place.env,
      stdio: 'ignore',
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), after);
    await once(child, 'exit');
    clearTimeout(timer);
    for (const name of readdirSync(place.cache)) if (name.endsWith('.tmp')) utimesSync(join(place.cache, name), 1, 1);
    assert.is(place.lint('--format', 'json', '--cache').stdout, right);
    assert.equal(
      readdirSync(place.cache).filter((name) => name.endsWith('.tmp')),
      [],
    );
    rmSync(onlyCache(place));
  }
  place.remove();
});

test('caches that nobody asks for any more are taken away', () => {
  const place = makePlace({ 'a.yaml': goodSpec() });
  place.compare();
  const old = join(place.cache, 'lint-0123456789abcdefghijkl');
  writeFileSync(old, '');
  utimesSync(old, 1, 1);
  place.write({ 'a.yaml': wrong });
  place.compare();
  assert.is(listCaches(place).length, 1);
  place.remove();
});

test.run();
