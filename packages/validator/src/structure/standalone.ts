import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { StructureError } from '../shape/api.ts';
import type { JsonValue } from '../shape/json.ts';
import { isObject } from '../shape/json.ts';

/** The formats that generated validators check, as `ajv-formats` does. */
export const formats = { 'date-time': fullFormats['date-time'] };

/** The length of a string as models and JSON Schema count it: in code points. */
export function countCodePoints(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length - 1; at++) {
    const isPair = (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
    if (isPair) {
      count--;
      at++;
    }
  }
  return count;
}

/** True where two values are equal as JSON; the order of keys does not matter. */
export function equalValues(a: JsonValue, b: JsonValue): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item: JsonValue, index) => equalValues(item, b[index]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && equalValues(a[key] ?? null, b[key] ?? null))
  );
}

/** Adds a nested function's errors to those gathered, in place: copying them each time is quadratic in a long list. */
export function addErrors(gathered: StructureError[] | null, more: StructureError[]): StructureError[] {
  if (gathered === null) return more;
  for (const error of more) gathered.push(error);
  return gathered;
}
