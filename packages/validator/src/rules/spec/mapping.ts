import { nameKind, type ValueKind } from '../../rule/value-kind.ts';
import { ruleOf } from '../rule-of.ts';

export interface MappingFacts {
  readonly found: ValueKind;
}

export const rule = ruleOf<MappingFacts>('structure', {
  severity: 'error',
  since: '0.1.0',
  summary: 'A spec is a mapping: the input of the operation, or an envelope around it.',
  why: 'A request is made of named members.',
  help: ({ found }) =>
    found === 'list'
      ? 'Write one document for each request, with `---` between them.'
      : 'Write `member: value` lines; a colon wants a space after it.',
  source: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-skeleton.html',
  related: ['spec/empty', 'shape/type'],
  message: ({ found }) => `found ${nameKind(found)}, expected a mapping`,
  good: [{ spec: 'name: nightly\n' }, { spec: 'operation: CreateJob\ninput: { name: nightly }\n' }],
  bad: [
    { spec: '- name: nightly\n- name: weekly\n', at: '', message: 'found a list, expected a mapping' },
    { spec: 'name:nightly\n', at: '', message: 'found a string, expected a mapping' },
  ],
});
