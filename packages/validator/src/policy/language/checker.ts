import { findNearNames } from '../../diagnostic/near-names.ts';
import { BudgetSpent, RuleBudget, SpecBudget } from './budget.ts';
import type { Environment } from './environment.ts';
import { type Facts, noFacts, type Outcome } from './facts.ts';
import type { Decided, Known } from './known.ts';
import type { Problem, ProblemCode } from './problem.ts';
import type { BinaryNode, Expression, IndexNode, SelectNode } from './tree.ts';
import { dynType, type Type } from './type.ts';
import type { Wholes } from './whole-reading.ts';

interface Variable {
  readonly name: string;
  readonly type: Type;
  /** Unlike any other variable's, shadowed ones included. */
  readonly path: string;
}

/** The text of longer expressions is not remembered. */
const longestKey = 400;

/** An expression is shown in messages up to this length. */
const longestShown = 80;

/** What the checks of single nodes share: the scope, the problems, and how to check a node below. */
export class Checker {
  readonly problems: Problem[] = [];
  readonly types = new Map<Expression, Type>();
  /** How the sides of comparisons are read, where they are not as they should be. */
  readonly wholes = new Map<BinaryNode, Wholes>();
  readonly #scope: Variable[] = [];
  readonly #reported = new Set<string>();
  readonly #source: string | null;
  readonly #checkNode: (node: Expression, facts: Facts, checker: Checker) => Known;
  #variables = 0;
  /** For what is tried while it is checked. */
  readonly budget = new RuleBudget(new SpecBudget(200_000));
  #isSpent = false;

  constructor(
    environment: Environment,
    source: string | null,
    checkNode: (node: Expression, facts: Facts, checker: Checker) => Known,
  ) {
    this.#source = source;
    this.#checkNode = checkNode;
    for (const [name, type] of environment.variables) this.#scope.push({ name, type, path: name });
  }

  /** Checks a node below, as it stands: an element of a sparse list may be null. */
  check(node: Expression, facts: Outcome): Known {
    const known = this.#checkNode(node, facts ?? noFacts, this);
    this.types.set(node, known.type);
    return known;
  }

  findVariable(name: string): Variable | null {
    return this.#scope.findLast((variable) => variable.name === name) ?? null;
  }

  get names(): string[] {
    return this.#scope.map(({ name }) => name);
  }

  /** Checks with a further variable, which hides others of its name. */
  withVariable<T>(name: string, type: Type, check: (path: string) => T): T {
    const path = `${name}#${++this.#variables}`;
    this.#scope.push({ name, type, path });
    const result = check(path);
    this.#scope.pop();
    return result;
  }

  report(
    code: ProblemCode,
    place: { readonly start: number; readonly end: number },
    message: string,
    help: string | null = null,
  ): void {
    this.problems.push({ code, start: place.start, end: place.end, message, help });
  }

  /** Reports that a path is not known to be there, once. */
  reportUnguarded(
    path: string | null,
    place: { readonly start: number; readonly end: number },
    message: string,
    help: string,
  ): void {
    if (path !== null && this.#reported.has(path)) return;
    if (path !== null) this.#reported.add(path);
    this.report('unguarded', place, message, help);
  }

  /** Whether something was reported of an expression, or of a part of it. */
  hasProblem({ start, end }: Expression): boolean {
    return this.problems.some((problem) => problem.start >= start && problem.end <= end);
  }

  reportNames(
    code: ProblemCode,
    place: { readonly start: number; readonly end: number },
    message: string,
    name: string,
    known: readonly string[],
  ): void {
    const near = findNearNames(name, known).map((found) => `\`${found}\``);
    this.report(code, place, message, near.length === 0 ? null : `did you mean ${near.join(' or ')}?`);
  }

  /** Tries a test of a text before it is run; null where that would take too long, or the test fails. */
  tryTest(run: () => unknown): boolean | null {
    if (this.#isSpent) return null;
    try {
      const result = run();
      return typeof result === 'boolean' ? result : null;
    } catch (error) {
      if (!(error instanceof BudgetSpent)) throw error;
      this.#isSpent = true;
      return null;
    }
  }

  reportDecided({ node, message }: Decided): void {
    this.report('constant', node, message);
  }

  /**
   * What stands for the value of an expression: its text, since the language has no function with another result on the next
   * call, and the macros whose variables it may speak of. To be asked while these are in scope; null without a text.
   */
  valueKey({ start, end }: Expression): string | null {
    if (this.#source === null || end - start > longestKey) return null;
    let key = this.#source.slice(start, end);
    for (const { name, path } of this.#scope) if (name !== path && key.includes(name)) key += ` ${path}`;
    return key;
  }

  /** The path of an expression that names a place, such as `input.vpcConfig`; null for every other. */
  pathOf(node: Expression): string | null {
    if (node.kind === 'name') return this.findVariable(node.name)?.path ?? null;
    if (node.kind !== 'select' && node.kind !== 'index') return null;
    const operand = this.pathOf(node.operand);
    if (operand === null) return null;
    const part = this.partOf(node);
    return part === null ? null : operand + part;
  }

  /** The last step of a path; null where it has no text. */
  partOf(node: SelectNode | IndexNode): string | null {
    return node.kind === 'select' ? writeKey(node.member) : this.keyOf(node.index);
  }

  /** A key as a path has it: a literal, another path, or what works it out; null where that has no text. */
  keyOf(index: Expression): string | null {
    if (index.kind === 'literal') {
      if (index.literal.type === 'string') return writeKey(index.literal.value);
      return index.literal.type === 'int' ? `[${index.literal.value}]` : null;
    }
    const path = this.pathOf(index);
    if (path !== null) return `[@${path}]`;
    const key = this.valueKey(index);
    return key === null ? null : `[=${key}]`;
  }

  /** An expression as its author wrote it, on one line; its path where there is no text. */
  show(node: Expression): string {
    const text = this.#source?.slice(node.start, node.end).replaceAll(/\s+/g, ' ');
    if (text !== undefined && text.length <= longestShown) return text;
    if (node.kind === 'literal' && node.literal.type === 'string') return JSON.stringify(node.literal.value);
    const path = this.pathOf(node);
    return path === null ? '…' : showPath(path);
  }

  /** A known type without facts of its own. */
  plain(type: Type, facts: Facts): Known {
    return { type, whenTrue: facts, whenFalse: facts };
  }

  unknown(facts: Facts): Known {
    return this.plain(dynType, facts);
  }
}

/** A name or a text as a step of a path; one with other characters in quotes, so that it is not read as several. */
function writeKey(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

/** A path as an author writes it: variables of macros by their names. */
function showPath(path: string): string {
  return path.replaceAll(/#\d+/g, '').replaceAll('[@', '[');
}
