import { ruleBytes, ruleElements, ruleSteps, specSteps, testSteps } from '../language/budget.ts';
import { mostDepth, mostInserts, mostNodes, mostSourceBytes } from '../language/limits.ts';

/** A bound of the language, in its unit. */
export interface LimitEntry {
  readonly what: string;
  readonly most: number;
  readonly unit: string;
  /** What is said beyond it. */
  readonly message: string;
}

/** Bounds of an expression and of a message: beyond them their policy is refused. */
export const sourceLimits: readonly LimitEntry[] = [
  { what: 'the source', most: mostSourceBytes, unit: 'bytes', message: 'the expression is longer than 16 KiB' },
  { what: 'nesting', most: mostDepth, unit: 'levels', message: 'the expression is nested deeper than 64 levels' },
  { what: 'parts', most: mostNodes, unit: 'nodes', message: 'the expression has more than 4,096 parts' },
  {
    what: 'a message',
    most: mostInserts,
    unit: 'expressions',
    message: 'the message has more than 64 expressions',
  },
];

/** Budgets of evaluation: beyond them a rule fails on the request. */
export const budgetLimits: readonly LimitEntry[] = [
  { what: 'a rule', most: ruleSteps, unit: 'steps', message: 'the rule takes more than 1,000,000 steps' },
  { what: 'a rule', most: ruleBytes, unit: 'bytes of new text', message: 'the rule makes more than 4 MiB of text' },
  {
    what: 'a rule',
    most: ruleElements,
    unit: 'elements of new lists and maps',
    message: 'the rule makes more than 200,000 elements of lists and maps',
  },
  {
    what: 'all rules on a document',
    most: specSteps,
    unit: 'steps',
    message: 'the rules take more than 10,000,000 steps for this document',
  },
];

/** Bounds of all policies together: beyond them they are refused. */
export const policyLimits: readonly LimitEntry[] = [
  {
    what: 'expressions and messages of all rules',
    most: 524_288,
    unit: 'characters',
    message: 'the rules have more than 512 KiB of expressions up to here',
  },
  {
    what: 'the tests of all rules',
    most: testSteps,
    unit: 'steps',
    message: 'the tests of all rules take more than 4,000,000 steps',
  },
];
