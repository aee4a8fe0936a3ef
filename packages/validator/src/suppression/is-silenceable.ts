import type { RuleSettings } from '../check/rule-book.ts';
import { ownValue } from '../shape/json.ts';

/** What cannot be read cannot be known again, and what speaks of silencing must be heard. */
const neverSilent = /^(?:spec|suppression|waiver|policy)\//;

/** True where a comment, a waiver or a baseline may silence a rule: the configuration says `waivable: false` where none may. */
export function isSilenceable(rule: string, settings: RuleSettings): boolean {
  if (neverSilent.test(rule)) return false;
  const setting = ownValue(settings, rule);
  return !(typeof setting === 'object' && setting.waivable === false);
}
