import { splitResource } from '../../rule/arn.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import { ruleOn } from '../rule-on.ts';
import { type ArnTrait, examineArn, roleTrait } from './examine.ts';

interface Facts {
  readonly value: string;
  readonly path: string;
}

export const rule = ruleOn<'string', ArnTrait>(
  'shapegate#arn',
  'string',
)<Facts>({
  severity: 'error',
  since: '0.1.0',
  summary: 'A role that is handed to a service is one of your own, not one that belongs to AWS.',
  why: 'Service-linked roles and those of single sign-on trust one principal of AWS alone; no request can hand them to another service.',
  help: 'Make a role that trusts the service, and take its ARN.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html',
  related: ['arn/resource'],
  parameters: roleTrait,
  check(value, { trait }) {
    const verdict = examineArn(value, trait);
    if (verdict.problem !== 'reserved') return [];
    const { rest } = splitResource(verdict.arn.resource);
    const path = trait.reservedPaths?.find((start) => rest.startsWith(start)) ?? '';
    return [{ at: '', facts: { value, path } }];
  },
  message: ({ value, path }) => `${quoteValue(value)} has the reserved path \`${path}\`, expected a role of your own`,
  good: [
    { value: 'arn:aws:iam::111122223333:role/service-role/nightly' },
    { value: 'arn:aws:iam::111122223333:role/team/aws-service-role/nightly' },
    { value: 'arn:aws:iam::111122223333:role/AWSServiceRoleForNothing' },
  ],
  bad: [
    {
      value: 'arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
      at: '',
      message:
        '`arn:aws:iam::111122223333:role/aws-service-role/ecs.ama…com/AWSServiceRoleForECS` has the reserved path `aws-service-role/`, expected a role of your own',
    },
    {
      value: 'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_1a2b3c4d',
      at: '',
      message:
        '`arn:aws:iam::111122223333:role/aws-reserved/sso.amazona…servedSSO_Admin_1a2b3c4d` has the reserved path `aws-reserved/`, expected a role of your own',
    },
    {
      value: 'arn:aws:iam::111122223333:role/aws-service-role/x',
      at: '',
      message:
        '`arn:aws:iam::111122223333:role/aws-service-role/x` has the reserved path `aws-service-role/`, expected a role of your own',
    },
  ],
});
