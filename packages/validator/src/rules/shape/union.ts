import { joinNames } from '../../rule/join-names.ts';
import { ruleOf } from '../rule-of.ts';

export interface UnionFacts {
  /** The members that are set. */
  readonly found: readonly string[];
  readonly allowed: readonly string[];
}

export const rule = ruleOf<UnionFacts>('structure', {
  severity: 'error',
  since: '0.1.0',
  summary: 'Exactly one member of a union is set.',
  why: 'A union is one thing of several kinds; two of them, or none, have no meaning.',
  help: ({ found, allowed }) =>
    found.length > 0 ? `Keep one of ${joinNames(found, 'or')}.` : `Set ${joinNames(allowed, 'or')}.`,
  source: 'The model of the API.',
  related: ['shape/unknown-member'],
  message: ({ found, allowed }) => {
    const one = allowed.length === 1 ? joinNames(allowed) : `exactly one of ${joinNames(allowed, 'or')}`;
    return `${found.length === 0 ? 'no member is set' : `${joinNames(found)} are set`}, expected ${one}`;
  },
  good: [{ spec: 'name: nightly\nsource: { folder: reports/ }\n' }, { spec: 'name: nightly\nsource: { table: t }\n' }],
  bad: [
    {
      spec: 'name: nightly\nsource: {}\n',
      at: '/source',
      message: 'no member is set, expected exactly one of `folder` or `table`',
    },
    {
      spec: 'name: nightly\nsource: { folder: reports/, table: t }\n',
      at: '/source',
      message: '`folder` and `table` are set, expected exactly one of `folder` or `table`',
    },
  ],
});
