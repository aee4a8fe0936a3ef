import { quoteValue } from '../../rule/quote-value.ts';
import { ruleOf } from '../rule-of.ts';

export interface UnusedWaiverFacts {
  readonly rule: string;
  readonly file: string;
  readonly pointer: string;
  /** `hash`: there is such a finding, of another value than the one that was agreed to. */
  readonly problem: 'nothing' | 'hash';
}

export const rule = ruleOf<UnusedWaiverFacts>('waiver', {
  severity: 'warning',
  since: '0.1.0',
  summary: 'A waiver has a finding to waive.',
  why: 'A waiver that outlives its finding hides the next one at its place, which nobody has looked at.',
  help: ({ problem }) =>
    problem === 'hash'
      ? 'Look at the value that stands there now; if it is right, write the hash of its finding.'
      : 'Take the waiver away.',
  source: 'A decision of this tool.',
  related: ['waiver/expired', 'suppression/unused'],
  message: ({ rule: name, file, pointer, problem }) =>
    problem === 'hash'
      ? `the value at ${quoteValue(pointer)} is another one now, expected the one with this hash`
      : `there is nothing to waive, expected a finding of ${quoteValue(name)} at ${quoteValue(pointer)} in ${quoteValue(file)}`,
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
    expires: 2027-03-31
`,
    },
  ],
  bad: [
    {
      spec: `apiVersion: shapegate/v1
kind: Waivers
waivers:
  - rule: shape/pattern
    file: "*.yaml"
    pointer: /name
    reason: the old name stays until spring
    owner: nlp-team
    ticket: NLP-124
    expires: 2027-03-31
`,
      at: '/waivers/0',
      message: 'there is nothing to waive, expected a finding of `shape/pattern` at `/name` in `*.yaml`',
    },
    {
      spec: `apiVersion: shapegate/v1
kind: Waivers
waivers:
  - rule: shape/enum
    file: "*.yaml"
    pointer: /size
    hash: "sha256:0000000000000000000000000000000000000000000000000000000000000000"
    reason: the service takes it in this Region
    owner: nlp-team
    ticket: NLP-123
    expires: 2027-03-31
`,
      at: '/waivers/0/hash',
      message: 'the value at `/size` is another one now, expected the one with this hash',
    },
  ],
});
