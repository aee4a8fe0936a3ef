import { Failure } from '../failure.ts';
import { readDuration } from '../read-time.ts';
import { durationType } from '../type.ts';
import { Duration } from '../value.ts';
import type { LanguageFunction } from './function.ts';

export const duration: LanguageFunction = {
  name: 'duration',
  summary: 'The length of time that a text such as `90m` names; the units are h, m, s, ms, us and ns.',
  overloads: (['string', 'duration'] as const).map((kind) => ({ form: 'function', takes: [kind] })),
  gives: () => durationType,
  run: (_, value) => (value instanceof Duration ? value : readDuration(value as string)),
  inspect([text]) {
    const read = typeof text === 'string' ? readDuration(text) : null;
    return read instanceof Failure ? { argument: 0, message: read.message, help: null } : null;
  },
  examples: [
    { source: 'duration("90m") == duration("1h30m")', gives: 'true' },
    { source: 'timestamp("2026-11-23T00:00:00Z") + duration("24h")', gives: 'timestamp("2026-11-24T00:00:00Z")' },
    { source: 'duration("a week")', fails: 'expected a duration such as `90m` or `1h30m`' },
  ],
};
