import type { JsonObject, JsonValue } from '../shape/json.ts';

/** The most that is shown of a text. */
const longest = 400;

/** A scalar as YAML; a long text is cut. */
export function writeScalar(value: JsonValue): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const isPlain = /^[a-zA-Z/][\w ./@+=*-]*$/.test(value) && !/ $|^(?:true|false|null|yes|no|on|off)$/i.test(value);
  const text = isPlain ? value : JSON.stringify(value).replaceAll('\u007f', '\\u007f');
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** True for all but lists and mappings. */
export function isScalar(value: JsonValue): boolean {
  return typeof value !== 'object' || value === null;
}

/** A value as YAML on one line, for people. */
export function writeFlow(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(writeFlow).join(', ')}]`;
  if (isScalar(value)) return writeScalar(value);
  const members = Object.entries(value as JsonObject).map(
    ([key, member]) => `${/^[a-z][\w-]*$/i.test(key) ? key : writeScalar(key)}: ${writeFlow(member)}`,
  );
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
