#!/usr/bin/env node
'use strict';

const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const folder = join(__dirname, '../dist');
const file = join(folder, 'main.cjs');

function read(path, encoding) {
  try {
    return readFileSync(path, encoding);
  } catch {
    return undefined;
  }
}

/** Compiling takes longer than linting: V8 takes the code it kept when this was built, where it is the same V8. */
function compile(text) {
  const cachedData = read(`${file}.cache`);
  const source = `(function(exports,require,module,importModule){${text}\n})`;
  return new Script(source, { filename: file, cachedData });
}

/** A script that was compiled like this cannot import; the other bundles stand beside it. */
async function importModule(specifier) {
  return specifier.startsWith('./') ? require(join(folder, specifier)) : import(specifier);
}

const text = read(file, 'utf8');
if (text === undefined) {
  process.stderr.write('shapegate is not built: run `npm run build` in its repository.\n');
  process.exitCode = 2;
} else {
  const script = compile(text);
  const bundle = { exports: {} };
  script.runInThisContext()(bundle.exports, require, bundle, importModule);
  // The build keeps what has been compiled when the command ends.
  if (process.env.SHAPEGATE_KEEP_CODE)
    process.on('exit', () => writeFileSync(`${file}.cache`, script.createCachedData()));
  bundle.exports.main(process.argv.slice(2));
}
