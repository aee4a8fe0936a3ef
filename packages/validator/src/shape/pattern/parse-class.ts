import {
  addOtherCase,
  areSameSets,
  type CharSet,
  complementSet,
  intersectSets,
  noChar,
  oneChar,
  uniteSets,
} from './charset.ts';
import { type EscapedSet, parseCharacterEscape } from './parse-escape.ts';
import { findAsciiClass } from './property.ts';
import { type PatternReader, PatternRefusal } from './reader.ts';
import { makeSetNode, type SetNode } from './syntax.ts';

/** Reads a class after its `[`. */
export function parseClass(reader: PatternReader): SetNode {
  const negated = reader.take('^');
  const sets: CharSet[] = [];
  const rest: CharSet[] = [];
  const properties: string[] = [];
  let narrowed: CharSet | null = null;
  while (!reader.take(']')) {
    if (reader.lenient && reader.take('&&[')) {
      narrowed = parseClass(reader).set;
      if (!reader.take(']')) throw new PatternRefusal('more than one class after `&&`');
      break;
    }
    const item = parseItem(reader);
    sets.push(item.set);
    if (item.properties === null) rest.push(item.set);
    else properties.push(...item.properties);
  }
  let set = uniteSets(...sets);
  if (narrowed !== null) set = intersectSets(set, narrowed);
  const folded = foldCase(reader, set, properties.length > 0);
  if (properties.length === 0 || narrowed !== null) return makeSetNode(negated ? complementSet(folded) : folded);
  return makeSetNode(negated ? complementSet(folded) : folded, {
    negated,
    properties,
    rest: foldCase(reader, uniteSets(...rest), false),
  });
}

/** Adds the other case where `(?i)` holds; a property must have both cases already, since its name is what gets printed. */
export function foldCase(reader: PatternReader, set: CharSet, isProperty: boolean): CharSet {
  if (!reader.flags.ignoreCase) return set;
  const folded = addOtherCase(set);
  if (isProperty && !areSameSets(folded, set)) throw new PatternRefusal('a property of one case under `(?i)`');
  return folded;
}

function parseItem(reader: PatternReader): EscapedSet {
  const from = parseAtom(reader);
  const here = reader.at;
  if (!reader.take('-')) return from;
  if (reader.peek() === ']') {
    reader.at = here;
    return from;
  }
  const to = parseAtom(reader);
  if (from.single && to.single) {
    if (from.set[0]! > to.set[0]!) throw new PatternRefusal('a range out of order');
    return { set: [from.set[0]!, to.set[0]!], properties: null, single: false };
  }
  reader.requireLenient('a range bounded by a class');
  const properties = [...(from.properties ?? []), ...(to.properties ?? [])];
  if (properties.length > 0) {
    // The hyphen is a character here: read it and what follows as items of their own.
    reader.at = here;
    return from;
  }
  return { set: uniteSets(from.set, oneChar(0x2d), to.set), properties: null, single: false };
}

function parseAtom(reader: PatternReader): EscapedSet {
  if (reader.lenient) {
    const posix = reader.takeMatch(/\[:(\^?)([a-z]{3,8}):\]/y);
    const set = posix === null ? null : findAsciiClass(posix[2]!);
    if (posix !== null && set !== null)
      return { set: posix[1] === '^' ? complementSet(set) : set, properties: null, single: false };
    if (posix !== null) reader.at -= posix[0].length;
  }
  if (reader.take('\\')) return parseCharacterEscape(reader, true);
  const char = reader.next();
  return { set: char === '' ? noChar : oneChar(char.codePointAt(0)!), properties: null, single: true };
}
