import { parsePointer } from '../diagnostic/pointer.ts';
import type { JsonValue } from '../shape/json.ts';
import { maximumLines, plainLength } from './limits.ts';
import { type PlainPlace, PlainPlaces } from './plain-places.ts';
import { PlainReader, type PlainValue } from './plain-reader.ts';
import type { Offsets, SourceDocument } from './source-document.ts';

const unusual = /[^\n\x20-\x7e\xa1-\ud7ff]/;

/**
 * Reads the documents of a text that has nothing but block mappings and lists with scalars, flow collections of one line and simple block scalars,
 * at a fifth of the cost of the whole reader; null for anything else, faults, limits and keys that stand twice included.
 * @param bytes what the text was decoded from, where that is at hand
 */
export function readPlainYaml(text: string, bytes: Uint8Array | null = null): SourceDocument[] | null {
  if (text.length >= maximumLines) return null;
  // A long text is looked through only where its first document is short.
  if (text.length > plainLength && !text.slice(0, plainLength + 5).includes('\n---\n')) return null;
  if (unusual.test(text)) return null;
  const values = new PlainReader(text, listCodes(text, bytes), null).readDocuments();
  return values === null ? null : values.map((value, index) => new PlainDocument(index, text, value));
}

/** The codes of the characters, those beyond ASCII as 255. Reading them from the text one by one takes several times as long. */
function listCodes(text: string, bytes: Uint8Array | null): Uint8Array {
  if (bytes !== null && bytes.length === text.length) return bytes;
  const codes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) codes[at] = Math.min(text.charCodeAt(at), 255);
  return codes;
}

/** A document of which most are asked for nothing but the value: where its parts stand is read when it is asked for. */
class PlainDocument implements SourceDocument {
  readonly index: number;
  readonly value: JsonValue;
  readonly empty = false;
  readonly #text: string;
  readonly #start: number;
  readonly #end: number;
  #places: PlainPlaces | null = null;

  constructor(index: number, text: string, { value, start, end }: PlainValue) {
    this.index = index;
    this.value = value;
    this.#text = text;
    this.#start = start;
    this.#end = end;
  }

  offsets(pointer: string, part: 'value' | 'key'): Offsets | null {
    return this.#find(pointer)?.[part] ?? null;
  }

  originOffsets(): null {
    return null;
  }

  isShared(): boolean {
    return false;
  }

  #find(pointer: string): PlainPlace | null {
    this.#places ??= this.#readPlaces();
    return this.#places.find(this.value, parsePointer(pointer));
  }

  #readPlaces(): PlainPlaces {
    // The next `---` belongs to it: what ends there may not end with the text.
    const text = this.#text.slice(this.#start, this.#end + 4);
    const places = new PlainPlaces(this.#start);
    if (new PlainReader(text, listCodes(text, null), places).readDocument(0) === undefined)
      throw new Error('a document that was read cannot be read');
    return places;
  }
}
