import type { JsonValue } from '../shape/json.ts';
import type { SourceEntry, SourceNode } from './source-node.ts';

interface MergePart {
  readonly mapping: SourceNode;
  /** The alias that brings it, if one does. */
  readonly via: SourceNode | null;
}

/** The mappings that a `<<` brings, in order; null where it has something else beside it. */
function listParts(source: SourceNode): MergePart[] | null {
  const whole = source.target ?? source;
  const outer = source.target === null ? null : source;
  if (whole.entries !== null) return [{ mapping: whole, via: outer }];
  if (whole.items === null) return null;
  const parts: MergePart[] = [];
  for (const item of whole.items) {
    const mapping = item.target ?? item;
    if (mapping.entries === null) return null;
    parts.push({ mapping, via: outer ?? (item.target === null ? null : item) });
  }
  return parts;
}

/** How many keys a merge looks at: its cost, whether or not it adds them; -1 where the source cannot be merged. */
export function countMergeKeys(source: SourceNode): number {
  const parts = listParts(source);
  if (parts === null) return -1;
  return parts.reduce((sum, { mapping }) => sum + 1 + (mapping.entries?.length ?? 0), 0);
}

/** Adds what the sources have and the mapping has not: its own keys win, then those of an earlier source. Returns what was added. */
export function mergeSources(value: Record<string, JsonValue>, sources: readonly SourceNode[]): SourceEntry[] {
  const added: SourceEntry[] = [];
  for (const source of sources)
    for (const { mapping, via } of listParts(source) ?? [])
      for (const { key, keyStart, keyEnd, node, via: inner } of mapping.entries ?? []) {
        if (key in value) continue;
        value[key] = node.value;
        added.push({ key, keyStart, keyEnd, node, via: via ?? inner });
      }
  return added;
}
