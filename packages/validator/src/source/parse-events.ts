import { type Event, parseEvents, YAMLException } from 'js-yaml';
import { maximumDepth, maximumDocuments, maximumLines } from './limits.ts';

/** Where and why the text is not YAML, or which limit it goes beyond. */
export interface ParseFailure {
  readonly kind: 'syntax' | 'depth' | 'nodes' | 'documents' | 'lines';
  readonly offset: number;
  /** The parser's own words; empty for a limit. */
  readonly problem: string;
}

/** More nodes than this in one file are not even read: an event costs about a hundred bytes. */
const maximumEvents = 1_000_000;

/** A text this short cannot hold too many nodes, since each takes a character at least. */
const harmlessLength = 200_000;

class TooManyNodes extends Error {}

/**
 * The parser compares its depth with the limit once for each node, so a limit that counts how often it is read stops
 * it before its events fill the memory; it has no option for that.
 */
function createCountingLimit(limit: number): number {
  let reads = 0;
  const counting = {
    valueOf(): number {
      if (++reads > maximumEvents) throw new TooManyNodes();
      return limit;
    },
  };
  return counting as unknown as number;
}

const emptyItems = /^[ \t-]*-[ \t]*(?:#.*)?$/gm;
const separators = /^---(?=\s|$)/gm;

function countMatches(text: string, pattern: RegExp, limit: number): number {
  let count = 0;
  pattern.lastIndex = 0;
  while (count <= limit && pattern.test(text)) count++;
  return count;
}

/** Counts only as far as needed to compare with the limit. */
function countLines(text: string): number {
  let lines = 1;
  for (let i = 0; i < text.length && lines <= maximumLines; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) lines++;
  }
  return lines;
}

/** Documents and empty list items cost events without being counted above. */
function findExcess(text: string): 'nodes' | 'documents' | null {
  if (countMatches(text, separators, maximumDocuments) > maximumDocuments) return 'documents';
  return countMatches(text, emptyItems, maximumEvents / 2) > maximumEvents / 2 ? 'nodes' : null;
}

/** Reads YAML text as a flat list of events with offsets, in time and memory linear in the text. */
export function parseYamlEvents(text: string): Event[] | ParseFailure {
  // One more than the limit: the scalars in the deepest collection count as a level for the parser.
  const limit = maximumDepth + 1;
  const isHarmless = text.length <= harmlessLength;
  const excess = isHarmless ? null : findExcess(text);
  if (excess !== null) return { kind: excess, offset: 0, problem: '' };
  if (text.length >= maximumLines && countLines(text) > maximumLines) return { kind: 'lines', offset: 0, problem: '' };
  // The parser refuses it too, but takes each of ten million for a line of its own to quote.
  const nul = text.indexOf('\0');
  if (nul !== -1) return { kind: 'syntax', offset: nul, problem: 'the text has a NUL character' };
  try {
    return parseEvents(text, { maxDepth: isHarmless ? limit : createCountingLimit(limit) });
  } catch (error) {
    if (error instanceof TooManyNodes) return { kind: 'nodes', offset: 0, problem: '' };
    if (!(error instanceof YAMLException)) return { kind: 'syntax', offset: 0, problem: 'the parser gave up' };
    const offset = Math.min(error.mark?.position ?? 0, text.length);
    const depth = error.reason.startsWith('nesting exceeded');
    return { kind: depth ? 'depth' : 'syntax', offset, problem: error.reason };
  }
}
