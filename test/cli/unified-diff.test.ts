import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { writeUnifiedDiff } from '../../packages/cli/src/format/unified-diff.ts';
import { makeFolder } from './run-shapegate.ts';

/** The text that a patch makes, each line of it compared with the old text. */
function applyPatch(before: string, patch: string): string {
  const old = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const out: string[] = [];
  let at = 0;
  const body = patch.split('\n').slice(2, -1);
  for (const [index, line] of body.entries()) {
    const hunk = /^@@ -(\d+)(?:,(\d+))? /.exec(line);
    if (hunk !== null) {
      const start = Number(hunk[1]) - (hunk[2] === '0' ? 0 : 1);
      while (at < start) out.push(old[at++] ?? '');
    } else if (!line.startsWith('\\')) {
      const text = line.slice(1) + (body[index + 1]?.startsWith('\\') === true ? '' : '\n');
      if (!line.startsWith('+')) assert.is(old[at++], text);
      if (!line.startsWith('-')) out.push(text);
    }
  }
  return [...out, ...old.slice(at)].join('');
}

test('changes that stand apart are hunks of their own, with three lines around', () => {
  const before = 'a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\n';
  const after = before.replace('b\n', 'B\n').replace('k\n', 'k');
  assert.is(
    writeUnifiedDiff('specs/a.yaml', before, after),
    '--- a/specs/a.yaml\n+++ b/specs/a.yaml\n@@ -1,5 +1,5 @@\n a\n-b\n+B\n c\n d\n e\n' +
      '@@ -8,4 +8,4 @@\n h\n i\n j\n-k\n+k\n\\ No newline at end of file\n',
  );
  assert.is(writeUnifiedDiff('a', before, before), '');
  assert.is(writeUnifiedDiff('a', 'x\n', ''), '--- a/a\n+++ b/a\n@@ -1 +0,0 @@\n-x\n');
});

test('a diff leads from the one text to the other', () => {
  const lines = fc.array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n'), { maxLength: 30 });
  fc.assert(
    fc.property(lines, lines, fc.boolean(), (before, after, ends) => {
      const [one, other] = [before.join(''), after.join('') + (ends ? '' : 'end')];
      const patch = writeUnifiedDiff('a', one, other);
      assert.is(patch === '' ? one : applyPatch(one, patch), other, patch);
    }),
    { numRuns: 500 },
  );
});

test('git applies it', () => {
  const before = 'one\r\ntwo\r\nthree';
  const folder = makeFolder({
    'specs/a.yaml': before,
    patch: writeUnifiedDiff('specs/a.yaml', before, 'one\r\n2\r\nthree'),
  });
  try {
    const { status, stderr } = spawnSync('git', ['apply', 'patch'], { cwd: folder.path, encoding: 'utf8' });
    assert.is(status, 0, stderr);
    assert.is(readFileSync(join(folder.path, 'specs/a.yaml'), 'utf8'), 'one\r\n2\r\nthree');
  } finally {
    folder.remove();
  }
});

test('texts that have nothing in common take a moment', () => {
  const text = (word: string) =>
    `${word}\n`.repeat(1).concat(Array.from({ length: 20_000 }, (_, i) => `${word}${i}\n`).join(''));
  assert.ok(writeUnifiedDiff('a', text('x'), text('y')).length > 100_000);
});

test.run();
