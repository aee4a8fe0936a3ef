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
  let text = code.replace(/^"use strict";\n?/, '').replaceAll(requiredLength, 'countCodePoints');
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
  return escapeInvisible(dropUnusedSchemas(text));
}

function dropUnusedSchemas(text: string): string {
  const used = new Set([...text.matchAll(/\b(schema\d+)(?! = )\b/g)].map(([, name]) => name));
  return text.replace(/^const (schema\d+) = .*;\n/gm, (line, name: string) => (used.has(name) ? line : ''));
}
