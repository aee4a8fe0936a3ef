// Compiles the schemas of waivers and baselines to code that needs no Ajv, as the shipped validators of requests are.
// `--check` compares only.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { _, Ajv } from 'ajv';
import standaloneModule from 'ajv/dist/standalone/index.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';

const target = new URL('src/suppression/generated/documents.ts', import.meta.url);
const kinds = ['waivers', 'baseline'];

/** The schema without what only people read; Ajv would copy it into the code. */
function stripWords(value) {
  if (Array.isArray(value)) return value.map(stripWords);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(
    ([key, part]) => typeof part !== 'string' || !['title', 'description', '$schema'].includes(key),
  );
  return Object.fromEntries(entries.map(([key, part]) => [key, stripWords(part)]));
}

export function compileSchemas() {
  const ajv = new Ajv({
    strict: true,
    allErrors: true,
    ownProperties: true,
    messages: false,
    logger: false,
    code: { source: true, esm: true, lines: true, formats: _`formats` },
    formats: { date: fullFormats.date },
  });
  for (const kind of kinds) {
    const text = readFileSync(new URL(`../cli/schema/${kind}.schema.json`, import.meta.url), 'utf8');
    ajv.addSchema({ $id: kind, ...stripWords(JSON.parse(text)) });
  }
  const names = Object.fromEntries(kinds.map((kind) => [`${kind}Code`, kind]));
  const code = standaloneModule
    .default(ajv, names)
    .replace(/^"use strict";\n?/, '')
    .replaceAll('require("ajv/dist/runtime/ucs2length").default', 'countCodePoints')
    // Copying the errors gathered so far each time is quadratic in a long list.
    .replace(
      /vErrors = vErrors === null \? ([\w.]+)\.errors : vErrors\.concat\(\1\.errors\);/g,
      'vErrors = addErrors(vErrors, $1.errors);',
    );
  const count = (name) => code.split(new RegExp(`\\b${name}\\b`)).length - 1;
  const slim = code.replace(/^const (schema\d+) = .*;\n/gm, (line, name) => (count(name) > 1 ? line : ''));
  if (/\brequire\(/.test(slim)) throw new Error('the standalone code requires what has no replacement');
  const used = ['countCodePoints', 'addErrors', 'formats'].filter((name) => new RegExp(`\\b${name}\\b`).test(slim));
  const standalone = '../../structure/standalone.ts';
  const from = { countCodePoints: '../../structure/code-points.ts', addErrors: standalone, formats: standalone };
  return [
    '// @ts-nocheck',
    '// Made by packages/validator/compile-schemas.mjs from packages/cli/schema/{waivers,baseline}.schema.json; do not edit.',
    "import type { StructureValidator } from '../../shape/api.ts';",
    ...used.map((name) => `import { ${name} } from '${from[name]}';`),
    '',
    slim.replace(/^export const (\w+) = /gm, 'const $1 = ').trim(),
    '',
    '/** Checks a document of waivers. */',
    'export const waiversValidator: StructureValidator = waiversCode;',
    '/** Checks a baseline. */',
    'export const baselineValidator: StructureValidator = baselineCode;',
    '',
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const made = compileSchemas();
  const isCheck = process.argv.includes('--check');
  if (!isCheck) writeFileSync(target, made);
  else if (readFileSync(target, 'utf8') !== made) {
    console.error('src/suppression/generated/documents.ts is stale: node packages/validator/compile-schemas.mjs');
    process.exitCode = 1;
  }
}
