import type { PatternNode } from '../../../shape/pattern/syntax.ts';
import { listChildren } from '../../../shape/pattern/syntax.ts';
import { type Expression, listOperands } from '../tree.ts';
import { compileLiteralRe2, type ParsedPattern, recallLiteralRe2 } from './compile-re2.ts';

/** The literal patterns of a policy, parsed, by their source. JSON writes a repetition without a limit as `null`. */
export type KeptPatterns = Readonly<Record<string, ParsedPattern>>;

/** Gathers the literal patterns of expressions, so that who keeps them need not parse them again. */
export function keepPatterns(trees: readonly Expression[]): KeptPatterns {
  const kept = new Map<string, ParsedPattern>();
  const visit = (node: Expression): void => {
    const last = node.kind === 'call' && node.name === 'matches' ? node.args.at(-1) : undefined;
    if (last?.kind === 'literal' && last.literal.type === 'string') {
      const compiled = compileLiteralRe2(last.literal.value);
      if (typeof compiled !== 'string') kept.set(last.literal.value, compiled.parsed);
    }
    for (const operand of listOperands(node)) visit(operand);
  };
  for (const tree of trees) visit(tree);
  return Object.fromEntries(kept);
}

/** Has expressions that are compiled from now on take these patterns as parsed. */
export function recallPatterns(kept: KeptPatterns): void {
  for (const [source, parsed] of Object.entries(kept)) {
    recallLimits(parsed.root);
    recallLiteralRe2(source, parsed);
  }
}

function recallLimits(node: PatternNode & { max?: number | null }): void {
  if (node.kind === 'repeat' && node.max === null) Object.assign(node, { max: Number.POSITIVE_INFINITY });
  for (const child of listChildren(node)) recallLimits(child);
}
