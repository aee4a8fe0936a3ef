import { deepestJsonNesting } from './nesting.ts';
import type { SourceText } from './place.ts';
import {
  ArrayNode,
  BooleanNode,
  JsonStringNode,
  NullNode,
  NumberNode,
  ObjectEntry,
  ObjectNode,
  type ReadNode,
  readJsonString,
} from './placed-node.ts';
import { hasLoneSurrogate } from './quoted-text.ts';

/** Why a text is not JSON, and where. Thrown inside the reader only. */
export class JsonFault {
  readonly message: string;
  readonly offset: number;

  constructor(message: string, offset: number) {
    this.message = message;
    this.offset = offset;
  }
}

/** What may stand after a backslash, `u` aside. */
const escapes: ReadonlySet<number> = new Set([34, 47, 92, 98, 102, 110, 114, 116]);

const numberAt = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
// A class of its own in a loop of its own: neither its time nor its stack grows with more than the text.
const plainAt = /[^"\\\u0000-\u001f]*/y;
const hexAt = /[0-9a-fA-F]{4}/y;

/** Takes the entries of one object of the root as they are read, so that the nodes of a large text need not all be kept. */
export interface EntryVisitor {
  readonly key: string;
  /** What the root has before the object. */
  begin(before: readonly ObjectEntry[]): void;
  visit(entry: ObjectEntry): void;
}

/**
 * Reads RFC 8259 JSON into nodes with places. Comments that stand alone on their lines are passed over, because
 * Smithy's own suites have them. A fault is returned, never thrown.
 * @param visitor takes the entries of the first object of its key; in the root that object is then empty
 */
export function readJson(source: SourceText, visitor: EntryVisitor | null = null): ReadNode | JsonFault {
  const reader = new JsonReader(source, visitor);
  try {
    return reader.readDocument();
  } catch (fault) {
    if (fault instanceof JsonFault) return fault;
    throw fault;
  }
}

class JsonReader {
  readonly #source: SourceText;
  readonly #text: string;
  // What has been read of all objects and arrays that are not at their end. A list of its own for each would have room
  // for sixteen more than the two or three that most have.
  readonly #entries: ObjectEntry[] = [];
  readonly #elements: ReadNode[] = [];
  #entryCount = 0;
  #elementCount = 0;
  #visitor: EntryVisitor | null;
  #at = 0;
  #depth = 0;

  constructor(source: SourceText, visitor: EntryVisitor | null) {
    this.#source = source;
    this.#text = source.text;
    this.#visitor = visitor;
  }

  readDocument(): ReadNode {
    if (this.#text.charCodeAt(0) === 0xfeff) this.#at = 1;
    this.#skipSpace();
    const node = this.#readValue();
    this.#skipSpace();
    if (this.#at < this.#text.length) this.#refuse('the end of the file');
    return node;
  }

  #refuse(expected: string): never {
    const found = this.#at < this.#text.length ? `\`${this.#text[this.#at]}\`` : 'the end of the file';
    throw new JsonFault(`found ${found}, expected ${expected}`, this.#at);
  }

  #skipSpace(): void {
    const text = this.#text;
    let at = this.#at;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === 32 || code === 10 || code === 13 || code === 9) at++;
      else if (code === 47 && text.charCodeAt(at + 1) === 47) {
        const end = text.indexOf('\n', at);
        at = end < 0 ? text.length : end;
      } else break;
    }
    this.#at = at;
  }

  #readValue(): ReadNode {
    const start = this.#at;
    switch (this.#text.charCodeAt(start)) {
      case 123:
        return this.#readObject(start);
      case 91:
        return this.#readArray(start);
      case 34:
        this.#passString();
        return new JsonStringNode(this.#source, start, this.#at);
      case 116:
        this.#readWord('true');
        return new BooleanNode(this.#source, start, this.#at, true);
      case 102:
        this.#readWord('false');
        return new BooleanNode(this.#source, start, this.#at, false);
      case 110:
        this.#readWord('null');
        return new NullNode(this.#source, start, this.#at);
      default:
        return this.#readNumber(start);
    }
  }

  #readWord(word: string): void {
    if (!this.#text.startsWith(word, this.#at)) this.#refuse('a value');
    this.#at += word.length;
  }

  #readNumber(start: number): ReadNode {
    numberAt.lastIndex = start;
    const text = numberAt.exec(this.#text)?.[0];
    if (text === undefined) this.#refuse('a value');
    this.#at = start + text.length;
    return new NumberNode(this.#source, start, this.#at, text);
  }

  #enter(start: number): void {
    if (++this.#depth > deepestJsonNesting)
      throw new JsonFault(`values are nested deeper than ${deepestJsonNesting} levels`, start);
    this.#at = start + 1;
    this.#skipSpace();
  }

  /** Reads the value of the key that the visitor waits for; what is no object is left to be told of. */
  #readVisited(first: number): ReadNode {
    const start = this.#at;
    const visitor = this.#visitor;
    this.#visitor = null;
    if (visitor === null || this.#text.charCodeAt(start) !== 123) return this.#readValue();
    visitor.begin(this.#entries.slice(first, this.#entryCount));
    return this.#readObject(start, visitor);
  }

  #readObject(start: number, visitor: EntryVisitor | null = null): ReadNode {
    this.#enter(start);
    const first = this.#entryCount;
    if (this.#text.charCodeAt(this.#at) !== 125) {
      for (;;) {
        const keyStart = this.#at;
        if (this.#text.charCodeAt(keyStart) !== 34) this.#refuse('a key in double quotes');
        const key = this.#readString();
        const keyEnd = this.#at;
        if (this.#text.charCodeAt(keyEnd) !== 58) this.#skipSpace();
        if (this.#text.charCodeAt(this.#at) !== 58) this.#refuse('`:`');
        this.#at++;
        this.#skipSpace();
        const isVisited = this.#depth === 1 && key === this.#visitor?.key;
        const value = isVisited ? this.#readVisited(first) : this.#readValue();
        const entry = new ObjectEntry(keyStart, keyEnd, key, value);
        if (visitor === null) this.#entries[this.#entryCount++] = entry;
        else visitor.visit(entry);
        if (this.#isLast(125, '`,` or `}`')) break;
      }
    }
    this.#at++;
    this.#depth--;
    const entries = this.#entries.slice(first, this.#entryCount);
    this.#entryCount = first;
    return new ObjectNode(this.#source, start, this.#at, entries);
  }

  #readArray(start: number): ReadNode {
    this.#enter(start);
    const first = this.#elementCount;
    if (this.#text.charCodeAt(this.#at) !== 93) {
      for (;;) {
        const element = this.#readValue();
        this.#elements[this.#elementCount++] = element;
        if (this.#isLast(93, '`,` or `]`')) break;
      }
    }
    this.#at++;
    this.#depth--;
    const elements = this.#elements.slice(first, this.#elementCount);
    this.#elementCount = first;
    return new ArrayNode(this.#source, start, this.#at, elements);
  }

  /** Passes a comma and the space after it; true where the closing bracket stands instead. */
  #isLast(close: number, expected: string): boolean {
    if (this.#text.charCodeAt(this.#at) !== 44) {
      this.#skipSpace();
      const code = this.#text.charCodeAt(this.#at);
      if (code === close) return true;
      if (code !== 44) this.#refuse(expected);
    }
    this.#at++;
    this.#skipSpace();
    return false;
  }

  #readString(): string {
    const start = this.#at;
    this.#passString();
    return readJsonString(this.#text, start, this.#at);
  }

  #passString(): void {
    const text = this.#text;
    const start = this.#at + 1;
    const end = findPlainEnd(text, start);
    this.#at = end;
    const code = text.charCodeAt(end);
    if (code === 92) this.#passEscapes(start);
    else if (code !== 34) this.#refuse('`"`');
    this.#at++;
  }

  /** From the first escape of a string to its closing quote. */
  #passEscapes(start: number): void {
    const text = this.#text;
    let at = this.#at;
    let hasUnit = false;
    while (text.charCodeAt(at) === 92) {
      const letter = text.charCodeAt(at + 1);
      if (letter === 117) {
        hexAt.lastIndex = at + 2;
        if (!hexAt.test(text)) throw new JsonFault('found `\\u` without four hexadecimal digits', at);
        hasUnit = true;
      } else if (!escapes.has(letter)) throw new JsonFault('found an unknown escape in a string', at);
      at = findPlainEnd(text, at + 2);
    }
    this.#at = at;
    if (text.charCodeAt(at) !== 34) this.#refuse('`"`');
    const mayHaveHalf = hasUnit || hasLoneSurrogate(text.slice(start, at));
    if (mayHaveHalf && hasLoneSurrogate(readJsonString(text, start - 1, at + 1)))
      throw new JsonFault('found half of a surrogate pair in a string', start);
  }
}

/** Where a string that is read from an offset on has its next escape, its end, or a character that it cannot have. */
function findPlainEnd(text: string, from: number): number {
  plainAt.lastIndex = from;
  plainAt.test(text);
  return plainAt.lastIndex;
}
