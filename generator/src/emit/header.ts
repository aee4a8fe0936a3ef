import { escapeInvisible } from './escape.ts';
import type { GeneratedFile, JsonSource } from './file.ts';

const maker = 'Made by Shapegate';
const lineWidth = 110;

/** The lines of a generated file's first comment: emitter and model files, never a date, a version or an absolute path. */
export function describePrinted(emitter: string, from: readonly string[]): string[] {
  const lines = [`${maker} (emitter: ${emitter}). Do not edit: change the model and generate again.`];
  let line = 'From';
  for (const file of from.map(nameOutside).sort()) {
    if (line.length + file.length > lineWidth) {
      lines.push(line);
      line = ' ';
    }
    line += ` ${file}`;
  }
  return [...lines, line];
}

/** Where a file outside the root lies is another on each machine: only its name is told. */
function nameOutside(file: string): string {
  return /^(?:\.\.\/|\/|[A-Za-z]:)/.test(file) ? file.slice(file.lastIndexOf('/') + 1) : file;
}

/** Prints a JSON file; its header stands in `$comment`, after `$schema`. */
export function printJson(source: JsonSource, from: readonly string[]): GeneratedFile {
  const { $schema, ...rest } = source.value;
  const comment = describePrinted(source.emitter, from).join(' ').replace(/ {2,}/g, ' ');
  const value = { ...($schema === undefined ? {} : { $schema }), $comment: comment, ...rest };
  const text = escapeInvisible(JSON.stringify(value, null, 2));
  return { path: source.path, text: `${text}\n` };
}

/** The emitter that a generated text names; null for a text that no run of the generator wrote, which is never overwritten or removed. */
export function findEmitter(text: string): string | null {
  const start = text.slice(0, 400);
  const isOurs =
    start.startsWith(`// ${maker} (`) || (start.startsWith('{') && start.includes(`"$comment": "${maker} (`));
  return isOurs ? (/\(emitter: ([^)\n]*)\)/.exec(start)?.[1] ?? null) : null;
}
