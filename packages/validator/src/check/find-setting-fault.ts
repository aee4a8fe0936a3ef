import { findingSeverities } from '../diagnostic/diagnostic.ts';
import { findNearNames } from '../diagnostic/near-names.ts';
import { appendToken } from '../diagnostic/pointer.ts';
import { joinNames } from '../rule/join-names.ts';
import { findOption, findOptionFault, listOptions, quoteOption, type RuleOptions } from '../rule/option.ts';
import { quoteValue } from '../rule/quote-value.ts';
import { isObject, type JsonValue } from '../shape/json.ts';
import { findRule } from './rule-book.ts';

/** What is wrong with what a configuration says of a rule. */
export interface SettingFault {
  /** Into the setting; empty for the rule's own id or the whole setting. */
  readonly at: string;
  readonly part: 'value' | 'key';
  readonly message: string;
  /** A sentence's end, such as `did you mean …?`; empty where the message says it all. */
  readonly help: string;
}

const severities = ['off', ...findingSeverities];

const noOptions: RuleOptions = {};

function adviseOn(near: readonly string[]): string {
  return near.length === 0 ? '' : `did you mean ${joinNames(near, 'or')}?`;
}

/** Checks what a configuration says of one rule: that there is such a rule, its severity, its options; null where all fits. */
export function findSettingFault(id: string, setting: JsonValue, ids: readonly string[]): SettingFault | null {
  const rule = findRule(id);
  if (rule === undefined) {
    const near = findNearNames(id, ids).slice(0, 1);
    const group = id.slice(0, id.indexOf('/') + 1);
    if (near.length === 0 && group !== '' && ids.length > 0 && !ids.some((known) => known.startsWith(group))) {
      const help = 'a rule of a policy is changed by a policy that extends it, and not here';
      return { at: '', part: 'key', message: `there is no built-in rule ${quoteValue(id)}`, help };
    }
    const help = adviseOn(near) || '`shapegate rules` lists them';
    return { at: '', part: 'key', message: `there is no rule ${quoteValue(id)}`, help };
  }
  if (!isObject(setting)) return findSeverityFault(setting, '');
  const { options = noOptions } = rule;
  for (const [name, value] of Object.entries(setting)) {
    const at = appendToken('', name);
    const option = findOption(options, name);
    if (name === 'severity') {
      const fault = findSeverityFault(value, at);
      if (fault !== null) return fault;
    } else if (name === 'waivable') {
      if (typeof value === 'boolean') continue;
      const message = `${quoteOption(value)} is not what ${quoteValue(name)} takes, expected \`true\` or \`false\``;
      return { at, part: 'value', message, help: '' };
    } else if (option === undefined) {
      const known = listOptions(options);
      const help = adviseOn(findNearNames(name, known).slice(0, 1)) || `it has ${joinNames(known)}`;
      return { at, part: 'key', message: `${quoteValue(id)} has no option ${quoteValue(name)}`, help };
    } else {
      const fault = findOptionFault(value, option.schema);
      if (fault === null) continue;
      const message = `${quoteOption(value)} is not what ${quoteValue(name)} takes, expected ${fault.expected}`;
      return { at: at + fault.at, part: 'value', message, help: '' };
    }
  }
  return null;
}

function findSeverityFault(value: JsonValue, at: string): SettingFault | null {
  if (typeof value === 'string' && severities.includes(value)) return null;
  const help = typeof value === 'string' ? adviseOn(findNearNames(value, severities).slice(0, 1)) : '';
  const message = `found ${quoteOption(value)}, expected one of ${severities.map(quoteValue).join(', ')}`;
  return { at, part: 'value', message, help };
}
