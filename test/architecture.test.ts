import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

/**
 * Who may import whom. A unit is a folder, together with the file of the same name beside it, or a file alone; the
 * longest path that fits names a file's unit. `validator/rule` is short for `packages/validator/src/rule`, and
 * `generator/emit` for `generator/src/emit`. A unit imports itself and what stands behind it, and every unit behind it
 * stands above it: read downward, the table is the road of the data. `@` are public entries of our packages, `npm:`
 * libraries; `node:` is for those who name it.
 */
const importTable: Record<string, string> = {
  // Leaves of the run time: data types and small pure functions, shared with the generator.
  'validator/diagnostic': '',
  'validator/shape': '',
  'validator/shape/pattern': '',
  'validator/rule': 'validator/diagnostic validator/shape validator/shape/pattern',
  'validator/leaves': 'validator/diagnostic validator/shape validator/shape/pattern validator/rule',

  // Model text → artefacts, while developing.
  'generator/generated': '',
  'generator/syntax': '@shapegate/validator/leaves',
  'generator/model': 'generator/generated generator/syntax @shapegate/validator/leaves',
  'generator/check/pattern': '@shapegate/validator/leaves',
  'generator/check': 'generator/check/pattern generator/model generator/syntax @shapegate/validator/leaves',
  'generator/diff': 'generator/model generator/syntax @shapegate/validator/leaves',
  'generator/emit':
    'generator/check/pattern generator/model generator/syntax @shapegate/validator/leaves npm:ajv npm:ajv-formats npm:ts-morph',
  'generator/pipeline':
    'generator/emit generator/check generator/check/pattern generator/model @shapegate/validator/leaves',
  'generator/model-files': 'generator/model node: npm:tinyglobby',
  'generator/output-files': 'generator/model-files generator/emit node: npm:diff',
  'generator/inspect': 'generator/diff generator/emit generator/check generator/model @shapegate/validator/leaves',
  'generator/models': 'generator/inspect generator/model-files generator/model',
  'generator/main':
    'generator/output-files generator/model-files generator/pipeline generator/emit @shapegate/validator/leaves',
  'generator/index':
    'generator/main generator/inspect generator/output-files generator/model-files generator/pipeline generator/emit generator/model',

  // Text and values → findings, at run time.
  'validator/value-hash': 'validator/shape',
  'validator/source': 'validator/diagnostic validator/shape npm:js-yaml',
  'validator/rules': 'validator/rule validator/diagnostic validator/shape validator/shape/pattern',
  'validator/structure':
    'validator/rules validator/value-hash validator/rule validator/diagnostic validator/shape validator/shape/pattern npm:ajv-formats',
  'validator/check':
    'validator/structure validator/rules validator/value-hash validator/rule validator/diagnostic validator/shape',
  'validator/spec':
    'validator/check validator/structure validator/rules validator/rule validator/diagnostic validator/shape',
  'validator/lint':
    'validator/spec validator/check validator/source validator/value-hash validator/rule validator/diagnostic validator/shape',
  'validator/fix': 'validator/diagnostic',
  'validator/suppression':
    'validator/lint validator/check validator/source validator/rules validator/value-hash validator/rule validator/diagnostic validator/shape',
  'validator/cross':
    'validator/diagnostic validator/shape validator/check validator/lint validator/rules validator/value-hash',
  'validator/plain-data': 'validator/check validator/rule validator/diagnostic validator/shape',
  'validator/policy/language': 'validator/rule validator/diagnostic validator/shape validator/shape/pattern',
  'validator/policy/built-in':
    'validator/policy/language validator/structure validator/rule validator/diagnostic validator/shape',
  'validator/policy/reference': 'validator/policy/built-in validator/policy/language validator/rule validator/shape',
  'validator/policy/run':
    'validator/policy/built-in validator/policy/language validator/check validator/value-hash validator/rule validator/diagnostic validator/shape',
  'validator/policy/document':
    'validator/policy/run validator/policy/built-in validator/policy/language validator/lint validator/check validator/structure validator/rules validator/source validator/value-hash validator/rule validator/diagnostic validator/shape validator/shape/pattern',
  'validator/policy':
    'validator/policy/document validator/policy/run validator/policy/built-in validator/policy/language validator/check validator/source validator/value-hash validator/shape',
  'validator/gate':
    'validator/plain-data validator/suppression validator/check validator/structure validator/rules validator/value-hash validator/rule validator/diagnostic validator/shape',
  'validator/shape-builder': 'validator/plain-data',
  'validator/runtime': 'validator/shape-builder validator/gate validator/structure validator/shape',
  'validator/index':
    'validator/gate validator/cross validator/suppression validator/fix validator/lint validator/check validator/source validator/rules validator/value-hash validator/rule validator/diagnostic validator/shape',

  // A request that a gate has passed → the service.
  'client/client-error': '',
  'client/service-description': '@shapegate/validator/leaves npm:@smithy/core npm:@smithy/types',
  'client/transport': 'npm:@smithy/node-http-handler npm:@smithy/types',
  'client/retry': 'npm:@smithy/core npm:@smithy/types',
  'client/paginate': 'npm:@smithy/types',
  'client/error-registry': 'npm:@smithy/core npm:@smithy/smithy-client npm:@smithy/types',
  'client/endpoint':
    'client/client-error client/service-description npm:@aws-sdk/core npm:@smithy/core npm:@smithy/types',
  'client/authentication':
    'client/client-error client/service-description npm:@aws-sdk/core npm:@aws-sdk/credential-provider-node npm:@smithy/core npm:@smithy/types',
  'client/failure': 'client/client-error client/error-registry npm:@smithy/smithy-client npm:@smithy/types',
  'client/configuration':
    'client/authentication client/endpoint client/retry client/transport client/service-description client/client-error npm:@aws-sdk/core npm:@smithy/core npm:@smithy/node-http-handler npm:@smithy/smithy-client npm:@smithy/types',
  'client/service-client':
    'client/configuration client/failure client/authentication client/error-registry client/service-description npm:@aws-sdk/core npm:@smithy/core npm:@smithy/smithy-client npm:@smithy/types',
  'client/runtime':
    'client/service-client client/configuration client/paginate client/error-registry client/endpoint client/service-description @shapegate/validator/leaves npm:@smithy/types',
  'client/request':
    'client/configuration client/service-description client/client-error @shapegate/validator @shapegate/validator/leaves npm:@smithy/core npm:@smithy/types',
  'client/generated': '@shapegate/client/runtime npm:@smithy/smithy-client npm:@smithy/types',
  'client/import-jobs':
    'client/generated client/request client/configuration client/client-error @shapegate/validator @shapegate/validator/api @shapegate/validator/leaves node: npm:@smithy/smithy-client',
  'client/index':
    'client/import-jobs client/generated client/request client/service-client client/configuration client/transport client/client-error',

  // The service's stand-in.
  'emulator/error': '@shapegate/validator/leaves',
  'emulator/journal': '@shapegate/validator/leaves node:',
  'emulator/store': 'emulator/journal @shapegate/validator/leaves',
  'emulator/signature': 'emulator/error node:',
  'emulator/router': 'emulator/error @shapegate/validator/leaves',
  'emulator/decode-value': 'emulator/error @shapegate/validator/leaves',
  'emulator/decode-request': 'emulator/decode-value emulator/router emulator/error @shapegate/validator/leaves',
  'emulator/constraint-failure': '@shapegate/validator/leaves',
  'emulator/validation-message': 'emulator/constraint-failure',
  'emulator/read-input':
    'emulator/validation-message emulator/constraint-failure emulator/decode-request emulator/router emulator/error @shapegate/validator/leaves',
  'emulator/import-members': '@shapegate/validator/leaves',
  'emulator/operations': 'emulator/import-members emulator/store emulator/error @shapegate/validator/leaves node:',
  'emulator/answer-request':
    'emulator/operations emulator/read-input emulator/router emulator/signature emulator/import-members emulator/store emulator/error @shapegate/validator/leaves node:',
  'emulator/server':
    'emulator/answer-request emulator/journal emulator/store emulator/signature emulator/error @shapegate/validator/api @shapegate/validator/leaves node:',
  'emulator/index': 'emulator/server emulator/operations',

  // A person → all of it.
  'cli/tool-problem': '@shapegate/validator',
  'cli/version': '',
  'cli/terminal': 'node:',
  'cli/disk': 'cli/tool-problem node:',
  'cli/progress-line': 'cli/terminal',
  'cli/temporary-file': 'node:',
  'cli/replace-file': 'cli/temporary-file cli/disk cli/tool-problem node:',
  'cli/options': '',
  'cli/command-table': 'cli/options',
  'cli/arguments': 'cli/options',
  'cli/read-region': 'cli/arguments cli/tool-problem',
  'cli/read-seconds': 'cli/arguments cli/tool-problem',
  'cli/config': 'cli/disk cli/tool-problem @shapegate/validator @shapegate/validator/leaves node:',
  'cli/cache-folder': 'node:',
  'cli/private-file': 'cli/cache-folder cli/temporary-file node:',
  'cli/policy-language': '@shapegate/validator/policy',
  'cli/policy':
    'cli/policy-language cli/private-file cli/cache-folder cli/config cli/disk cli/tool-problem @shapegate/validator @shapegate/validator/leaves @shapegate/validator/policy node:',
  'cli/policies': 'cli/policy',
  'cli/specs':
    'cli/policies cli/policy cli/config cli/read-region cli/arguments cli/disk cli/tool-problem @shapegate/generator @shapegate/validator @shapegate/validator/api node:',
  'cli/cache': 'cli/specs cli/private-file cli/cache-folder cli/disk @shapegate/validator node:',
  'cli/format':
    'cli/specs cli/disk cli/replace-file cli/terminal cli/tool-problem cli/version @shapegate/generator @shapegate/validator @shapegate/validator/policy node:',
  'cli/git': 'cli/config cli/disk cli/tool-problem @shapegate/validator/leaves node:',
  'cli/selection':
    'cli/git cli/specs cli/config cli/arguments cli/disk cli/tool-problem @shapegate/validator node: npm:ignore',
  'cli/read-today': '',
  'cli/silence':
    'cli/format cli/specs cli/config cli/disk cli/replace-file cli/terminal cli/tool-problem @shapegate/validator node:',
  'cli/gate':
    'cli/silence cli/selection cli/specs cli/arguments cli/read-today cli/tool-problem @shapegate/client @shapegate/validator',
  'cli/fix': 'cli/format cli/specs cli/terminal @shapegate/validator',
  'cli/threads': 'cli/specs cli/arguments cli/tool-problem node:',
  'cli/commands':
    'cli/threads cli/cache cli/policy cli/fix cli/gate cli/silence cli/format cli/selection cli/git cli/specs cli/config cli/read-today cli/read-region cli/read-seconds cli/arguments cli/disk cli/replace-file cli/progress-line cli/terminal cli/tool-problem @shapegate/client @shapegate/emulator @shapegate/generator @shapegate/generator/models @shapegate/validator @shapegate/validator/api @shapegate/validator/leaves @shapegate/validator/policy node:',
  'cli/network': 'cli/commands',
  'cli/run-command':
    'cli/network cli/commands cli/arguments cli/command-table cli/options cli/terminal cli/tool-problem cli/version @shapegate/validator npm:yargs',
  'cli/parse-lint': 'cli/command-table cli/arguments cli/options npm:yargs-parser',
  'cli/main':
    'cli/run-command cli/commands cli/threads cli/format cli/parse-lint cli/options cli/terminal cli/tool-problem cli/version',
};

/** Where the table writes `validator/rule`, the unit is `packages/validator/src/rule`. */
function unitPath(short: string): string {
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

/** The unit of a file, as the table writes it. */
function unitOf(file: string): string | undefined {
  return Object.keys(importTable)
    .filter((unit) => file === `${unitPath(unit)}.ts` || file.startsWith(`${unitPath(unit)}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** What an import counts as in the table: a unit, a public entry of ours, `node:` or `npm:name`. */
function nameImport(file: string, specifier: string): string {
  const target = resolveImport(file, specifier);
  if (target !== undefined) return unitOf(target) ?? target;
  if (specifier.startsWith('node:')) return 'node:';
  if (specifier.startsWith('@shapegate/')) return specifier;
  return `npm:${specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')}`;
}

/** The file behind a relative import; a package's own name counts as the file of its entry. */
function resolveImport(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  return undefined;
}

test('every file imports only what the table allows', () => {
  const wrong = written.flatMap((file) => {
    const unit = unitOf(file);
    if (unit === undefined) return [`${file} belongs to no unit of the table`];
    const allowed = new Set([unit, ...(importTable[unit] ?? '').split(' ')]);
    return importsOf(file)
      .filter((specifier) => !specifier.endsWith('.json') && !allowed.has(nameImport(file, specifier)))
      .map((specifier) => `${file} imports ${specifier}, which ${unit} may not`);
  });
  assert.equal(wrong, []);
});

test('the table runs downward, and allows nothing that no file needs', () => {
  const above = new Set<string>();
  const wrong: string[] = [];
  for (const [unit, allowed] of Object.entries(importTable)) {
    const files = sources.filter((file) => unitOf(file) === unit);
    if (files.length === 0) wrong.push(`${unit} has no file`);
    const needed = new Set(files.flatMap((file) => importsOf(file).map((specifier) => nameImport(file, specifier))));
    for (const below of allowed.split(' ').filter((name) => name !== '')) {
      if (!needed.has(below)) wrong.push(`${unit} does not import ${below}`);
      if (/^(validator|generator|client|emulator|cli)\//.test(below) && !above.has(below))
        wrong.push(`${below} stands below ${unit}`);
    }
    above.add(unit);
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
    // What the client's entry exports is named after the operations.
    .filter((file) => !file.startsWith('packages/emulator/') && file !== 'packages/client/src/index.ts')
    .filter((file) => !topical.test(file))
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
