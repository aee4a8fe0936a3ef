import {
  directiveWord,
  type Finding,
  findUniqueValues,
  type LintResult,
  type SourceFile,
  type UniqueValue,
} from '@shapegate/validator';
import { readBytes } from '../disk.ts';
import type { LintedFile, Surroundings } from './linted-file.ts';

/** What was found in a file, as plain data: what threads and runs tell each other. */
export interface FoundInFile {
  readonly documents: number;
  readonly findings: readonly Finding[];
  /** What no other spec may have. */
  readonly values: readonly UniqueValue[];
  /** Null where it can be read again: a file in which nothing was found. */
  readonly text: string | null;
}

/**
 * What a run keeps of a file while it reads the next ones, so that its memory does not grow by what it has read: what was found,
 * and what specs are compared by.
 */
export interface KeptFile
  extends FoundInFile,
    Pick<
      Surroundings,
      'path' | 'file' | 'format' | 'api' | 'operation' | 'rules' | 'policies' | 'waivers' | 'baseline'
    > {
  /** Null for a file without comments that speak of findings, which are nearly all. */
  readonly commented: SourceFile | null;
}

/** @param isLast true where the text cannot be read again, as that of standard input */
export function keepFile(linted: LintedFile, isLast = false): KeptFile {
  return keepResult(linted, linted.result, isLast);
}

/** Keeps of a file what a run keeps; a text that cannot be read again is kept as well. */
export function keepResult(surroundings: Surroundings, result: LintResult, isLast = false): KeptFile {
  const { source, findings, documents: read, documentCount: documents } = result;
  const { text } = source;
  const found: FoundInFile = {
    documents,
    findings,
    values: findUniqueValues(read, surroundings.api, text.length),
    text: isLast || findings.length > 0 ? text : null,
  };
  return joinFound(surroundings, found, text.includes(directiveWord) ? source : null);
}

/** Joins what was found in a file, now or before, to what decides on it. */
export function joinFound(
  { path, file, format, api, operation, rules, policies, waivers, baseline }: Surroundings,
  { documents, findings, values, text }: FoundInFile,
  commented: SourceFile | null = null,
): KeptFile {
  return {
    path,
    file,
    format,
    api,
    operation,
    rules,
    policies,
    waivers,
    baseline,
    documents,
    findings,
    values,
    text,
    commented,
  };
}

/** The text of a file as it was linted, or as it is now where nothing was kept of it. Throws ToolProblem. */
export function textOf({ path, text }: Pick<KeptFile, 'path' | 'text'>): string {
  return text ?? new TextDecoder().decode(readBytes(path));
}
