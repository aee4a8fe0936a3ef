import type { Finding } from '../diagnostic/diagnostic.ts';
import type { StructureError } from '../shape/api.ts';
import type { JsonValue } from '../shape/json.ts';
import { readDocuments } from '../source/read-documents.ts';
import { type DocumentFault, explainDocumentError, isMisspelt } from './explain-document.ts';
import { baselineValidator } from './generated/documents.ts';

/** A finding that was there before, known again by what it is about and never by its line. */
export interface BaselineEntry {
  /** Relative to the baseline's own file, with `/`. */
  readonly file: string;
  /** 0-based. */
  readonly document: number;
  /** RFC 6901, into the operation's input. */
  readonly pointer: string;
  readonly rule: string;
  readonly valueHash: string;
}

/** What a baseline's text says; `faults` have their place as line and column where there is one. */
export type BaselineText =
  | { readonly entries: readonly BaselineEntry[]; readonly fault: null }
  | { readonly entries: null; readonly fault: BaselineFault };

export interface BaselineFault {
  readonly message: string;
  readonly help: string;
  readonly line: number;
  readonly column: number;
}

const entryKeys = ['file', 'document', 'pointer', 'rule', 'valueHash'];

/** Reads a baseline; the first fault where it is none. */
export function readBaseline(text: string): BaselineText {
  let value: unknown;
  try {
    value = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch {
    return { entries: null, fault: findTextFault(text) };
  }
  if (baselineValidator(value)) return { entries: (value as { findings: BaselineEntry[] }).findings, fault: null };
  const listKnown = ({ instancePath }: StructureError) => (instancePath === '' ? ['version', 'findings'] : entryKeys);
  const error = baselineValidator.errors?.find((each) => !isMisspelt(each, value as JsonValue, listKnown(each)));
  if (error === undefined) throw new Error('the validator refuses and does not say why');
  const known = listKnown(error);
  return { entries: null, fault: placeFault(text, explainDocumentError(error, value as JsonValue, known)) };
}

function findTextFault(text: string): BaselineFault {
  const { hits, lines } = readDocuments(text, 'json');
  const [hit] = hits;
  const { line, column } = lines.position(hit?.start ?? 0);
  const message = `the text is not JSON: ${String(hit?.facts.problem ?? 'it has a fault')}`;
  return { message, help: 'Write it anew with `--write-baseline`.', line, column };
}

/** A baseline may be larger than what has places; then its start has to do. */
function placeFault(text: string, { pointer, part, message, help }: DocumentFault): BaselineFault {
  const { documents, lines } = readDocuments(text, 'json');
  const at = documents[0]?.offsets(pointer, part === 'key' ? 'key' : 'value');
  const { line, column } = lines.position(at?.start ?? 0);
  return { message, help, line, column };
}

/** What an entry and a finding of a file are compared by. */
export function keyOfEntry({ file, document, pointer, rule, valueHash }: BaselineEntry): string {
  return JSON.stringify([file, document, pointer, rule, valueHash]);
}

/** The entry of a finding; `file` relative to the baseline's own. */
export function makeEntry(file: string, { document, pointer, rule, valueHash }: Finding): BaselineEntry {
  return { file, document, pointer, rule, valueHash };
}

/** Marks the findings that a baseline has and nothing else silences. */
export function applyBaseline(
  findings: readonly Finding[],
  file: string,
  keys: ReadonlySet<string>,
  isSilenceable: (rule: string) => boolean,
): readonly Finding[] {
  if (keys.size === 0) return findings;
  return findings.map((finding) => {
    if (finding.suppressed !== null || !isSilenceable(finding.rule)) return finding;
    if (!keys.has(keyOfEntry(makeEntry(file, finding)))) return finding;
    return Object.assign({}, finding, { suppressed: { by: 'baseline', reason: 'in the baseline' } as const });
  });
}

function compareEntries(a: BaselineEntry, b: BaselineEntry): number {
  const compare = (one: string | number, other: string | number) => (one < other ? -1 : one > other ? 1 : 0);
  return (
    compare(a.file, b.file) ||
    compare(a.document, b.document) ||
    compare(a.pointer, b.pointer) ||
    compare(a.rule, b.rule) ||
    compare(a.valueHash, b.valueHash)
  );
}

/** Writes a baseline: each entry once and on a line of its own, sorted, the same bytes for the same findings. */
export function writeBaseline(entries: Iterable<BaselineEntry>): string {
  const unique = new Map<string, BaselineEntry>();
  for (const { file, document, pointer, rule, valueHash } of entries) {
    const entry = { file, document, pointer, rule, valueHash };
    unique.set(keyOfEntry(entry), entry);
  }
  const lines = [...unique.values()].sort(compareEntries).map((entry) => `    ${JSON.stringify(entry)}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "version": 1,\n  "findings": ${list}\n}\n`;
}
