import { quoteValue } from '../../rule/quote-value.ts';
import { Duration, kindOf, Timestamp, Uint, type Value } from './value.ts';

/** A value as a message shows it: texts as they are quoted in findings, long ones shortened. */
export function showValue(value: Value): string {
  if (typeof value === 'bigint') return `\`${value}\``;
  if (value instanceof Uint) return `\`${value.value}\``;
  if (value instanceof Timestamp) return `\`${showTimestamp(value)}\``;
  if (value instanceof Duration) return `\`${showDuration(value)}\``;
  const kind = kindOf(value);
  if (kind === 'list') return `a list of ${(value as readonly Value[]).length}`;
  if (kind === 'map' || kind === 'record') return 'a map';
  return quoteValue(value as null | boolean | number | string);
}

function showTimestamp({ nanos }: Timestamp): string {
  const milliseconds = nanos / 1_000_000n - (nanos % 1_000_000n < 0n ? 1n : 0n);
  return new Date(Number(milliseconds)).toISOString().replace('.000Z', 'Z');
}

function showDuration({ nanos }: Duration): string {
  return `${Number(nanos) / 1e9}s`;
}
