import { fitDuration, fitTimestamp } from './arithmetic.ts';
import { Failure } from './failure.ts';
import type { Duration, Timestamp } from './value.ts';

const moment = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d\d):(\d\d))$/;
const units: ReadonlyMap<string, bigint> = new Map([
  ['h', 3_600_000_000_000n],
  ['m', 60_000_000_000n],
  ['s', 1_000_000_000n],
  ['ms', 1_000_000n],
  ['us', 1_000n],
  ['µs', 1_000n],
  ['μs', 1_000n],
  ['ns', 1n],
]);

/** Reads an RFC 3339 date and time, such as `2026-11-23T11:30:00Z`. */
export function readTimestamp(text: string): Timestamp | Failure {
  const found = text.length > 50 ? null : moment.exec(text);
  if (found === null) return new Failure('expected a timestamp such as `2026-11-23T11:30:00Z`');
  const [year, month, day, hour, minute, seconds] = found.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || hour > 23 || minute > 59 || seconds > 59)
    return new Failure('there is no such date or time');
  const offset = (Number(found[9] ?? 0) * 60 + Number(found[10] ?? 0)) * (found[8] === '-' ? -1 : 1);
  if (Number(found[9] ?? 0) > 23 || Number(found[10] ?? 0) > 59) return new Failure('there is no such offset from UTC');
  const whole = BigInt(date.getTime() / 1000 + hour * 3600 + minute * 60 + seconds - offset * 60);
  return fitTimestamp(whole * 1_000_000_000n + BigInt((found[7] ?? '').padEnd(9, '0')));
}

/** Reads a length of time such as `90m`, `1h30m` or `-1.5s`. */
export function readDuration(text: string): Duration | Failure {
  const refusal = 'expected a duration such as `90m` or `1h30m`';
  if (text.length > 200) return new Failure(refusal);
  const negative = text.startsWith('-');
  let rest = negative || text.startsWith('+') ? text.slice(1) : text;
  if (rest === '0') return fitDuration(0n);
  if (rest === '') return new Failure(refusal);
  let nanos = 0n;
  while (rest !== '') {
    const found = /^(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/.exec(rest);
    if (found === null || `${found[1]}${found[2] ?? ''}` === '') return new Failure(refusal);
    const unit = units.get(found[3]!)!;
    const fraction = found[2] ?? '';
    nanos += BigInt(found[1] || '0') * unit + (BigInt(fraction || '0') * unit) / 10n ** BigInt(fraction.length);
    rest = rest.slice(found[0].length);
  }
  return fitDuration(negative ? -nanos : nanos);
}
