import type { FindingSeverity } from '../diagnostic/diagnostic.ts';
import { findRule, type RuleSettings, severityOf } from './rule-book.ts';
import { wordRule } from './word-rule.ts';

/** How a finding of a stage begins. */
export interface StageWords {
  readonly rule: string;
  readonly severity: FindingSeverity;
  readonly message: string;
  readonly help: string;
}

/** The severity and the words of a finding that a stage of its own has made; null where the settings turn the rule off. */
export function wordStage(id: string, facts: unknown, settings: RuleSettings = {}): StageWords | null {
  const rule = findRule(id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  const severity = severityOf(id, rule, settings, false);
  if (severity === 'off') return null;
  const { message, help } = wordRule(rule, facts);
  return { rule: id, severity, message, help };
}
