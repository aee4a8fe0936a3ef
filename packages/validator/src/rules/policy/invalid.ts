import { ruleOf } from '../rule-of.ts';

export interface InvalidPolicyFacts {
  readonly message: string;
  readonly help: string;
}

const encrypted = (assert: string) => `apiVersion: shapegate/v1
kind: Policy
metadata: { name: acme }
for: CreateJob
rules:
  - id: acme/large
    message: the job must be large
    at: /size
    assert: ${assert}
    tests:
      pass: [{ size: LARGE }]
      fail: [{ size: SMALL }]
`;

export const rule = ruleOf<InvalidPolicyFacts>('policy', {
  severity: 'error',
  since: '0.1.0',
  summary: 'A policy is sound: its names are in the model, its conditions can be true and false, its tests hold.',
  why: 'A rule with a slip in it never fires and looks as if all were well, so a broken policy closes the gate instead.',
  help: ({ help }) => help,
  source: 'A decision of this tool.',
  related: ['policy/runtime'],
  message: ({ message }) => message,
  good: [{ spec: encrypted('has(input.size) && input.size == "LARGE"') }],
  bad: [
    {
      spec: encrypted('has(input.siz)'),
      at: '/rules/0/assert',
      message: 'unknown member `siz` of CreateJobRequest',
    },
  ],
});
