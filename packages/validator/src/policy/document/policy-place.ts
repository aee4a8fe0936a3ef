import type { PolicyProblem } from '../../check/policy-set.ts';
import { parsePointer } from '../../diagnostic/pointer.ts';
import type { Range } from '../../diagnostic/range.ts';
import { locatePart } from '../../lint/locate.ts';
import type { Part } from '../../rule/hit.ts';
import type { JsonValue } from '../../shape/json.ts';
import { valueAtTokens } from '../../shape/value-at-tokens.ts';
import type { SourceFile } from '../../source/read-documents.ts';
import type { SourceDocument } from '../../source/source-document.ts';
import { hashValue } from '../../value-hash.ts';
import { mapScalar } from './scalar-map.ts';

/** A part of a scalar's value, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface ProblemDetails {
  readonly help?: string | undefined;
  readonly part?: Part;
  readonly span?: Span;
}

/** One document of a policy file, and where in the file what is wrong with it stands. */
export class PolicyPlace {
  readonly file: string;
  readonly document: SourceDocument;
  readonly problems: PolicyProblem[];
  readonly #source: SourceFile;
  /** What a misspelt key is taken for, and what is said but cannot be read. */
  readonly #meant = new Set<string>();

  constructor(file: string, source: SourceFile, document: SourceDocument, problems: PolicyProblem[]) {
    this.file = file;
    this.document = document;
    this.problems = problems;
    this.#source = source;
  }

  /** Takes a key as meant by another, or by a value that cannot be read, which has been reported: that it is missing is then no second mistake. */
  takeAsMeant(pointer: string): void {
    this.#meant.add(pointer);
  }

  isMeant(pointer: string): boolean {
    return this.#meant.has(pointer);
  }

  /** @param details with the part `parent` for what is missing, which is not told where it is meant */
  report(pointer: string, message: string, { help, part = 'value', span }: ProblemDetails = {}): void {
    if (part === 'parent' && this.isMeant(pointer)) return;
    this.problems.push({
      file: this.file,
      finding: {
        rule: 'policy/invalid',
        severity: 'error',
        message,
        help: writeSentence(help ?? ''),
        pointer,
        document: this.document.index,
        range: this.rangeOf(pointer, part, span),
        related: [],
        fix: null,
        suppressed: null,
        valueHash: hashValue(this.valueAt(pointer)),
      },
    });
  }

  valueAt(pointer: string): JsonValue {
    return valueAtTokens(this.document.value, parsePointer(pointer));
  }

  /** The text of a value, or of a part of it; the whole value where a part has no text of its own, as behind an alias. */
  rangeOf(pointer: string, part: Part = 'value', span?: Span): Range {
    const { start, end } = locatePart(this.document, pointer, part);
    const value = span === undefined ? null : this.valueAt(pointer);
    if (span !== undefined && typeof value === 'string' && this.document.originOffsets(pointer, 'value') === null) {
      const map = mapScalar(this.#source.text.slice(start, end), value);
      if (map !== null) {
        const from = map[Math.min(span.start, value.length)] ?? 0;
        const last = span.end > span.start ? (map[Math.min(span.end, value.length) - 1] ?? 0) + 1 : from;
        const to = Math.max(last, Math.min(map[Math.min(span.end, value.length)] ?? 0, last));
        return this.#source.lines.range(start + from, start + to);
      }
    }
    return this.#source.lines.range(start, end);
  }

  /** `file:line:column` of a place. */
  nameOf(pointer: string, span?: Span): string {
    const { line, column } = this.rangeOf(pointer, 'value', span).start;
    return `${this.file}:${line}:${column}`;
  }
}

/** Helps are sentences; those of the parts are often a phrase of one. */
function writeSentence(text: string): string {
  if (text === '') return '';
  const start = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.?!]$/.test(start) ? start : `${start}.`;
}
