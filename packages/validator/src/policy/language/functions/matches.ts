import type { RuleBudget } from '../budget.ts';
import { Failure } from '../failure.ts';
import type { CompiledPattern } from '../pattern/pattern-engine.ts';
import { boolType } from '../type.ts';
import type { LanguageFunction } from './function.ts';

export const matches: LanguageFunction = {
  name: 'matches',
  summary:
    'Whether a regular expression in RE2 syntax is found anywhere in a text; write `^` and `$` for the whole text.',
  overloads: [
    { form: 'method', takes: ['string', 'string'] },
    { form: 'function', takes: ['string', 'string'] },
  ],
  gives: () => boolType,
  run({ budget, patterns }, text, pattern) {
    budget.spend((pattern as string).length);
    const compiled = patterns.compile(pattern as string);
    if (typeof compiled === 'string') return new Failure(compiled);
    budget.spend(compiled.stepsToMake);
    return search(compiled, text as string, budget);
  },
  inspect([, pattern], patterns) {
    if (typeof pattern !== 'string') return null;
    const compiled = patterns.compileLiteral(pattern);
    if (typeof compiled !== 'string') return null;
    return { argument: 1, message: compiled, help: 'patterns are in RE2 syntax' };
  },
  prepare([, pattern], patterns) {
    const compiled = typeof pattern === 'string' ? patterns.compileLiteral(pattern) : '';
    if (typeof compiled === 'string') return null;
    return ({ budget }, text) => search(compiled, text as string, budget);
  },
  examples: [
    { source: '"prod-chat-7".matches("^prod-[a-z]+-[0-9]+$")', gives: 'true' },
    { source: '"my prod chat".matches("prod")', gives: 'true' },
    { source: 'matches("PROD", "(?i)^prod$")', gives: 'true' },
  ],
};

function search(compiled: CompiledPattern, text: string, budget: RuleBudget): boolean {
  budget.spend((text.length + 1) * compiled.stepsPerCharacter);
  return compiled.test(text);
}
