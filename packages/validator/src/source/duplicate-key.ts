import type { JsonObject } from '../shape/json.ts';
import type { SourceHit } from './source-hit.ts';
import type { SourceEntry } from './source-node.ts';

/** Up to so many entries are compared one by one, which takes less than keeping an index. */
const indexedSize = 16;

/** Finds the first of two equal keys of one mapping while its entries are still being read. */
export class FirstKeys {
  readonly #entries: readonly SourceEntry[];
  readonly #value: JsonObject;
  #byKey: Map<string, SourceEntry> | null = null;
  #indexed = 0;

  /** @param value the mapping as read so far; it inherits nothing */
  constructor(entries: readonly SourceEntry[], value: JsonObject) {
    this.#entries = entries;
    this.#value = value;
  }

  find(key: string): SourceEntry | undefined {
    const entries = this.#entries;
    if (entries.length <= indexedSize) {
      for (const entry of entries) if (entry.key === key) return entry;
      return undefined;
    }
    if (!(key in this.#value)) return undefined;
    this.#byKey ??= new Map();
    for (; this.#indexed < entries.length; this.#indexed++) {
      const entry = entries[this.#indexed]!;
      this.#byKey.set(entry.key, entry);
    }
    return this.#byKey.get(key);
  }
}

/** The hit at the second of two equal keys, related to the first. */
export function duplicateKeyHit(
  document: number,
  pointer: string,
  key: { readonly text: string; readonly start: number; readonly end: number },
  first: SourceEntry,
): SourceHit {
  const message = 'the first one is here';
  return {
    rule: 'spec/duplicate-key',
    document,
    pointer,
    start: key.start,
    end: key.end,
    facts: { key: key.text },
    related: [{ pointer, start: first.keyStart, end: first.keyEnd, message }],
  };
}
