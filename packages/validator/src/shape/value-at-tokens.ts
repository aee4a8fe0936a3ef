import { isObject, type JsonValue, ownValue } from './json.ts';

/** The value that reference tokens lead to; `null` where there is none. */
export function valueAtTokens(input: JsonValue, tokens: readonly string[]): JsonValue {
  let value: JsonValue | undefined = input;
  for (const token of tokens) {
    if (Array.isArray(value)) value = /^\d+$/.test(token) ? value[Number(token)] : undefined;
    else value = isObject(value) ? ownValue(value, token) : undefined;
  }
  return value ?? null;
}
