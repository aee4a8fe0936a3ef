import { applyFixes, type Finding } from '@shapegate/validator';
import { compareSpecs } from '../specs/compare-specs.ts';
import { keepFile } from '../specs/keep-file.ts';
import type { LintedFile } from '../specs/lint-specs.ts';

/** A file after its fixes. */
export interface FixedFile {
  /** As it is now; the very file that was given where nothing was fixed. */
  readonly linted: LintedFile;
  /** With the byte order mark. */
  readonly before: string;
  readonly after: string;
  readonly applied: readonly Finding[];
  /** Fixable findings that no fix has made better. */
  readonly left: readonly Finding[];
}

/** What is said of a file before specs are compared: its findings, those marked that something silences. */
export type Judge = (linted: LintedFile) => readonly Finding[];

function fixFile(linted: LintedFile, judge: Judge): FixedFile {
  const { text, byteOrderMark } = linted.result.source;
  const before = (byteOrderMark ? '\ufeff' : '') + text;
  const unchanged: FixedFile = { linted, before, after: before, applied: [], left: [] };
  if (!judge(linted).some(({ fix, suppressed }) => fix !== null && suppressed === null)) return unchanged;
  const { text: after, applied, left } = applyFixes(before, (changed) => judge(linted.relint(changed)));
  return { linted: after === before ? linted : linted.relint(after), before, after, applied, left };
}

/** What specs have in common at the moment, each fault by a key, with the files that take part. */
function listRepeats(files: readonly FixedFile[]): Map<string, readonly string[]> {
  const repeats = new Map<string, readonly string[]>();
  for (const [file, findings] of compareSpecs(files.map(({ linted }) => keepFile(linted))))
    for (const { rule, document, pointer, valueHash, related } of findings)
      repeats.set(JSON.stringify([file, rule, document, pointer, valueHash]), [
        file,
        ...related.map((other) => other.file),
      ]);
  return repeats;
}

/** Fixes each file, and takes back what would give two specs the same name. */
export function fixSpecs(files: readonly LintedFile[], judge: Judge): FixedFile[] {
  let fixed = files.map((linted) => fixFile(linted, judge));
  if (fixed.every(({ applied }) => applied.length === 0)) return fixed;
  const old = listRepeats(files.map((linted) => ({ linted, before: '', after: '', applied: [], left: [] })));
  for (;;) {
    const clashing = new Set<string>();
    for (const [key, names] of listRepeats(fixed)) if (!old.has(key)) for (const name of names) clashing.add(name);
    const isRefused = ({ linted, applied }: FixedFile) => applied.length > 0 && clashing.has(linted.file);
    if (!fixed.some(isRefused)) return fixed;
    fixed = fixed.map((file, index) => {
      const linted = files[index];
      if (linted === undefined || !isRefused(file)) return file;
      const left = judge(linted).filter(({ fix, suppressed }) => fix !== null && suppressed === null);
      return { linted, before: file.before, after: file.before, applied: [], left };
    });
  }
}
