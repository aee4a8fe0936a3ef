import { parsePointer } from '../../diagnostic/pointer.ts';
import { type Expression, listOperands } from '../language/tree.ts';
import type { RuleProgram } from './run-rule.ts';

/** What decides whether a rule objects, besides the rule. */
export interface Reads {
  /** Members of the input. */
  readonly members: ReadonlySet<string>;
  /** Whether the target is read. */
  readonly target: boolean;
}

/** What a rule reads of a request; null where that may be anything. It names rather too much than too little. */
export function listReads({ rule, each, builtIn }: RuleProgram): Reads | null {
  const reads = { members: new Set<string>(), target: builtIn !== null };
  const pointers = [...(each === null ? [] : [each.pointer]), ...(builtIn?.parameters.on ?? [])];
  for (const pointer of pointers) {
    const [member] = parsePointer(pointer);
    if (member === undefined) return null;
    reads.members.add(member);
  }
  const isKnown = [rule.when, rule.assert].every((source) => source === null || addReads(source.tree, reads));
  return isKnown ? reads : null;
}

/** Whether an expression reads the target and nothing else of a request. */
export function readsTargetAlone(tree: Expression): boolean {
  const reads = { members: new Set<string>(), target: false };
  return addReads(tree, reads) && reads.members.size === 0;
}

/** False where a tree may read anything. */
function addReads(node: Expression, reads: { readonly members: Set<string>; target: boolean }): boolean {
  if (node.kind === 'name') {
    if (node.name === 'target') reads.target = true;
    return node.name !== 'input' && node.name !== 'spec';
  }
  if (node.kind === 'select' && node.operand.kind === 'name' && node.operand.name === 'input') {
    reads.members.add(node.member);
    return true;
  }
  return listOperands(node).every((operand) => addReads(operand, reads));
}
