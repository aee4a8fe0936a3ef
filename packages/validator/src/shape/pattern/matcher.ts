import { Machine } from './machine.ts';
import { parsePattern } from './parse.ts';
import type { PatternTable } from './search-table.ts';
import type { LookNode, PatternNode } from './syntax.ts';
import { listChildren } from './syntax.ts';
import { makeTable, mostMoves } from './table.ts';

/** Finds a pattern anywhere in a text, in time linear in the text. */
export interface LinearMatcher {
  test(text: string): boolean;
}

const mostLooks = 6;

/**
 * Compiles a pattern for matching without backtracking: time grows with the text's length times the pattern's size.
 * It means what ECMA-262 says under the `u` flag. Null for what does not parse, for backreferences, for more than six
 * lookarounds and for more than 20,000 states.
 */
export function compileLinear(pattern: string): LinearMatcher | null {
  const parsed = parsePattern(pattern);
  return parsed === null ? null : compileTree(parsed.root);
}

/** The same for a tree. */
export function compileTree(root: PatternNode): LinearMatcher | null {
  const looks: LookNode[] = [];
  if (!collectLooks(root, looks) || looks.length > mostLooks) return null;
  const lookMachines: Machine[] = [];
  for (const look of looks) {
    const machine = Machine.build(look.body, looks, !look.behind);
    if (machine === null) return null;
    lookMachines.push(machine);
  }
  const machine = Machine.build(root, looks, false);
  if (machine === null) return null;
  if (looks.length === 0) return { test: (text) => machine.find(text) };
  return {
    test(text) {
      const codePoints = readCodePoints(text);
      const holds: Uint8Array[] = [];
      // An inner lookaround comes before the one around it, so what a machine asks for is known when it runs.
      looks.forEach((look, index) => {
        const found = lookMachines[index]!.scan(codePoints, holds);
        holds.push(look.negative ? found.map((flag) => 1 - flag) : found);
      });
      return machine.test(codePoints, holds);
    },
  };
}

/** Works the automaton of a tree out whole; null where it has lookarounds, or is large. */
export function tabulateTree(root: PatternNode): PatternTable | null {
  const looks: LookNode[] = [];
  if (!collectLooks(root, looks) || looks.length > 0) return null;
  const explored = Machine.build(root, looks, false)?.explore(mostMoves) ?? null;
  return explored === null ? null : makeTable(explored.alphabet, explored.rows);
}

/** Lists the lookarounds, the inner ones first; false where there is a backreference. */
function collectLooks(node: PatternNode, looks: LookNode[]): boolean {
  if (node.kind === 'backreference') return false;
  for (const child of listChildren(node)) if (!collectLooks(child, looks)) return false;
  if (node.kind === 'look') looks.push(node);
  return true;
}

/** The code points of a text, as machines read it. */
function readCodePoints(text: string): Int32Array {
  const codePoints = new Int32Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const codePoint = text.codePointAt(at)!;
    if (codePoint > 0xffff) at++;
    codePoints[count++] = codePoint;
  }
  return codePoints.subarray(0, count);
}
