import type { JsonValue } from '@shapegate/validator/leaves';
import { isIdentifierName } from './identifier.ts';

/** Everything that could end a string, a line or a script element, and what the eye cannot see. */
const unsafe = /[\\'\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]|<(?=[/!])/gu;

/** Writes any text as a TypeScript string literal in single quotes. */
export function quote(text: string): string {
  return `'${text.replace(unsafe, escapeCharacter)}'`;
}

function escapeCharacter(character: string): string {
  if (character === '\\' || character === "'") return `\\${character}`;
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/**
 * Escapes what the eye cannot see, and what other languages take for a line's end, in text whose only such characters
 * stand in string literals of JSON or JavaScript.
 */
export function escapeInvisible(text: string): string {
  return text.replace(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/** Writes a member's name as an object literal, a type or a class takes it. */
export function quoteName(name: string): string {
  // In a literal, `__proto__: x` sets the prototype and `['__proto__']: x` makes a property; classes and types take both.
  if (name === '__proto__') return "['__proto__']";
  return isIdentifierName(name) ? name : quote(name);
}

const lineWidth = 120;

/** Writes a JSON value as a TypeScript expression; what fits into a line stands in one. Lines after the first are indented by `depth` levels. */
export function printLiteral(value: JsonValue, depth = 0): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const isList = Array.isArray(value);
  const items: string[] = isList
    ? value.map((item) => printLiteral(item, depth + 1))
    : Object.entries(value).map(([key, item]) => `${quoteName(key)}: ${printEntry(key, item, depth + 1)}`);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (items.length === 0) return open + close;
  const space = isList ? '' : ' ';
  const line = `${open}${space}${items.join(', ')}${space}${close}`;
  if (!line.includes('\n') && line.length + 2 * depth < lineWidth - 20) return line;
  const indent = '  '.repeat(depth + 1);
  return `${open}\n${items.map((item) => `${indent}${item},\n`).join('')}${'  '.repeat(depth)}${close}`;
}

/** Under a name that every object has, such as `constructor`, TypeScript expects what that is and widens literals. */
function printEntry(key: string, value: JsonValue, depth: number): string {
  const printed = printLiteral(value, depth);
  return typeof value === 'object' && value !== null && key in Object.prototype ? `${printed} as const` : printed;
}

/** Makes any text safe inside a block comment: it cannot end the comment, and it gives the compiler no orders. */
export function escapeComment(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => (character === '\n' ? '\n' : ' '))
    .replaceAll('*/', '*\\/')
    .replace(/@(?=ts-)|(?<=^\s*|\{)@/gm, '&#64;')
    .replace(/<(?=[/!])/g, '&lt;')
    .replaceAll('sourceMappingURL', 'sourceMappingURL ');
}
