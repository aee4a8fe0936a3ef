import type { PolicyRuleSummary, PolicySet } from '../../check/policy-set.ts';
import { isObject, ownValue } from '../../shape/json.ts';
import { builtIns } from '../built-in/catalogue.ts';
import type { ProgramSource } from '../language/compile.ts';
import { type KeptTree, keepProgram, recallProgram } from '../language/keep-program.ts';
import { type KeptPatterns, keepPatterns, recallPatterns } from '../language/pattern/keep-patterns.ts';
import type { PatternEngine } from '../language/pattern/pattern-engine.ts';
import { type Expression, listOperands } from '../language/tree.ts';
import type { AskableRule, BuiltInUse, FailingField } from './askable-rule.ts';
import { makeRuleSet } from './rule-set.ts';
import { buildRule } from './run-rule.ts';

/** Rules that have been checked, as plain data: what a set of them is made of without reading or checking a policy again. */
interface KeptSet {
  readonly rules: readonly PolicyRuleSummary[];
  readonly askable: readonly KeptRule[];
  readonly patterns: KeptPatterns;
}

interface KeptRule {
  readonly head: Pick<AskableRule, 'id' | 'severity' | 'why' | 'operation' | 'at' | 'each'>;
  readonly when: KeptTree | null;
  readonly assert: KeptTree | null;
  readonly builtIn: Omit<BuiltInUse, 'patterns'> | null;
}

/** What is asked for where a rule objects or fails: most never do. */
interface KeptWords {
  readonly message: readonly (string | KeptTree)[];
  /** Places by field, and by field and offset. */
  readonly places: Readonly<Record<string, string>>;
}

/** Writes rules down for `recallPolicySet`: what is always read in a first line, the words of each rule in one of its own. */
export function keepRules(rules: readonly PolicyRuleSummary[], askable: readonly AskableRule[]): string {
  const trees = askable.flatMap(({ when, assert, message }) =>
    [when, assert, ...message].flatMap((source) => (isProgram(source) ? [source.tree] : [])),
  );
  const kept: KeptSet = { rules, askable: askable.map(keepRule), patterns: keepPatterns(trees, listNames(askable)) };
  return [kept, ...askable.map(keepWords)].map((part) => JSON.stringify(part)).join('\n');
}

/**
 * Makes a set of the rules that `keepRules` wrote down. Throws for any other text.
 * @param engine for patterns that were not kept; without it null is returned where there are some
 */
export function recallPolicySet(text: string, engine: PatternEngine): PolicySet;
export function recallPolicySet(text: string, engine: null): PolicySet | null;
export function recallPolicySet(text: string, engine: PatternEngine | null): PolicySet | null {
  const end = text.indexOf('\n');
  const { rules, askable, patterns: known } = JSON.parse(end === -1 ? text : text.slice(0, end)) as KeptSet;
  const patterns = recallPatterns(known, engine);
  if (patterns === null) return null;
  let words: string[] | null = null;
  const readWords = (index: number): KeptWords => {
    words ??= text.slice(end + 1).split('\n');
    return JSON.parse(words[index] ?? '') as KeptWords;
  };
  const programs = askable.map((rule, index) => buildRule(recallRule(rule, () => readWords(index), patterns)));
  return makeRuleSet(rules, programs, []);
}

function isProgram(part: ProgramSource | string | null): part is ProgramSource {
  return typeof part === 'object' && part !== null;
}

/** The patterns that built-ins take. */
function listNames(askable: readonly AskableRule[]): string[] {
  return askable.flatMap(({ builtIn }) => {
    const given = builtIn?.with;
    const parameters = builtIns.find(({ name }) => name === builtIn?.name)?.parameters ?? {};
    return Object.entries(parameters).flatMap(([name, { kind }]) => {
      const value = kind === 'pattern' && isObject(given) ? ownValue(given, name) : undefined;
      return typeof value === 'string' ? [value] : [];
    });
  });
}

function keepRule({ id, severity, why, operation, at, each, when, assert, builtIn }: AskableRule): KeptRule {
  return {
    head: { id, severity, why, operation, at, each },
    when: when === null ? null : keepProgram(when),
    assert: assert === null ? null : keepProgram(assert),
    builtIn: builtIn === null ? null : { name: builtIn.name, with: builtIn.with },
  };
}

function keepWords(rule: AskableRule): KeptWords {
  const message = rule.message.map((part) => (typeof part === 'string' ? part : keepProgram(part)));
  return { message, places: listPlaces(rule) };
}

function recallRule(
  { head, when, assert, builtIn }: KeptRule,
  readWords: () => KeptWords,
  patterns: PatternEngine,
): AskableRule {
  return {
    ...head,
    when: when === null ? null : recallProgram(when, patterns),
    assert: assert === null ? null : recallProgram(assert, patterns),
    builtIn: builtIn === null ? null : { name: builtIn.name, with: builtIn.with, patterns },
    get message() {
      return readWords().message.map((part) => (typeof part === 'string' ? part : recallProgram(part, patterns)));
    },
    placeOf(field, offset) {
      const { places } = readWords();
      return places[`${field} ${offset}`] ?? places[field] ?? '';
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
