import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

/**
 * Who may import whom. A unit is a folder or a file; the longest path that fits names a file's unit, and it may import
 * itself and what stands behind it. Read from top to bottom it is the road of the data, each unit above all that it uses.
 */
const importTable: Record<string, readonly string[]> = {
  // The leaves: data types and small pure functions.
  'packages/validator/src/diagnostic': [],
  'packages/validator/src/shape': [],
  'packages/validator/src/rule': ['validator/diagnostic', 'validator/shape'],
  'packages/validator/src/leaves.ts': ['validator/diagnostic', 'validator/shape', 'validator/rule'],
};

/** Where the text of the table writes `validator/rule`, the unit is `packages/validator/src/rule`. */
function unitPath(short: string): string {
  if (short.startsWith('@')) return short;
  const [head = '', ...rest] = short.split('/');
  return [head === 'generator' ? 'generator/src' : `packages/${head}/src`, ...rest].join('/');
}

const root = fileURLToPath(new URL('..', import.meta.url));
const sourceFolders = [
  'generator/src',
  'packages/validator/src',
  'packages/client/src',
  'packages/emulator/src',
  'packages/cli/src',
];

function listFiles(folder: string, keep: (file: string) => boolean): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter(keep)
    .sort();
}

const sources = sourceFolders.flatMap((folder) => listFiles(folder, (file) => file.endsWith('.ts')));
const written = sources.filter((file) => !file.includes('/generated/'));
const texts = new Map(sources.map((file) => [file, readFileSync(join(root, file), 'utf8')]));

/** What a file imports, `import type` and `import()` included, as it is written. */
function importsOf(file: string): string[] {
  const text = texts.get(file) ?? '';
  const pattern =
    /(?:^|\n)\s*(?:import|export)\b[^;'"`]*?\bfrom\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|\brequire\(\s*['"]([^'"]+)['"]\s*\)/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? match[4] ?? '');
}

function unitOf(file: string): string | undefined {
  return Object.keys(importTable)
    .filter((unit) => file === unit || file.startsWith(`${unit}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** The file behind a relative import; a package's own name counts as the file of its entry. */
function resolveImport(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  return undefined;
}

test('every file imports only what the table allows', () => {
  const wrong: string[] = [];
  for (const file of written) {
    const unit = unitOf(file);
    if (unit === undefined) {
      wrong.push(`${file} belongs to no unit of the table`);
      continue;
    }
    const allowed = [unit, ...(importTable[unit] ?? []).map(unitPath)];
    for (const specifier of importsOf(file)) {
      if (specifier.startsWith('node:')) continue;
      const target = resolveImport(file, specifier);
      const name = target === undefined ? specifier : (unitOf(target) ?? target);
      if (!allowed.some((entry) => name === entry || (entry.endsWith('/*') && name.startsWith(entry.slice(0, -1)))))
        wrong.push(`${file} imports ${specifier}`);
    }
  }
  assert.equal(wrong, []);
});

test('imports never run in a circle, `import type` included', () => {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) {
      circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const specifier of importsOf(file)) {
      const target = resolveImport(file, specifier);
      if (target !== undefined && texts.has(target)) visit(target, [...path, file]);
    }
    done.add(file);
  };
  for (const file of sources) visit(file, []);
  assert.equal(circles, []);
});

test('relative imports name files that are there', () => {
  const missing = written.flatMap((file) =>
    importsOf(file)
      .filter((specifier) => specifier.startsWith('.'))
      .filter((specifier) => specifier.endsWith('.ts') && !texts.has(resolveImport(file, specifier) ?? ''))
      .map((specifier) => `${file} imports ${specifier}`),
  );
  assert.equal(missing, []);
});

test('public names are written out: no `export *`, no default export', () => {
  const wrong = sources.filter((file) => /^export (\*|default\b)/m.test(texts.get(file) ?? ''));
  assert.equal(wrong, []);
});

test('only packages have an index.ts, and the rules a list', () => {
  const allowed = /^(generator|packages\/\w+)\/src\/(index|rules\/index|generated\/index)\.ts$/;
  assert.equal(
    sources.filter((file) => file.endsWith('/index.ts') && !allowed.test(file)),
    [],
  );
});

test('no file is named after nothing', () => {
  assert.equal(
    written.filter((file) => /(^|\/)(utils?|helpers?|common|core|misc|manager)(\.ts|\/|$)/.test(file)),
    [],
  );
});

test('a written file has one idea: at most 500 lines, unless it is a parser', () => {
  const long = written.filter(
    (file) => !file.endsWith('/parser.ts') && (texts.get(file) ?? '').split('\n').length > 500,
  );
  assert.equal(long, []);
});

test('the validator touches no disk, network, console or process', () => {
  const builtin = new Set(builtinModules);
  const wrong = sources
    .filter((file) => file.startsWith('packages/validator/src/'))
    .filter((file) => {
      const text = texts.get(file) ?? '';
      return (
        importsOf(file).some((name) => name.startsWith('node:') || builtin.has(name)) ||
        /\b(console|process)\.\w|\bBuffer\b|\brequire\(/.test(text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''))
      );
    });
  assert.equal(wrong, []);
});

test('generator and validator know no Bedrock; client and cli only where import jobs are the topic', () => {
  const word = /bedrock|model.?import|imported.?model|import.?job/i;
  const topical = /^packages\/(client|cli)\/src\/(.*\/)?(import-jobs?|imported-models?|jobs|models)[\w-]*(\.ts|\/)/;
  const wrong = written
    .filter((file) => !file.startsWith('packages/emulator/') && !topical.test(file))
    .flatMap((file) =>
      (texts.get(file) ?? '')
        .split('\n')
        .flatMap((line, index) => (word.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
    );
  assert.equal(wrong, []);
});

test('ts-morph appears in one file', () => {
  assert.equal(
    sources.filter((file) => importsOf(file).includes('ts-morph')),
    ['generator/src/emit/print.ts'],
  );
});

test('every test file runs its suite', () => {
  const tests = listFiles('test', (file) => file.endsWith('.test.ts'));
  assert.ok(tests.length > 10);
  assert.equal(
    tests.filter((file) => !/\.run\(\);/.test(readFileSync(join(root, file), 'utf8'))),
    [],
  );
});

test('every rule stands where its id says, and in the list', () => {
  const folder = 'packages/validator/src/rules/';
  const index = texts.get(`${folder}index.ts`) ?? '';
  const files = written.filter(
    (file) => file.startsWith(folder) && /^export const rule\b/m.test(texts.get(file) ?? ''),
  );
  assert.ok(files.length > 30);
  const unlisted = files.filter((file) => {
    const path = file.slice(folder.length);
    return !index.includes(`'./${path}'`) || !index.includes(`'${path.replace(/\.ts$/, '')}'`);
  });
  assert.equal(unlisted, []);
});

test.run();
