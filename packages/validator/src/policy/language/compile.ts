import { listBranches } from './branches.ts';
import { compileHas, compileIndex, compileSelect } from './compile-access.ts';
import { compileMacro } from './compile-macro.ts';
import { compileBinary, compileConditional, compileLogic, compileUnary } from './compile-operator.ts';
import { compileCall, compileList, compileMap } from './compile-value.ts';
import { Failure, placeFailure } from './failure.ts';
import { readLiteral } from './literal.ts';
import type { PatternEngine } from './pattern/pattern-engine.ts';
import { type JsonReader, makeJsonReader } from './read-json.ts';
import type { Reading } from './reading.ts';
import type { Compilation, NameUse, Step, StepResult } from './step.ts';
import type { BinaryNode, Expression } from './tree.ts';
import type { Value } from './value.ts';
import type { Wholes } from './whole-reading.ts';

/** What a program is made of. One that the checker found problems in compiles too, and what is wrong with it fails when it is evaluated. */
export interface ProgramSource {
  readonly tree: Expression;
  /** How the value of each name, member and element is read. */
  readonly readingOf: (node: Expression) => Reading;
  /** How the sides of a comparison are read; null where both are compared as they stand. */
  readonly wholesOf: (node: BinaryNode) => Wholes | null;
  /** What makes its patterns. */
  readonly patterns: PatternEngine;
}

/** An expression that is ready to be evaluated, any number of times. */
export interface Program {
  readonly root: Step;
  /** The variables that it reads; one that is not among them costs nothing. */
  readonly variables: readonly ProgramVariable[];
  readonly patterns: PatternEngine;
}

export interface ProgramVariable {
  readonly name: string;
  readonly slot: number;
  readonly read: JsonReader;
}

/** Told of each operand of `&&` and `||`, of each test of `?:` and of the whole, each time it is evaluated: what coverage counts. */
export type Observer = (node: Expression, result: Value | Failure) => void;

/** Compiles an expression. */
export function compileExpression(source: ProgramSource, observer: Observer | null = null): Program {
  const { tree } = source;
  const compiler = new Compiler(source, observer === null ? null : { observer, branches: listBranches(tree) });
  const root = compiler.compile(tree);
  return { root, variables: [...compiler.variables.values()], patterns: source.patterns };
}

interface Observed {
  readonly observer: Observer;
  readonly branches: ReadonlySet<Expression>;
}

class Compiler implements Compilation {
  readonly variables = new Map<string, ProgramVariable>();
  readonly readingOf: ProgramSource['readingOf'];
  readonly wholesOf: ProgramSource['wholesOf'];
  readonly patterns: PatternEngine;
  readonly #observed: Observed | null;
  readonly #scopes: { readonly name: string; readonly slot: number }[] = [];
  #slots = 0;

  constructor({ readingOf, wholesOf, patterns }: ProgramSource, observed: Observed | null) {
    this.readingOf = readingOf;
    this.wholesOf = wholesOf;
    this.patterns = patterns;
    this.#observed = observed;
  }

  slotOf({ name, reading }: NameUse): number {
    for (let at = this.#scopes.length - 1; at >= 0; at--)
      if (this.#scopes[at]!.name === name) return this.#scopes[at]!.slot;
    const known = this.variables.get(name);
    if (known !== undefined) return known.slot;
    const slot = this.#slots++;
    this.variables.set(name, { name, slot, read: makeJsonReader(reading) });
    return slot;
  }

  withVariable<T>(name: string, compile: (slot: number) => T): T {
    const slot = this.#slots++;
    this.#scopes.push({ name, slot });
    const result = compile(slot);
    this.#scopes.pop();
    return result;
  }

  compile(node: Expression): Step {
    const step = this.#compileNode(node);
    if (this.#observed === null || !this.#observed.branches.has(node)) return step;
    const { observer } = this.#observed;
    return (frame) => {
      const result: StepResult = step(frame);
      observer(node, result);
      return result;
    };
  }

  #compileNode(node: Expression): Step {
    switch (node.kind) {
      case 'literal': {
        const value = readLiteral(node.literal);
        return () => value;
      }
      case 'name': {
        const slot = this.slotOf({ name: node.name, reading: this.readingOf(node) });
        return (frame) => {
          const value = frame.slots[slot]!;
          return value instanceof Failure ? placeFailure(value, node.start, node.end) : value;
        };
      }
      case 'select':
        return compileSelect(node, this);
      case 'index':
        return compileIndex(node, this);
      case 'has':
        return compileHas(node, this);
      case 'call':
        return compileCall(node, this);
      case 'macro':
        return compileMacro(node, this);
      case 'unary':
        return compileUnary(node, this);
      case 'binary':
        return compileBinary(node, this);
      case 'logic':
        return compileLogic(node, this);
      case 'conditional':
        return compileConditional(node, this);
      case 'list':
        return compileList(node, this);
      case 'map':
        return compileMap(node, this);
    }
  }
}
