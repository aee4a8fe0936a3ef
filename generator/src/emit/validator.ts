import type { JsonObject } from '@shapegate/validator/leaves';
import { isObject } from '@shapegate/validator/leaves';
import standaloneModule from 'ajv/dist/standalone/index.js';
import type { ApiView } from './api-view.ts';
import { escapeInvisible, quoteName } from './escape.ts';
import type { TypeScriptSource } from './file.ts';
import { createStructureAjv } from './structure-ajv.ts';

const standaloneCode = standaloneModule.default;

/** What Ajv's code requires; the run time's own function takes its place. */
const requiredLength = 'require("ajv/dist/runtime/ucs2length").default';

/** What the code may use of the run time. */
const runtimeNames = ['addErrors', 'countCodePoints', 'formats'];

/** Ajv's standalone code for the inputs of all operations, which share the functions of their structures. */
export function emitValidators(view: ApiView): TypeScriptSource {
  const { ajv, refs } = createStructureAjv(view);
  const operations = [...refs];
  const exportName = (index: number) => `operation${index}`;
  const code = standaloneCode(ajv, Object.fromEntries(operations.map(([, ref], index) => [exportName(index), ref])));
  const functions = new Map<string, string>();
  const body = takeOver(code).replace(/^export const (\w+) = (\w+);\n/gm, (_, name: string, target: string) => {
    functions.set(name, target);
    return '';
  });
  const entries = operations.map(([name], index) => `  ${quoteName(name)}: ${functions.get(exportName(index))},\n`);
  const names = runtimeNames.filter((name) => new RegExp(`\\b${name}\\b`).test(body));
  return {
    kind: 'typescript',
    path: 'validators.ts',
    emitter: 'validator',
    unchecked: true,
    statements: [
      { kind: 'import', from: '@shapegate/validator/runtime', names, types: ['StructureValidator'] },
      { kind: 'text', text: body },
      {
        kind: 'const',
        name: 'validators',
        type: '{ readonly [operation: string]: StructureValidator }',
        doc: { text: "Check an operation's input against the model's own constraints, by operation name." },
        value: `{\n${entries.join('')}}`,
      },
    ],
  };
}

/** Turns Ajv's text into a module of ours: imports for requires, no unused schema, no quadratic gathering of errors. */
function takeOver(code: string): string {
  let text = dropUnusedSchemas(code)
    .replace(/^"use strict";\n?/, '')
    .replaceAll(requiredLength, 'countCodePoints');
  // Inside a string of Ajv's a quote is escaped, so this can only be code.
  if (/\brequire\("/.test(text)) throw new Error('the standalone code requires what has no replacement');
  text = text
    .replace(
      /vErrors = vErrors === null \? ([\w.]+)\.errors : vErrors\.concat\(\1\.errors\);/g,
      'vErrors = addErrors(vErrors, $1.errors);',
    )
    // In an object literal of JavaScript this key would set the prototype.
    .replace(/(?<!\\)"__proto__":/g, '["__proto__"]:')
    .replace(/<(?=\/|!--)/g, '\\x3c');
  return escapeInvisible(text);
}

/** Keeps of each schema what the code reads of it: names of members, values of enumerations, often nothing. */
function dropUnusedSchemas(text: string): string {
  const read = new Map<string, Set<string>>();
  for (const [, name = '', key] of text.matchAll(/\b(schema\d+)\b(?! = )(?:\.(\w+))?/g)) {
    const keys = read.get(name) ?? new Set();
    read.set(name, keys.add(key ?? ''));
  }
  return text.replace(/^const (schema\d+) = (.*);\n/gm, (line, name: string, json: string) => {
    const keys = read.get(name);
    if (keys === undefined) return '';
    if (keys.has('')) return line;
    const schema: unknown = JSON.parse(json);
    const kept = Object.entries(isObject(schema) ? schema : {}).filter(([key]) => keys.has(key));
    const slim = kept.map(([key, value]) => [key, key === 'properties' && isObject(value) ? markNames(value) : value]);
    return `const ${name} = ${JSON.stringify(Object.fromEntries(slim))};\n`;
  });
}

function markNames(properties: JsonObject): JsonObject {
  return Object.fromEntries(Object.keys(properties).map((name) => [name, 1]));
}
