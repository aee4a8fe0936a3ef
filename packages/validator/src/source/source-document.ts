import { parsePointer } from '../diagnostic/pointer.ts';
import type { JsonValue } from '../shape/json.ts';
import type { SourceEntry, SourceNode } from './source-node.ts';

/** A stretch of the text, in UTF-16 code units; `end` exclusive. */
export interface Offsets {
  readonly start: number;
  readonly end: number;
}

/** One document of a file, as far as it could be read. */
export interface SourceDocument {
  /** 0-based, counting the documents that could not be read. */
  readonly index: number;
  /** Mappings inherit nothing; an alias shares the value it stands for. */
  readonly value: JsonValue;
  /** True where nothing is written; `value` is null then. */
  readonly empty: boolean;
  /**
   * The text of the value or of its key: a scalar with its quotes, a block scalar from its header on, a collection from
   * its first character to its last, and for what an alias or a merge brings the alias. An empty value has the empty
   * stretch where it would stand. Null where the pointer leads nowhere, or the value has no key.
   */
  offsets(pointer: string, part: 'value' | 'key'): Offsets | null;
  /** Where an alias or a merge brings the value: its own text, at the anchor. Null where it is written in its place. */
  originOffsets(pointer: string, part: 'value' | 'key'): Offsets | null;
  /** True where an alias stands for the text as well, or for a collection that it is in: who changes it, changes it there too. */
  isShared(pointer: string, part: 'value' | 'key'): boolean;
}

/** Mappings with more entries than this are looked up by an index. */
const indexedSize = 16;
const indexes = new WeakMap<readonly SourceEntry[], ReadonlyMap<string, SourceEntry>>();

function findEntry(entries: readonly SourceEntry[], key: string): SourceEntry | undefined {
  if (entries.length <= indexedSize) return entries.find((entry) => entry.key === key);
  let index = indexes.get(entries);
  if (index === undefined) {
    index = new Map(entries.map((entry) => [entry.key, entry]));
    indexes.set(entries, index);
  }
  return index.get(key);
}

interface Found {
  readonly node: SourceNode;
  readonly entry: SourceEntry | null;
  /** The outermost alias on the way. */
  readonly alias: SourceNode | null;
  /** The collections on the way. */
  readonly holders: readonly SourceNode[];
}

function findNode(root: SourceNode, pointer: string): Found | null {
  const holders: SourceNode[] = [];
  let found: Found = { node: root, entry: null, alias: null, holders };
  for (const token of parsePointer(pointer)) {
    const alias = found.alias ?? (found.node.target === null ? null : found.node);
    const holder = found.node.target ?? found.node;
    holders.push(holder);
    if (holder.entries !== null) {
      const entry = findEntry(holder.entries, token);
      if (entry === undefined) return null;
      found = { node: entry.node, entry, alias: alias ?? entry.via, holders };
    } else {
      const node = /^(?:0|[1-9]\d*)$/.test(token) ? holder.items?.[Number(token)] : undefined;
      if (node === undefined) return null;
      found = { node, entry: null, alias, holders };
    }
  }
  return found;
}

/** Where the values of a document stand. */
interface Places {
  readonly root: SourceNode;
  /** What aliases stand for; null where there is no alias. */
  readonly shared: ReadonlySet<SourceNode> | null;
}

class ReadDocument implements SourceDocument {
  readonly index: number;
  readonly value: JsonValue;
  readonly empty: boolean;
  #places: Places | (() => Places);

  constructor(index: number, value: JsonValue, empty: boolean, places: Places | (() => Places)) {
    this.index = index;
    this.value = value;
    this.empty = empty;
    this.#places = places;
  }

  #findPlaces(): Places {
    if (typeof this.#places === 'function') this.#places = this.#places();
    return this.#places;
  }

  offsets(pointer: string, part: 'value' | 'key'): Offsets | null {
    const { root } = this.#findPlaces();
    const found = findNode(root, pointer);
    if (found === null) return null;
    const { node, entry, alias } = found;
    if (part === 'key' && entry === null) return null;
    if (alias !== null) return { start: alias.start, end: alias.end };
    if (part === 'key' && entry !== null) return { start: entry.keyStart, end: entry.keyEnd };
    return { start: node.start, end: node.end };
  }

  originOffsets(pointer: string, part: 'value' | 'key'): Offsets | null {
    const { root, shared } = this.#findPlaces();
    const found = shared === null ? null : findNode(root, pointer);
    if (found === null) return null;
    const { node, entry, alias } = found;
    if (alias === null && node.target === null) return null;
    if (part === 'key') return entry === null || alias === null ? null : { start: entry.keyStart, end: entry.keyEnd };
    const { start, end } = node.target ?? node;
    return { start: start, end: end };
  }

  isShared(pointer: string, part: 'value' | 'key'): boolean {
    const { root, shared } = this.#findPlaces();
    const found = shared === null ? null : findNode(root, pointer);
    if (shared === null || found === null) return false;
    return (part === 'value' && shared.has(found.node)) || found.holders.some((holder) => shared.has(holder));
  }
}

/**
 * Makes a document of its root node; places are looked up when they are asked for.
 * @param shared what aliases stand for; null where there is no alias
 */
export function createDocument(
  index: number,
  root: SourceNode,
  empty: boolean,
  shared: ReadonlySet<SourceNode> | null = null,
): SourceDocument {
  return new ReadDocument(index, root.value, empty, { root, shared });
}

/**
 * Makes a document of its value alone, without aliases and not empty.
 * @param findRoot reads it again, with its places; called when one is first asked for
 */
export function createValueDocument(index: number, value: JsonValue, findRoot: () => SourceNode): SourceDocument {
  return new ReadDocument(index, value, false, () => ({ root: findRoot(), shared: null }));
}
