import { arn } from './arn.ts';
import { contains } from './contains.ts';
import { duration } from './duration.ts';
import { endsWith } from './ends-with.ts';
import type { LanguageFunction } from './function.ts';
import { join } from './join.ts';
import { lowerAscii } from './lower-ascii.ts';
import { matches } from './matches.ts';
import { s3 } from './s3.ts';
import { size } from './size.ts';
import { split } from './split.ts';
import { startsWith } from './starts-with.ts';
import { timestamp } from './timestamp.ts';
import { upperAscii } from './upper-ascii.ts';

/** Every function of the policy language, by name. */
export const languageFunctions: readonly LanguageFunction[] = [
  arn,
  contains,
  duration,
  endsWith,
  join,
  lowerAscii,
  matches,
  s3,
  size,
  split,
  startsWith,
  timestamp,
  upperAscii,
];

const byName = new Map(languageFunctions.map((entry) => [entry.name, entry]));

export function findFunction(name: string): LanguageFunction | null {
  return byName.get(name) ?? null;
}
