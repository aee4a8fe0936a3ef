import type { Node } from './node.ts';
import type { NodeParser } from './node-parser.ts';
import { ObjectNode, StringNode } from './placed-node.ts';
import type { TokenCursor } from './token-cursor.ts';
import type { TraitApplication } from './tree.ts';

/** Reads what stands before a shape or member: its doc comment and its traits. */
export class TraitParser {
  readonly #cursor: TokenCursor;
  readonly #nodes: NodeParser;

  constructor(cursor: TokenCursor, nodes: NodeParser) {
    this.#cursor = cursor;
    this.#nodes = nodes;
  }

  /** A doc comment becomes an application of `smithy.api#documentation`. */
  parseDocsAndTraits(): TraitApplication[] {
    const cursor = this.#cursor;
    cursor.skipBlank();
    const docs = cursor.takeDocs();
    const traits = this.parseTraits();
    if (docs !== null) {
      const value = new StringNode(cursor.source, docs.start, docs.end, docs.text);
      traits.push({ id: 'smithy.api#documentation', value, place: value });
    }
    return traits;
  }

  parseTraits(): TraitApplication[] {
    const cursor = this.#cursor;
    const traits: TraitApplication[] = [];
    while (cursor.is('at')) {
      traits.push(this.parseTrait());
      cursor.skipBlankAndDocs();
    }
    return traits;
  }

  parseTrait(): TraitApplication {
    const cursor = this.#cursor;
    const { start } = cursor;
    cursor.take('at');
    const trait = this.#nodes.parseShapeId(false);
    let value: Node | null = null;
    let end = start + 1 + trait.name.length;
    if (cursor.is('left paren')) {
      cursor.next();
      cursor.skipBlankAndDocs();
      if (!cursor.is('right paren')) value = this.#parseBody();
      end = cursor.end;
      cursor.take('right paren');
    }
    return { id: trait.name, value, place: cursor.source.place(start, end) };
  }

  /** What stands between the parentheses: a value, or the entries of an object without braces. */
  #parseBody(): Node {
    const cursor = this.#cursor;
    const { kind, start, end, word, value } = cursor;
    const node = this.#nodes.parseNode();
    // Only one bare name or one string can be the key of what follows.
    const isKey = kind === 'string' || (kind === 'identifier' && this.#isBareName(node, word));
    cursor.skipBlankAndDocs();
    if (!isKey || !cursor.is('colon')) return node;
    const ids = this.#nodes.syntacticIds;
    if (ids.at(-1) === node) ids.pop();
    const first = this.#nodes.parseEntryValue(kind === 'string' ? value : word, start, end);
    const entries = this.#nodes.parseEntries('right paren', [first]);
    return new ObjectNode(cursor.source, start, cursor.start, entries);
  }

  #isBareName(node: Node, word: string): boolean {
    return node.kind === 'boolean' || node.kind === 'null' || (node.kind === 'string' && node.value === word);
  }
}
