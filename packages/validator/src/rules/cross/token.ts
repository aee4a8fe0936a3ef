import { ruleOf } from '../rule-of.ts';
import { messageOfRepeat, type RepeatFacts } from './repeat.ts';

export const rule = ruleOf<RepeatFacts>('cross', {
  severity: 'error',
  since: '0.1.0',
  summary: 'No two specs for one account and Region have the same token.',
  why: 'The service takes the second request for a repetition of the first, ignores it and answers without an error.',
  help: 'Take the tokens away; each spec then gets one that is made from its content.',
  source: 'https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html, and the API of the service',
  related: ['token/fixed', 'cross/job-name'],
  message: messageOfRepeat,
  good: [
    { spec: 'region: eu-central-1\ninput: { name: nightly }\n---\nregion: eu-central-1\ninput: { name: weekly }\n' },
  ],
  bad: [
    {
      spec: 'region: eu-central-1\ninput: { name: nightly, token: t }\n---\nregion: eu-central-1\ninput: { name: weekly, token: t }\n',
      at: '/token',
      message: '`t` stands in 2 specs for `eu-central-1`, expected one alone',
    },
  ],
});
