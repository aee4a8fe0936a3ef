import { tabulateTree } from '../../../shape/pattern/matcher.ts';
import { parsePattern } from '../../../shape/pattern/parse.ts';
import { type PatternTable, searchTable } from '../../../shape/pattern/search-table.ts';
import { type Expression, listOperands } from '../tree.ts';
import { compileLiteralRe2 } from './compile-re2.ts';
import { type CompiledPattern, type PatternEngine, pricePattern } from './pattern-engine.ts';

/** The patterns of policies, worked out, by their source. Plain data. */
export interface KeptPatterns {
  readonly literals: Readonly<Record<string, { readonly table: PatternTable; readonly states: number }>>;
  readonly names: Readonly<Record<string, PatternTable>>;
  /** False where there are others: large ones, and ones that an expression makes. */
  readonly isWhole: boolean;
}

/**
 * Works out the patterns of policies, so that who keeps them can do without the engine.
 * @param names patterns that built-ins take
 */
export function keepPatterns(trees: readonly Expression[], names: readonly string[]): KeptPatterns {
  const literals = new Map<string, KeptPatterns['literals'][string]>();
  let isWhole = true;
  const visit = (node: Expression): void => {
    if (node.kind === 'call' && node.name === 'matches') {
      const last = node.args.at(-1);
      const source = last?.kind === 'literal' && last.literal.type === 'string' ? last.literal.value : null;
      const kept = source === null ? null : (literals.get(source) ?? tabulateLiteral(source));
      if (source === null || kept === null) isWhole = false;
      else literals.set(source, kept);
    }
    for (const operand of listOperands(node)) visit(operand);
  };
  for (const tree of trees) visit(tree);
  const tables = names.flatMap((name): [string, PatternTable][] => {
    const parsed = parsePattern(name);
    const table = parsed === null ? null : tabulateTree(parsed.root);
    return table === null ? [] : [[name, table]];
  });
  isWhole &&= tables.length === names.length;
  return { literals: Object.fromEntries(literals), names: Object.fromEntries(tables), isWhole };
}

function tabulateLiteral(source: string): KeptPatterns['literals'][string] | null {
  const compiled = compileLiteralRe2(source);
  if (typeof compiled === 'string') return null;
  const table = tabulateTree(compiled.root);
  return table === null ? null : { table, states: compiled.states };
}

/**
 * Makes an engine of patterns that were kept; null where there were others, and no engine is given for them.
 * @param engine asked for the others
 */
export function recallPatterns(kept: KeptPatterns, engine: PatternEngine | null): PatternEngine | null {
  if (engine === null && !kept.isWhole) return null;
  const literals = new Map<string, CompiledPattern>();
  for (const [source, { table, states }] of Object.entries(kept.literals))
    literals.set(source, { test: (text) => searchTable(table, text), ...pricePattern(states) });
  const names = new Map(Object.entries(kept.names));
  const unknown = 'the pattern was not kept';
  return {
    compile: (source) => engine?.compile(source) ?? unknown,
    compileLiteral: (source) => literals.get(source) ?? engine?.compileLiteral(source) ?? unknown,
    compileName(source) {
      const table = names.get(source);
      return table === undefined ? (engine?.compileName(source) ?? null) : { test: (text) => searchTable(table, text) };
    },
  };
}
