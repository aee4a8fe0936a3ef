import { joinNames } from '../../rule/join-names.ts';
import { ruleOf } from '../rule-of.ts';

export interface ReasonFacts {
  readonly rules: readonly string[];
}

export const rule = ruleOf<ReasonFacts>('suppression', {
  severity: 'error',
  since: '0.1.0',
  summary: 'A comment that silences a finding says why.',
  why: 'Without a reason nobody can tell later whether it still holds; such a comment silences nothing.',
  help: 'Put the reason after two hyphens: `-- the key is shared with the audit account`.',
  source: 'A decision of this tool.',
  related: ['suppression/unused', 'suppression/unknown-rule'],
  message: ({ rules }) =>
    `nothing says why ${rules.length === 0 ? 'this line' : joinNames(rules)} is ignored, expected a reason after \`--\``,
  good: [{ spec: 'name: nightly\n# shapegate-ignore-next-line shape/enum -- tried out this week\nsize: MEDIUM\n' }],
  bad: [
    {
      spec: 'name: nightly # shapegate-ignore shape/pattern\n',
      at: '',
      message: 'nothing says why `shape/pattern` is ignored, expected a reason after `--`',
    },
  ],
});
