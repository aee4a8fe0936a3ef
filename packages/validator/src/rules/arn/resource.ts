import { type Arn, isAccountId, splitResource } from '../../rule/arn.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import { ruleOn } from '../rule-on.ts';
import { type ArnTrait, examineArn, roleTrait } from './examine.ts';

interface Facts {
  readonly value: string;
  readonly service: string;
  readonly type: string;
  readonly expectedService: string;
  readonly expectedType: string;
  /** What the session was made from, where that can be said. */
  readonly role?: string;
}

/** The role of a session, without its path, which the session does not tell; null for the roles of single sign-on and of services. */
function roleOfSession(arn: Arn, trait: ArnTrait): string | null {
  const [type, role = '', session] = arn.resource.split('/', 3);
  if (trait.service !== 'iam' || trait.resourceType !== 'role') return null;
  if (arn.service !== 'sts' || type !== 'assumed-role' || session === undefined || !isAccountId(arn.account))
    return null;
  if (/^AWS(?:ReservedSSO_|ServiceRoleFor)/.test(role)) return null;
  const value = `arn:${arn.partition}:iam::${arn.account}:role/${role}`;
  return examineArn(value, trait).problem === 'none' ? value : null;
}

export const rule = ruleOn<'string', ArnTrait>(
  'shapegate#arn',
  'string',
)<Facts>({
  severity: 'error',
  since: '0.1.0',
  summary: 'An ARN names a resource of the kind that the member is for.',
  why: 'An ARN copied from the wrong page, or from the answer of `aws sts get-caller-identity`, is well formed and of no use.',
  help: ({ role, type, expectedType }) => {
    if (role !== undefined)
      return `The session is of \`${role}\`; if that role has a path, put it between \`role/\` and the name.`;
    if (type === 'instance-profile') return 'Take the ARN of the role that the instance profile holds.';
    return `Take the ARN of a ${expectedType}.`;
  },
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
  absorbs: ['shape/pattern'],
  related: ['arn/format', 'arn/service-linked-role'],
  parameters: roleTrait,
  check(value, { trait }) {
    const verdict = examineArn(value, trait);
    if (verdict.problem !== 'resource') return [];
    const { arn } = verdict;
    const facts = {
      value,
      service: arn.service,
      type: splitResource(arn.resource).type,
      expectedService: trait.service,
      expectedType: trait.resourceType ?? 'resource',
    };
    const role = roleOfSession(arn, trait);
    if (role === null) return [{ at: '', facts }];
    const fix = { title: 'name the role of the session', kind: 'replace', pointer: '', value: role } as const;
    return [{ at: '', facts: { ...facts, role }, fix }];
  },
  message: ({ value, service, type, expectedService, expectedType }) =>
    `${quoteValue(value)} names ${quoteValue(type)} of ${quoteValue(service)}, expected \`${expectedType}\` of \`${expectedService}\``,
  good: [
    { value: 'arn:aws:iam::111122223333:role/nightly' },
    { value: 'arn:aws:iam::111122223333:role/user/instance-profile/assumed-role' },
    { value: 'arn:aws:iam::111122223333:role/service-role/nightly' },
  ],
  bad: [
    {
      value: 'arn:aws:sts::111122223333:assumed-role/nightly/session',
      at: '',
      message:
        '`arn:aws:sts::111122223333:assumed-role/nightly/session` names `assumed-role` of `sts`, expected `role` of `iam`',
    },
    {
      value: 'arn:aws:iam::111122223333:user/jane',
      at: '',
      message: '`arn:aws:iam::111122223333:user/jane` names `user` of `iam`, expected `role` of `iam`',
    },
    {
      value: 'arn:aws:iam::111122223333:instance-profile/nightly',
      at: '',
      message:
        '`arn:aws:iam::111122223333:instance-profile/nightly` names `instance-profile` of `iam`, expected `role` of `iam`',
    },
    {
      value: 'arn:aws:s3:::acme-reports/nightly/',
      at: '',
      message: '`arn:aws:s3:::acme-reports/nightly/` names `acme-reports` of `s3`, expected `role` of `iam`',
    },
  ],
});
