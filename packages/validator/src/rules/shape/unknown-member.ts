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
  /** How `near` was found: the same word in another case, a near name, a key of a sibling operation, the path of a member that lies deeper, a member of the answer alone. */
  readonly reason: 'case' | 'near' | 'sibling' | 'nested' | 'output-only' | 'unknown';
  /** True where what is near stands in the spec already. */
  readonly taken?: boolean;
  /** The operation that has such a member, for `sibling` and `output-only`. */
  readonly from?: string;
}

function adviseOn({ member, near, reason, from, taken }: UnknownMemberFacts): string {
  const name = quoteValue(member);
  const operation = from === undefined ? 'another operation' : quoteValue(from);
  if (reason === 'output-only')
    return `${name} is only in the answer${from === undefined ? '' : ` of ${operation}`}; leave it out.`;
  if (reason === 'sibling') {
    const instead = near.length > 0 ? `here it is ${joinNames(near, 'or')}` : 'leave it out';
    return `${name} belongs to ${operation}; ${instead}.`;
  }
  if (reason === 'nested') return `Here it is ${joinNames(near)}.`;
  if (near.length === 0) return 'Leave it out, or look its name up in the documentation of the operation.';
  const names = joinNames(near, 'or');
  if (taken !== true) return reason === 'case' ? `Write ${names}.` : `Did you mean ${names}?`;
  return reason === 'case'
    ? `${names} is there already; keep one of the two.`
    : `Did you mean ${names}? It is there already; keep one of the two.`;
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
    { spec: 'name: nightly\ngroupIds: [a]\n', at: '/groupIds', message: 'unknown member `groupIds`' },
    { spec: 'name: nightly\ntable: t\n', at: '/table', message: 'unknown member `table`' },
    { spec: 'name: nightly\nNAME: weekly\n', at: '/NAME', message: 'unknown member `NAME`' },
    { spec: 'name: nightly\nstatus: Completed\n', at: '/status', message: 'unknown member `status`' },
    { spec: 'name: nightly\nSize: SMALL\n', at: '/Size', message: 'unknown member `Size`' },
    {
      spec: 'name: nightly\nnetwork: { subnetIds: [a], groupIds: [b], subnets: [c] }\n',
      at: '/network/subnets',
      message: 'unknown member `subnets` in `network`',
    },
  ],
});
