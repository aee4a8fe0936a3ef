import { describeBounds } from '../../rule/count-of.ts';
import { ruleOf } from '../rule-of.ts';

export interface RangeFacts {
  readonly value: number;
  readonly min?: number;
  readonly max?: number;
}

export const rule = ruleOf<RangeFacts>('structure', {
  severity: 'error',
  since: '0.1.0',
  summary: 'A number lies in the range that the model gives it.',
  why: 'The service refuses the request otherwise.',
  help: ({ min, max }) => `Write a number of ${describeBounds(min, max)}.`,
  source: 'The model of the API.',
  related: ['shape/type'],
  message: ({ value, min, max }) => `\`${value}\` is out of range, expected ${describeBounds(min, max)}`,
  good: [{ spec: 'name: nightly\nworkers: 1\n' }, { spec: 'name: nightly\nworkers: 16\n' }],
  bad: [
    { spec: 'name: nightly\nworkers: 0\n', at: '/workers', message: '`0` is out of range, expected 1 to 16' },
    { spec: 'name: nightly\nworkers: 20000\n', at: '/workers', message: '`20000` is out of range, expected 1 to 16' },
  ],
});
