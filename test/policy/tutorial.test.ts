import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { findCommands, matchesExpected, runCommands } from '../examples/console.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const env: NodeJS.ProcessEnv = {
  PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`,
  HOME: tmpdir(),
  NO_COLOR: '1',
  NODE_NO_WARNINGS: '1',
};

for (const name of ['docs/policies.md', 'docs/silencing.md'])
  test(`${name} prints what it says, with its own files`, () => runPage(readFileSync(join(root, name), 'utf8')));

/** Writes the files that a page shows and runs its commands on them, in the order of the page. */
function runPage(page: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'shapegate-tutorial-'));
  let commands = 0;
  try {
    for (const [, language, body = ''] of page.matchAll(/```(yaml|console)\n([\s\S]*?)```/g)) {
      const name = /^# file: (\S+)\n/.exec(body)?.[1];
      if (language === 'yaml') {
        assert.ok(name !== undefined, `a block says no file:\n${body}`);
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), body);
        continue;
      }
      const found = findCommands(`\`\`\`console\n${body}\`\`\``);
      for (const [index, { output, status }] of runCommands(found, folder, env).entries()) {
        const wanted = found[index]!;
        const shown = `${wanted.command}\n${output.join('\n')}`;
        assert.is(status, wanted.status, shown);
        assert.ok(matchesExpected(wanted.expected, output), `${shown}\nexpected:\n${wanted.expected.join('\n')}`);
        commands += 1;
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  assert.ok(commands >= 5);
}

test.run();
