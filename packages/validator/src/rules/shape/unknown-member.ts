import { joinNames } from '../../rule/join-names.ts';
import { namePlace } from '../../rule/name-place.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import { ruleOf } from '../rule-of.ts';

export interface UnknownMemberFacts {
  readonly member: string;
  /** The pointer of the structure that holds it; empty for the input itself. */
  readonly parent: string;
  /** The members that may be meant, the likeliest first. */
  readonly near: readonly string[];
  /** How `near` was found: the same word in another case, a near name, a key of a sibling operation, a member of the answer alone. */
  readonly reason: 'case' | 'near' | 'sibling' | 'output-only' | 'unknown';
  /** The operation that has such a member, for `sibling` and `output-only`. */
  readonly from?: string;
}

function adviseOn({ member, near, reason, from }: UnknownMemberFacts): string {
  const name = quoteValue(member);
  const operation = from === undefined ? 'another operation' : quoteValue(from);
  if (reason === 'output-only')
    return `${name} is only in the answer${from === undefined ? '' : ` of ${operation}`}; leave it out.`;
  if (reason === 'sibling') {
    const instead = near.length > 0 ? `here it is ${joinNames(near, 'or')}` : 'leave it out';
    return `${name} belongs to ${operation}; ${instead}.`;
  }
  if (near.length === 0) return 'Leave it out, or look its name up in the documentation of the operation.';
  return reason === 'case' ? `Write ${joinNames(near, 'or')}.` : `Did you mean ${joinNames(near, 'or')}?`;
}

export const rule = ruleOf<UnknownMemberFacts>('structure', {
  severity: 'error',
  since: '0.1.0',
  summary: 'Every key is a member that the model knows, in the same spelling.',
  why: 'A key that the service does not know is refused or, worse, ignored: what it was to say is not said.',
  help: adviseOn,
  source: 'The model of the API.',
  related: ['shape/required'],
  message: ({ member, parent }) =>
    `unknown member ${quoteValue(member)}${parent === '' ? '' : ` in ${quoteValue(namePlace(parent))}`}`,
  good: [{ spec: 'name: nightly\nsize: SMALL\n' }, { spec: 'name: nightly\nlabels: { Size: SMALL }\n' }],
  bad: [
    { spec: 'name: nightly\nSize: SMALL\n', at: '/Size', message: 'unknown member `Size`' },
    {
      spec: 'name: nightly\nnetwork: { subnetIds: [a], groupIds: [b], subnets: [c] }\n',
      at: '/network/subnets',
      message: 'unknown member `subnets` in `network`',
    },
  ],
});
