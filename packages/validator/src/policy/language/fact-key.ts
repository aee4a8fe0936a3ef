import type { Expression } from './tree.ts';

/** Longer keys are not remembered. */
const longestKey = 400;

/**
 * A text that expressions of one value have in common: the same names, members and calls on the same. The language has no
 * function with another result on the next call. Null for what has no such text, as a macro has its own variables.
 */
export function makeKey(node: Expression, pathOf: (name: string) => string | null): string | null {
  const key = writeKey(node, pathOf);
  return key !== null && key.length <= longestKey ? key : null;
}

function writeKey(node: Expression, pathOf: (name: string) => string | null): string | null {
  const write = (part: Expression): string | null => writeKey(part, pathOf);
  switch (node.kind) {
    case 'literal':
      return node.literal.type === 'null'
        ? 'null'
        : `${node.literal.type} ${JSON.stringify(String(node.literal.value))}`;
    case 'name':
      return pathOf(node.name);
    case 'select':
      return join`${write(node.operand)}.${JSON.stringify(node.member)}`;
    case 'has':
      return join`has(${write(node.select.operand)}.${JSON.stringify(node.select.member)})`;
    case 'index':
      return join`${write(node.operand)}[${write(node.index)}]`;
    case 'call': {
      const parts = (node.target === null ? node.args : [node.target, ...node.args]).map(write);
      return parts.includes(null) ? null : `${node.name}(${parts.join()})`;
    }
    case 'unary':
      return join`${node.operator}(${write(node.operand)})`;
    case 'binary':
      return join`(${write(node.left)}) ${node.operator} (${write(node.right)})`;
    case 'list': {
      const parts = node.elements.map(write);
      return parts.includes(null) ? null : `[${parts.join()}]`;
    }
    default:
      return null;
  }
}

function join(words: TemplateStringsArray, ...parts: readonly (string | null)[]): string | null {
  return parts.includes(null) ? null : String.raw({ raw: words }, ...parts);
}
