import type { Range } from '@shapegate/validator';
import { hashValue } from '@shapegate/validator/policy';
import { describeFailure } from '../disk.ts';
import { ConfigProblem, isToolProblem } from '../tool-problem.ts';
import type { PolicyReader } from './policy-reader.ts';

const start: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/** A policy that cannot be had, as a finding in the file that is wrong, or that names it. */
export function makePolicyProblem(
  file: string,
  message: string,
  help: string,
  { pointer, range }: { readonly pointer: string; readonly range: Range } = { pointer: '', range: start },
): ConfigProblem {
  const rule = 'policy/invalid';
  const at = { rule, severity: 'error', message, help, pointer, document: 0, range } as const;
  return new ConfigProblem(file, [{ ...at, related: [], fix: null, suppressed: null, valueHash: hashValue(null) }]);
}

/** Where a value stands in a file that was read; its beginning where it has no such value. */
export function placeValue(path: string, pointer: string, { files, readDocuments }: PolicyReader) {
  const { documents, lines } = readDocuments(files.read(path), path.endsWith('.json') ? 'json' : 'yaml');
  const place = documents[0]?.offsets(pointer, 'value') ?? null;
  return place === null ? { pointer: '', range: start } : { pointer, range: lines.range(place.start, place.end) };
}

/** Does what reads a policy's file; what goes wrong is told as a finding in that file. */
export function readGuarded<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ConfigProblem) throw error;
    if (isToolProblem(error)) throw makePolicyProblem(file, error.message, error.help);
    throw makePolicyProblem(file, `cannot read \`${file}\`: ${describeFailure(error)}`, 'Check its permissions.');
  }
}
