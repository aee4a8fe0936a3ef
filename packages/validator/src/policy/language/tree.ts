interface NodeBase {
  /** Where the node begins and ends in the expression's text, in UTF-16 units; brackets around it are not part of it. */
  readonly start: number;
  readonly end: number;
  /** 1 for a leaf, else one more than the deepest child. */
  readonly depth: number;
}

/** What a literal means; integers are bigint so that 64 bits are exact. */
export type LiteralValue =
  | { readonly type: 'null' }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'int' | 'uint'; readonly value: bigint }
  | { readonly type: 'double'; readonly value: number }
  | { readonly type: 'string'; readonly value: string };

export interface LiteralNode extends NodeBase {
  readonly kind: 'literal';
  readonly literal: LiteralValue;
}

export interface NameNode extends NodeBase {
  readonly kind: 'name';
  readonly name: string;
}

/** `operand.member` */
export interface SelectNode extends NodeBase {
  readonly kind: 'select';
  readonly operand: Expression;
  readonly member: string;
  /** Where the member's name begins; it ends where the node ends. */
  readonly memberStart: number;
}

/** `operand[index]` */
export interface IndexNode extends NodeBase {
  readonly kind: 'index';
  readonly operand: Expression;
  readonly index: Expression;
}

/** `name(…)`, or `target.name(…)`. */
export interface CallNode extends NodeBase {
  readonly kind: 'call';
  readonly name: string;
  readonly nameStart: number;
  readonly target: Expression | null;
  readonly args: readonly Expression[];
}

/** `has(operand.member)` */
export interface HasNode extends NodeBase {
  readonly kind: 'has';
  readonly select: SelectNode;
}

export type MacroName = 'all' | 'exists' | 'exists_one' | 'filter' | 'map';

/** `range.all(variable, body)` and the like; `map` with three arguments has a `test`. */
export interface MacroNode extends NodeBase {
  readonly kind: 'macro';
  readonly macro: MacroName;
  readonly nameStart: number;
  readonly range: Expression;
  readonly variable: string;
  readonly variableStart: number;
  readonly test: Expression | null;
  readonly body: Expression;
}

export interface UnaryNode extends NodeBase {
  readonly kind: 'unary';
  readonly operator: '!' | '-';
  readonly operand: Expression;
}

export type BinaryOperator = '<' | '<=' | '>' | '>=' | '==' | '!=' | 'in' | '+' | '-' | '*' | '/' | '%';

export interface BinaryNode extends NodeBase {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly operatorStart: number;
  readonly left: Expression;
  readonly right: Expression;
}

/** A chain of `&&` or of `||`, of two operands or more. */
export interface LogicNode extends NodeBase {
  readonly kind: 'logic';
  readonly operator: '&&' | '||';
  readonly operands: readonly Expression[];
}

export interface ConditionalNode extends NodeBase {
  readonly kind: 'conditional';
  readonly test: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

export interface ListNode extends NodeBase {
  readonly kind: 'list';
  readonly elements: readonly Expression[];
}

export interface MapNode extends NodeBase {
  readonly kind: 'map';
  readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
}

/** An expression of the policy language as a tree. */
export type Expression =
  | LiteralNode
  | NameNode
  | SelectNode
  | IndexNode
  | CallNode
  | HasNode
  | MacroNode
  | UnaryNode
  | BinaryNode
  | LogicNode
  | ConditionalNode
  | ListNode
  | MapNode;

/** The nodes directly below, in the order of the text. */
export function listOperands(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'literal':
    case 'name':
      return [];
    case 'select':
    case 'unary':
      return [node.operand];
    case 'has':
      return [node.select];
    case 'index':
      return [node.operand, node.index];
    case 'call':
      return node.target === null ? node.args : [node.target, ...node.args];
    case 'macro':
      return node.test === null ? [node.range, node.body] : [node.range, node.test, node.body];
    case 'binary':
      return [node.left, node.right];
    case 'logic':
      return node.operands;
    case 'conditional':
      return [node.test, node.then, node.otherwise];
    case 'list':
      return node.elements;
    case 'map':
      return node.entries.flatMap(({ key, value }) => [key, value]);
  }
}
