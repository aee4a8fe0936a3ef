import type { SourceHit } from './source-hit.ts';
import type { SourceEntry } from './source-node.ts';

/** Finds the first of two equal keys of one mapping while its entries are still being read. */
export class FirstKeys {
  readonly #entries: readonly SourceEntry[];
  readonly #byKey = new Map<string, SourceEntry>();
  #indexed = 0;

  constructor(entries: readonly SourceEntry[]) {
    this.#entries = entries;
  }

  find(key: string): SourceEntry | undefined {
    for (; this.#indexed < this.#entries.length; this.#indexed++) {
      const entry = this.#entries[this.#indexed]!;
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
  first: SourceEntry | undefined,
): SourceHit {
  const message = 'the first one is here';
  return {
    rule: 'spec/duplicate-key',
    document,
    pointer,
    start: key.start,
    end: key.end,
    facts: { key: key.text },
    related: first === undefined ? [] : [{ pointer, start: first.keyStart, end: first.keyEnd, message }],
  };
}
