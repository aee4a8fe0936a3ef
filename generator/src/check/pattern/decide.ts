import { compileLinear, type PatternNode, parsePattern } from '@shapegate/validator/leaves';
import { type Ambiguity, type AmbiguityReport, analyzeAmbiguity } from './ambiguity.ts';
import { compilePlain } from './plain.ts';
import { printPattern } from './print.ts';
import { rewritePattern } from './rewrite.ts';
import { findWitness, writeWitness } from './witness.ts';

/** What is to run a pattern. */
export interface PatternDecision {
  /**
   * `native`: the pattern as it stands is linear in a backtracking engine. `rewritten`: an equal one is. `linear`: only
   * the linear engine may run it. `unsupported`: nothing can.
   */
  readonly kind: 'native' | 'rewritten' | 'linear' | 'unsupported';
  /** Compiles under the `u` flag, finds the same texts and takes linear time; null for `linear` and `unsupported`. */
  readonly regexp: string | null;
  /** Of the pattern as the model writes it. */
  readonly ambiguity: Ambiguity;
  /** A text that takes a backtracking engine long on the pattern as the model writes it; where one was found. */
  readonly witness?: string;
}

/** Lengths of a witness: doubling needs few characters to be felt, a power needs many. */
const fewestTurns = 32;
const witnessLength = { exponential: 64, polynomial: 4_000 };

/**
 * Decides which engine may run a pattern of a model. The answer depends on the pattern alone: work is bounded, time is
 * not looked at. `maxLength`, which bounds the texts the model allows, bounds the witness and nothing else: a schema's
 * checks come in no order, so a length check cannot be what makes a pattern safe. `witness: false` leaves it out.
 */
export function decidePattern(
  pattern: string,
  options: { readonly maxLength?: number; readonly witness?: boolean } = {},
): PatternDecision {
  if (compilePlain(pattern) !== null) return { kind: 'native', regexp: pattern, ambiguity: 'linear' };
  const parsed = parsePattern(pattern);
  if (parsed === null) return { kind: 'unsupported', regexp: null, ambiguity: 'unknown' };
  const report = analyzeAmbiguity(parsed.root);
  const { ambiguity } = report;
  if (ambiguity === 'linear' && parsed.unicode) return { kind: 'native', regexp: pattern, ambiguity };
  const regexp = ambiguity === 'linear' ? printPattern(parsed.root) : rewritePattern(parsed.root);
  const witness = options.witness === false ? null : writeLongWitness(parsed.root, pattern, report, options.maxLength);
  const decision = decideKind(pattern, regexp);
  return witness === null ? { ...decision, ambiguity } : { ...decision, ambiguity, witness };
}

function decideKind(pattern: string, regexp: string | null): Pick<PatternDecision, 'kind' | 'regexp'> {
  if (regexp !== null) return { kind: 'rewritten', regexp };
  return { kind: compileLinear(pattern) === null ? 'unsupported' : 'linear', regexp: null };
}

function writeLongWitness(
  root: PatternNode,
  pattern: string,
  report: AmbiguityReport,
  maxLength = Number.POSITIVE_INFINITY,
): string | null {
  if (report.ambiguity !== 'exponential' && report.ambiguity !== 'polynomial') return null;
  const witness = findWitness(pattern, root, report);
  if (witness === null) return null;
  const length = Math.min(maxLength, Math.max(witnessLength[report.ambiguity], fewestTurns * witness.pump.length));
  const turns = Math.floor((length - witness.prefix.length - witness.suffix.length) / witness.pump.length);
  return turns < 1 ? null : writeWitness(witness, turns);
}
