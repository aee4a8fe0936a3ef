import { type ArithmeticOperator, calculate, negate } from './arithmetic.ts';
import type { RuleBudget } from './budget.ts';
import { areEqual, compareValues, findInMap } from './compare.ts';
import { Failure, placeFailure } from './failure.ts';
import { readLiterals } from './literal.ts';
import type { Compilation, Step, StepResult } from './step.ts';
import type { BinaryNode, BinaryOperator, ConditionalNode, Expression, LogicNode, UnaryNode } from './tree.ts';
import { isMapKey, isRecord, kindOf, LanguageMap, type Value } from './value.ts';
import { makeWholeReader, type WholeReading } from './whole-reading.ts';

/** `left operator right` */
export function compileBinary(node: BinaryNode, compilation: Compilation): Step {
  const wholes = compilation.wholesOf(node);
  const left = compileSide(node.left, wholes?.left ?? null, compilation);
  const right = compileSide(node.right, wholes?.right ?? null, compilation);
  const { operator, start, end } = node;
  const [literal] = readLiterals([node.right]);
  return (frame) => {
    const a = left(frame);
    if (a instanceof Failure) return a;
    const b = literal === undefined ? right(frame) : literal;
    if (b instanceof Failure) return b;
    frame.budget.spend(1);
    const result = applyOperator(operator, a, b, frame.budget);
    if (!(result instanceof Failure)) return result;
    // Making a failure takes longer than an operation.
    frame.budget.spend(4);
    return placeFailure(result, start, end);
  };
}

function compileSide(side: Expression, whole: WholeReading | null, compilation: Compilation): Step {
  const step = compilation.compile(side);
  if (whole === null) return step;
  const read = makeWholeReader(whole);
  const { start, end } = side;
  return (frame) => {
    const value = step(frame);
    if (value instanceof Failure) return value;
    const result = read(value, frame.budget);
    return result instanceof Failure ? placeFailure(result, start, end) : result;
  };
}

/** Applies an operator to two values. */
export function applyOperator(operator: BinaryOperator, left: Value, right: Value, budget: RuleBudget): StepResult {
  switch (operator) {
    case '==':
      return areEqual(left, right, budget);
    case '!=':
      return !areEqual(left, right, budget);
    case 'in':
      return isIn(left, right, budget);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compareInOrder(operator, left, right, budget);
    default: {
      const result = calculate(operator satisfies ArithmeticOperator, left, right, budget);
      // `null` is a value too, but no operator gives it.
      return result === null ? refuseOperands(operator, left, right) : result;
    }
  }
}

function refuseOperands(operator: string, left: Value, right: Value): Failure {
  return new Failure(`\`${operator}\` cannot be applied to ${kindOf(left)} and ${kindOf(right)}`);
}

function isIn(value: Value, holder: Value, budget: RuleBudget): StepResult {
  if (Array.isArray(holder)) return (holder as readonly Value[]).some((element) => areEqual(value, element, budget));
  if (holder instanceof LanguageMap || isRecord(holder)) {
    if (isMapKey(value) || typeof value === 'number') return findInMap(holder, value) !== undefined;
  }
  return refuseOperands('in', value, holder);
}

function compareInOrder(operator: '<' | '<=' | '>' | '>=', left: Value, right: Value, budget: RuleBudget): StepResult {
  const order = compareValues(left, right, budget);
  if (order === undefined) return refuseOperands(operator, left, right);
  if (order === null) return false;
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  return operator === '>' ? order > 0 : order >= 0;
}

/** `!operand` and `-operand` */
export function compileUnary(node: UnaryNode, compilation: Compilation): Step {
  const operand = compilation.compile(node.operand);
  const { operator, start, end } = node;
  return (frame) => {
    const value = operand(frame);
    if (value instanceof Failure) return value;
    frame.budget.spend(1);
    const result = operator === '-' ? negate(value) : typeof value === 'boolean' ? !value : null;
    if (result === null)
      return placeFailure(new Failure(`\`${operator}\` cannot be applied to ${kindOf(value)}`), start, end);
    return result instanceof Failure ? placeFailure(result, start, end) : result;
  };
}

/** A chain of `&&` or `||`: the value that decides wins over a failure on either side of it. */
export function compileLogic(node: LogicNode, compilation: Compilation): Step {
  const operands = node.operands.map((operand) => ({ run: compilation.compile(operand), node: operand }));
  const decides = node.operator === '||';
  return (frame) => {
    frame.budget.spend(1);
    let failure: Failure | null = null;
    for (let at = 0; at < operands.length; at++) {
      const operand = operands[at]!;
      const value = operand.run(frame);
      if (value === decides) return decides;
      if (value !== !decides) failure ??= refuseOperand(node, operand.node, value);
    }
    return failure ?? !decides;
  };
}

function refuseOperand({ operator }: LogicNode, { start, end }: Expression, value: StepResult): Failure {
  if (value instanceof Failure) return value;
  return placeFailure(new Failure(`\`${operator}\` cannot be applied to ${kindOf(value)}`), start, end);
}

/** `test ? then : otherwise` */
export function compileConditional(node: ConditionalNode, compilation: Compilation): Step {
  const test = compilation.compile(node.test);
  const then = compilation.compile(node.then);
  const otherwise = compilation.compile(node.otherwise);
  return (frame) => {
    frame.budget.spend(1);
    const value = test(frame);
    if (value === true) return then(frame);
    if (value === false) return otherwise(frame);
    if (value instanceof Failure) return value;
    return placeFailure(new Failure(`\`?\` cannot be applied to ${kindOf(value)}`), node.test.start, node.test.end);
  };
}
