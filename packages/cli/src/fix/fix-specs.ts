import { applyFixes, type Finding } from '@shapegate/validator';
import { compareSpecs } from '../specs/compare-specs.ts';
import { type KeptFile, keepFile } from '../specs/keep-file.ts';
import type { LintedFile } from '../specs/linted-file.ts';

/** A file after its fixes. */
export interface FixedFile {
  /** As it is now; the very file that was given where nothing was fixed. */
  readonly kept: KeptFile;
  /** With the byte order mark; both empty where there was nothing to fix. */
  readonly before: string;
  readonly after: string;
  readonly applied: readonly Finding[];
  /** Fixable findings that no fix has made better. */
  readonly left: readonly Finding[];
}

/** What fixing asks of a run. */
export interface FixTools {
  /** What is said of a file before specs are compared: its findings, those marked that something silences. */
  judge(linted: LintedFile): readonly Finding[];
  /** The whole of a file: a fix is tried on its text. */
  reopen(kept: KeptFile): Promise<LintedFile | null>;
}

interface TriedFile extends FixedFile {
  readonly given: KeptFile;
  readonly fixable: readonly Finding[];
}

async function fixFile(given: KeptFile, { judge, reopen }: FixTools): Promise<TriedFile> {
  const unchanged: TriedFile = { given, kept: given, before: '', after: '', applied: [], left: [], fixable: [] };
  if (given.commented === null && given.findings.every(({ fix }) => fix === null)) return unchanged;
  const linted = await reopen(given);
  const fixable =
    linted === null ? [] : judge(linted).filter(({ fix, suppressed }) => fix !== null && suppressed === null);
  if (linted === null || fixable.length === 0) return unchanged;
  const { text, byteOrderMark } = linted.result.source;
  const before = (byteOrderMark ? '\ufeff' : '') + text;
  const { text: after, applied, left } = applyFixes(before, (changed) => judge(linted.relint(changed)));
  const kept = after === before ? given : keepFile(linted.relint(after), true);
  return { given, kept, before, after, applied, left, fixable };
}

/** What specs have in common at the moment, each fault by a key, with the files that take part. */
function listRepeats(files: readonly KeptFile[]): Map<string, readonly string[]> {
  const repeats = new Map<string, readonly string[]>();
  for (const [file, findings] of compareSpecs(files))
    for (const { rule, document, pointer, valueHash, related } of findings)
      repeats.set(JSON.stringify([file, rule, document, pointer, valueHash]), [
        file,
        ...related.map((other) => other.file),
      ]);
  return repeats;
}

/** Fixes each file, and takes back what would give two specs the same name. */
export async function fixSpecs(files: readonly KeptFile[], tools: FixTools): Promise<readonly FixedFile[]> {
  let fixed: TriedFile[] = [];
  for (const file of files) fixed.push(await fixFile(file, tools));
  if (fixed.every(({ applied }) => applied.length === 0)) return fixed;
  const old = listRepeats(files);
  for (;;) {
    const clashing = new Set<string>();
    for (const [key, names] of listRepeats(fixed.map(({ kept }) => kept)))
      if (!old.has(key)) for (const name of names) clashing.add(name);
    const isRefused = ({ kept, applied }: FixedFile) => applied.length > 0 && clashing.has(kept.file);
    if (!fixed.some(isRefused)) return fixed;
    fixed = fixed.map((file) =>
      isRefused(file)
        ? Object.assign({}, file, { kept: file.given, after: file.before, applied: [], left: file.fixable })
        : file,
    );
  }
}
