import type { JsonValue } from '../shape/json.ts';
import { trimEnd } from './gap.ts';
import { findKnownKey } from './known-keys.ts';
import { maximumDocuments, plainKey, plainLength, plainLevels } from './limits.ts';
import {
  backslash,
  closeBrace,
  closeBracket,
  colon,
  comma,
  dash,
  doubleQuote,
  greater,
  hash,
  isFlowMark,
  isKeyPart,
  isLetter,
  isStart,
  lineFeed,
  openBrace,
  openBracket,
  pipe,
  singleQuote,
  space,
} from './plain-characters.ts';
import type { PlainPlaces } from './plain-places.ts';
import { resolvePlain } from './scalar.ts';
import { createMapping } from './source-node.ts';

/** A document of a text that is YAML at its plainest. */
export interface PlainValue {
  readonly value: JsonValue;
  /** From its `---`, or the start of the text, to the next. */
  readonly start: number;
  readonly end: number;
}

/** Values of all documents: each takes some hundred bytes, and a long text of short ones would fill the memory. */
const mostNodes = 400_000;

/** Where `#indent` stands for no line: at the end of the text, at a `---`, at something unusual. */
const atEnd = -1;
const atMarker = -2;
const atUnusual = -3;

/** Reads YAML at its plainest; what is more is undefined, or null for all documents. */
export class PlainReader {
  readonly #text: string;
  readonly #codes: Uint8Array;
  /** The first character of the line at hand that is no space. */
  #at = 0;
  /** The spaces before it. */
  #indent = 0;
  /** Where the last value of a line ended. */
  #end = 0;
  #nodes = 0;
  /** Of the last key's characters. */
  #hash = 0;
  /** Beyond this the document at hand is too long. */
  #limit = plainLength;
  readonly #places: PlainPlaces | null;

  /**
   * @param codes of the characters; of those beyond ASCII 255
   * @param places null where nobody asks for them
   */
  constructor(text: string, codes: Uint8Array, places: PlainPlaces | null) {
    this.#text = text;
    this.#codes = codes;
    this.#places = places;
  }

  /** Every document of the text. */
  readDocuments(): PlainValue[] | null {
    const documents: PlainValue[] = [];
    for (let start = 0; ; ) {
      const value = this.readDocument(start);
      if (value === undefined || this.#nodes > mostNodes || documents.length === maximumDocuments) return null;
      const isLast = this.#indent === atEnd;
      const end = isLast ? this.#text.length : this.#at;
      if ((!isLast && this.#indent !== atMarker) || end > this.#limit) return null;
      documents.push({ value, start, end });
      if (isLast) return documents;
      start = end;
    }
  }

  /** The one that begins there. */
  readDocument(start: number): JsonValue | undefined {
    this.#limit = start + plainLength;
    this.#enterLine(start);
    if (this.#indent === atMarker) this.#enterLine(this.#at + 4);
    return this.#indent === 0 ? this.#readBlock(0, 1) : undefined;
  }

  /** Goes to the first line from an offset on that has more than a comment. */
  #enterLine(from: number): void {
    const codes = this.#codes;
    let start = from;
    for (;;) {
      let at = start;
      while (codes[at] === space) at++;
      this.#at = at;
      const code = codes[at];
      if (code === hash) start = this.#findLineEnd(at) + 1;
      else if (code === lineFeed) start = at + 1;
      else {
        this.#indent = at > this.#limit ? atUnusual : at >= codes.length ? atEnd : at - start;
        if (code === dash && at === start && codes[at + 1] === dash && codes[at + 2] === dash)
          this.#indent = codes[at + 3] === lineFeed ? atMarker : atUnusual;
        return;
      }
    }
  }

  #findLineEnd(at: number): number {
    const end = this.#text.indexOf('\n', at);
    return end === -1 ? this.#text.length : end;
  }

  #isItem(): boolean {
    return this.#codes[this.#at] === dash && this.#codes[this.#at + 1] === space;
  }

  #readBlock(indent: number, level: number): JsonValue | undefined {
    return this.#isItem() ? this.#readList(indent, level) : this.#readMapping(indent, level);
  }

  #readMapping(indent: number, level: number): JsonValue | undefined {
    if (level > plainLevels) return undefined;
    const value = createMapping();
    const place = this.#places?.openCollection(this.#at) ?? 0;
    do {
      const colonAt = this.#findColon(this.#at);
      if (colonAt === -1) return undefined;
      this.#places?.noteKey(this.#at);
      const key = findKnownKey(this.#text, this.#at, colonAt, this.#hash);
      if (key in value) return undefined;
      const item = this.#readEntry(colonAt + 1, indent, level);
      if (item === undefined) return undefined;
      value[key] = item;
      this.#nodes += 2;
    } while (this.#indent === indent);
    this.#places?.closeCollection(place, this.#end);
    return this.#indent > indent ? undefined : value;
  }

  /** The colon behind the key that starts at `at`; -1 where none does. */
  #findColon(at: number): number {
    const codes = this.#codes;
    if (isLetter[codes[at] ?? 0] !== 1) return -1;
    let end = at;
    let hash = 0;
    for (let code = codes[end]; isKeyPart[code ?? 0] === 1; code = codes[++end])
      hash = Math.imul(hash, 31) + (code ?? 0);
    this.#hash = hash;
    if (codes[end] !== colon || end - at > plainKey) return -1;
    const after = codes[end + 1];
    return after === space || after === lineFeed ? end : -1;
  }

  /** What stands behind a key's colon: on its line, or below it. */
  #readEntry(from: number, indent: number, level: number): JsonValue | undefined {
    let at = from;
    while (this.#codes[at] === space) at++;
    const code = this.#codes[at];
    if (code === pipe || code === greater) return this.#readScalarBlock(at, indent);
    if (code !== lineFeed && code !== hash) {
      const value = this.#readInline(at, false, level);
      return value !== undefined && this.#leaveLine(indent) ? value : undefined;
    }
    this.#enterLine(this.#findLineEnd(at) + 1);
    if (this.#indent > indent) return this.#readBlock(this.#indent, level + 1);
    return this.#indent === indent && this.#isItem() ? this.#readList(indent, level + 1) : undefined;
  }

  /** A block scalar without empty lines. A line that is indented deeper than the first is not folded. */
  #readScalarBlock(from: number, indent: number): JsonValue | undefined {
    const text = this.#text;
    const codes = this.#codes;
    const isStripped = codes[from + 1] === dash;
    let start = from + (isStripped ? 3 : 2);
    let last = start;
    if (codes[start - 1] !== lineFeed) return undefined;
    const isFolded = codes[from] === greater;
    let value = '';
    let own = -1;
    let wasDeeper = false;
    for (;;) {
      const at = this.#skipSpaces(start);
      const end = this.#findLineEnd(at);
      // An empty line may belong to it, or to what follows.
      if (at === end || end === text.length) return undefined;
      const isFirst = own === -1;
      if (isFirst) own = at - start;
      if (own <= indent) return undefined;
      if (at - start < own) break;
      const isDeeper = at - start > own;
      if (!isFirst) value += isFolded && !isDeeper && !wasDeeper ? ' ' : '\n';
      value += text.slice(start + own, end);
      wasDeeper = isDeeper;
      last = end;
      start = end + 1;
    }
    this.#end = trimEnd(text, from, last);
    this.#places?.noteScalar(from, this.#end);
    this.#enterLine(start);
    if (this.#indent > indent) return undefined;
    return isStripped ? value : `${value}\n`;
  }

  #readList(indent: number, level: number): JsonValue | undefined {
    if (level > plainLevels) return undefined;
    const value: JsonValue[] = [];
    const place = this.#places?.openCollection(this.#at) ?? 0;
    do {
      const at = this.#at + 2;
      let item: JsonValue | undefined;
      if (this.#findColon(at) === -1) {
        item = this.#readInline(at, false, level);
        if (item === undefined || !this.#leaveLine(indent)) return undefined;
      } else {
        this.#at = at;
        this.#indent = indent + 2;
        item = this.#readMapping(indent + 2, level + 1);
        if (item === undefined) return undefined;
      }
      value.push(item);
      this.#nodes++;
    } while (this.#indent === indent && this.#isItem());
    this.#places?.closeCollection(place, this.#end);
    return this.#indent > indent ? undefined : value;
  }

  /** Goes to the next line; false where something else stands in this one, or the value may go on in the next. */
  #leaveLine(indent: number): boolean {
    const codes = this.#codes;
    let at = this.#end;
    while (codes[at] === space) at++;
    const code = codes[at];
    if (at < codes.length && code !== lineFeed && (code !== hash || at === this.#end)) return false;
    this.#enterLine(this.#findLineEnd(at) + 1);
    return this.#indent <= indent;
  }

  #readInline(at: number, inFlow: boolean, level: number): JsonValue | undefined {
    const code = this.#codes[at];
    if (code === doubleQuote || code === singleQuote) return this.#readQuoted(at, code);
    if (code === openBracket) return this.#readFlowList(at, level + 1);
    if (code === openBrace) return this.#readFlowMapping(at, level + 1);
    return isStart[code ?? 0] === 1 ? this.#readPlain(at, inFlow) : undefined;
  }

  #readQuoted(start: number, quote: number): JsonValue | undefined {
    const codes = this.#codes;
    let at = start + 1;
    for (; at < codes.length; at++) {
      const code = codes[at];
      if (code === quote) break;
      if (code === lineFeed || (code === backslash && quote === doubleQuote)) return undefined;
    }
    // Two single quotes are one.
    if (at === codes.length || codes[at + 1] === quote) return undefined;
    this.#end = at + 1;
    this.#places?.noteScalar(start, this.#end);
    return this.#text.slice(start + 1, at);
  }

  #readPlain(start: number, inFlow: boolean): JsonValue | undefined {
    const codes = this.#codes;
    let end = start;
    for (let at = start; at < codes.length; at++) {
      const code = codes[at];
      if (code === space) continue;
      if (code === lineFeed || (code === hash && codes[at - 1] === space)) break;
      if (code === colon) {
        const next = codes[at + 1];
        if (next === undefined || next === space || next === lineFeed || (inFlow && isFlowMark(next))) return undefined;
      } else if (inFlow && isFlowMark(code)) break;
      end = at + 1;
    }
    this.#end = end;
    this.#places?.noteScalar(start, end);
    return resolvePlain(this.#text.slice(start, end));
  }

  #skipSpaces(from: number): number {
    let at = from;
    while (this.#codes[at] === space) at++;
    return at;
  }

  #readFlowList(start: number, level: number): JsonValue | undefined {
    const value: JsonValue[] = [];
    const place = this.#places?.openCollection(start) ?? 0;
    let at = this.#skipSpaces(start + 1);
    if (level > plainLevels) return undefined;
    if (this.#codes[at] === closeBracket) {
      this.#endFlow(at, place);
      return value;
    }
    for (;;) {
      const item = this.#readInline(at, true, level);
      if (item === undefined) return undefined;
      value.push(item);
      this.#nodes++;
      at = this.#skipSpaces(this.#end);
      const code = this.#codes[at];
      if (code === closeBracket) {
        this.#endFlow(at, place);
        return value;
      }
      if (code !== comma) return undefined;
      at = this.#skipSpaces(at + 1);
    }
  }

  #readFlowMapping(start: number, level: number): JsonValue | undefined {
    const value = createMapping();
    const place = this.#places?.openCollection(start) ?? 0;
    let at = this.#skipSpaces(start + 1);
    if (level > plainLevels) return undefined;
    if (this.#codes[at] === closeBrace) {
      this.#endFlow(at, place);
      return value;
    }
    for (;;) {
      const colonAt = this.#findColon(at);
      if (colonAt === -1) return undefined;
      const key = findKnownKey(this.#text, at, colonAt, this.#hash);
      if (key in value) return undefined;
      this.#places?.noteKey(at);
      const item = this.#readInline(this.#skipSpaces(colonAt + 1), true, level);
      if (item === undefined) return undefined;
      value[key] = item;
      this.#nodes += 2;
      at = this.#skipSpaces(this.#end);
      const code = this.#codes[at];
      if (code === closeBrace) {
        this.#endFlow(at, place);
        return value;
      }
      if (code !== comma) return undefined;
      at = this.#skipSpaces(at + 1);
    }
  }

  /** Leaves a flow collection behind its bracket. */
  #endFlow(bracket: number, place: number): void {
    this.#end = bracket + 1;
    this.#places?.closeCollection(place, this.#end);
  }
}
