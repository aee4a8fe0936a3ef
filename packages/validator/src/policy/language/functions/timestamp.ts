import { fitTimestamp } from '../arithmetic.ts';
import { Failure } from '../failure.ts';
import { readTimestamp } from '../read-time.ts';
import { timestampType } from '../type.ts';
import { Timestamp } from '../value.ts';
import type { LanguageFunction } from './function.ts';

export const timestamp: LanguageFunction = {
  name: 'timestamp',
  summary:
    'The moment that an RFC 3339 text names, or a number of seconds since 1970; moments can be compared, and durations added to them.',
  overloads: (['string', 'int', 'timestamp'] as const).map((kind) => ({ form: 'function', takes: [kind] })),
  gives: () => timestampType,
  run(_, value) {
    if (typeof value === 'bigint') return fitTimestamp(value * 1_000_000_000n);
    return value instanceof Timestamp ? value : readTimestamp(value as string);
  },
  inspect([text]) {
    const read = typeof text === 'string' ? readTimestamp(text) : null;
    return read instanceof Failure ? { argument: 0, message: read.message, help: null } : null;
  },
  examples: [
    { source: 'timestamp(0)', gives: 'timestamp("1970-01-01T00:00:00Z")' },
    { source: 'timestamp("2026-11-23T00:00:00Z") < timestamp("2026-11-24T00:00:00Z")', gives: 'true' },
    { source: 'timestamp("2026-11-23T01:00:00+01:00") == timestamp("2026-11-23T00:00:00Z")', gives: 'true' },
    { source: 'timestamp("tomorrow")', fails: 'expected a timestamp such as `2026-11-23T11:30:00Z`' },
  ],
};
