import { type Attribute, listTexts } from './attribute.ts';
import type { Comparator } from './selector-tree.ts';

const number = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

/**
 * Compares an attribute with alternatives, of which one is enough. Of several values on either side one pair is enough as
 * well; the comparators in braces compare the sides as sets instead, and only what is several values is a set.
 */
export function compareAttributes(
  left: Attribute | null,
  comparator: Comparator,
  right: readonly (Attribute | null)[],
  ignoreCase: boolean,
): boolean {
  const fold = (text: string): string => (ignoreCase ? text.toLowerCase() : text);
  const ours = listTexts(left).map(fold);
  if (comparator === '?=')
    return right.some((one) => listTexts(one).some((text) => (text === 'true') === ours.length > 0));
  if (comparator.startsWith('{'))
    return right.some((one) => {
      const areSets = left?.kind === 'several' && one?.kind === 'several';
      return areSets
        ? compareSets(new Set(ours), comparator, new Set(listTexts(one).map(fold)))
        : comparator === '{!=}';
    });
  const theirs = right.flatMap(listTexts).map(fold);
  return ours.some((a) => theirs.some((b) => comparePair(a, comparator, b)));
}

function compareSets(a: ReadonlySet<string>, comparator: Comparator, b: ReadonlySet<string>): boolean {
  const within = [...a].every((value) => b.has(value));
  switch (comparator) {
    case '{=}':
      return within && a.size === b.size;
    case '{!=}':
      return !(within && a.size === b.size);
    case '{<}':
      return within;
    default:
      return within && a.size < b.size;
  }
}

function comparePair(a: string, comparator: Comparator, b: string): boolean {
  switch (comparator) {
    case '=':
      return a === b;
    case '!=':
      return a !== b;
    case '^=':
      return a.startsWith(b);
    case '$=':
      return a.endsWith(b);
    case '*=':
      return a.includes(b);
  }
  if (!number.test(a) || !number.test(b)) return false;
  const [x, y] = [Number(a), Number(b)];
  switch (comparator) {
    case '<':
      return x < y;
    case '<=':
      return x <= y;
    case '>':
      return x > y;
    default:
      return x >= y;
  }
}
