#!/usr/bin/env node
'use strict';

const { isAscii } = require('node:buffer');
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

/** What was built here; a clone that nothing was built in has what is committed. */
const folders = [join(__dirname, '../dist'), join(__dirname, '../generated')];
let [folder] = folders;
const kept = [];

function read(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** A bundle is written in ASCII; taking it for more costs time. */
function decode(bytes) {
  return isAscii(bytes) ? bytes.latin1Slice() : bytes.utf8Slice();
}

/** V8 believes what it kept when its own version is the same, although releases of Node patch it: then code runs wild. */
function nameCache(file) {
  return `${file}.${process.version}-${process.platform}-${process.arch}.cache`;
}

/** Compiling takes longer than linting: V8 takes the code it kept when this was built, under the same release of Node. */
function load(file, text) {
  const cachedData = read(nameCache(file));
  const source = `(function(exports,require,module,importModule){${text}\n})`;
  const script = new Script(source, { filename: file, cachedData });
  const bundle = { exports: {} };
  script.runInThisContext()(bundle.exports, requireModule, bundle, importModule);
  kept.push({ file, script });
  return bundle.exports;
}

/** Policies are loaded by hooks on every commit, so their code is kept as well. */
const policies = new Map([
  ['./policies.cjs', null],
  ['./policy-language.cjs', null],
]);

/** A script that was compiled like this knows no file beside it. */
function requireModule(specifier) {
  if (!specifier.startsWith('./')) return require(specifier);
  const file = join(folder, specifier);
  if (!policies.has(specifier)) return require(file);
  const bundle = policies.get(specifier) ?? load(file, decode(readFileSync(file)));
  policies.set(specifier, bundle);
  return bundle;
}

/** Nor can it import. */
async function importModule(specifier) {
  return specifier.startsWith('./') ? requireModule(specifier) : import(specifier);
}

let file = join(folder, 'main.cjs');
let bytes = read(file);
if (bytes === undefined) {
  [, folder] = folders;
  file = join(folder, 'main.cjs');
  bytes = read(file);
}
if (bytes === undefined) {
  process.stderr.write('shapegate is not built: run `npm run build` in its repository.\n');
  process.exitCode = 2;
} else {
  const { main } = load(file, decode(bytes));
  // The build keeps what has been compiled when the command ends.
  if (process.env.SHAPEGATE_KEEP_CODE)
    process.on('exit', () => {
      for (const { file: bundle, script } of kept) writeFileSync(nameCache(bundle), script.createCachedData());
    });
  main(process.argv.slice(2));
}
