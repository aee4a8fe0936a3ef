import { countOf, describeBounds, formatNumber } from '../../rule/count-of.ts';
import { ruleOf } from '../rule-of.ts';

export interface LengthFacts {
  /** A string's characters are code points. */
  readonly unit: 'characters' | 'elements' | 'entries' | 'bytes';
  readonly length: number;
  readonly min?: number;
  readonly max?: number;
}

function adviseOn({ unit, length, min, max }: LengthFacts): string {
  const chars = unit === 'characters';
  if (max !== undefined && length > max)
    return `${chars ? 'Shorten it by' : 'Take away at least'} ${countOf(length - max, unit)}.`;
  if (length === 0) return chars ? 'Give it a value, or leave it out.' : 'Fill it, or leave it out.';
  return min === undefined ? 'Write another value.' : `Add at least ${countOf(min - length, unit)}.`;
}

export const rule = ruleOf<LengthFacts>('structure', {
  severity: 'error',
  since: '0.1.0',
  summary: 'A string, a list or a mapping is as long as the model allows.',
  why: 'The service refuses the request otherwise; most SDKs do not check the upper bound.',
  help: adviseOn,
  source: 'The model of the API.',
  related: ['shape/pattern'],
  message: ({ unit, length, min, max }) =>
    max !== undefined && length > max
      ? `${countOf(length, unit)}, expected at most ${formatNumber(max)}`
      : `${countOf(length, unit)}, expected ${describeBounds(min, max)}`,
  good: [
    { spec: 'name: n\n' },
    { spec: `name: ${'n'.repeat(63)}\n` },
    { spec: 'name: nightly\nnote: "🦉🦉🦉🦉🦉"\n' },
    { spec: 'name: nightly\nzones: [a, b, c]\n' },
  ],
  bad: [
    { spec: `name: ${'n'.repeat(64)}\n`, at: '/name', message: '64 characters, expected at most 63' },
    { spec: 'name: nightly\nzones: [a, b, c, d]\n', at: '/zones', message: '4 elements, expected at most 3' },
    { spec: 'name: nightly\nzones: []\n', at: '/zones', message: 'no elements, expected 1 to 3' },
  ],
});
