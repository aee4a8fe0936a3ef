import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { compileGlob, findGlobFault } from '../../packages/cli/src/config/glob.ts';

const cases: readonly [glob: string, matching: readonly string[], other: readonly string[]][] = [
  ['a.yaml', ['a.yaml'], ['b/a.yaml', 'a-yaml', 'a.yaml2']],
  ['./a.yaml', ['a.yaml'], []],
  ['*.yaml', ['a.yaml', '.a.yaml', '.yaml'], ['b/a.yaml']],
  ['**/*.yaml', ['a.yaml', 'b/a.yaml', 'b/c/a.yaml'], ['b/a.yml']],
  ['imports/**', ['imports/a', 'imports/b/c'], ['imports', 'other/a']],
  ['a/**/b/*.json', ['a/b/x.json', 'a/c/b/x.json', 'a/c/d/b/x.json'], ['a/x.json', 'b/x.json']],
  ['**/**/**/*.json', ['x.json', 'a/x.json'], ['x.yaml']],
  ['*.{yaml,yml,json}', ['a.yaml', 'a.yml', 'a.json'], ['a.{yaml', 'a.toml']],
  ['{a,b/{c,d}}/*.yaml', ['a/x.yaml', 'b/c/x.yaml', 'b/d/x.yaml'], ['b/x.yaml']],
  ['job-?.yaml', ['job-1.yaml'], ['job-.yaml', 'job-10.yaml', 'job-/.yaml']],
  ['job-[0-9].yaml', ['job-1.yaml'], ['job-a.yaml']],
  ['job-[!0-9].yaml', ['job-a.yaml'], ['job-1.yaml', 'job-/.yaml']],
  ['a+b(c).yaml', ['a+b(c).yaml'], ['aab(c).yaml']],
  ['{open.yaml', ['{open.yaml'], ['open.yaml']],
  ['[open.yaml', ['[open.yaml'], ['open.yaml']],
];

test('globs match whole paths', () => {
  for (const [glob, matching, other] of cases) {
    const matches = compileGlob(glob);
    for (const path of matching) assert.ok(matches(path), `${glob} should match ${path}`);
    for (const path of other) assert.not.ok(matches(path), `${glob} should not match ${path}`);
  }
});

test('a glob that can match nothing is known', () => {
  for (const glob of ['/a', 'C:\\a', '../a', 'a/../b', 'a//b', 'a/./b', 'a/'])
    assert.ok(findGlobFault(glob) !== null, glob);
  for (const [glob] of cases) assert.is(findGlobFault(glob), null, glob);
});

test.run();
