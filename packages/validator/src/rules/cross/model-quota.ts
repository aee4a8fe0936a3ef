import { countOf } from '../../rule/count-of.ts';
import { ruleOf } from '../rule-of.ts';
import { nameTarget } from './repeat.ts';

export interface QuotaFacts {
  /** How many distinct names the specs have. */
  readonly count: number;
  readonly quota: number;
  readonly region: string;
  readonly account?: string;
}

export const rule = ruleOf<QuotaFacts>('cross', {
  severity: 'warning',
  since: '0.1.0',
  summary: 'Specs for one account and Region make no more than its quota allows.',
  why: 'The quota counts all that there is already, too; requests beyond it are refused.',
  help: ({ quota }) => `Ask for more than ${quota} in Service Quotas, or send some to another Region or account.`,
  source: 'The model of the API, where it bears `shapegate#uniqueName`; quotas can be raised.',
  related: ['cross/model-name'],
  options: {
    models: {
      description:
        'How many different names one account may have in one Region, in place of the quota that the model states: what Service Quotas has granted you.',
      schema: { type: 'integer', minimum: 1 },
      default: null,
      example: 10,
    },
  },
  message: (facts) =>
    `${countOf(facts.count, 'different names')} for ${nameTarget(facts)}, expected at most ${facts.quota}`,
  good: [
    {
      spec: 'region: eu-central-1\ninput: { name: a, reportName: a }\n---\nregion: eu-central-1\ninput: { name: b, reportName: b }\n---\nregion: eu-central-1\ninput: { name: c, reportName: c }\n',
    },
  ],
  bad: [
    {
      spec: 'region: eu-central-1\ninput: { name: a, reportName: a }\n---\nregion: eu-central-1\ninput: { name: b, reportName: b }\n---\nregion: eu-central-1\ninput: { name: c, reportName: c }\n---\nregion: eu-central-1\ninput: { name: d, reportName: d }\n',
      at: '/reportName',
      message: '4 different names for `eu-central-1`, expected at most 3',
    },
  ],
});
