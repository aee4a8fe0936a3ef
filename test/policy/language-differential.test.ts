import { type CelError, isCelError, isCelList, isCelMap, isCelUint, run } from '@bufbuild/cel';
import { evaluate as evaluateWithCelJs } from '@marcbachmann/cel-js';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { LanguageMap, Uint, type Value } from '../../packages/validator/src/policy/language/value.ts';
import { evaluateText } from './evaluate-text.ts';
import { ExpressionWriter, makeRandom } from './generate-expression.ts';

const count = process.env.SHAPEGATE_LONG === '1' ? 100_000 : 2_000;

interface Outcome {
  /** The value, written alike for all three; `error` for any error. */
  readonly shown: string;
  readonly error: string;
}

function fail(message: string): Outcome {
  return { shown: 'error', error: message };
}

function show(value: unknown): string {
  if (typeof value === 'bigint') return `${value}`;
  if (typeof value === 'number') return Number.isNaN(value) ? 'NaN' : `${value === 0 ? 0 : value}d`;
  if (value instanceof Uint || isCelUint(value)) return `${value.value}u`;
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  if (Array.isArray(value) || isCelList(value)) return `[${Array.from(value as Iterable<unknown>, show).join()}]`;
  if (value instanceof LanguageMap)
    return showEntries(Array.from(value.entries(), (entry) => [entry.key, entry.value]));
  if (isCelMap(value)) return showEntries([...value.entries()]);
  if (value instanceof Map) return showEntries([...value.entries()]);
  // The unsigned integers of cel-js have no public class.
  if ((value as object).constructor?.name === 'UnsignedInt') return `${(value as { valueOf(): bigint }).valueOf()}u`;
  return showEntries(Object.entries(value as object));
}

function showEntries(entries: readonly (readonly [unknown, unknown])[]): string {
  return `{${entries
    .map(([key, value]) => `${show(key)}:${show(value)}`)
    .sort()
    .join()}}`;
}

function runOurs(source: string): Outcome {
  const { problems, result } = evaluateText(source);
  if (result === null) return fail(problems[0]!.message);
  return 'error' in result ? fail(result.error) : { shown: show(result.value satisfies Value), error: '' };
}

function runBufbuild(source: string): Outcome {
  const result = run(source);
  return isCelError(result) ? fail((result as CelError).message) : { shown: show(result), error: '' };
}

function runCelJs(source: string): Outcome {
  try {
    return { shown: show(evaluateWithCelJs(source)), error: '' };
  } catch (error) {
    return fail((error as Error).message);
  }
}

/** A class of difference: what the other engine does, and the section of CEL's specification that decides. */
interface DifferenceClass {
  readonly name: string;
  readonly section: string;
  readonly fits: (source: string, ours: Outcome, theirs: Outcome) => boolean;
}

/** What its checker says before anything is evaluated. */
const typeRefusal =
  /no such overload|must be|must have the same|must return|same type|found no matching overload|overlaps with|requires bool operands|wrong type|Cannot index type|is not of type/i;
const isError = ({ shown }: Outcome): boolean => shown === 'error';

const bufbuildClasses: readonly DifferenceClass[] = [
  {
    name: '`has` on what has no members gives false',
    section: 'Macros: has(e.f) on a value that is neither a message nor a map is an error',
    // The written out maps of the generator have braces; an error elsewhere may be absorbed by what `has` gave.
    fits: (source, ours) => isError(ours) && (/has no members/.test(ours.error) || /has\([^{}]*\.k\d\)/.test(source)),
  },
  {
    name: 'a division of unsigned ints beyond 63 bits overflows',
    section: 'Numeric Values: uint is an unsigned integer of 64 bits',
    fits: (source, _ours, theirs) => source.includes('u') && /int overflow during (divide|modulo)/.test(theirs.error),
  },
  {
    name: 'a bool is taken as the index of a list',
    section: 'List of Standard Definitions: _[_] takes (list(A), int)',
    fits: (source, ours) => source.includes('[') && /^a list has no index `(true|false)`/.test(ours.error),
  },
  {
    name: '`!` is applied to what is no bool',
    section: 'List of Standard Definitions: !_ takes (bool)',
    fits: (source, ours) => source.includes('!') && /^`!` cannot be applied to/.test(ours.error),
  },
];

const celJsClasses: readonly DifferenceClass[] = [
  {
    name: '`has` on a map that is written out is refused',
    section: 'Macros: has(e.f) takes any expression that selects a field, of a map as well',
    fits: (_source, _ours, theirs) => theirs.error.startsWith('has() invalid argument'),
  },
  {
    name: 'patterns are ECMAScript, not RE2',
    section: 'Regular Expressions: matches uses RE2 syntax',
    fits: (source, ours, theirs) => source.includes('(?i)') && !isError(ours) && isError(theirs),
  },
  {
    name: 'types are required where the specification checks them only on demand',
    section: 'Gradual Type Checking: without a type check an expression is evaluated as it stands',
    fits: (_source, ours, theirs) => !isError(ours) && typeRefusal.test(theirs.error),
  },
  {
    name: 'a duration of `0` has no unit',
    section: "Timestamps and Durations: duration takes what Go's ParseDuration takes, which has `0`",
    fits: (source, ours, theirs) => source.includes('duration("0")') && !isError(ours) && isError(theirs),
  },
  {
    name: 'a division of the least int by -1 does not overflow',
    section: 'Numeric Values: arithmetic that overflows is an error',
    fits: (source, ours) =>
      source.includes('-9223372036854775808') && ours.error === 'the result does not fit in an int of 64 bits',
  },
  {
    name: '`in` looks for a list or a map among the keys of a map',
    section: 'List of Standard Definitions: _in_ takes (A, map(A, B)), and keys are bools, ints, uints and strings',
    fits: (source, ours) => source.includes(' in ') && /^`in` cannot be applied to (list|map) and map/.test(ours.error),
  },
];

function compare(name: string, other: (source: string) => Outcome, classes: readonly DifferenceClass[]): void {
  test(`${count} generated expressions give what ${name} gives, or differ in a known way`, () => {
    const writer = new ExpressionWriter(makeRandom(20_261_123));
    const counts = new Map<string, number>();
    const unknown: string[] = [];
    for (let round = 0; round < count; round++) {
      const source = writer.write();
      const ours = runOurs(source);
      const theirs = other(source);
      if (ours.shown === theirs.shown) continue;
      const found = classes.find((entry) => entry.fits(source, ours, theirs));
      if (found === undefined)
        unknown.push(`${source}\n  ours: ${ours.shown} ${ours.error}\n  theirs: ${theirs.shown} ${theirs.error}`);
      else counts.set(found.name, (counts.get(found.name) ?? 0) + 1);
    }
    console.log(name, Object.fromEntries(counts));
    assert.is(
      unknown.length,
      0,
      `${unknown.length} of no class:\n${unknown
        .toSorted((a, b) => a.length - b.length)
        .slice(0, 25)
        .join('\n')}`,
    );
  });
}

compare('@bufbuild/cel', runBufbuild, bufbuildClasses);
compare('@marcbachmann/cel-js', runCelJs, celJsClasses);

test.run();
