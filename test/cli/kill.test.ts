import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { bin, environment, goodSpec, makeFolder, run } from './run-shapegate.ts';

const isLong = process.env.SHAPEGATE_LONG === '1';
const specs = isLong ? 120 : 30;

/** Specs whose names a fix corrects, each with enough text that writing it takes a moment. */
function makeFixable(): { path: string; remove(): void } {
  const padding = `# ${'why this job runs at night '.repeat(80)}\n`;
  const files: Record<string, string> = {};
  for (let index = 0; index < specs; index++)
    files[`imports/job-${String(index).padStart(3, '0')}.yaml`] = padding + goodSpec(`nightly ${index} 2026-11-23`);
  return makeFolder(files);
}

function readAll(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );
}

const isTemporary = (name: string): boolean => /(?:^|\/)\.shapegate-\d+-\w+\.tmp$/.test(name);

function start(args: readonly string[], cwd: string): ChildProcess {
  return spawn(process.execPath, [bin, ...args], { cwd, env: environment, stdio: 'ignore' });
}

/** Runs a command and ends it by a signal after a while; tells whether the signal was in time. */
async function interrupt(args: readonly string[], cwd: string, signal: NodeJS.Signals, after: number) {
  const child = start(args, cwd);
  const timer = setTimeout(() => child.kill(signal), after);
  const [status, ended] = await once(child, 'exit');
  clearTimeout(timer);
  return { status, ended: ended as NodeJS.Signals | null };
}

/** How long a command takes here, in milliseconds: moments to kill it at are spread over this. */
async function time(args: readonly string[], cwd: string): Promise<number> {
  const began = Date.now();
  await once(start(args, cwd), 'exit');
  return Date.now() - began;
}

/** What was killed less than two seconds ago may be somebody else who is still writing. */
function age(folder: string): void {
  for (const name of readAll(folder).keys()) if (isTemporary(name)) utimesSync(join(folder, name), 1, 1);
}

async function tryKills(
  args: readonly string[],
  isWhole: (
    name: string,
    text: string,
    before: ReadonlyMap<string, string>,
    after: ReadonlyMap<string, string>,
  ) => boolean,
) {
  const reference = makeFixable();
  const before = readAll(reference.path);
  const duration = await time(args, reference.path);
  const after = readAll(reference.path);
  reference.remove();
  const moments = isLong ? 40 : 3;
  for (const signal of ['SIGKILL', 'SIGINT', 'SIGTERM'] as const) {
    const { path, remove } = makeFixable();
    let inTime = 0;
    for (let moment = 0; moment < moments; moment++) {
      const { ended } = await interrupt(args, path, signal, (duration * (moment + 1)) / moments);
      if (ended === signal) inTime++;
      const found = readAll(path);
      for (const [name, text] of found) {
        if (isTemporary(name)) {
          assert.is(signal, 'SIGKILL', `${signal} has left ${name}`);
          continue;
        }
        assert.ok(isWhole(name, text, before, after), `${name} is broken after ${signal} at ${moment} of ${moments}`);
      }
      for (const name of before.keys()) assert.ok(found.has(name), `${name} is gone after ${signal}`);
      // The next begins as this one did, with what was left.
      for (const [name, text] of before) writeFileSync(join(path, name), text);
    }
    assert.ok(inTime > 0, `${signal} never came in time`);
    age(path);
    run(args, { cwd: path });
    assert.equal([...readAll(path)], [...after], 'a run after the killed ones does all of it and sweeps');
    remove();
  }
}

test('a killed --fix leaves each file old or new, and its next run takes away what is left', () =>
  tryKills(['lint', '--fix'], (name, text, before, after) => text === before.get(name) || text === after.get(name)));

test('a killed --write-baseline leaves the old baseline or the new one', () =>
  tryKills(
    ['lint', '--write-baseline'],
    (name, text, before, after) => text === before.get(name) || text === after.get(name),
  ));

test('a killed run leaves a report whole', () =>
  tryKills(
    ['lint', '--format', 'sarif=out/report.sarif', '--format', 'junit=report.xml'],
    (name, text, before, after) => text === before.get(name) || text === after.get(name),
  ));

test('a run that a signal ends is told from one that failed', async () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // It waits for its standard input.
    const child = spawn(process.execPath, [bin, 'lint', '--stdin'], {
      env: environment,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const timer = setTimeout(() => child.kill(signal), 300);
    assert.equal(await once(child, 'exit'), [null, signal]);
    clearTimeout(timer);
  }
});

test('a reader that goes away ends nothing loudly', () => {
  const { path, remove } = makeFixable();
  for (const format of ['pretty', 'json', 'junit']) {
    const { stdout, stderr, status } = spawnSync(
      'bash',
      ['-c', `"$0" "$@" | head -1; exit \${PIPESTATUS[0]}`, process.execPath, bin, 'lint', '--format', format],
      { cwd: path, env: environment, encoding: 'utf8' },
    );
    assert.is(stdout.trim().split('\n').length, 1);
    assert.is(stderr, '');
    assert.is(status, 1, 'the verdict is the same');
  }
  remove();
});

test.run();
