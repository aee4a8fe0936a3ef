import { joinNames } from '../../rule/join-names.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import { ruleOf } from '../rule-of.ts';

export interface OperationFacts {
  /** Empty where nothing says the operation. */
  readonly operation: string;
  readonly near: readonly string[];
  /** All operations of the model, sorted. */
  readonly known: readonly string[];
}

export const rule = ruleOf<OperationFacts>('structure', {
  severity: 'error',
  since: '0.1.0',
  summary: 'A spec is for an operation that the model has.',
  why: 'The operation decides what the input may hold.',
  help: ({ operation, near, known }) => {
    if (near.length > 0) return `Did you mean ${joinNames(near, 'or')}?`;
    const says = operation === '' ? 'Say it beside `input`, in the configuration or with `--operation`; the' : 'The';
    return `${says} model has ${joinNames(known)}.`;
  },
  source: 'The model of the API.',
  related: ['shape/unknown-member'],
  message: ({ operation }) =>
    operation === ''
      ? 'nothing says which operation this is for, expected `operation`'
      : `unknown operation ${quoteValue(operation)}`,
  good: [{ spec: 'operation: CreateJob\ninput: { name: nightly }\n' }, { spec: 'name: nightly\n' }],
  bad: [
    {
      spec: 'operation: createJob\ninput: { name: nightly }\n',
      at: '',
      message: 'unknown operation `createJob`',
    },
  ],
});
