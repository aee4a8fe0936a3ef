import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { generateFiles } from '../../generator/src/pipeline.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Generates the client of a model into a folder that is gone when the process ends, and loads it. */
export async function loadClient(
  texts: readonly { file: string; text: string }[],
  operations?: readonly string[],
): Promise<Record<string, unknown>> {
  const { files, events } = await generateFiles(texts, ['client'], operations === undefined ? {} : { operations });
  if (files.length === 0) {
    const errors = events
      .filter(({ severity }) => severity === 'error')
      .map(({ file, message }) => `${file}: ${message}`);
    throw new Error(errors.slice(0, 10).join('\n'));
  }
  const folder = mkdtempSync(join(tmpdir(), 'shapegate-generated-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return (await import(pathToFileURL(join(folder, 'index.ts')).href)) as Record<string, unknown>;
}
