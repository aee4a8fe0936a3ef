import type { Checker } from './checker.ts';
import { areComparable } from './combine-types.ts';
import { decideComparison, describeKnown } from './decide-comparison.ts';
import type { Facts } from './facts.ts';
import { findNearValue } from './report-never.ts';
import type { Expression } from './tree.ts';
import { type MapType, nameType, stringType, type Type } from './type.ts';

interface Place {
  readonly start: number;
  readonly end: number;
}

/** The type of a member's name. */
export function nameAsKey(name: string): Type {
  const size = [...name].length;
  return { ...stringType, size: { min: size, max: size }, values: [name] };
}

/** Reports a key that can never be in a map; false where it did. */
export function checkKey(map: MapType, key: Type, place: Place, checker: Checker): boolean {
  if (!areComparable(map.key, key)) {
    checker.report('type', place, `the keys of the map are ${nameType(map.key)}, found ${nameType(key)}`);
    return false;
  }
  if (!map.open || decideComparison('==', key, map.key) !== false) return true;
  const sides = [describeKnown(key), describeKnown(map.key)];
  const reason = sides.includes(null) ? '' : `: it is ${sides[0]}, its keys ${sides[1]}`;
  checker.report('constant', place, `the key is never in the map${reason}`, findNearValue(key, map.key));
  return false;
}

/** A map of the input may lack any key: one that is read must have been looked for. */
export function guardKey(
  map: { readonly type: MapType; readonly node: Expression },
  key: { readonly part: string | null; readonly shown: string },
  node: Expression,
  facts: Facts,
  checker: Checker,
): void {
  const { part } = key;
  if (!map.type.open || part === null || map.type.present.has(part)) return;
  const holder = checker.pathOf(map.node);
  const path = holder === null ? null : holder + part;
  if (path !== null && facts.paths.has(path)) return;
  const help = `write \`${key.shown} in ${holder === null ? 'the map' : checker.show(map.node)} && …\``;
  checker.reportUnguarded(
    path,
    node,
    `the map may not have the key ${key.shown.startsWith('"') ? key.shown : `\`${key.shown}\``}`,
    help,
  );
}
