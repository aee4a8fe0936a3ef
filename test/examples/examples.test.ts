import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { findCommands, matchesExpected, runCommands } from './console.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const shapegate = join(root, 'packages/cli/bin/shapegate.cjs');
/** The address that pages write; the test puts the address of an emulator of its own in its place. */
const written = 'http://127.0.0.1:4566';

const env: NodeJS.ProcessEnv = {
  PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`,
  HOME: join(root, 'node_modules/.cache'),
  NO_COLOR: '1',
  NODE_NO_WARNINGS: '1',
  npm_config_update_notifier: 'false',
};

async function startEmulator(): Promise<{ url: string; stop(): void }> {
  const child = spawn(process.execPath, [shapegate, 'emulator', '--port', '0'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url !== undefined) return { url, stop: () => child.kill() };
  }
  throw new Error('the emulator ended before it listened');
}

/** The README, the pages of docs/ and each example's page, with the folder in which its commands are run. */
function findPages(): { page: string; cwd: string }[] {
  const examples = readdirSync(join(root, 'examples'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^\d\d-/.test(entry.name))
    .map((entry) => entry.name)
    .sort();
  assert.ok(examples.length >= 4, 'examples are numbered folders');
  return [
    ...[
      'README.md',
      'docs/specs.md',
      'docs/configuration.md',
      'docs/selecting.md',
      'docs/fixes.md',
      'docs/formats.md',
      'docs/speed.md',
      'docs/generate.md',
      'docs/models.md',
      'docs/monorepos.md',
      'docs/hooks.md',
    ].map((page) => ({
      page: join(root, page),
      cwd: root,
    })),
    { page: join(root, 'examples/policies/README.md'), cwd: join(root, 'examples/policies') },
    ...examples.map((name) => ({ page: join(root, 'examples', name, 'README.md'), cwd: join(root, 'examples', name) })),
  ];
}

for (const { page, cwd } of findPages()) {
  const name = page.slice(root.length);
  test(`${name} prints what it says`, async () => {
    assert.ok(existsSync(page), `${name} is missing`);
    const emulator = await startEmulator();
    try {
      const commands = findCommands(readFileSync(page, 'utf8').replaceAll(written, emulator.url));
      assert.ok(commands.length > 0, `${name} has no console block`);
      const results = runCommands(commands, cwd, env);
      for (const [index, { command, expected, status, line }] of commands.entries()) {
        const printed = results[index];
        const where = `${name}:${line}: ${command}`;
        assert.ok(printed !== undefined, `${where} was not reached`);
        assert.is(printed.status, status, `${where}\n${printed.output.join('\n')}`);
        assert.ok(
          matchesExpected(expected, printed.output),
          `${where}\nprinted:\n${printed.output.join('\n')}\nexpected:\n${expected.join('\n')}`,
        );
      }
    } finally {
      emulator.stop();
    }
  });
}

test.run();
