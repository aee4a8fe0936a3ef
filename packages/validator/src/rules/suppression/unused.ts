import { quoteValue } from '../../rule/quote-value.ts';
import { ruleOf } from '../rule-of.ts';

export interface UnusedFacts {
  readonly rule: string;
  /** `nothing`: there is no such finding; `ended`: after its day; `date`: the day is none; `refused`: nothing may silence the rule. */
  readonly problem: 'nothing' | 'ended' | 'date' | 'refused';
  /** What stands after `until:`. */
  readonly until: string;
}

export const rule = ruleOf<UnusedFacts>('suppression', {
  severity: 'warning',
  since: '0.1.0',
  summary: 'A comment that silences a finding has one to silence.',
  why: 'A comment that outlives its finding hides the next one of that rule, which nobody has looked at.',
  help: ({ problem }) => {
    if (problem === 'ended') return 'Correct the value, or agree on another day.';
    if (problem === 'date') return 'Write the last day as `until:2027-03-31`.';
    return problem === 'refused' ? 'Correct the value, or ask the owner of the rule.' : 'Take the comment away.';
  },
  source: 'A decision of this tool.',
  related: ['suppression/reason', 'suppression/unknown-rule'],
  message: ({ rule: name, problem, until }) => {
    if (problem === 'ended') return `the comment for ${quoteValue(name)} has ended, its last day was ${until}`;
    if (problem === 'date') return `${quoteValue(until)} is no day, expected \`YYYY-MM-DD\``;
    if (problem === 'refused') return `${quoteValue(name)} cannot be ignored, expected no comment for it`;
    return `there is nothing to ignore, expected a finding of ${quoteValue(name)}`;
  },
  good: [{ spec: 'name: nightly\n# shapegate-ignore-next-line shape/enum -- tried out this week\nsize: MEDIUM\n' }],
  bad: [
    {
      spec: 'name: nightly # shapegate-ignore shape/pattern -- an old name\n',
      at: '',
      message: 'there is nothing to ignore, expected a finding of `shape/pattern`',
    },
  ],
});
