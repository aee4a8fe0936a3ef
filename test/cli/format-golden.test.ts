import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { environment, makeFolder, run } from './run-shapegate.ts';

const fixture = fileURLToPath(new URL('../fixtures/format/', import.meta.url));
const packageFile = new URL('../../packages/cli/package.json', import.meta.url);
const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { readonly version: string };

/** The version is of the day, and the pages of rules have goldens of their own; all else is as it is printed. */
function hideChanging(text: string): string {
  return text
    .replaceAll(`ersion": "${version}"`, 'ersion": "VERSION"')
    .replaceAll(/"markdown": "# ([^\\"]+)(?:\\.|[^\\"])*"/g, '"markdown": "# $1 …"');
}

function compareGolden(name: string, printed: string): void {
  const file = join(fixture, 'expected', name);
  const text = hideChanging(printed);
  if (process.env.UPDATE === '1' || !existsSync(file)) {
    mkdirSync(join(fixture, 'expected'), { recursive: true });
    writeFileSync(file, text);
  }
  assert.fixture(text, readFileSync(file, 'utf8'), name);
}

function lint(args: readonly string[], more: NodeJS.ProcessEnv = {}): string {
  const { status, stdout, stderr } = run(['lint', ...args], { cwd: fixture, env: { ...environment, ...more } });
  assert.is(status, 1, stderr);
  return stdout;
}

const goldens: Readonly<Record<string, string>> = {
  pretty: 'pretty.txt',
  json: 'json.json',
  sarif: 'sarif.json',
  junit: 'junit.xml',
  github: 'github.txt',
  gitlab: 'gitlab.json',
  checkstyle: 'checkstyle.xml',
  markdown: 'markdown.md',
};

for (const [format, name] of Object.entries(goldens))
  test(`${format} of specs with many mistakes`, () => {
    compareGolden(name, lint([`--format=${format}`]));
  });

test('all formats at once give the same bytes as one by one', () => {
  const folder = makeFolder();
  try {
    const args = Object.entries(goldens).map(
      ([format, name]) => `--format=${format}=${join(folder.path, 'out', name)}`,
    );
    assert.is(lint(args), '');
    for (const name of Object.values(goldens))
      compareGolden(name, readFileSync(join(folder.path, 'out', name), 'utf8'));
  } finally {
    folder.remove();
  }
});

test('a narrow terminal gets what is around the place', () => {
  const printed = lint(['specs/mistakes.yaml', 'specs/100% ☕ & more.yaml'], { COLUMNS: '40' });
  compareGolden('narrow.txt', printed);
  const frames = printed.split('\n').filter((line) => /^ +\d* \| /.test(line));
  assert.ok(frames.length > 20);
  for (const line of frames) assert.ok([...line].length <= 40, line);
});

test('the job summary of GitHub is appended to', () => {
  const folder = makeFolder({ 'summary.md': 'before\n' });
  try {
    const file = join(folder.path, 'summary.md');
    lint(['--format=github'], { GITHUB_STEP_SUMMARY: file });
    const [before, ...after] = readFileSync(file, 'utf8').split('\n');
    assert.is(before, 'before');
    compareGolden('markdown.md', after.join('\n'));
    lint(['--format=json'], { GITHUB_STEP_SUMMARY: file });
    assert.is(readFileSync(file, 'utf8').split('\n').length, after.length + 1);
  } finally {
    folder.remove();
  }
});

test.run();
