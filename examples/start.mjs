// The demo of `npm start`: from a spec with mistakes to a submitted job, against the emulator.
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const shapegate = fileURLToPath(new URL('../packages/cli/bin/shapegate.cjs', import.meta.url));
const good = 'examples/01-lint-a-spec/nightly.yaml';
const wrong = 'examples/01-lint-a-spec/mistakes.yaml';
// The emulator's documented key pair; nothing of the machine's own AWS set-up is read.
const env = {
  ...process.env,
  AWS_ACCESS_KEY_ID: 'EMULATOREXAMPLEKEYID',
  AWS_SECRET_ACCESS_KEY: 'emulator-example-secret-access-key',
  AWS_REGION: 'eu-central-1',
};
for (const name of ['AWS_SESSION_TOKEN', 'AWS_PROFILE', 'AWS_BEARER_TOKEN_BEDROCK']) delete env[name];

function say(text) {
  process.stdout.write(`\n── ${text}\n`);
}

/** Runs one command before the reader's eyes and gives back what it printed on standard output. */
function run(args, { expect = 0, show = true } = {}) {
  if (show) process.stdout.write(`$ shapegate ${args.join(' ')}\n`);
  const result = spawnSync(process.execPath, [shapegate, ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (show) process.stdout.write(result.stdout);
  if (result.status !== expect) throw new Error(`shapegate ${args[0]} ended with ${result.status}, expected ${expect}`);
  return result.stdout;
}

/** Starts the emulator on a free port and waits for the line that says where it listens. */
async function startEmulator() {
  const child = spawn(process.execPath, [shapegate, 'emulator', '--port', '0'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url !== undefined) return { child, url, line };
  }
  throw new Error('the emulator ended before it listened');
}

/** Asks for the job once a second until it is done, and says so each time. */
async function waitForJob(job, endpoint) {
  for (let seconds = 0; seconds < 60; seconds++) {
    const { status } = JSON.parse(run(['jobs', 'get', job, ...endpoint], { show: false }));
    process.stdout.write(`   ${String(seconds).padStart(2)} s  ${status}\n`);
    if (status !== 'InProgress') return status;
    await wait(1000);
  }
  throw new Error('the job was not done within a minute');
}

let emulator;
try {
  say('1. Start the service’s stand-in on loopback');
  emulator = await startEmulator();
  process.stdout.write(`${emulator.line}\n`);
  const endpoint = ['--endpoint-url', emulator.url];

  say('2. Lint a spec with mistakes: every one is found before anything is sent');
  run(['lint', wrong], { expect: 1 });

  say('3. Lint a good spec');
  run(['lint', good]);

  say('4. See the request as it would be sent');
  run(['plan', good]);

  say('5. Submit it');
  const job = run(['submit', good, ...endpoint]).trim();

  say('6. Wait until the job is done');
  await waitForJob(job, endpoint);

  say('7. The job, and the model it made');
  const { importedModelArn } = JSON.parse(run(['jobs', 'get', job, ...endpoint]));
  run(['models', 'get', importedModelArn, ...endpoint]);

  say('8. Submit the same spec once more: no second job');
  const again = run(['submit', good, ...endpoint]).trim();
  const { jobs } = { jobs: run(['jobs', 'list', ...endpoint]) };
  if (again !== job) throw new Error(`a second job was made: ${again}`);
  process.stdout.write(
    `The answer names the same job, and the list holds ${jobs.split('model-import-job/').length - 1}.\n`,
  );

  say('Try next');
  process.stdout.write(
    `npx shapegate explain arn/resource\nnpx shapegate lint ${wrong} --format json\nnpx shapegate schema CreateModelImportJob\n`,
  );
} catch (error) {
  process.stderr.write(`\nThe demo stopped: ${error.message}\n`);
  process.exitCode = 1;
} finally {
  emulator?.child.kill();
}
