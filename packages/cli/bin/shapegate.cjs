#!/usr/bin/env node
'use strict';

let entry;
try {
  entry = require('../dist/main.cjs');
} catch (error) {
  if (error.code !== 'MODULE_NOT_FOUND') throw error;
  process.stderr.write('shapegate is not built: run `npm run build` in its repository.\n');
  process.exitCode = 2;
}
entry?.main(process.argv.slice(2));
