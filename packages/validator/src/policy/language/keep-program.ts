import type { ProgramSource } from './compile.ts';
import type { PatternEngine } from './pattern/pattern-engine.ts';
import type { Reading } from './reading.ts';
import type { Expression } from './tree.ts';
import type { Wholes } from './whole-reading.ts';

/** A tree as JSON has it: without what no program needs, integers and some other numbers as text. */
export type KeptTree = Expression & {
  /** How the value of a name, a member or an element is read. */
  readonly reading?: Reading;
  /** How the sides of a comparison are read. */
  readonly wholes?: Wholes;
};

const unneeded = new Set(['depth', 'nameStart', 'operatorStart', 'variableStart']);

/** Makes plain data of what a program is made of. */
export function keepProgram({ tree, readingOf, wholesOf }: ProgramSource): KeptTree {
  const text = JSON.stringify(tree, (key, value: unknown) => {
    if (unneeded.has(key)) return undefined;
    if (!isNode(value)) return writeForeign(value) ?? value;
    if (value.kind === 'name' || value.kind === 'select' || value.kind === 'index')
      return { ...value, reading: readingOf(value) };
    const wholes = value.kind === 'binary' ? wholesOf(value) : null;
    return wholes === null ? value : { ...value, wholes };
  });
  return JSON.parse(text) as KeptTree;
}

/** Makes what `keepProgram` was given of what it made. */
export function recallProgram(tree: KeptTree, patterns: PatternEngine): ProgramSource {
  return {
    tree,
    readingOf: (node: KeptTree) => node.reading ?? 'any',
    wholesOf: (node: KeptTree) => node.wholes ?? null,
    patterns,
  };
}

/** JSON has no integers of 64 bits, no infinities and no negative zero; undefined for what it has. */
function writeForeign(value: unknown): string | undefined {
  if (typeof value === 'bigint') return String(value);
  if (Object.is(value, -0)) return '-0';
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : undefined;
}

function isNode(value: unknown): value is Expression {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
