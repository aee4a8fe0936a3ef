import { joinNames } from '../../rule/join-names.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import { ruleOf } from '../rule-of.ts';

export interface UnknownRuleFacts {
  /** Empty where the comment names none. */
  readonly rule: string;
  readonly near: readonly string[];
}

export const rule = ruleOf<UnknownRuleFacts>('suppression', {
  severity: 'error',
  since: '0.1.0',
  summary: 'A comment that silences a finding names rules that there are.',
  why: 'A mistyped name silences nothing, or nothing any more once a rule of that name comes.',
  help: ({ near }) =>
    near.length > 0 ? `Did you mean ${joinNames(near, 'or')}?` : 'The rule of a finding stands beside its message.',
  source: 'A decision of this tool.',
  related: ['suppression/unused', 'suppression/reason'],
  message: ({ rule: name }) =>
    name === '' ? 'no rule is named, expected one' : `unknown rule ${quoteValue(name)}, expected one of the catalogue`,
  good: [{ spec: 'name: nightly\n# shapegate-ignore-next-line shape/enum -- tried out this week\nsize: MEDIUM\n' }],
  bad: [
    {
      spec: 'name: nightly # shapegate-ignore shape/patern -- an old name\n',
      at: '',
      message: 'unknown rule `shape/patern`, expected one of the catalogue',
    },
    { spec: 'name: nightly # shapegate-ignore -- an old name\n', at: '', message: 'no rule is named, expected one' },
  ],
});
