import { countOf, formatNumber } from '../../rule/count-of.ts';
import { ruleOf } from '../rule-of.ts';

export interface LimitsFacts {
  /** `nodes` and `text` are counted after aliases are expanded, `depth` in levels, `bytes`, `lines` and `documents` in the file, `findings` in the document. */
  readonly what: 'nodes' | 'text' | 'depth' | 'bytes' | 'lines' | 'documents' | 'findings';
  readonly limit: number;
  readonly found?: number;
}

const expected = {
  nodes: (limit: number) => `${countOf(limit, 'values')} after aliases are expanded`,
  text: (limit: number) =>
    `${countOf(limit, 'characters')} of texts and of keys that lead to them, after aliases are expanded`,
  depth: (limit: number) => `${countOf(limit, 'levels')} of nesting`,
  bytes: (limit: number) => countOf(limit, 'bytes'),
  lines: (limit: number) => countOf(limit, 'lines'),
  documents: (limit: number) => countOf(limit, 'documents'),
  findings: (limit: number) => countOf(limit, 'findings'),
};

const advice: Readonly<Record<LimitsFacts['what'], string>> = {
  nodes: 'Split the file; each use of an alias counts as all that it stands for.',
  text: 'Split the file; each use of an alias counts as all that it stands for.',
  lines: 'Split the file.',
  depth: 'Take levels away: no request nests so deep.',
  bytes: 'Split the file.',
  documents: 'Split the file.',
  findings: 'Correct these first, and look again.',
};

export const rule = ruleOf<LimitsFacts>('source', {
  severity: 'error',
  since: '0.1.0',
  summary: 'A spec is small: 10 MiB, 100,000 values after aliases are expanded, 64 levels.',
  why: 'A few lines of aliases can stand for billions of values; a limit keeps a spec from taking over the machine that checks it.',
  help: ({ what }) => advice[what],
  source: 'A limit of this tool.',
  related: ['spec/parse'],
  message: ({ what, limit, found }) =>
    found === undefined
      ? `more than ${expected[what](limit)}`
      : `${formatNumber(found)}, expected at most ${expected[what](limit)}`,
  good: [{ spec: 'name: nightly\n' }, { spec: 'labels: &l { team: nlp }\nname: nightly\n' }],
  bad: [],
});
