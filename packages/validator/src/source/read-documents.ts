import { LineIndex } from '../diagnostic/line-index.ts';
import { findComments, type SourceComment } from './comments.ts';
import { type DecodedText, decodeText } from './decode-text.ts';
import { readJson } from './read-json.ts';
import { type ReadText, readYaml } from './read-yaml.ts';
import type { SourceDocument } from './source-document.ts';
import type { SourceHit } from './source-hit.ts';

/** A file as it was read. All offsets are into `text`. */
export interface SourceFile {
  /** The documents that could be read; one that a `spec/parse`, `spec/limits` or `spec/encoding` hit speaks of is absent. */
  readonly documents: readonly SourceDocument[];
  /** All documents, those included that could not be read. */
  readonly documentCount: number;
  readonly hits: readonly SourceHit[];
  /** Made when it is first asked for. */
  readonly lines: LineIndex;
  /** Without the byte order mark. */
  readonly text: string;
  readonly byteOrderMark: boolean;
  /** The YAML comments that hold a word, in the order of the text; JSON has none. */
  comments(word: string): readonly SourceComment[];
}

// A class, since a literal with a getter has a shape of its own that keeps what the getter sees alive for long.
class ReadFile implements SourceFile {
  readonly text: string;
  readonly byteOrderMark: boolean;
  readonly documents: readonly SourceDocument[];
  readonly documentCount: number;
  readonly hits: readonly SourceHit[];
  readonly #listTokens: ReadText['listTokens'];
  #lines: LineIndex | null = null;

  constructor(text: string, byteOrderMark: boolean, { documents, documentCount, hits, listTokens }: ReadText) {
    this.text = text;
    this.byteOrderMark = byteOrderMark;
    this.documents = documents;
    this.documentCount = documentCount;
    this.hits = hits;
    this.#listTokens = listTokens;
  }

  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.text);
    return this.#lines;
  }

  comments(word: string): readonly SourceComment[] {
    // Most files have none, and then nobody needs to know where the text between comments stands.
    const tokens = this.text.includes(word) ? this.#listTokens() : null;
    return tokens === null ? [] : findComments(this.text, tokens, word);
  }
}

function refuseText({ rule, offset, facts }: NonNullable<DecodedText['refusal']>): ReadText {
  const hit: SourceHit = { rule, document: 0, pointer: '', start: offset, end: offset, facts, related: [] };
  return { documents: [], documentCount: 1, hits: [hit], listTokens: () => null };
}

/**
 * Reads the documents of a file: YAML 1.2 with the core schema and merge keys, or JSON as RFC 8259 has it. Never throws:
 * what is wrong with the text is a hit, found in time and memory linear in the text.
 */
export function readDocuments(source: string | Uint8Array, format: 'yaml' | 'json'): SourceFile {
  const { text, byteOrderMark, refusal } = decodeText(source);
  if (refusal !== null) return new ReadFile(text, byteOrderMark, refuseText(refusal));
  const bytes = typeof source === 'string' ? null : source;
  return new ReadFile(text, byteOrderMark, format === 'json' ? readJson(text) : readYaml(text, bytes));
}
