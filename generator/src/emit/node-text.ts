import type { Node } from '../syntax/node.ts';

/** What an AST is printed from: nodes of a model, and texts, lists and objects made of it. */
export type AstValue = Node | string | readonly AstValue[] | ReadonlyMap<string, AstValue>;

/** Prints a value as JSON, indented; numbers as the model writes them, so that none loses a digit. */
export function printValue(value: AstValue, indent = ''): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if ('kind' in value) return printNode(value, indent, (key) => JSON.stringify(key));
  if (value instanceof Map)
    return printBraces(
      [...value].map(([key, one]) => `${JSON.stringify(key)}: ${printValue(one, `${indent}  `)}`),
      indent,
      ',',
    );
  return printBrackets(
    [...(value as readonly AstValue[])].map((one) => printValue(one, `${indent}  `)),
    indent,
    ',',
  );
}

const bareKey = /^[A-Za-z_]\w*$/;

/** Prints a node as IDL text writes it: keys without quotes where they can be, no commas. */
export function printIdlNode(node: Node, indent = ''): string {
  return printNode(node, indent, printKey, '');
}

/** The key of an entry in IDL text. */
export function printKey(key: string): string {
  return bareKey.test(key) ? key : JSON.stringify(key);
}

function printNode(node: Node, indent: string, key: (text: string) => string, comma = ','): string {
  const inner = `${indent}  `;
  switch (node.kind) {
    case 'object':
      return printBraces(
        node.entries.map((entry) => `${key(entry.key)}: ${printNode(entry.value, inner, key, comma)}`),
        indent,
        comma,
      );
    case 'array':
      return printBrackets(
        node.elements.map((element) => printNode(element, inner, key, comma)),
        indent,
        comma,
      );
    case 'string':
      return JSON.stringify(node.value);
    case 'number':
      return node.text;
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
  }
}

function printBraces(parts: readonly string[], indent: string, comma: string): string {
  return parts.length === 0 ? '{}' : `{\n${joinLines(parts, indent, comma)}\n${indent}}`;
}

function printBrackets(parts: readonly string[], indent: string, comma: string): string {
  return parts.length === 0 ? '[]' : `[\n${joinLines(parts, indent, comma)}\n${indent}]`;
}

function joinLines(parts: readonly string[], indent: string, comma: string): string {
  return parts.map((part) => `${indent}  ${part}`).join(`${comma}\n`);
}
