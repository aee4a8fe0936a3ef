import { ruleOf } from '../rule-of.ts';

export interface PolicyRuntimeFacts {
  readonly rule: string;
  readonly problem: string;
  /** Where in the policy, as `file:line:column`. */
  readonly at: string;
}

const role = (name: string) => `name: nightly\nroleArn: ${name}\n`;

export const rule = ruleOf<PolicyRuntimeFacts>('policy', {
  severity: 'error',
  since: '0.1.0',
  summary: 'Every policy comes to a decision about the spec.',
  why: 'A policy that fails has allowed nothing, so the spec does not pass.',
  help: ({ at }) => `Guard what the policy reads at ${at}, or correct the value.`,
  source: 'A decision of this tool.',
  related: ['policy/invalid'],
  message: ({ rule: name, problem }) => `\`${name}\` cannot be decided: ${problem}`,
  good: [{ spec: role('arn:aws:iam::111122223333:role/runner') }],
  bad: [
    {
      spec: role('runner'),
      at: '/roleArn',
      message: '`acme/own-role` cannot be decided: `runner` is not an ARN',
    },
  ],
});
