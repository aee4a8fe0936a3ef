import { deepestIdlNesting } from './nesting.ts';
import {
  ArrayNode,
  BooleanNode,
  NullNode,
  NumberNode,
  ObjectEntry,
  ObjectNode,
  type ReadNode,
  StringNode,
} from './placed-node.ts';
import type { TokenCursor } from './token-cursor.ts';
import type { Reference } from './tree.ts';

/** Reads node values and shape ids. */
export class NodeParser {
  readonly #cursor: TokenCursor;
  readonly syntacticIds: StringNode[] = [];
  #depth = 0;

  constructor(cursor: TokenCursor) {
    this.#cursor = cursor;
  }

  /** Forgets how deep a statement was that could not be read to its end. */
  startStatement(): void {
    this.#depth = 0;
  }

  parseNode(): ReadNode {
    const cursor = this.#cursor;
    const { source } = cursor;
    const { start, end } = cursor;
    switch (cursor.kind) {
      case 'string':
      case 'text block': {
        const { value } = cursor;
        cursor.next();
        return new StringNode(source, start, end, value);
      }
      case 'number': {
        const { value } = cursor;
        cursor.next();
        return new NumberNode(source, start, end, value);
      }
      case 'left brace':
        return this.#parseObject();
      case 'left bracket':
        return this.#parseArray();
      case 'identifier':
        return this.#parseWord();
      default:
        throw cursor.faultExpecting('a value');
    }
  }

  /** `true`, `false`, `null`, or a shape id. */
  #parseWord(): ReadNode {
    const cursor = this.#cursor;
    const { start } = cursor;
    const { name } = this.parseShapeId(true);
    return this.makeWord(name, start, start + name.length);
  }

  makeWord(name: string, start: number, end: number): ReadNode {
    const { source } = this.#cursor;
    if (name === 'true' || name === 'false') return new BooleanNode(source, start, end, name === 'true');
    if (name === 'null') return new NullNode(source, start, end);
    const node = new StringNode(source, start, end, name);
    this.syntacticIds.push(node);
    return node;
  }

  #enter(): void {
    if (++this.#depth > deepestIdlNesting)
      throw this.#cursor.fault(`values are nested deeper than ${deepestIdlNesting} levels`);
    this.#cursor.next();
    this.#cursor.skipBlankAndDocs();
  }

  #parseObject(): ReadNode {
    const cursor = this.#cursor;
    const { start } = cursor;
    this.#enter();
    const entries = this.parseEntries('right brace');
    const { end } = cursor;
    cursor.take('right brace');
    this.#depth--;
    return new ObjectNode(cursor.source, start, end, entries);
  }

  #parseArray(): ReadNode {
    const cursor = this.#cursor;
    const { start } = cursor;
    this.#enter();
    const elements: ReadNode[] = [];
    while (!cursor.is('right bracket')) {
      elements.push(this.parseNode());
      cursor.skipBlankAndDocs();
    }
    const { end } = cursor;
    cursor.next();
    this.#depth--;
    return new ArrayNode(cursor.source, start, end, elements);
  }

  /** Entries up to a closing token, which is left standing. */
  parseEntries(close: 'right brace' | 'right paren', read: ObjectEntry[] = []): ObjectEntry[] {
    const cursor = this.#cursor;
    const keys = new Set(read.map(({ key }) => key));
    while (!cursor.is(close)) {
      if (!cursor.is('identifier') && !cursor.is('string'))
        throw cursor.faultExpecting('a key: a name or a string in quotes');
      const { start, end, place } = cursor;
      const key = cursor.is('string') ? cursor.value : cursor.word;
      if (keys.has(key)) throw cursor.fault(`key \`${key}\` stands twice in one object`, place);
      keys.add(key);
      cursor.next();
      cursor.skipBlankAndDocs();
      read.push(this.parseEntryValue(key, start, end));
    }
    return read;
  }

  /** What follows a key: `:`, a value and the white space behind it. */
  parseEntryValue(key: string, start: number, end: number): ObjectEntry {
    const cursor = this.#cursor;
    cursor.take('colon');
    cursor.skipBlankAndDocs();
    const value = this.parseNode();
    cursor.skipBlankAndDocs();
    return new ObjectEntry(start, end, key, value);
  }

  /** `Name`, `name.space#Name`, and with a member's `$member` where that is allowed. */
  parseShapeId(memberAllowed: boolean): Reference {
    const cursor = this.#cursor;
    const { start } = cursor;
    cursor.takeWord();
    let end = cursor.start;
    if (cursor.is('dot') || cursor.is('pound')) {
      while (cursor.is('dot')) {
        cursor.next();
        cursor.takeWord();
      }
      cursor.take('pound');
      cursor.takeWord();
      end = cursor.start;
    }
    if (memberAllowed && cursor.is('dollar')) {
      cursor.next();
      cursor.takeWord();
      end = cursor.start;
    }
    return { name: cursor.source.text.slice(start, end), place: cursor.source.place(start, end) };
  }

  /** `name.space#Name`, nothing shorter. */
  parseAbsoluteShapeId(): Reference {
    const cursor = this.#cursor;
    const { start } = cursor;
    this.parseNamespace();
    cursor.take('pound');
    cursor.takeWord();
    const end = cursor.start;
    return { name: cursor.source.text.slice(start, end), place: cursor.source.place(start, end) };
  }

  parseNamespace(): string {
    const cursor = this.#cursor;
    const { start } = cursor;
    cursor.takeWord();
    while (cursor.is('dot')) {
      cursor.next();
      cursor.takeWord();
    }
    return cursor.source.text.slice(start, cursor.start);
  }
}
