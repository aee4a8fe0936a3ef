import { wordRule } from './check/word-rule.ts';
import type { Finding, Related } from './diagnostic/diagnostic.ts';
import { parsePointer } from './diagnostic/pointer.ts';
import { DocumentLinter, lookUpRule } from './lint/document-linter.ts';
import type { LintOptions } from './lint/lint-options.ts';
import type { LintedDocument } from './lint/linted-document.ts';
import type { JsonValue } from './shape/json.ts';
import { valueAtTokens } from './shape/value-at-tokens.ts';
import { readDocuments, type SourceFile } from './source/read-documents.ts';
import type { SourceHit } from './source/source-hit.ts';
import type { Spec } from './spec.ts';
import { hashValue } from './value-hash.ts';

export interface LintResult {
  /** Those that could be read, but for empty ones. */
  readonly documents: readonly LintedDocument[];
  /** All documents, those included that could not be read. */
  readonly documentCount: number;
  /** By document, place and rule. */
  readonly findings: readonly Finding[];
  /** What was read: comments and the text without its byte order mark. */
  readonly source: SourceFile;
}

/**
 * Checks a file of specs: text in, findings with places out. Whatever the text holds is a finding, never an exception.
 *
 * ```ts
 * const { findings } = lintText('jobName: nightly\n', { file: 'a.yaml', format: 'yaml', api });
 * ```
 */
export function lintText(text: string | Uint8Array, options: LintOptions): LintResult {
  const source = readDocuments(text, options.format);
  const documents: LintedDocument[] = [];
  const findings: Finding[] = [];
  // Only what is wrong with the text itself asks for it.
  const read = source.hits.length === 0 ? null : new Map<number, ReadDocument>();
  let excess: SourceHit | null = null;
  for (const document of source.documents) {
    if (document.empty) continue;
    const linter = new DocumentLinter(source, document, options);
    read?.set(document.index, { spec: linter.spec, value: document.value });
    documents.push(linter.describe());
    if (findings.length > mostFindings)
      excess ??= tellExcess(document.index, document.offsets('', 'value')?.start ?? 0);
    else for (const finding of linter.findFaults()) findings.push(finding);
  }
  for (const hit of source.hits) {
    if (findings.length > mostFindings) {
      excess ??= tellExcess(hit.document, hit.start);
      break;
    }
    const finding = placeSourceHit(hit, source, read?.get(hit.document), options);
    if (finding !== null) findings.push(finding);
  }
  // What was not looked at may be wrong: nothing turns this off.
  const told = excess === null ? null : placeSourceHit(excess, source, undefined, { ...options, rules: {} });
  if (told !== null) findings.push(told);
  return { documents, documentCount: source.documentCount, findings: sortFindings(findings), source };
}

/** The documents of a file as a lint understands them, without a word on what is wrong with them. */
export function readLintedDocuments(text: string | Uint8Array, options: LintOptions): LintedDocument[] {
  const source = readDocuments(text, options.format);
  return source.documents
    .filter(({ empty }) => !empty)
    .map((document) => new DocumentLinter(source, document, options).describe());
}

/** Beyond this many findings in one file the rest of it is not looked at, and a finding says so. */
const mostFindings = 10_000;

interface ReadDocument {
  readonly spec: Spec;
  readonly value: JsonValue;
}

function tellExcess(document: number, start: number): SourceHit {
  const facts = { what: 'findings', limit: mostFindings };
  return { rule: 'spec/limits', document, pointer: '', start, end: start, facts, related: [] };
}

/** Orders findings by document, place and rule. */
function sortFindings(findings: Finding[]): Finding[] {
  if (findings.length < 2) return findings;
  return findings.sort((a, b) => {
    const { start: one, end: oneEnd } = a.range;
    const { start: other, end: otherEnd } = b.range;
    return (
      a.document - b.document ||
      one.line - other.line ||
      one.column - other.column ||
      oneEnd.line - otherEnd.line ||
      oneEnd.column - otherEnd.column ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
    );
  });
}

/** A pointer into the document as one into the operation's input; `""` for what lies outside of it. */
function enterInput(pointer: string, spec: Spec | undefined): string {
  if (spec?.inputPointer !== '/input') return pointer;
  return pointer.startsWith('/input/') ? pointer.slice('/input'.length) : '';
}

function placeSourceHit(
  hit: SourceHit,
  source: SourceFile,
  document: ReadDocument | undefined,
  options: LintOptions,
): Finding | null {
  const { rule, severity } = lookUpRule(hit.rule, options);
  if (severity === 'off') return null;
  const spec = document?.spec;
  const related = hit.related.map(
    ({ pointer, start, end, message }): Related => ({
      file: options.file,
      document: hit.document,
      pointer: enterInput(pointer, spec),
      range: source.lines.range(start, end),
      message,
    }),
  );
  return {
    rule: hit.rule,
    severity,
    ...wordRule(rule, hit.facts),
    pointer: enterInput(hit.pointer, spec),
    document: hit.document,
    range: source.lines.range(hit.start, hit.end),
    related,
    fix: null,
    suppressed: null,
    valueHash: hashValue(document === undefined ? null : valueAtTokens(document.value, parsePointer(hit.pointer))),
  };
}
