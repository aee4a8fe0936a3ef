import { mostDepth, mostNodes } from './limits.ts';
import { readMacro } from './macro.ts';
import { SyntaxRefusal } from './problem.ts';
import type { Token } from './token.ts';
import type { BinaryNode, BinaryOperator, Expression, LiteralValue } from './tree.ts';

const reserved = new Set(
  'as break const continue else false for function if import in let loop package namespace null return true var void while'.split(
    ' ',
  ),
);
const notMembers = new Set(['in', 'true', 'false', 'null']);
/** What binds closer has the greater number; all of them go from left to right. */
const binding: ReadonlyMap<string, number> = new Map(
  Object.entries({ '<': 1, '<=': 1, '>': 1, '>=': 1, '==': 1, '!=': 1, in: 1, '+': 2, '-': 2, '*': 3, '/': 3, '%': 3 }),
);
const words: ReadonlyMap<string, LiteralValue> = new Map<string, LiteralValue>([
  ['true', { type: 'bool', value: true }],
  ['false', { type: 'bool', value: false }],
  ['null', { type: 'null' }],
]);
const mostInt = 2n ** 63n - 1n;

type Unplaced<T> = T extends unknown ? Omit<T, 'start' | 'end' | 'depth'> : never;

/** Builds the tree of one expression by recursive descent. */
export class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #nesting = 0;
  #nodes = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  parseAll(): Expression {
    const tree = this.#parseExpression();
    if (this.#token.kind !== 'end') this.#refuse('expected an operator or the end');
    return tree;
  }

  get #token(): Token {
    return this.#tokens[this.#at]!;
  }

  #is(text: string): boolean {
    const token = this.#tokens[this.#at]!;
    return token.text === text && (token.kind === 'sign' || token.kind === 'name');
  }

  #take(text: string): boolean {
    if (!this.#is(text)) return false;
    this.#at++;
    return true;
  }

  #expect(text: string, why: string): Token {
    const token = this.#token;
    if (!this.#take(text)) this.#refuse(`expected \`${text}\` ${why}`);
    return token;
  }

  #refuse(expected: string): never {
    const { kind, text, start, end } = this.#token;
    const found =
      kind === 'end' ? 'the expression ends' : `found \`${text.length > 40 ? `${text.slice(0, 40)}…` : text}\``;
    throw new SyntaxRefusal('syntax', start, end, `${found}, ${expected}`);
  }

  #node(start: number, end: number, children: readonly Expression[], node: Unplaced<Expression>): Expression {
    let depth = 1;
    for (const child of children) depth = Math.max(depth, child.depth + 1);
    if (depth > mostDepth) this.#refuseDepth(start);
    if (++this.#nodes > mostNodes)
      throw new SyntaxRefusal(
        'limit',
        start,
        end,
        'the expression has more than 4,096 parts',
        'split the rule into several',
      );
    return Object.assign(node, { start, end, depth }) as Expression;
  }

  #refuseDepth(start: number): never {
    throw new SyntaxRefusal(
      'limit',
      start,
      this.#token.end,
      'the expression is nested deeper than 64 levels',
      'split the rule into several',
    );
  }

  #parseExpression(): Expression {
    if (++this.#nesting > mostDepth) this.#refuseDepth(this.#token.start);
    const test = this.#parseOr();
    let node = test;
    const mark = this.#token;
    if (this.#take('?')) {
      const isOptional = this.#token.kind === 'sign' && this.#token.text === '.' && this.#token.start === mark.end;
      const then = this.#parseOr();
      if (isOptional && !this.#is(':'))
        throw new SyntaxRefusal(
          'syntax',
          mark.start,
          mark.end + 1,
          'optional access is no part of the language',
          'write `has(…)`',
        );
      this.#expect(':', 'between the two outcomes of `?`');
      const otherwise = this.#parseExpression();
      node = this.#node(test.start, otherwise.end, [test, then, otherwise], {
        kind: 'conditional',
        test,
        then,
        otherwise,
      });
    }
    this.#nesting--;
    return node;
  }

  #parseOr(): Expression {
    const first = this.#parseAnd();
    if (!this.#is('||')) return first;
    const operands = [first];
    while (this.#take('||')) operands.push(this.#parseAnd());
    return this.#node(first.start, operands.at(-1)!.end, operands, { kind: 'logic', operator: '||', operands });
  }

  #parseAnd(): Expression {
    const first = this.#parseBinary(1);
    if (!this.#is('&&')) return first;
    const operands = [first];
    while (this.#take('&&')) operands.push(this.#parseBinary(1));
    return this.#node(first.start, operands.at(-1)!.end, operands, { kind: 'logic', operator: '&&', operands });
  }

  /** @param least the operators that bind at least as close */
  #parseBinary(least: number): Expression {
    let left = this.#parseUnary();
    for (;;) {
      const { kind, text, start: operatorStart } = this.#tokens[this.#at]!;
      const bound = kind === 'sign' || kind === 'name' ? (binding.get(text) ?? 0) : 0;
      if (bound < least || bound === 0) return left;
      this.#at++;
      const right = this.#parseBinary(bound + 1);
      const node: Unplaced<BinaryNode> = {
        kind: 'binary',
        operator: text as BinaryOperator,
        operatorStart,
        left,
        right,
      };
      left = this.#node(left.start, right.end, [left, right], node);
    }
  }

  #parseUnary(): Expression {
    const { text } = this.#tokens[this.#at]!;
    if (text !== '!' && text !== '-') return this.#parseMember();
    const starts: number[] = [];
    while (this.#is(text) && !(text === '-' && this.#beginsNegative())) {
      starts.push(this.#token.start);
      if (starts.length > mostDepth) this.#refuseDepth(starts[0]!);
      this.#at++;
    }
    let operand = this.#parseMember();
    for (const start of starts.reverse())
      operand = this.#node(start, operand.end, [operand], { kind: 'unary', operator: text, operand });
    return operand;
  }

  /** A minus directly before a number belongs to the number. */
  #beginsNegative(): boolean {
    const next = this.#tokens[this.#at + 1];
    return next?.kind === 'literal' && (next.literal.type === 'int' || next.literal.type === 'double');
  }

  #parseMember(): Expression {
    let node = this.#parsePrimary();
    for (;;) {
      if (this.#take('.')) node = this.#parseSelection(node);
      else if (this.#is('[')) {
        this.#at++;
        const index = this.#parseExpression();
        const { end } = this.#expect(']', 'after the index');
        node = this.#node(node.start, end, [node, index], { kind: 'index', operand: node, index });
      } else if (this.#is('{') && (node.kind === 'name' || node.kind === 'select'))
        throw new SyntaxRefusal(
          'syntax',
          node.start,
          this.#token.end,
          'messages cannot be made in the policy language',
        );
      else return node;
    }
  }

  #parseSelection(operand: Expression): Expression {
    const token = this.#token;
    if (this.#is('?')) this.#refuse('optional selection is not part of the policy language');
    if (token.kind !== 'quotedName' && (token.kind !== 'name' || notMembers.has(token.text)))
      this.#refuse('expected the name of a member after `.`');
    this.#at++;
    if (token.kind === 'name' && this.#is('(')) return this.#parseCall(operand, token.text, token.start);
    const { text: member, start: memberStart, end } = token;
    return this.#node(operand.start, end, [operand], { kind: 'select', operand, member, memberStart });
  }

  #parseCall(target: Expression | null, name: string, nameStart: number): Expression {
    this.#expect('(', 'before the arguments');
    const args = this.#parseList(')');
    const end = this.#tokens[this.#at - 1]!.end;
    const start = target?.start ?? nameStart;
    const macro = readMacro(target, name, nameStart, args, end);
    if (macro !== null) return this.#node(start, end, target === null ? args : [target, ...args], macro);
    return this.#node(start, end, target === null ? args : [target, ...args], {
      kind: 'call',
      name,
      nameStart,
      target,
      args,
    });
  }

  /** The elements up to a closing sign, which is taken; a comma may stand after the last where it is not an argument. */
  #parseList(close: ')' | ']'): Expression[] {
    const elements: Expression[] = [];
    if (this.#take(close)) return elements;
    for (;;) {
      if (this.#is('?')) this.#refuse('optional elements are not part of the policy language');
      elements.push(this.#parseExpression());
      if (!this.#take(',')) break;
      if (close === ']' && this.#is(']')) break;
    }
    this.#expect(close, close === ')' ? 'or `,` after an argument' : 'or `,` after an element');
    return elements;
  }

  #parsePrimary(): Expression {
    const token = this.#token;
    const { start, end } = token;
    if (token.kind === 'literal') {
      this.#at++;
      if (token.literal.type === 'int' && token.literal.value > mostInt)
        throw new SyntaxRefusal('syntax', start, end, 'the number does not fit in 64 bits');
      return this.#node(start, end, [], { kind: 'literal', literal: token.literal });
    }
    if (this.#is('-') && this.#beginsNegative()) return this.#parseNegative(start);
    if (this.#take('(')) {
      const node = this.#parseExpression();
      this.#expect(')', 'to close the bracket');
      return node;
    }
    if (this.#take('[')) {
      const elements = this.#parseList(']');
      return this.#node(start, this.#tokens[this.#at - 1]!.end, elements, { kind: 'list', elements });
    }
    if (this.#take('{')) return this.#parseMap(start);
    // A name may begin with a dot, which names the outermost scope; there is only one.
    if (this.#take('.') && this.#token.kind !== 'name') this.#refuse('expected a name after `.`');
    return this.#parseName(start);
  }

  #parseNegative(start: number): Expression {
    const token = this.#tokens[this.#at + 1]!;
    this.#at += 2;
    if (token.kind !== 'literal') this.#refuse('expected a number');
    const { literal } = token;
    const negative: LiteralValue =
      literal.type === 'int'
        ? { type: 'int', value: -literal.value }
        : { type: 'double', value: -(literal as { value: number }).value };
    return this.#node(start, token.end, [], { kind: 'literal', literal: negative });
  }

  #parseName(start: number): Expression {
    const token = this.#token;
    if (token.kind !== 'name') this.#refuse('expected a value');
    const word = words.get(token.text);
    if (word === undefined && reserved.has(token.text))
      this.#refuse(`expected a value, and \`${token.text}\` is reserved`);
    this.#at++;
    if (word !== undefined) return this.#node(start, token.end, [], { kind: 'literal', literal: word });
    if (this.#is('(')) return this.#parseCall(null, token.text, token.start);
    return this.#node(start, token.end, [], { kind: 'name', name: token.text });
  }

  #parseMap(start: number): Expression {
    const entries: { key: Expression; value: Expression }[] = [];
    while (!this.#is('}')) {
      if (this.#is('?')) this.#refuse('optional entries are not part of the policy language');
      const key = this.#parseExpression();
      this.#expect(':', 'after the key');
      entries.push({ key, value: this.#parseExpression() });
      if (!this.#take(',')) break;
    }
    const { end } = this.#expect('}', 'or `,` after an entry');
    return this.#node(
      start,
      end,
      entries.flatMap(({ key, value }) => [key, value]),
      { kind: 'map', entries },
    );
  }
}
