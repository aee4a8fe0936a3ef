import type { LanguageFunction, Overload } from './functions/function.ts';
import type { CallNode } from './tree.ts';

/** The overloads that fit a call's form and number of arguments. */
export function listOverloads(called: LanguageFunction, node: CallNode): Overload[] {
  const form = node.target === null ? 'function' : 'method';
  const count = node.args.length + (node.target === null ? 0 : 1);
  return called.overloads.filter((overload) => overload.form === form && overload.takes.length === count);
}
