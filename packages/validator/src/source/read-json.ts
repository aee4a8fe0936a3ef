import { appendToken } from '../diagnostic/pointer.ts';
import type { JsonValue } from '../shape/json.ts';
import { duplicateKeyHit, FirstKeys } from './duplicate-key.ts';
import { maximumDepth, maximumNodes, maximumText } from './limits.ts';
import { readPlainJson } from './read-plain-json.ts';
import type { ReadText } from './read-yaml.ts';
import { Refusal } from './refusal.ts';
import { createDocument, createValueDocument } from './source-document.ts';
import type { SourceHit, SourceRule } from './source-hit.ts';
import { createMapping, type SourceEntry, type SourceNode, scalarNode, weighEntries } from './source-node.ts';

const numberText = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;
const word = /[A-Za-z0-9_$+.-]+/y;
const surrogate = /[\u{d800}-\u{dfff}]/u;
const quote = 34;
const backslash = 92;

function isHexDigit(code: number): boolean {
  const lower = code | 32;
  return (code >= 48 && code <= 57) || (lower >= 97 && lower <= 102);
}

/** Reads one value as RFC 8259 has it, with the place of everything. */
class JsonReader {
  readonly hits: SourceHit[] = [];
  readonly #text: string;
  readonly #path: (string | number)[] = [];
  #at = 0;
  #nodes = 0;
  /** Characters on the way to every key that stands twice. */
  #duplicateText = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Throws a Refusal where the text is not JSON or goes beyond a limit. */
  readWhole(): SourceNode {
    this.#skipSpace();
    const root = this.#readValue(0);
    this.#skipSpace();
    if (this.#at < this.#text.length) this.#refuseHere('the end of the text');
    return root;
  }

  #checkText(length: number, start: number): void {
    if (length > maximumText) this.#refuse('spec/limits', start, start + 1, { what: 'text', limit: maximumText });
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      this.#at++;
    }
  }

  #pointer(): string {
    let pointer = '';
    for (const token of this.#path) pointer = appendToken(pointer, token);
    return pointer;
  }

  #refuse(rule: SourceRule, start: number, end: number, facts: SourceHit['facts']): never {
    throw new Refusal({ rule, pointer: this.#pointer(), start, end, facts });
  }

  /** Says what stands here in place of what is expected. */
  #refuseHere(expected: string): never {
    const at = this.#at;
    const text = this.#text;
    const refuse = (end: number, found: string): never =>
      this.#refuse('spec/parse', at, end, { problem: `${found}, expected ${expected}` });
    if (at >= text.length) refuse(at, 'found the end of the text');
    if (text.startsWith('//', at) || text.startsWith('/*', at) || text[at] === '#')
      refuse(at + 1, 'found a comment, which JSON does not have');
    word.lastIndex = at;
    const found = word.exec(text)?.[0].slice(0, 40) ?? String.fromCodePoint(text.codePointAt(at) ?? 0);
    return refuse(at + found.length, `found ${JSON.stringify(found)}`);
  }

  #readValue(depth: number): SourceNode {
    const start = this.#at;
    if (++this.#nodes > maximumNodes)
      this.#refuse('spec/limits', start, start + 1, { what: 'nodes', limit: maximumNodes });
    const character = this.#text[start];
    if (character === '"') {
      const value = this.#readString();
      return scalarNode(value, start, this.#at);
    }
    if (character === '{' || character === '[') {
      if (depth >= maximumDepth) this.#refuse('spec/limits', start, start + 1, { what: 'depth', limit: maximumDepth });
      return character === '{' ? this.#readObject(depth + 1) : this.#readArray(depth + 1);
    }
    return scalarNode(this.#readLiteral(), start, this.#at);
  }

  #readLiteral(): JsonValue {
    word.lastIndex = this.#at;
    const found = word.exec(this.#text)?.[0] ?? '';
    let value: JsonValue;
    if (found === 'true') value = true;
    else if (found === 'false') value = false;
    else if (found === 'null') value = null;
    else {
      numberText.lastIndex = this.#at;
      const digits = numberText.exec(this.#text)?.[0];
      if (digits === undefined || digits !== found) this.#refuseHere('a value');
      value = Number(digits);
    }
    this.#at += found.length;
    return value;
  }

  #readString(): string {
    const text = this.#text;
    const start = this.#at;
    let at = start + 1;
    let plain = true;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === quote) break;
      if (code === backslash) {
        plain = false;
        at += this.#measureEscape(at);
      } else if (code >= 32) at++;
      else {
        // A control character, or NaN at the end of the text.
        const isEnd = at >= text.length;
        const [place, end] = isEnd ? [start, start + 1] : [at, at + 1];
        const found = isEnd
          ? 'a string that does not end'
          : `the control character U+${code.toString(16).padStart(4, '0')}`;
        const expected = isEnd ? 'a closing quote' : 'an escape such as `\\n`';
        this.#refuse('spec/parse', place, end, { problem: `found ${found}, expected ${expected}` });
      }
    }
    this.#at = at + 1;
    if (plain) return text.slice(start + 1, at);
    const value = JSON.parse(text.slice(start, at + 1)) as string;
    if (surrogate.test(value)) this.#refuse('spec/encoding', start, at + 1, { problem: 'half a surrogate pair' });
    return value;
  }

  #measureEscape(at: number): number {
    const letter = this.#text[at + 1] ?? '';
    if (letter !== '' && '"\\/bfnrt'.includes(letter)) return 2;
    let digits = 0;
    if (letter === 'u') while (digits < 4 && isHexDigit(this.#text.charCodeAt(at + 2 + digits))) digits++;
    if (digits === 4) return 6;
    const problem =
      letter === 'u' ? 'found `\\u` without four hexadecimal digits' : 'found an escape that JSON does not have';
    this.#refuse('spec/parse', at, Math.min(at + 2, this.#text.length), { problem });
  }

  #readArray(depth: number): SourceNode {
    const start = this.#at++;
    const before = this.#nodes;
    const value: JsonValue[] = [];
    const items: SourceNode[] = [];
    let height = 1;
    let weight = 0;
    this.#skipSpace();
    if (this.#text[this.#at] !== ']')
      for (;;) {
        this.#path.push(items.length);
        const item = this.#readValue(depth);
        this.#path.pop();
        items.push(item);
        value.push(item.value);
        height = Math.max(height, item.height + 1);
        weight += item.weight;
        this.#skipSpace();
        if (this.#text[this.#at] !== ',') break;
        this.#skipComma(']');
      }
    if (this.#text[this.#at] !== ']') this.#refuseHere('`,` or `]`');
    this.#at++;
    const size = this.#nodes - before + 1;
    return { value, start, end: this.#at, size, height, weight, entries: null, items, target: null };
  }

  #skipComma(close: string): void {
    const comma = this.#at++;
    this.#skipSpace();
    if (this.#text[this.#at] === close)
      this.#refuse('spec/parse', comma, comma + 1, { problem: 'found a trailing comma, which JSON does not have' });
  }

  #readObject(depth: number): SourceNode {
    const start = this.#at++;
    const before = this.#nodes;
    const value = createMapping();
    const entries: SourceEntry[] = [];
    const firstKeys = new FirstKeys(entries, value);
    let height = 1;
    this.#skipSpace();
    if (this.#text[this.#at] !== '}')
      for (;;) {
        if (this.#text[this.#at] !== '"') this.#refuseHere('a key in double quotes');
        const keyStart = this.#at;
        const key = this.#readString();
        const keyEnd = this.#at;
        this.#skipSpace();
        if (this.#text[this.#at] !== ':') this.#refuseHere('`:` after the key');
        this.#at++;
        this.#skipSpace();
        this.#path.push(key);
        const first = firstKeys.find(key);
        if (first !== undefined) {
          for (const token of this.#path) this.#duplicateText += String(token).length;
          this.#checkText(this.#duplicateText, keyStart);
          const place = { text: key, start: keyStart, end: keyEnd };
          this.hits.push(duplicateKeyHit(0, this.#pointer(), place, first));
        }
        const node = this.#readValue(depth);
        this.#path.pop();
        if (first === undefined) {
          value[key] = node.value;
          entries.push({ key, keyStart, keyEnd, node, via: null });
          height = Math.max(height, node.height + 1);
        }
        this.#skipSpace();
        if (this.#text[this.#at] !== ',') break;
        this.#skipComma('}');
      }
    if (this.#text[this.#at] !== '}') this.#refuseHere('`,` or `}`');
    this.#at++;
    const size = this.#nodes - before + 1;
    const weight = weighEntries(entries);
    this.#checkText(weight, start);
    return { value, start, end: this.#at, size, height, weight, entries, items: null, target: null };
  }
}

const listTokens = (): null => null;

/** Reads JSON to the letter of RFC 8259; an empty text is `spec/empty`, as in YAML. */
export function readJson(text: string): ReadText {
  const plain = readPlainJson(text);
  if (plain === undefined) return readWholeJson(text);
  const document = createValueDocument(0, plain, () => new JsonReader(text).readWhole());
  return { documents: [document], documentCount: 1, hits: [], listTokens };
}

/** The same for any text, in one go. */
export function readWholeJson(text: string): ReadText {
  if (/^[ \t\r\n]*$/.test(text)) {
    const hit: SourceHit = { rule: 'spec/empty', document: 0, pointer: '', start: 0, end: 0, facts: {}, related: [] };
    return { documents: [], documentCount: 1, hits: [hit], listTokens };
  }
  const reader = new JsonReader(text);
  try {
    const documents = [createDocument(0, reader.readWhole(), false)];
    return { documents, documentCount: 1, hits: reader.hits, listTokens };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { rule, pointer, start, end, facts } = error.hit;
    const hit: SourceHit = { rule, document: 0, pointer, start, end, facts, related: [] };
    return { documents: [], documentCount: 1, hits: [...reader.hits, hit], listTokens };
  }
}
