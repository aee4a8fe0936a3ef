import { LineIndex } from '../diagnostic/line-index.ts';
import type { SourceComment } from './comments.ts';
import { decodeText } from './decode-text.ts';
import { readJson } from './read-json.ts';
import { readYaml } from './read-yaml.ts';
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

/**
 * Reads the documents of a file: YAML 1.2 with the core schema and merge keys, or JSON as RFC 8259 has it. Never throws:
 * what is wrong with the text is a hit, found in time and memory linear in the text.
 */
export function readDocuments(source: string | Uint8Array, format: 'yaml' | 'json'): SourceFile {
  const { text, byteOrderMark, refusal } = decodeText(source);
  let lines: LineIndex | undefined;
  const read = refusal === null ? (format === 'json' ? readJson(text) : readYaml(text)) : null;
  const hits: readonly SourceHit[] = read?.hits ?? [
    {
      rule: refusal?.rule ?? 'spec/parse',
      document: 0,
      pointer: '',
      start: refusal?.offset ?? 0,
      end: refusal?.offset ?? 0,
      facts: refusal?.facts ?? {},
      related: [],
    },
  ];
  return {
    documents: read?.documents ?? [],
    documentCount: read?.documentCount ?? 1,
    hits,
    text,
    byteOrderMark,
    get lines() {
      lines ??= new LineIndex(text);
      return lines;
    },
    comments: (word) => read?.comments(word) ?? [],
  };
}
