import { quoteValue } from '../../rule/quote-value.ts';
import { ruleOn } from '../rule-on.ts';

interface Facts {
  readonly token: string;
}

export const rule = ruleOn<'string', Readonly<Record<string, never>>>(
  'shapegate#contentToken',
  'string',
)<Facts>({
  severity: 'warning',
  since: '0.1.0',
  summary: 'A spec leaves its token out; it is made from the content when the request is sent.',
  why: 'A request whose token was seen before is ignored without an error: the spec is changed, submitted, and nothing happens.',
  help: 'Take the token away; the same content then has the same token, and changed content another.',
  source: 'https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html, and the API of the service',
  related: ['cross/token', 'name/fixed-job-name'],
  parameters: {},
  check: (token) => (token === '' ? [] : [{ at: '', facts: { token } }]),
  message: ({ token }) => `the token ${quoteValue(token)} is the same in every run, expected none`,
  good: [{ value: '' }],
  bad: [
    { value: 'nightly', at: '', message: 'the token `nightly` is the same in every run, expected none' },
    {
      value: '3f1f0c52-7b0c-4a5e-9a44-0c3f3c0a9c11',
      at: '',
      message: 'the token `3f1f0c52-7b0c-4a5e-9a44-0c3f3c0a9c11` is the same in every run, expected none',
    },
    { value: '1', at: '', message: 'the token `1` is the same in every run, expected none' },
  ],
});
