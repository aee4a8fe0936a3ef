import type { BinaryOperator, LogicNode, UnaryNode } from '../language/tree.ts';
import type { Example, ReferenceEntry } from './example.ts';

/** An operator, and how tightly it binds: 1 before 2. Operators of one level are read from the left. */
export interface OperatorEntry extends ReferenceEntry {
  readonly level: number;
}

const numbers = ['int', 'uint', 'double'] as const;

/** What two values of the same number make, and what else. */
function listArithmetic(sign: string, kinds: readonly string[], others: readonly string[] = []): string[] {
  return [...kinds.map((kind) => `${kind} ${sign} ${kind} → ${kind}`), ...others];
}

function order(sign: string, meaning: string, examples: readonly Example[]): OperatorEntry {
  const kinds = ['string', 'bool', 'timestamp', 'duration'];
  return {
    level: 5,
    form: `x ${sign} y`,
    signatures: [`number ${sign} number → bool`, ...kinds.map((kind) => `${kind} ${sign} ${kind} → bool`)],
    summary: `Whether the left side is ${meaning}. Numbers of different types are compared by their value, texts by code points, \`false\` before \`true\`.`,
    examples,
  };
}

/** Operators between two values. */
export const binaryOperators: Readonly<Record<BinaryOperator, OperatorEntry>> = {
  '*': {
    level: 3,
    form: 'x * y',
    signatures: listArithmetic('*', numbers),
    summary: 'The product; an error where it does not fit.',
    examples: [{ source: 'input.copies * 3', gives: '6' }],
  },
  '/': {
    level: 3,
    form: 'x / y',
    signatures: listArithmetic('/', numbers),
    summary: 'The quotient; of whole numbers without the remainder, toward zero.',
    examples: [
      { source: '7 / 2', gives: '3' },
      { source: '-7 / 2', gives: '-3' },
      { source: '7.0 / 2.0', gives: '3.5' },
      { source: '1 / (input.copies - 2)', fails: 'division by zero' },
    ],
  },
  '%': {
    level: 3,
    form: 'x % y',
    signatures: listArithmetic('%', ['int', 'uint']),
    summary: 'The remainder, with the sign of the left side.',
    examples: [
      { source: '7 % 2', gives: '1' },
      { source: '-7 % 2', gives: '-1' },
    ],
  },
  '+': {
    level: 4,
    form: 'x + y',
    signatures: listArithmetic('+', numbers, [
      'string + string → string',
      'list + list → list',
      'duration + duration → duration',
      'timestamp + duration → timestamp',
      'duration + timestamp → timestamp',
    ]),
    summary: 'The sum, or the two one after the other.',
    examples: [
      { source: 'input.copies + 1', gives: '3' },
      { source: '"prod-" + input.name', gives: '"prod-nightly-2026-11-23"' },
      { source: '["a"] + ["b"]', gives: '["a", "b"]' },
      { source: '9223372036854775807 + 1', fails: 'the result does not fit in an int of 64 bits' },
    ],
  },
  '-': {
    level: 4,
    form: 'x - y',
    signatures: listArithmetic('-', numbers, [
      'duration - duration → duration',
      'timestamp - duration → timestamp',
      'timestamp - timestamp → duration',
    ]),
    summary: 'The difference.',
    examples: [
      { source: 'input.copies - 1', gives: '1' },
      {
        source: 'timestamp("2026-11-24T00:00:00Z") - timestamp("2026-11-23T00:00:00Z")',
        gives: 'duration("24h")',
      },
    ],
  },
  '==': {
    level: 5,
    form: 'x == y',
    signatures: [],
    summary:
      'Whether the two are equal: numbers by their value, lists, maps and structures part by part, moments in them as moments. Values of types that have nothing in common are refused when the policy is loaded, and so is a structure that can hold itself.',
    examples: [
      { source: 'input.size == "LARGE"', gives: 'true' },
      { source: '[1, 2] == [1, 2]', gives: 'true' },
    ],
  },
  '!=': {
    level: 5,
    form: 'x != y',
    signatures: [],
    summary: 'Whether the two are not equal.',
    examples: [{ source: 'input.size != "SMALL"', gives: 'true' }],
  },
  '<': order('<', 'less', [
    { source: 'input.copies < 8', gives: 'true' },
    { source: '"eu-central-1" < "us-east-1"', gives: 'true' },
  ]),
  '<=': order('<=', 'less or equal', [{ source: 'size(input.name) <= 30', gives: 'true' }]),
  '>': order('>', 'greater', [{ source: 'input.copies > 2.5', gives: 'false' }]),
  '>=': order('>=', 'greater or equal', [
    { source: 'has(input.network) && size(input.network.subnetIds) >= 2', gives: 'true' },
  ]),
  in: {
    level: 5,
    form: 'x in y',
    signatures: [],
    summary:
      'Whether a list has the element, or a map the key. `k in m` guards `m[k]`; of a structure ask `has`, of a text `contains`.',
    examples: [
      { source: 'input.size in ["MEDIUM", "LARGE"]', gives: 'true' },
      { source: 'has(input.labels) && "stage" in input.labels && input.labels["stage"] == "beta"', gives: 'true' },
      { source: 'has(input.network) && "subnet-0a1b2c3d" in input.network.subnetIds', gives: 'true' },
    ],
  },
};

/** Operators before a value. */
export const unaryOperators: Readonly<Record<UnaryNode['operator'], OperatorEntry>> = {
  '!': {
    level: 2,
    form: '!x',
    signatures: ['!bool → bool'],
    summary:
      'True where the condition is false, false where it is true. In YAML an expression that begins with it stands in quotes.',
    examples: [{ source: '!has(input.keyId)', gives: 'true' }],
  },
  '-': {
    level: 2,
    form: '-x',
    signatures: ['-int → int', '-double → double'],
    summary: 'The number with the other sign.',
    examples: [{ source: '-input.copies', gives: '-2' }],
  },
};

/** What connects conditions; a chain of one of them counts as one level of depth however long it is. */
export const logicOperators: Readonly<Record<LogicNode['operator'], OperatorEntry>> = {
  '&&': {
    level: 6,
    form: 'x && y',
    signatures: ['bool && bool → bool'],
    summary:
      'Whether both hold. What the left side guards may be read on the right. Where one side is false the answer is false, even if the other side fails.',
    examples: [
      { source: 'has(input.network) && size(input.network.subnetIds) == 2', gives: 'true' },
      { source: '1 / (input.copies - 2) == 1 && false', gives: 'false' },
    ],
  },
  '||': {
    level: 7,
    form: 'x || y',
    signatures: ['bool || bool → bool'],
    summary:
      'Whether one of the two holds. What is guarded where the left side is false may be read on the right. Where one side is true the answer is true, even if the other side fails.',
    examples: [{ source: '!has(input.keyId) || input.keyId.startsWith("arn:")', gives: 'true' }],
  },
};

/** What else joins expressions. */
export const otherOperators: Readonly<Record<'select' | 'index' | 'conditional', OperatorEntry>> = {
  select: {
    level: 1,
    form: 'x.member',
    signatures: [],
    summary:
      'A member of a structure or union, or what a map has under the key. An optional member needs a guard before it. A name that is no identifier stands in backticks.',
    examples: [
      { source: 'input.size', gives: '"LARGE"' },
      { source: 'has(input.labels) && has(input.labels.`stage`)', gives: 'true' },
      { source: 'target.account', fails: '`account` is not there' },
    ],
  },
  index: {
    level: 1,
    form: 'x[i]',
    signatures: ['list[int] → element', 'map[key] → value'],
    summary: 'An element of a list, counted from 0, or what a map has under a key.',
    examples: [
      { source: '["a", "b"][1]', gives: '"b"' },
      {
        source: '["a", "b"][input.copies]',
        fails: 'index 2 is out of the bounds of a list of 2',
      },
    ],
  },
  conditional: {
    level: 8,
    form: 'x ? y : z',
    signatures: ['bool ? t : t → t'],
    summary: 'One of two values of one type; only the one that is chosen is evaluated.',
    examples: [{ source: 'has(input.keyId) ? input.keyId : "none"', gives: '"none"' }],
  },
};

/** Every operator, the tightest first. */
export const operators: readonly OperatorEntry[] = [otherOperators, unaryOperators, binaryOperators, logicOperators]
  .flatMap((group) => Object.values<OperatorEntry>(group))
  .sort((a, b) => a.level - b.level);
