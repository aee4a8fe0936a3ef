import { appendToken, parsePointer } from '../../diagnostic/pointer.ts';
import { isObject, type JsonValue, ownValue } from '../../shape/json.ts';
import type { ShapePlace } from '../../structure/shape-place.ts';

/** By the pointer that a policy states: the same tokens each time, since V8 looks a key up that it has not met before in a table of all. */
const tokensOf = new Map<string, readonly string[]>();

/** The value at a pointer that a policy states; undefined where there is none. */
export function findValue(input: JsonValue, pointer: string): JsonValue | undefined {
  let tokens = tokensOf.get(pointer);
  if (tokens === undefined) {
    tokens = parsePointer(pointer);
    tokensOf.set(pointer, tokens);
  }
  let value: JsonValue | undefined = input;
  for (const token of tokens) {
    if (Array.isArray(value)) value = value[Number(token)] as JsonValue | undefined;
    else value = isObject(value) ? ownValue(value, token) : undefined;
  }
  return value;
}

/** The scalars at a pointer: the value itself, or the elements of a list. */
export function listScalars(
  input: JsonValue,
  pointer: string,
): { readonly pointer: string; readonly value: JsonValue }[] {
  const value = findValue(input, pointer);
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return [{ pointer, value }];
  return value.map((item: JsonValue, index) => ({ pointer: appendToken(pointer, index), value: item }));
}

/** The texts at a pointer. */
export function listTexts(input: JsonValue, pointer: string): { readonly pointer: string; readonly value: string }[] {
  const value = findValue(input, pointer);
  if (typeof value === 'string') return [{ pointer, value }];
  if (!Array.isArray(value)) return [];
  const texts: { readonly pointer: string; readonly value: string }[] = [];
  for (const [index, item] of value.entries())
    if (typeof item === 'string') texts.push({ pointer: appendToken(pointer, index), value: item });
  return texts;
}

/** Shapes whose values JSON has as texts, or may have so. */
const textTypes: readonly ShapePlace['shape']['type'][] = ['string', 'enum', 'blob', 'timestamp', 'document'];

/** Refuses a place that holds no text and no list of them. */
export function expectText({ shape }: ShapePlace, element: ShapePlace | null): string | null {
  const expected = 'expected a text or a list of texts';
  if (element !== null)
    return textTypes.includes(element.shape.type) ? null : `leads to a list of ${element.shape.type}s, ${expected}`;
  return shape.type === 'string' || shape.type === 'enum' || shape.type === 'list'
    ? null
    : `leads to a ${shape.type}, ${expected}`;
}

/** Refuses a place that holds no tags. */
export function expectTags({ shape }: ShapePlace, element: ShapePlace | null): string | null {
  const expected = 'expected a list of tags or a map';
  if (shape.type !== 'list' && shape.type !== 'map') return `leads to a ${shape.type}, ${expected}`;
  if (element === null || isTag(element)) return null;
  const found = element.shape.type === 'structure' ? 'structures without a key' : `${element.shape.type}s`;
  return `leads to a list of ${found}, ${expected}`;
}

function isTag({ shape }: ShapePlace): boolean {
  if (shape.type === 'structure' || shape.type === 'union')
    return keyNames.some((name) => Object.hasOwn(shape.members, name));
  return shape.type === 'document';
}

/** A tag, and where its value stands. */
export interface Tag {
  readonly key: string;
  readonly value: string;
  readonly pointer: string;
}

const keyNames = ['key', 'Key', 'tagKey', 'TagKey'];
const valueNames = ['value', 'Value', 'tagValue', 'TagValue'];

/** The tags at a pointer: a list of mappings with a key and a value, or a map. */
export function listTags(input: JsonValue, pointer: string): Tag[] {
  const value = findValue(input, pointer);
  const tags: Tag[] = [];
  if (Array.isArray(value))
    for (const [index, item] of (value as readonly JsonValue[]).entries()) {
      const name = findText(item, keyNames);
      if (name === undefined) continue;
      const member = findText(item, valueNames);
      const text = member === undefined ? '' : textOf(item, member);
      tags.push({
        key: textOf(item, name),
        value: text,
        pointer: appendToken(appendToken(pointer, index), member ?? name),
      });
    }
  else if (isObject(value))
    for (const [key, text] of Object.entries(value))
      if (typeof text === 'string') tags.push({ key, value: text, pointer: appendToken(pointer, key) });
  return tags;
}

/** The first of some members that is there and has a text. */
function findText(item: JsonValue, names: readonly string[]): string | undefined {
  if (!isObject(item)) return undefined;
  for (const name of names) if (typeof ownValue(item, name) === 'string') return name;
  return undefined;
}

function textOf(item: JsonValue, member: string): string {
  return isObject(item) ? String(item[member]) : '';
}

/** Whether a text is one of those that some names mean; `*` in a name stands for any characters. */
export function matchesAny(names: readonly string[], text: string): boolean {
  for (const name of names) if (matchesGlob(name, text)) return true;
  return false;
}

/** By the glob that a policy states. */
const partsOf = new Map<string, readonly string[]>();

function matchesGlob(glob: string, text: string): boolean {
  let parts = partsOf.get(glob);
  if (parts === undefined) {
    parts = glob.split('*');
    partsOf.set(glob, parts);
  }
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return first === text;
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found === -1 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}
