import { ruleOf } from '../rule-of.ts';
import { messageOfRepeat, type RepeatFacts } from './repeat.ts';

export const rule = ruleOf<RepeatFacts>('cross', {
  severity: 'error',
  since: '0.1.0',
  summary: 'Specs for one account and Region give different names to what they make.',
  why: 'A name has one holder in an account and Region; the second request is refused once the first has made its own.',
  help: 'Give each a name of its own, or take one of the specs away.',
  source: 'The model of the API, where it bears `shapegate#uniqueName`.',
  related: ['cross/job-name', 'cross/model-quota'],
  message: messageOfRepeat,
  good: [
    {
      spec: 'region: eu-central-1\ninput: { name: nightly, reportName: a }\n---\nregion: eu-central-1\ninput: { name: weekly, reportName: A }\n',
    },
    {
      spec: 'region: eu-central-1\naccount: "111122223333"\ninput: { name: nightly, reportName: a }\n---\nregion: eu-central-1\naccount: "444455556666"\ninput: { name: nightly, reportName: a }\n',
    },
  ],
  bad: [
    {
      spec: 'region: eu-central-1\naccount: "111122223333"\ninput: { name: nightly, reportName: a }\n---\nregion: eu-central-1\naccount: "111122223333"\ninput: { name: weekly, reportName: a }\n',
      at: '/reportName',
      message: '`a` stands in 2 specs for `111122223333` in `eu-central-1`, expected one alone',
    },
  ],
});
