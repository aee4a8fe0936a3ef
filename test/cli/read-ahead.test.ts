import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ReadAhead } from '../../packages/cli/src/specs/read-ahead.ts';
import { goodSpec, makeFolder, run } from './run-shapegate.ts';

const test = suite('reading ahead');

const decoder = new TextDecoder();

interface Answer {
  readonly files: readonly { readonly file: string; readonly findings: readonly { readonly rule: string }[] }[];
}

function writeFiles(texts: readonly string[]): {
  readonly folder: string;
  readonly specs: { file: string; isNamed: boolean }[];
} {
  const folder = mkdtempSync(join(tmpdir(), 'shapegate-ahead-'));
  const specs = texts.map((text, index) => {
    const file = join(folder, `${index}.yaml`);
    writeFileSync(file, text);
    return { file, isNamed: false };
  });
  return { folder, specs };
}

test('many files are read together, each is given once', () => {
  const texts = Array.from({ length: 200 }, (_, index) => 'é'.repeat(index));
  const { folder, specs } = writeFiles(texts);
  try {
    const ahead = new ReadAhead();
    const given = specs.map(({ file }, index) => {
      ahead.reach(specs, index);
      const text = decoder.decode(ahead.take(file));
      assert.is(ahead.take(file), undefined);
      return text;
    });
    assert.equal(given, texts);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what does not fit, cannot be read or was named is left, with what comes after it', () => {
  const large = 'x'.repeat(100 * 1024);
  const { folder, specs } = writeFiles(['a', large, large, large, 'b']);
  try {
    const ahead = new ReadAhead();
    ahead.reach(specs, 0);
    assert.equal(
      specs.map(({ file }) => ahead.take(file)?.length),
      [1, large.length, large.length, undefined, undefined],
    );
    const [first = { file: '', isNamed: false }, , , , last = first] = specs;
    for (const odd of [
      { file: join(folder, 'none.yaml'), isNamed: false },
      { file: folder, isNamed: false },
      { ...last, isNamed: true },
    ]) {
      ahead.reach([first, odd, last], 0);
      assert.equal(
        [first, odd, last].map(({ file }) => ahead.take(file)?.length),
        [1, undefined, undefined],
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a run over a folder of small and large files says what runs over each of them say', () => {
  const comment = `# ${'note '.repeat(100)}\n`;
  const files = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `specs/${String(index).padStart(2, '0')}.yaml`,
      comment.repeat(index % 4 === 1 ? 300 : 1) + goodSpec(`nightly_${index}`),
    ]),
  );
  const folder = makeFolder(files);
  try {
    // What specs repeat of each other is found in a run over all alone.
    const find = (args: readonly string[]) =>
      (JSON.parse(run(['lint', '--format', 'json', ...args], { cwd: folder.path }).stdout) as Answer).files.map(
        ({ file, findings }) => ({ file, findings: findings.filter(({ rule }) => !rule.startsWith('cross/')) }),
      );
    const names = Object.keys(files);
    assert.equal(
      find(['specs']),
      names.flatMap((name) => find([name])),
    );
    run(['lint', '--fix', 'specs'], { cwd: folder.path });
    for (const name of names) assert.match(readFileSync(join(folder.path, name), 'utf8'), 'nightly-');
  } finally {
    folder.remove();
  }
});

test.run();
