// Runs every test file in a process of its own, two at a time, and adds up what uvu prints.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);
const long = args.includes('--long');
const wanted = args.filter((arg) => !arg.startsWith('--'));

/** All `*.test.ts` below `test/`, sorted, those whose path holds one of the wanted words. */
function findTestFiles() {
  return readdirSync(join(root, 'test'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)))
    .sort();
}

/** Runs one file; a file that prints no total has forgotten to run its suite, and fails; so has one without a test that skips none. */
function runTestFile(file) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--conditions=@shapegate/source', '--import', 'tsx', file], {
      cwd: root,
      env: { ...process.env, SHAPEGATE_LONG: long ? '1' : '', FORCE_COLOR: '0', NODE_NO_WARNINGS: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('close', (code) => {
      const sum = (word) =>
        [...output.matchAll(new RegExp(`^ +${word}: +(\\d+)`, 'gm'))].reduce((all, [, n]) => all + Number(n), 0);
      const total = sum('Total');
      const passed = sum('Passed');
      const skipped = sum('Skipped');
      const hasRun = total > 0 || (/^ +Total:/m.test(output) && /^skip/m.test(output));
      const failed = Math.max(total - passed - skipped, !hasRun || code !== 0 ? 1 : 0);
      resolve({ file, output, passed, failed, skipped });
    });
  });
}

const files = findTestFiles();
const results = [];
async function work() {
  for (let file = files.shift(); file !== undefined; file = files.shift()) {
    const started = Date.now();
    const result = await runTestFile(file);
    results.push(result);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`${result.failed > 0 ? 'FAIL' : 'ok  '} ${result.file}  ${result.passed} passed  ${seconds} s`);
    for (const line of result.output.split('\n')) if (line.startsWith('skip')) console.log(`     ${line}`);
    if (result.failed > 0) console.log(result.output);
  }
}
await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work));

const add = (key) => results.reduce((all, result) => all + result[key], 0);
const skipped = add('skipped');
console.log(`${add('passed')} passed, ${add('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = add('failed') > 0 || results.length === 0 ? 1 : 0;
