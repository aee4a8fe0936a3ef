import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as assert from 'uvu/assert';

export const bin = fileURLToPath(new URL('../../packages/cli/bin/shapegate.cjs', import.meta.url));

/** Nothing of the machine's own AWS set-up is read. */
export const environment: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  HOME: tmpdir(),
  AWS_ACCESS_KEY_ID: 'TESTKEY',
  AWS_SECRET_ACCESS_KEY: 'test-secret',
  AWS_EC2_METADATA_DISABLED: 'true',
};

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs the built command; whatever happens, no stack may be shown. */
export function run(
  args: readonly string[],
  { cwd, input, env = environment }: RunOptions = {},
): SpawnSyncReturns<string> {
  const result = spawnSync(process.execPath, [bin, ...args], { cwd, input, env, encoding: 'utf8', maxBuffer: 1 << 27 });
  assert.not.match(result.stderr, /\n\s+at .*:\d+:\d+/, 'a stack is shown');
  return result;
}

/** Writes files into a folder, by their names in it, with the folders that they need. */
export function writeFiles(path: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
}

/** A folder with files in it, which `remove` takes away. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): {
  path: string;
  remove(): void;
} {
  const path = mkdtempSync(join(tmpdir(), 'shapegate-cli-'));
  writeFiles(path, files);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Starts `shapegate emulator` and waits for its line. */
export async function startEmulator(
  args: readonly string[] = [],
): Promise<{ url: string; stop(): Promise<number | null> }> {
  const child = spawn(process.execPath, [bin, 'emulator', '--port', '0', '--job-seconds', '0', ...args], {
    env: environment,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url !== undefined)
      return {
        url,
        stop: () => {
          child.kill('SIGTERM');
          return ended;
        },
      };
  }
  throw new Error('the emulator ended before it listened');
}

/** A spec without mistakes, as an envelope. */
export function goodSpec(name = 'nightly-2026-11-23', more = ''): string {
  return `operation: CreateModelImportJob
region: eu-central-1
account: "111122223333"
input:
  jobName: ${name}
  importedModelName: ${name}
  roleArn: arn:aws:iam::111122223333:role/model-import
  modelDataSource:
    s3DataSource:
      s3Uri: s3://acme-weights/support-bot/
${more}`;
}

/** Runs a check in a folder of these files, which is gone afterwards. */
export function inFolder(files: Readonly<Record<string, string>>, check: (path: string) => void): void {
  const folder = makeFolder(files);
  try {
    check(folder.path);
  } finally {
    folder.remove();
  }
}
