import type { PolicyRuleSummary, PolicySet } from '../../check/policy-set.ts';
import { type KeptProgram, keepProgram, recallProgram } from '../language/keep-program.ts';
import { type KeptPatterns, keepPatterns, recallPatterns } from '../language/pattern/keep-patterns.ts';
import { type Expression, listOperands } from '../language/tree.ts';
import type { AskableRule, FailingField } from './askable-rule.ts';
import { makeRuleSet } from './rule-set.ts';
import { buildRule } from './run-rule.ts';

/** Rules that have been checked, as plain data: what a set of them is made of without reading or checking a policy again. */
interface KeptSet {
  readonly rules: readonly PolicyRuleSummary[];
  readonly askable: readonly KeptRule[];
  readonly patterns: KeptPatterns;
}

type KeptRule = Omit<AskableRule, 'when' | 'assert' | 'message' | 'placeOf'> & {
  readonly when: KeptProgram | null;
  readonly assert: KeptProgram | null;
  /** JSON, read where a message is written: most never are. */
  readonly message: string;
  /** JSON, read where a rule fails: places by field, and by field and offset. */
  readonly places: string;
};

/** Writes rules down for `recallPolicySet`. */
export function keepRules(rules: readonly PolicyRuleSummary[], askable: readonly AskableRule[]): string {
  const trees = askable.flatMap(({ when, assert }) => [when, assert].flatMap((source) => source?.tree ?? []));
  const kept: KeptSet = { rules, askable: askable.map(keepRule), patterns: keepPatterns(trees) };
  return JSON.stringify(kept);
}

/** Makes a set of the rules that `keepRules` wrote down. Throws for any other text. */
export function recallPolicySet(text: string): PolicySet {
  const { rules, askable, patterns } = JSON.parse(text) as KeptSet;
  recallPatterns(patterns);
  const programs = askable.map((rule) => buildRule(recallRule(rule)));
  return makeRuleSet(rules, programs, []);
}

function keepRule(rule: AskableRule): KeptRule {
  const { placeOf, when, assert, message, ...plain } = rule;
  return {
    ...plain,
    when: when === null ? null : keepProgram(when),
    assert: assert === null ? null : keepProgram(assert),
    message: JSON.stringify(message.map((part) => (typeof part === 'string' ? part : keepProgram(part)))),
    places: JSON.stringify(listPlaces(rule)),
  };
}

function recallRule({ places, when, assert, message, ...plain }: KeptRule): AskableRule {
  return {
    ...plain,
    when: when === null ? null : recallProgram(when),
    assert: assert === null ? null : recallProgram(assert),
    get message() {
      const parts = JSON.parse(message) as readonly (string | KeptProgram)[];
      return parts.map((part) => (typeof part === 'string' ? part : recallProgram(part)));
    },
    placeOf(field, offset) {
      const known = JSON.parse(places) as Readonly<Record<string, string>>;
      return known[`${field} ${offset}`] ?? known[field] ?? '';
    },
  };
}

/** The places of all that can fail. */
function listPlaces({ when, assert, each, builtIn, placeOf }: AskableRule): Record<string, string> {
  const places: Record<string, string> = {};
  const add = (field: FailingField, tree: Expression | null): void => {
    places[field] = placeOf(field, null);
    if (tree === null) return;
    for (const offset of [0, ...listStarts(tree)]) places[`${field} ${offset}`] = placeOf(field, offset);
  };
  if (when !== null) add('when', when.tree);
  if (assert !== null) add('assert', assert.tree);
  if (each !== null) add('each', null);
  if (builtIn !== null) add('uses', null);
  return places;
}

function listStarts(node: Expression): number[] {
  const own = node.kind === 'select' ? [node.start, node.memberStart] : [node.start];
  return [...own, ...listOperands(node).flatMap(listStarts)];
}
