import type { Finding } from '@shapegate/validator';
import { escapeLine } from '../format/escape.ts';
import { writeUnifiedDiff } from '../format/unified-diff.ts';
import { isTerminal, write } from '../terminal.ts';
import type { FixedFile } from './fix-specs.ts';

function countRules(findings: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].map(([rule, count]) => (count === 1 ? rule : `${rule} (${count})`)).join(', ');
}

/** Says on standard error what was fixed, and what was not because other findings would have come in its place. */
export function tellFixes(files: readonly FixedFile[], verb: 'fixed' | 'would fix'): void {
  for (const { kept, applied, left } of files) {
    const name = escapeLine(kept.file);
    if (applied.length > 0) write(2, `${verb} in ${name}: ${countRules(applied)}\n`);
    if (left.length > 0) write(2, `left in ${name}: ${countRules(left)}, since its fix would bring another finding\n`);
  }
}

/** Prints what fixing would change. For a terminal it is made harmless; a pipe gets it as it is, for `git apply`. */
export function printChanges(files: readonly FixedFile[]): void {
  const isShown = isTerminal(1);
  for (const { kept, before, after } of files) {
    const diff = writeUnifiedDiff(escapeLine(kept.file), before, after);
    write(1, isShown ? diff.split('\n').map(escapeLine).join('\n') : diff);
  }
}
