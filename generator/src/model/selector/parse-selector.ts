import { simpleTypes } from '../../syntax/tree.ts';
import {
  type AttributePath,
  type AttributeTest,
  type Comparator,
  comparators,
  type ScopedTest,
  type ScopedValue,
  type Selector,
  type SelectorFault,
  type Step,
  selectorFunctions,
} from './selector-tree.ts';

const deepest = 64;
/** The longest comparators first, for `<=` begins as `<` does. */
const byLength: readonly Comparator[] = [...comparators].sort((a, b) => b.length - a.length);
const shapeTypes: ReadonlySet<string> = new Set([
  ...simpleTypes,
  ...['*', 'number', 'simpleType', 'aggregateType', 'collection', 'dataType', 'member'],
  ...['enum', 'intEnum', 'list', 'set', 'map', 'structure', 'union', 'service', 'operation', 'resource'],
]);

const nameAt = /[A-Za-z_][A-Za-z0-9_]*/y;
const relationAt = /[A-Za-z][A-Za-z0-9_]*/y;
const idAt =
  /[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*(?:#[A-Za-z_][A-Za-z0-9_]*(?:\$[A-Za-z_][A-Za-z0-9_]*)?)?/y;
const numberAt = /-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const spaceAt = /[\s]+/y;

/** Reads a Smithy selector; what is wrong with it is returned, never thrown. */
export function parseSelector(text: string): Selector | SelectorFault {
  return catchFault(() => new SelectorParser(text, 0).parse());
}

/** Reads the path of a context value, such as `@{id|name}`, that starts at an offset of the text. */
export function parseContextValue(
  text: string,
  start: number,
): { readonly path: AttributePath; readonly end: number } | SelectorFault {
  return catchFault(() => new SelectorParser(text, start).parseContextValue());
}

function catchFault<Parsed>(parse: () => Parsed): Parsed | SelectorFault {
  try {
    return parse();
  } catch (fault) {
    if (fault instanceof Fault) return { message: fault.message, offset: fault.offset };
    throw fault;
  }
}

/** True for what `parseSelector` returns for a text that is no selector. */
export function isSelectorFault(result: Selector | SelectorFault): result is SelectorFault {
  return 'message' in result;
}

class Fault {
  readonly message: string;
  readonly offset: number;

  constructor(message: string, offset: number) {
    this.message = message;
    this.offset = offset;
  }
}

class SelectorParser {
  readonly #text: string;
  #at: number;
  #depth = 0;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#at = start;
  }

  parse(): Selector {
    const steps = this.#parseSteps();
    if (this.#at < this.#text.length) throw this.#faultExpecting('the end of the selector');
    return steps;
  }

  parseContextValue(): { path: AttributePath; end: number } {
    this.#take('@{');
    const path = this.#parsePath();
    this.#take('}');
    return { path, end: this.#at };
  }

  #faultExpecting(expected: string): Fault {
    const found = this.#at < this.#text.length ? `\`${this.#text[this.#at]}\`` : 'the end';
    return new Fault(`found ${found}, expected ${expected}`, this.#at);
  }

  #match(expression: RegExp): string | null {
    expression.lastIndex = this.#at;
    const found = expression.exec(this.#text)?.[0] ?? null;
    if (found !== null) this.#at += found.length;
    return found;
  }

  #skipSpace(): void {
    this.#match(spaceAt);
  }

  #skip(sign: string): boolean {
    if (!this.#text.startsWith(sign, this.#at)) return false;
    this.#at += sign.length;
    return true;
  }

  #take(sign: string): void {
    if (!this.#skip(sign)) throw this.#faultExpecting(`\`${sign}\``);
  }

  #takeName(): string {
    const name = this.#match(nameAt);
    if (name === null) throw this.#faultExpecting('a name');
    return name;
  }

  #parseSteps(): Step[] {
    if (++this.#depth > deepest) throw new Fault(`selectors are nested deeper than ${deepest} levels`, this.#at);
    const steps: Step[] = [];
    this.#skipSpace();
    do {
      steps.push(this.#parseStep());
      this.#skipSpace();
    } while (this.#at < this.#text.length && this.#text[this.#at] !== ')' && this.#text[this.#at] !== ',');
    this.#depth--;
    return steps;
  }

  #parseStep(): Step {
    if (this.#skip('*')) return { kind: 'type', type: '*' };
    if (this.#skip('[@')) return this.#parseScoped();
    if (this.#skip('[')) return this.#parseAttribute();
    if (this.#skip('~>')) return { kind: 'reachable' };
    if (this.#skip('<-[')) return this.#parseRelations('backward', ']-');
    if (this.#skip('-[')) return this.#parseRelations('forward', ']->');
    if (this.#skip('>')) return { kind: 'neighbours', direction: 'forward', relations: [] };
    if (this.#skip('<')) return { kind: 'neighbours', direction: 'backward', relations: [] };
    if (this.#skip('${')) return this.#parseRecall();
    if (this.#skip('$')) return this.#parseStore();
    if (this.#skip(':')) return this.#parseCall();
    const start = this.#at;
    const type = this.#match(nameAt);
    if (type === null) throw this.#faultExpecting('a selector');
    if (!shapeTypes.has(type)) throw new Fault(`found \`${type}\`, expected a type of shape`, start);
    return { kind: 'type', type };
  }

  #parseRelations(direction: 'forward' | 'backward', close: string): Step {
    const relations: string[] = [];
    do {
      this.#skipSpace();
      const relation = this.#match(relationAt);
      if (relation === null) throw this.#faultExpecting('the name of a relation');
      relations.push(relation);
      this.#skipSpace();
    } while (this.#skip(','));
    this.#take(close);
    return { kind: 'neighbours', direction, relations };
  }

  #parseRecall(): Step {
    this.#skipSpace();
    const name = this.#takeName();
    this.#skipSpace();
    this.#take('}');
    return { kind: 'recall', name };
  }

  #parseStore(): Step {
    const name = this.#takeName();
    this.#skipSpace();
    this.#take('(');
    const selector = this.#parseSteps();
    this.#take(')');
    return { kind: 'store', name, selector };
  }

  #parseCall(): Step {
    const start = this.#at;
    const written = this.#takeName();
    const name = selectorFunctions.find((known) => known === written);
    this.#skipSpace();
    this.#take('(');
    const selectors: Selector[] = [];
    do selectors.push(this.#parseSteps());
    while (this.#skip(','));
    this.#take(')');
    if (name === undefined) return { kind: 'nothing' };
    const limit =
      name === 'test' || name === 'is' || name === 'each' ? Number.POSITIVE_INFINITY : name === 'topdown' ? 2 : 1;
    if (selectors.length > limit) throw new Fault(`\`:${name}\` takes ${limit} selector${limit > 1 ? 's' : ''}`, start);
    return { kind: 'call', name, selectors };
  }

  #parseAttribute(): Step {
    this.#skipSpace();
    const path = this.#parsePath();
    this.#skipSpace();
    const comparator = this.#text[this.#at] === ']' ? null : this.#parseComparator();
    const test: AttributeTest | null = comparator === null ? null : { comparator, ...this.#parseValues() };
    this.#skipSpace();
    this.#take(']');
    return { kind: 'attribute', path, test };
  }

  #parseValues(): { values: string[]; ignoreCase: boolean } {
    const values: string[] = [];
    do {
      this.#skipSpace();
      values.push(this.#parseValue());
      this.#skipSpace();
    } while (this.#skip(','));
    return { values, ignoreCase: this.#skipIgnoreCase() };
  }

  #skipIgnoreCase(): boolean {
    this.#skipSpace();
    return this.#skip('i');
  }

  #parseComparator(): Comparator {
    const comparator = byLength.find((known) => this.#skip(known));
    if (comparator === undefined) throw this.#faultExpecting('a comparator');
    return comparator;
  }

  #parsePath(): AttributePath {
    const path: string[] = [];
    do {
      this.#skipSpace();
      path.push(this.#parseSegment());
      this.#skipSpace();
    } while (this.#skip('|'));
    return path;
  }

  #parseSegment(): string {
    if (this.#skip('(')) {
      const name = this.#takeName();
      this.#take(')');
      return `(${name})`;
    }
    return this.#parseValue();
  }

  #parseValue(): string {
    const quote = this.#text[this.#at];
    if (quote === '"' || quote === "'") {
      const end = this.#text.indexOf(quote, this.#at + 1);
      if (end < 0) throw new Fault(`found no closing ${quote}`, this.#at);
      const value = this.#text.slice(this.#at + 1, end);
      this.#at = end + 1;
      return value;
    }
    const value = this.#match(idAt) ?? this.#match(numberAt);
    if (value === null) throw this.#faultExpecting('a value');
    return value;
  }

  #parseScoped(): Step {
    this.#skipSpace();
    const scope = this.#text[this.#at] === ':' ? [] : this.#parsePath();
    this.#take(':');
    const tests: ScopedTest[] = [];
    do {
      this.#skipSpace();
      tests.push(this.#parseScopedTest());
      this.#skipSpace();
    } while (this.#skip('&&'));
    this.#take(']');
    return { kind: 'scoped', scope, tests };
  }

  #parseScopedTest(): ScopedTest {
    const left = this.#parseScopedValue();
    this.#skipSpace();
    const comparator = this.#parseComparator();
    const right: ScopedValue[] = [];
    do {
      this.#skipSpace();
      right.push(this.#parseScopedValue());
      this.#skipSpace();
    } while (this.#skip(','));
    return { left, comparator, right, ignoreCase: this.#skipIgnoreCase() };
  }

  #parseScopedValue(): ScopedValue {
    if (!this.#text.startsWith('@{', this.#at)) return { literal: this.#parseValue() };
    return { path: this.parseContextValue().path };
  }
}
