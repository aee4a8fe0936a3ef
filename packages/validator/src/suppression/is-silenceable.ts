import type { PolicySet } from '../check/policy-set.ts';
import type { RuleSettings } from '../check/rule-book.ts';
import { ownValue } from '../shape/json.ts';

/** What cannot be read cannot be known again, and what speaks of silencing must be heard. */
const neverSilent = /^(?:spec|suppression|waiver|policy)\//;

/**
 * True where a comment, a waiver or a baseline may silence a rule: the configuration says `waivable: false` where none may,
 * and of a policy's rule the policy has to say that it is waivable.
 */
export function isSilenceable(rule: string, settings: RuleSettings, policies?: PolicySet): boolean {
  if (neverSilent.test(rule)) return false;
  const stated = policies?.rules.find(({ id }) => id === rule);
  if (stated !== undefined) return stated.waivable !== null;
  const setting = ownValue(settings, rule);
  return !(typeof setting === 'object' && setting.waivable === false);
}
