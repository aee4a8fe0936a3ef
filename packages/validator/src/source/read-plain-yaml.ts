import type { JsonValue } from '../shape/json.ts';
import { maximumDocuments, maximumLines } from './limits.ts';
import { resolvePlain } from './scalar.ts';
import { createMapping } from './source-node.ts';

/** A document of a text that is YAML at its plainest; `start` and `end` reach from its `---`, or the start of the text, to the next. */
export interface PlainDocument {
  readonly value: JsonValue;
  readonly start: number;
  readonly end: number;
}

/** Within these a document cannot reach a limit of the whole reader. */
const mostLevels = 16;
const longestKey = 100;
const longestDocument = 16_384;
const mostNodes = 400_000;

const unusual = /[^\n\x20-\x7e\xa1-\ud7ff]/;
const lineFeed = 10;
const space = 32;
const doubleQuote = 34;
const hash = 35;
const singleQuote = 39;
const comma = 44;
const dash = 45;
const colon = 58;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;
const pipe = 124;
const greater = 62;

const isLetter = new Uint8Array(128);
/** Of a key. */
const isKeyPart = new Uint8Array(128);
/** Of a plain scalar. */
const isStart = new Uint8Array(128);
for (let code = 48; code < 123; code++) {
  const character = String.fromCharCode(code);
  isLetter[code] = /[A-Za-z]/.test(character) ? 1 : 0;
  isKeyPart[code] = /[A-Za-z0-9]/.test(character) ? 1 : 0;
  isStart[code] = isKeyPart[code] ?? 0;
}
for (const character of '-_') isKeyPart[character.charCodeAt(0)] = 1;
for (const character of '/.$<_(+^~') isStart[character.charCodeAt(0)] = 1;

/** Where `#indent` stands for no line: at the end of the text, at a `---`, at something unusual. */
const atEnd = -1;
const atMarker = -2;
const atUnusual = -3;

/**
 * Reads the values of a text that has nothing but block mappings and lists with scalars, flow collections of one line and simple block scalars,
 * at a third of the cost of the whole reader; null for anything else, faults, limits and keys that stand twice included.
 */
export function readPlainYaml(text: string): PlainDocument[] | null {
  if (text.length >= maximumLines) return null;
  // A long text is looked through only where its first document is short.
  if (text.length > longestDocument && !text.slice(0, longestDocument + 5).includes('\n---\n')) return null;
  return unusual.test(text) ? null : new PlainReader(text).readDocuments();
}

/** Every method that reads returns undefined where it gives up. */
class PlainReader {
  readonly #text: string;
  /** The first character of the line at hand that is no space. */
  #at = 0;
  /** The spaces before it. */
  #indent = 0;
  /** Where the last value of a line ended. */
  #end = 0;
  #nodes = 0;
  /** Beyond this the document at hand is too long. */
  #limit = longestDocument;

  constructor(text: string) {
    this.#text = text;
  }

  readDocuments(): PlainDocument[] | null {
    const documents: PlainDocument[] = [];
    let start = 0;
    this.#enterLine(0);
    if (this.#indent === atMarker) this.#enterLine(this.#at + 4);
    for (;;) {
      const value = this.#indent === 0 ? this.#readBlock(0, 1) : undefined;
      if (value === undefined || this.#nodes > mostNodes || documents.length === maximumDocuments) return null;
      const isLast = this.#indent === atEnd;
      const end = isLast ? this.#text.length : this.#at;
      if ((!isLast && this.#indent !== atMarker) || end > this.#limit) return null;
      documents.push({ value, start, end });
      if (isLast) return documents;
      start = end;
      this.#limit = start + longestDocument;
      this.#enterLine(this.#at + 4);
    }
  }

  /** Goes to the first line from an offset on that has more than a comment. */
  #enterLine(from: number): void {
    const text = this.#text;
    let start = from;
    for (;;) {
      let at = start;
      while (text.charCodeAt(at) === space) at++;
      this.#at = at;
      const code = text.charCodeAt(at);
      if (code === hash) start = this.#findLineEnd(at) + 1;
      else if (code === lineFeed) start = at + 1;
      else {
        this.#indent = at > this.#limit ? atUnusual : at >= text.length ? atEnd : at - start;
        if (code === dash && at === start && text.startsWith('---', at))
          this.#indent = text.charCodeAt(at + 3) === lineFeed ? atMarker : atUnusual;
        return;
      }
    }
  }

  #findLineEnd(at: number): number {
    const end = this.#text.indexOf('\n', at);
    return end === -1 ? this.#text.length : end;
  }

  #isItem(): boolean {
    return this.#text.charCodeAt(this.#at) === dash && this.#text.charCodeAt(this.#at + 1) === space;
  }

  #readBlock(indent: number, level: number): JsonValue | undefined {
    return this.#isItem() ? this.#readList(indent, level) : this.#readMapping(indent, level);
  }

  #readMapping(indent: number, level: number): JsonValue | undefined {
    if (level > mostLevels) return undefined;
    const value = createMapping();
    do {
      const colonAt = this.#findColon(this.#at);
      if (colonAt === -1) return undefined;
      const key = this.#text.slice(this.#at, colonAt);
      if (key in value) return undefined;
      const item = this.#readEntry(colonAt + 1, indent, level);
      if (item === undefined) return undefined;
      value[key] = item;
      this.#nodes += 2;
    } while (this.#indent === indent);
    return this.#indent > indent ? undefined : value;
  }

  /** The colon behind the key that starts at `at`; -1 where none does. */
  #findColon(at: number): number {
    const text = this.#text;
    if (isLetter[text.charCodeAt(at)] !== 1) return -1;
    let end = at + 1;
    while (isKeyPart[text.charCodeAt(end)] === 1) end++;
    if (text.charCodeAt(end) !== colon || end - at > longestKey) return -1;
    const after = text.charCodeAt(end + 1);
    return after === space || after === lineFeed ? end : -1;
  }

  /** What stands behind a key's colon: on its line, or below it. */
  #readEntry(from: number, indent: number, level: number): JsonValue | undefined {
    let at = from;
    while (this.#text.charCodeAt(at) === space) at++;
    const code = this.#text.charCodeAt(at);
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
    const isStripped = text.charCodeAt(from + 1) === dash;
    let start = from + (isStripped ? 3 : 2);
    if (text.charCodeAt(start - 1) !== lineFeed) return undefined;
    const isFolded = text.charCodeAt(from) === greater;
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
      start = end + 1;
    }
    this.#enterLine(start);
    if (this.#indent > indent) return undefined;
    return isStripped ? value : `${value}\n`;
  }

  #readList(indent: number, level: number): JsonValue | undefined {
    if (level > mostLevels) return undefined;
    const value: JsonValue[] = [];
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
    return this.#indent > indent ? undefined : value;
  }

  /** Goes to the next line; false where something else stands in this one, or the value may go on in the next. */
  #leaveLine(indent: number): boolean {
    const text = this.#text;
    let at = this.#end;
    while (text.charCodeAt(at) === space) at++;
    const code = text.charCodeAt(at);
    if (at < text.length && code !== lineFeed && (code !== hash || at === this.#end)) return false;
    this.#enterLine(this.#findLineEnd(at) + 1);
    return this.#indent <= indent;
  }

  #readInline(at: number, inFlow: boolean, level: number): JsonValue | undefined {
    const code = this.#text.charCodeAt(at);
    if (code === doubleQuote || code === singleQuote) return this.#readQuoted(at, code);
    if (code === openBracket) return this.#readFlowList(at + 1, level + 1);
    if (code === openBrace) return this.#readFlowMapping(at + 1, level + 1);
    return isStart[code] === 1 ? this.#readPlain(at, inFlow) : undefined;
  }

  #readQuoted(start: number, quote: number): JsonValue | undefined {
    const text = this.#text;
    let at = start + 1;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === quote) break;
      if (code === lineFeed || (code === backslash && quote === doubleQuote)) return undefined;
    }
    // Two single quotes are one.
    if (at === text.length || text.charCodeAt(at + 1) === quote) return undefined;
    this.#end = at + 1;
    return text.slice(start + 1, at);
  }

  #readPlain(start: number, inFlow: boolean): JsonValue | undefined {
    const text = this.#text;
    let end = start;
    for (let at = start; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === space) continue;
      if (code === lineFeed || (code === hash && text.charCodeAt(at - 1) === space)) break;
      if (code === colon) {
        const next = text.charCodeAt(at + 1);
        if (at + 1 >= text.length || next === space || next === lineFeed || (inFlow && isFlowMark(next)))
          return undefined;
      } else if (inFlow && isFlowMark(code)) break;
      end = at + 1;
    }
    this.#end = end;
    return resolvePlain(text.slice(start, end));
  }

  #skipSpaces(from: number): number {
    let at = from;
    while (this.#text.charCodeAt(at) === space) at++;
    return at;
  }

  #readFlowList(from: number, level: number): JsonValue | undefined {
    const value: JsonValue[] = [];
    let at = this.#skipSpaces(from);
    this.#end = at + 1;
    if (level > mostLevels) return undefined;
    if (this.#text.charCodeAt(at) === closeBracket) return value;
    for (;;) {
      const item = this.#readInline(at, true, level);
      if (item === undefined) return undefined;
      value.push(item);
      this.#nodes++;
      at = this.#skipSpaces(this.#end);
      const code = this.#text.charCodeAt(at);
      this.#end = at + 1;
      if (code === closeBracket) return value;
      if (code !== comma) return undefined;
      at = this.#skipSpaces(at + 1);
    }
  }

  #readFlowMapping(from: number, level: number): JsonValue | undefined {
    const value = createMapping();
    let at = this.#skipSpaces(from);
    this.#end = at + 1;
    if (level > mostLevels) return undefined;
    if (this.#text.charCodeAt(at) === closeBrace) return value;
    for (;;) {
      const colonAt = this.#findColon(at);
      if (colonAt === -1) return undefined;
      const key = this.#text.slice(at, colonAt);
      if (key in value) return undefined;
      const item = this.#readInline(this.#skipSpaces(colonAt + 1), true, level);
      if (item === undefined) return undefined;
      value[key] = item;
      this.#nodes += 2;
      at = this.#skipSpaces(this.#end);
      const code = this.#text.charCodeAt(at);
      this.#end = at + 1;
      if (code === closeBrace) return value;
      if (code !== comma) return undefined;
      at = this.#skipSpaces(at + 1);
    }
  }
}

function isFlowMark(code: number): boolean {
  return code === comma || code === openBracket || code === closeBracket || code === openBrace || code === closeBrace;
}
