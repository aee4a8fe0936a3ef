import { appendToken } from '../../../packages/validator/src/diagnostic/pointer.ts';
import { isObject, type JsonValue } from '../../../packages/validator/src/shape/json.ts';
import type { PatternEntry } from '../../../packages/validator/src/shape/shape-table.ts';
import type { Dice } from './dice.ts';
import { type Place, withKey, withoutKey, withRenamed } from './place.ts';
import { matchesPattern } from './valid-input.ts';

/** One mistake in a value: what stands in its place, and where the finding belongs. */
export interface Mistake {
  readonly value: JsonValue;
  readonly pointer: string;
}

/** Makes one kind of mistake at a place; null where the place has no room for it. */
export type Mutator = (place: Place, dice: Dice) => Mistake | null;

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

const strangers = ['!', ' ', 'é', '🦉', '\n', '"', '\0', '%', '\u200b', '/', ':', '-', '\u001b', '_', ';', 'ſ'];
const strangeKeys = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  'zq',
  '🦉',
  'a/b~c',
  'q'.repeat(300),
  '0',
  'length',
];

const here = (place: Place, value: JsonValue): Mistake => ({ value, pointer: place.pointer });
const boundsOf = ({ traits }: Place, id: 'length' | 'range') => (traits[id] ?? {}) as Bounds;
const isKeyed = ({ shape }: Place) => shape.type === 'structure' || shape.type === 'union';
const knows = ({ shape }: Place, key: string) =>
  (shape.type === 'structure' || shape.type === 'union') && Object.hasOwn(shape.members, key);

function replaceOne(text: string, dice: Dice, character: string): string {
  const characters = [...text];
  characters[dice.roll(characters.length)] = character;
  return characters.join('');
}

/** A text beyond the longest; if it can be, one that the pattern takes. */
function lengthen(text: string, max: number, pattern: PatternEntry | undefined): string {
  const middle = Math.floor(text.length / 2);
  const more = max + 1 - [...text].length;
  const candidates = [
    text + 'a'.repeat(more),
    text + '0'.repeat(more),
    text.slice(0, middle) + 'a'.repeat(more) + text.slice(middle),
  ];
  return (
    candidates.find((longer) => pattern === undefined || matchesPattern(pattern.pattern, longer)) ??
    text.padEnd(max + 1, 'x')
  );
}

const cases: readonly ((name: string) => string)[] = [
  (name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  (name) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
  (name) => name.charAt(0).toUpperCase() + name.slice(1),
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase(),
];

const slips: readonly ((name: string, at: number) => string)[] = [
  (name, at) => name.slice(0, at) + name.slice(at + 1),
  (name, at) => name.slice(0, at) + name.charAt(at) + name.slice(at),
  (name, at) => name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2),
  (name) => `${name}s`,
];

/** Renames a key that is there; the one error belongs to the wrong name. */
function rename(place: Place, dice: Dice, change: (name: string) => string): Mistake | null {
  if (!isKeyed(place)) return null;
  const keys = Object.keys(place.value as object).filter((key) => change(key) !== key && !knows(place, change(key)));
  if (keys.length === 0) return null;
  const key = dice.pick(keys);
  return { value: withRenamed(place.value, key, change(key)), pointer: appendToken(place.pointer, change(key)) };
}

/** True where the other members of an item are empty strings already: with this one it would be a skeleton's, with one error each. */
function isLastText({ parent, value }: Place): boolean {
  const texts = parent !== null && isObject(parent.value) ? Object.values(parent.value) : [];
  return texts.length > 1 && texts.every((text) => text === '' || text === value);
}

/** Values of the wrong kind; none of them is what a template would write. */
function otherKinds(value: JsonValue): readonly JsonValue[] {
  if (typeof value === 'string') return [42, true, 1.5, [], {}, [value], { value }, -0.5e-9];
  if (typeof value === 'number') return [String(value), true, [], [value], {}];
  if (typeof value === 'boolean') return ['true', 1, []];
  return Array.isArray(value) ? ['a,b', 7, {}, false, { 0: 'a' }] : ['a=b', 7, [], [value], true];
}

/** The mistakes that the model itself refuses, by kind: a published schema sees each of them. */
export const structuralMutators: Readonly<Record<string, Mutator>> = {
  missing(place, dice) {
    const { shape, value, pointer } = place;
    if (shape.type !== 'structure') return null;
    const required = Object.keys(shape.members).filter((name) => shape.members[name]?.required === true);
    if (required.length === 0) return null;
    const key = dice.pick(required);
    return { value: withoutKey(value, key), pointer: appendToken(pointer, key) };
  },
  none: (place) => (place.shape.type === 'union' ? here(place, {}) : null),
  both(place) {
    const { shape, value } = place;
    if (shape.type !== 'union') return null;
    const other = Object.keys(shape.members).find((name) => !Object.hasOwn(value as object, name));
    return other === undefined ? null : here(place, withKey(value, other, Object.values(value as object)[0]));
  },
  unknown(place, dice) {
    if (!isKeyed(place)) return null;
    const key = dice.pick(strangeKeys);
    const value = withKey(place.value, key, dice.pick<JsonValue>([1, 'x', {}, [], null, { a: { b: [] } }]));
    return { value, pointer: appendToken(place.pointer, key) };
  },
  case: (place, dice) => rename(place, dice, dice.pick(cases)),
  slip(place, dice) {
    const slip = dice.pick(slips);
    const at = dice.roll(12);
    return rename(place, dice, (name) => (name.length < 4 ? name : slip(name, at % (name.length - 1))));
  },
  type: (place, dice) => (place.parent === null ? null : here(place, dice.pick(otherKinds(place.value)))),
  null: (place) => (place.parent === null ? null : here(place, null)),
  short(place) {
    const { min = 0 } = boundsOf(place, 'length');
    if (min === 0 || typeof place.value !== 'string' || isLastText(place)) return null;
    return here(place, [...place.value].slice(0, min - 1).join(''));
  },
  long(place) {
    const { max } = boundsOf(place, 'length');
    if (max === undefined || typeof place.value !== 'string') return null;
    return here(place, lengthen(place.value, max, place.traits.pattern as PatternEntry | undefined));
  },
  pattern(place, dice) {
    const { value, traits } = place;
    const { pattern } = (traits.pattern ?? {}) as Partial<PatternEntry>;
    if (typeof value !== 'string' || value === '' || pattern === undefined) return null;
    const text = replaceOne(value, dice, dice.pick(strangers));
    return matchesPattern(pattern, text) ? null : here(place, text);
  },
  format(place, dice) {
    if (place.shape.type !== 'timestamp' || typeof place.value !== 'string') return null;
    return here(
      place,
      dice.pick([
        '2026-11-23',
        'yesterday',
        '1753228800',
        `${place.value}x`,
        place.value.replace('T', 'X'),
        '2026-02-30T00:00:00Z',
      ]),
    );
  },
  enum(place, dice) {
    const { shape, value } = place;
    if (shape.type === 'intEnum') return here(place, Math.max(...shape.values) + 1);
    if (shape.type !== 'enum' || typeof value !== 'string') return null;
    return here(place, dice.pick([`${value}s`, value.toLowerCase(), value.slice(1), 'zq', '']));
  },
  range(place, dice) {
    const { min, max } = boundsOf(place, 'range');
    const beyond = [...(min === undefined ? [] : [min - 1, -1e300]), ...(max === undefined ? [] : [max + 1, 2 ** 53])];
    return typeof place.value !== 'number' || beyond.length === 0 ? null : here(place, dice.pick(beyond));
  },
  fraction: (place) => (place.shape.type === 'integer' ? here(place, 1.5) : null),
  few(place, dice) {
    const { min = 0 } = boundsOf(place, 'length');
    return Array.isArray(place.value) && min > 0 ? here(place, place.value.slice(0, dice.roll(min))) : null;
  },
  many(place) {
    const { max } = boundsOf(place, 'length');
    if (max === undefined || !Array.isArray(place.value) || place.traits.uniqueItems !== undefined) return null;
    const [first] = place.value as readonly JsonValue[];
    if (first === undefined) return null;
    // Items that bear a name of their own get others, so that they do not repeat one another.
    const name = isObject(first) ? Object.keys(first).find((key) => typeof first[key] === 'string') : undefined;
    return here(
      place,
      Array.from({ length: max + 1 }, (_, i) =>
        name === undefined ? first : { ...(first as object), [name]: `t${i}` },
      ),
    );
  },
  repeat(place) {
    if (!Array.isArray(place.value) || place.traits.uniqueItems === undefined || place.value.length < 2) return null;
    const last = place.value.length - 1;
    return { value: [...place.value.slice(0, last), place.value[0]], pointer: appendToken(place.pointer, last) };
  },
};
