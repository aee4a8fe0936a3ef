import { Failure } from '../failure.ts';
import type { Type } from '../type.ts';
import { isRecord, LanguageMap } from '../value.ts';
import type { LanguageFunction } from './function.ts';

export const size: LanguageFunction = {
  name: 'size',
  summary: 'The number of characters (code points) of a text, of elements of a list, or of entries of a map.',
  overloads: (['function', 'method'] as const).flatMap((form) =>
    (['string', 'list', 'map'] as const).map((kind) => ({ form, takes: [kind] })),
  ),
  gives: ([type]) => readSize(type),
  run({ budget }, value) {
    if (typeof value === 'string') {
      budget.spendReading(value.length);
      return BigInt(countCodePoints(value));
    }
    if (Array.isArray(value)) return BigInt(value.length);
    if (value instanceof LanguageMap) return BigInt(value.size);
    if (value === undefined || !isRecord(value)) return new Failure('a value without a size');
    const { length } = Object.keys(value);
    budget.spend(length);
    return BigInt(length);
  },
  examples: [
    { source: 'size("team")', gives: '4' },
    { source: '"😀é".size()', gives: '2' },
    { source: '["eu-central-1", "us-east-1"].size()', gives: '2' },
    { source: 'size({"team": "nlp"})', gives: '1' },
  ],
};

function readSize(type: Type | undefined): Type {
  const known =
    type?.kind === 'string' || type?.kind === 'list' || type?.kind === 'map'
      ? type.size
      : { min: 0, max: Number.POSITIVE_INFINITY };
  return { kind: 'int', bounds: known, values: null };
}

/** The length of a text as Smithy and CEL measure it. */
export function countCodePoints(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length - 1; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const next = text.charCodeAt(at + 1);
    if (next < 0xdc00 || next > 0xdfff) continue;
    count--;
    at++;
  }
  return count;
}
