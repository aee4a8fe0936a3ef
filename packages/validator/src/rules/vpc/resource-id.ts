import { parseArn, splitResource } from '../../rule/arn.ts';
import { countOf } from '../../rule/count-of.ts';
import type { ValueFix } from '../../rule/hit.ts';
import { quoteCharacter, quoteValue } from '../../rule/quote-value.ts';
import { ruleOn } from '../rule-on.ts';

/** The value of `shapegate#resourceId`; the hyphen that follows is not part of it. */
type ResourceIdTrait = { readonly prefix: string };

interface Facts {
  readonly value: string;
  readonly found: string;
  readonly expected: string;
  /** What an id of the prefix that was found names. */
  readonly kind?: string;
}

const kinds = new Map([
  ['subnet', 'a subnet'],
  ['sg', 'a security group'],
  ['vpc', 'a VPC'],
  ['eni', 'a network interface'],
  ['vpce', 'a VPC endpoint'],
  ['rtb', 'a route table'],
  ['igw', 'an internet gateway'],
  ['acl', 'a network ACL'],
  ['i', 'an instance'],
]);

const longest = 100;

function examineId(value: string, prefix: string): Facts | null {
  const hyphen = value.indexOf('-');
  const found = hyphen === -1 ? '' : value.slice(0, hyphen);
  const digits = value.slice(hyphen + 1);
  const whole = `\`${prefix}-\` and 8 or 17 hexadecimal digits`;
  if (hyphen === -1 || value.length > longest) return { value, found: 'is not an id', expected: whole };
  if (found !== prefix) {
    const kind = kinds.get(found);
    if (kind === undefined) return { value, found: 'is not an id', expected: whole };
    return { value, found: `is the id of ${kind}`, expected: kinds.get(prefix) ?? whole, kind };
  }
  const stranger = /[^0-9a-f]/iu.exec(digits);
  if (stranger !== null) {
    const place = hyphen + 1 + stranger.index + 1;
    return { value, found: `has ${quoteCharacter(stranger[0])} at character ${place}`, expected: whole };
  }
  if (digits.length === 8 || digits.length === 17) return null;
  return { value, found: `has ${countOf(digits.length, 'hexadecimal digits')}`, expected: '8 or 17' };
}

function proposeId(value: string, prefix: string): string | null {
  const text = value.trim();
  const arn = text.length > longest * 2 ? null : parseArn(text);
  const id = arn === null ? text : splitResource(arn.resource).rest;
  for (const candidate of [id, id.toLowerCase()])
    if (candidate !== value && examineId(candidate, prefix) === null) return candidate;
  return null;
}

export const rule = ruleOn<'string', ResourceIdTrait>(
  'shapegate#resourceId',
  'string',
)<Facts>({
  severity: 'error',
  since: '0.1.0',
  summary: 'The id of a resource is its prefix and 8 or 17 hexadecimal digits.',
  why: 'Names, ARNs and ids of other resources pass the pattern of the API and are refused once they are looked up.',
  help: ({ kind, expected }) =>
    kind === undefined
      ? 'Copy the id from the resource.'
      : `Put the id of ${kind} where one belongs, and ${expected} here.`,
  source:
    'https://github.com/aws-cloudformation/cfn-lint, its formats of subnet and security group ids, and ids as EC2 gives them',
  absorbs: ['shape/pattern', 'shape/length'],
  related: ['vpc/complete', 'vpc/duplicate'],
  parameters: { prefix: 'subnet' },
  check(value, { trait }) {
    const facts = value === '' ? null : examineId(value, trait.prefix);
    if (facts === null) return [];
    const id = proposeId(value, trait.prefix);
    const fix: ValueFix = { title: `write \`${id}\``, kind: 'replace', pointer: '', value: id };
    return [id === null ? { at: '', facts } : { at: '', facts, fix }];
  },
  message: ({ value, found, expected }) => `${quoteValue(value)} ${found}, expected ${expected}`,
  good: [
    { value: 'subnet-0a1b2c3d' },
    { value: 'subnet-0123456789abcdef0' },
    { value: 'subnet-0A1B2C3D' },
    { value: 'sg-0123456789abcdef0', trait: { prefix: 'sg' } },
  ],
  bad: [
    {
      value: 'subnet-xx',
      at: '',
      message: '`subnet-xx` has `x` at character 8, expected `subnet-` and 8 or 17 hexadecimal digits',
    },
    { value: 'subnet-0a1b2c3', at: '', message: '`subnet-0a1b2c3` has 7 hexadecimal digits, expected 8 or 17' },
    {
      value: 'sg-0123456789abcdef0',
      at: '',
      message: '`sg-0123456789abcdef0` is the id of a security group, expected a subnet',
    },
    {
      value: 'vpc-0a1b2c3d',
      trait: { prefix: 'sg' },
      at: '',
      message: '`vpc-0a1b2c3d` is the id of a VPC, expected a security group',
    },
    {
      value: 'private-a',
      at: '',
      message: '`private-a` is not an id, expected `subnet-` and 8 or 17 hexadecimal digits',
    },
    {
      value: 'subnet-0123456789abcdef0123456789',
      at: '',
      message: '`subnet-0123456789abcdef0123456789` has 26 hexadecimal digits, expected 8 or 17',
    },
  ],
});
