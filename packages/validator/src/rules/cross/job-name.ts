import { ruleOf } from '../rule-of.ts';
import { messageOfRepeat, type RepeatFacts } from './repeat.ts';

export const rule = ruleOf<RepeatFacts>('cross', {
  severity: 'error',
  since: '0.1.0',
  summary: 'Specs for one account and Region have different names where a name can be used only once.',
  why: 'The first request uses the name up; the second is refused, or is taken for the first.',
  help: 'Give each spec a name of its own.',
  source: 'The service answers "The provided job name is currently in use.", as seen in the field.',
  related: ['name/fixed-job-name', 'cross/token'],
  message: messageOfRepeat,
  good: [
    {
      spec: 'region: eu-central-1\ninput: { name: nightly, runName: nightly-1 }\n---\nregion: us-east-1\ninput: { name: nightly, runName: nightly-1 }\n',
    },
    { spec: 'name: nightly\nrunName: nightly-1\n---\nname: weekly\nrunName: nightly-1\n' },
  ],
  bad: [
    {
      spec: 'region: eu-central-1\ninput: { name: nightly, runName: run-1 }\n---\nregion: eu-central-1\ninput: { name: weekly, runName: run-1 }\n',
      at: '/runName',
      message: '`run-1` stands in 2 specs for `eu-central-1`, expected one alone',
    },
  ],
});
