import type { JsonObject, JsonValue } from '../shape/json.ts';
import { plainKey, plainLength, plainLevels } from './limits.ts';
import { createMapping } from './source-node.ts';

/**
 * Reads the value of a short JSON text without escapes: most of the work is the engine's, which is fast from the first text on, while
 * the whole reader has to be compiled first. Undefined for anything else, faults, limits and keys that stand twice included.
 */
export function readPlainJson(text: string): JsonValue | undefined {
  if (text.length > plainLength || text.includes('\\')) return undefined;
  let parsed: JsonValue;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  const copier = new PlainCopier();
  const value = copier.copy(parsed, 0);
  // Without escapes a quote is that of a string: those that the value lacks are of a key that stands twice, or of what it led to.
  return !copier.isBeyondLimits && copier.strings * 2 === countQuotes(text) ? value : undefined;
}

/** Copies what has been parsed into mappings that inherit nothing. */
class PlainCopier {
  /** Keys, and texts among the values. */
  strings = 0;
  isBeyondLimits = false;

  copy(value: JsonValue, level: number): JsonValue {
    if (typeof value === 'string') this.strings++;
    if (typeof value !== 'object' || value === null) return value;
    if (level === plainLevels) {
      this.isBeyondLimits = true;
      return null;
    }
    if (Array.isArray(value)) {
      const items: JsonValue[] = [];
      for (const item of value as readonly JsonValue[]) items.push(this.copy(item, level + 1));
      return items;
    }
    const mapping = createMapping();
    for (const key of Object.keys(value)) {
      if (key.length > plainKey) this.isBeyondLimits = true;
      this.strings++;
      mapping[key] = this.copy((value as JsonObject)[key] ?? null, level + 1);
    }
    return mapping;
  }
}

function countQuotes(text: string): number {
  let quotes = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) quotes++;
  return quotes;
}
