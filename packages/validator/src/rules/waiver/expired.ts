import { quoteValue } from '../../rule/quote-value.ts';
import { ruleOf } from '../rule-of.ts';

export interface ExpiredFacts {
  readonly rule: string;
  readonly expires: string;
}

export const rule = ruleOf<ExpiredFacts>('waiver', {
  severity: 'error',
  since: '0.1.0',
  summary: 'A waiver is in force.',
  why: 'What was agreed to for a while has ended; who keeps it would have it forever.',
  help: 'Correct the spec and take the waiver away, or agree on another day.',
  source: 'A decision of this tool.',
  related: ['waiver/unused', 'waiver/invalid'],
  message: ({ rule: name, expires }) => `the waiver of ${quoteValue(name)} has ended, its last day was ${expires}`,
  good: [
    {
      spec: `apiVersion: shapegate/v1
kind: Waivers
waivers:
  - rule: shape/enum
    file: "*.yaml"
    pointer: /size
    reason: the service takes it in this Region
    owner: nlp-team
    ticket: NLP-123
    expires: 2026-11-23
`,
    },
  ],
  bad: [
    {
      spec: `apiVersion: shapegate/v1
kind: Waivers
waivers:
  - rule: shape/enum
    file: "*.yaml"
    pointer: /size
    reason: the service takes it in this Region
    owner: nlp-team
    ticket: NLP-123
    expires: 2026-11-22
`,
      at: '/waivers/0/expires',
      message: 'the waiver of `shape/enum` has ended, its last day was 2026-11-22',
    },
  ],
});
