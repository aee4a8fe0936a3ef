import { findNearNames } from '../../diagnostic/near-names.ts';
import { appendToken } from '../../diagnostic/pointer.ts';
import { joinNames } from '../../rule/join-names.ts';
import { type JsonObject, ownValue } from '../../shape/json.ts';
import { ruleOn } from '../rule-on.ts';

/** The value of `shapegate#vpc`: the names of the two lists. */
type VpcTrait = {
  readonly subnetIds: string;
  readonly securityGroupIds: string;
};

interface Facts {
  readonly lacking: readonly string[];
  readonly isEmpty: boolean;
}

/** A list under a name that is nearly its own is not missing: the wrong name is the finding. */
function isThere(vpc: JsonObject, member: string, { subnetIds, securityGroupIds }: VpcTrait): boolean {
  const list = ownValue(vpc, member);
  if (list !== undefined) return !(Array.isArray(list) && list.length === 0);
  const others = Object.keys(vpc).slice(0, 100);
  return others.some(
    (key) =>
      key !== subnetIds && key !== securityGroupIds && findNearNames(key, [subnetIds, securityGroupIds])[0] === member,
  );
}

export const rule = ruleOn<'structure', VpcTrait>(
  'shapegate#vpc',
  'structure',
)<Facts>({
  severity: 'error',
  since: '0.1.0',
  summary: 'What runs in a VPC names its subnets and its security groups, at least one of each.',
  why: 'A network interface needs both; with one alone the request is refused, or would run outside of the VPC.',
  help: ({ lacking }) => `Fill ${joinNames(lacking)}, or leave the whole structure out.`,
  source:
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkInterface.html and the model of the API',
  absorbs: ['shape/required', 'shape/length'],
  related: ['vpc/single-subnet', 'vpc/resource-id'],
  parameters: { subnetIds: 'subnetIds', securityGroupIds: 'securityGroupIds' },
  check(vpc, { trait }) {
    const lacking = [trait.subnetIds, trait.securityGroupIds].filter((member) => !isThere(vpc, member, trait));
    const [only, second] = lacking;
    if (only === undefined) return [];
    if (second !== undefined) {
      const covers = lacking.map((member) => appendToken('', member));
      const isEmpty = lacking.some((member) => ownValue(vpc, member) !== undefined);
      return [{ at: '', facts: { lacking, isEmpty }, covers }];
    }
    const isEmpty = ownValue(vpc, only) !== undefined;
    return [{ at: appendToken('', only), part: isEmpty ? 'value' : 'parent', facts: { lacking, isEmpty } }];
  },
  message: ({ lacking, isEmpty }) =>
    lacking.length > 1
      ? `${joinNames(lacking)} are ${isEmpty ? 'empty' : 'missing'}, expected at least one of each`
      : `${joinNames(lacking)} is ${isEmpty ? 'empty' : 'missing'}, expected at least one`,
  good: [
    { value: { subnetIds: ['subnet-0a1b2c3d'], securityGroupIds: ['sg-0a1b2c3d'] } },
    {
      value: { Subnets: ['subnet-0a1b2c3d'], SecurityGroups: ['sg-0a1b2c3d'] },
      trait: { subnetIds: 'Subnets', securityGroupIds: 'SecurityGroups' },
    },
    { value: { subnetIds: ['subnet-0a1b2c3d', 'subnet-4e5f6a7b'], securityGroupIds: ['sg-0a1b2c3d'] } },
  ],
  bad: [
    {
      value: { subnetIds: ['subnet-0a1b2c3d'], securityGroupIds: [] },
      at: '/securityGroupIds',
      message: '`securityGroupIds` is empty, expected at least one',
    },
    {
      value: { securityGroupIds: ['sg-0a1b2c3d'] },
      at: '/subnetIds',
      part: 'parent',
      message: '`subnetIds` is missing, expected at least one',
    },
    { value: {}, at: '', message: '`subnetIds` and `securityGroupIds` are missing, expected at least one of each' },
  ],
});
