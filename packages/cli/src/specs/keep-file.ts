import { directiveWord, type Finding, findUniqueValues, type SourceFile, type UniqueValue } from '@shapegate/validator';
import { readBytes } from '../disk.ts';
import type { LintedFile } from './lint-specs.ts';

/**
 * What a run keeps of a file while it reads the next ones, so that its memory does not grow by what it has read: what was found,
 * and what specs are compared by.
 */
export interface KeptFile
  extends Pick<LintedFile, 'path' | 'file' | 'api' | 'rules' | 'policies' | 'waivers' | 'baseline'> {
  readonly documents: number;
  readonly findings: readonly Finding[];
  /** What no other spec may have. */
  readonly values: readonly UniqueValue[];
  /** Null for a file without comments that speak of findings, which are nearly all. */
  readonly commented: SourceFile | null;
  /** Null where it can be read again: a file in which nothing was found. */
  readonly text: string | null;
}

/** @param isLast true where the text cannot be read again, as that of standard input */
export function keepFile(linted: LintedFile, isLast = false): KeptFile {
  const { path, file, api, rules, policies, waivers, baseline, result } = linted;
  const { source, findings, documentCount: documents } = result;
  const { text } = source;
  return {
    path,
    file,
    api,
    rules,
    policies,
    waivers,
    baseline,
    documents,
    findings,
    values: findUniqueValues(result.documents, api),
    commented: text.includes(directiveWord) ? source : null,
    text: isLast || findings.length > 0 ? text : null,
  };
}

/** The text of a file as it was linted, or as it is now where nothing was kept of it. Throws ToolProblem. */
export function textOf({ path, text }: KeptFile): string {
  return text ?? new TextDecoder().decode(readBytes(path));
}
