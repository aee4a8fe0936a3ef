#!/usr/bin/env node
'use strict';

const { existsSync } = require('node:fs');
const { join } = require('node:path');

const main = join(__dirname, '../dist/main.cjs');
if (existsSync(main)) {
  require(main).main(process.argv.slice(2));
} else {
  process.stderr.write('shapegate is not built: run `npm run build` in its repository.\n');
  process.exitCode = 2;
}
