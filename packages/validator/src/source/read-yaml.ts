import { type ComposedDocument, YamlComposer } from './compose-yaml.ts';
import { findLastSeparator } from './gap.ts';
import { maximumDepth, maximumDocuments, maximumLines, maximumNodes } from './limits.ts';
import { type ParseFailure, parseYamlEvents } from './parse-events.ts';
import { readPlainYaml } from './read-plain-yaml.ts';
import { createDocument, type SourceDocument } from './source-document.ts';
import type { SourceHit } from './source-hit.ts';

/** What a reader makes of a text. */
export interface ReadText {
  readonly documents: readonly SourceDocument[];
  readonly documentCount: number;
  readonly hits: readonly SourceHit[];
  /** Start and end in turn of the text that comments stand between; null where there are no comments. */
  listTokens(): readonly number[] | null;
}

const limits = { depth: maximumDepth, nodes: maximumNodes, documents: maximumDocuments, lines: maximumLines };

function failureHit(text: string, failure: ParseFailure, document: number): SourceHit {
  const { offset, problem } = failure;
  // One character is pointed at, or the place between two where a line or the text ends.
  const end = /[\r\n]/.test(text[offset] ?? '\n') ? offset : offset + 1;
  const at = { document, pointer: '', start: offset, end, related: [] };
  if (failure.kind === 'syntax') return Object.assign(at, { rule: 'spec/parse' as const, facts: { problem } });
  const facts = { what: failure.kind, limit: limits[failure.kind] };
  return Object.assign(at, { rule: 'spec/limits' as const, facts });
}

function compose(text: string): YamlComposer | ParseFailure {
  const events = parseYamlEvents(text);
  if (!Array.isArray(events)) return events;
  const composer = new YamlComposer(text, events);
  composer.compose();
  return composer;
}

/** An empty document is nothing at the end of a stream that has another, and a fault elsewhere. */
function listEmptyDocuments(documents: readonly ComposedDocument[], text: string): SourceHit[] {
  const hits: SourceHit[] = [];
  documents.forEach(({ empty, start }, document) => {
    if (!empty) return;
    const end = text.startsWith('---', start) ? start + 3 : start;
    hits.push({ rule: 'spec/empty', document, pointer: '', start, end, facts: {}, related: [] });
  });
  return hits;
}

/** Reads YAML 1.2; where the text is not YAML, the documents before the fault are read all the same. */
export function readYaml(text: string, bytes: Uint8Array | null = null): ReadText {
  const documents = readPlainYaml(text, bytes);
  if (documents === null) return readWholeYaml(text);
  return { documents, documentCount: documents.length, hits: [], listTokens: () => readWholeYaml(text).listTokens() };
}

/** The same for any text, in one go. */
export function readWholeYaml(text: string): ReadText {
  const whole = compose(text);
  const failure = whole instanceof YamlComposer ? null : whole;
  let composer = whole instanceof YamlComposer ? whole : null;
  if (failure !== null && (failure.kind === 'syntax' || failure.kind === 'depth')) {
    const separator = findLastSeparator(text, failure.offset);
    const before = separator > 0 ? compose(text.slice(0, separator)) : null;
    if (before instanceof YamlComposer) composer = before;
  }
  const composed = composer?.documents ?? [];
  if (failure === null && composed.length > 1 && composed.at(-1)?.empty === true) composed.pop();
  const hits = [...(composer?.hits ?? []), ...listEmptyDocuments(composed, text)];
  if (failure !== null) hits.push(failureHit(text, failure, composed.length));
  const documentCount = composed.length + (failure === null ? 0 : 1);
  if (documentCount === 0)
    hits.push({ rule: 'spec/empty', document: 0, pointer: '', start: 0, end: 0, facts: {}, related: [] });
  const documents: SourceDocument[] = [];
  composed.forEach(({ root, empty }, index) => {
    if (root !== null) documents.push(createDocument(index, root, empty, composer?.shared ?? null));
  });
  const tokens = composer?.tokens ?? null;
  return { documents, documentCount, hits, listTokens: () => tokens };
}
