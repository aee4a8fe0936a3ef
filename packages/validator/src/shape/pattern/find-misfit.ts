import { Machine } from './machine.ts';
import { parsePattern } from './parse.ts';
import { listParts, someNode } from './syntax.ts';

const machines = new Map<string, Machine | null>();

/**
 * The first character of a refused text that no text with the same beginning can have there, and its place in code
 * points. Null where that is not known: the text only ends too early, the pattern is not bound to the text's start, or it
 * looks ahead or back.
 */
export function findMisfit(
  pattern: string,
  text: string,
): { readonly character: string; readonly index: number } | null {
  let machine = machines.get(pattern);
  if (machine === undefined) {
    machine = buildMachine(pattern);
    machines.set(pattern, machine);
  }
  if (machine === null) return null;
  const found = machine.findDeadEnd(text);
  return found === null ? null : { character: String.fromCodePoint(found.codePoint), index: found.index };
}

function buildMachine(pattern: string): Machine | null {
  const root = parsePattern(pattern)?.root;
  const first = root === undefined ? undefined : listParts(root)[0];
  if (root === undefined || first?.kind !== 'assertion' || first.at !== 'start') return null;
  const hasLook = someNode(root, (node) => node.kind === 'look' || node.kind === 'backreference');
  return hasLook ? null : Machine.build(root, [], false);
}
