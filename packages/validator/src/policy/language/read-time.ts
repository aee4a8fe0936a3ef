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

const loose = /^(\d{4}-\d\d-\d\d)[Tt\s](\d\d:\d\d:)(\d\d)(\.\d{1,9})?\d*([Zz]|[+-]\d\d(?::?\d\d)?)$/;

/**
 * Reads a moment of the input, which may be written in every way that `date-time` of `ajv-formats` takes: with a space for
 * the `T`, an offset without minutes or colon, a leap second (the next moment), more digits than nanoseconds.
 */
export function readDateTime(text: string): Timestamp | Failure {
  const found = text.length > 100 ? null : loose.exec(text);
  if (found === null) return readTimestamp(text);
  const [, date, time, seconds, fraction = '', offset] = found as unknown as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const isLeap = seconds === '60';
  const read = readTimestamp(`${date}T${time}${isLeap ? '59' : seconds}${fraction}${writeOffset(offset)}`);
  return isLeap && !(read instanceof Failure) ? fitTimestamp(read.nanos + 1_000_000_000n) : read;
}

function writeOffset(offset: string): string {
  if (offset.length === 1 || offset.length === 6) return offset;
  return `${offset.slice(0, 3)}:${offset.slice(3).padEnd(2, '0')}`;
}

/** Reads seconds since 1970, to the microsecond. */
export function readSeconds(seconds: number): Timestamp | Failure {
  const whole = Math.floor(seconds);
  return fitTimestamp(BigInt(whole) * 1_000_000_000n + BigInt(Math.round((seconds - whole) * 1e6)) * 1000n);
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
