import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { RuleBudget, SpecBudget } from '../../packages/validator/src/policy/language/budget.ts';
import { checkExpression } from '../../packages/validator/src/policy/language/check.ts';
import { compileExpression } from '../../packages/validator/src/policy/language/compile.ts';
import { parseExpression } from '../../packages/validator/src/policy/language/parse.ts';
import type { Value } from '../../packages/validator/src/policy/language/value.ts';
import { evaluate } from './evaluate-program.ts';
import { makeRandom } from './generate-expression.ts';
import { stationEnvironment } from './station-api.ts';

/** What may be asked of a reading, a comment and a month, which stands for each of them; one expression is about one thing. */
const questions = {
  reading: [
    ['has(_.level)', '_.level > 1.0'],
    ['has(_.place)', 'has(_.place.lat)', '_.place.lat > 1.0'],
    ['has(_.labels)', '"a" in _.labels', 'has(_.labels.a)', '_.labels["a"] == "b"', '_.labels.a == "b"'],
    ['has(_.labels)', 'input.name in _.labels', '_.labels[input.name] == "b"'],
    ['has(_.labels)', 'input.name.lowerAscii() in _.labels', '_.labels[input.name.lowerAscii()] == "b"'],
    ['_ == input.second', 'has(_.level)', '_.level > 1.0'],
  ],
  comment: [['_ != null', '_ == null', '_.size() > 1', '_ == "a"']],
  month: [
    ['_ == "a"', '_ in input.openings', 'input.openings[_] > timestamp(5)', '_ in ["a", "A", "b"]'],
    ['_.lowerAscii() in input.openings', 'input.openings[_.lowerAscii()] > timestamp(5)'],
  ],
} as const;
type Topic = keyof typeof questions;

const ranges: Readonly<Record<Topic, string>> = {
  reading: 'input.readings',
  comment: 'input.comments',
  month: 'input.openings',
};
/** Few, so that they hide each other. */
const variables: Readonly<Record<Topic, readonly string[]>> = {
  reading: ['r', 's'],
  comment: ['r', 'c'],
  month: ['k', 'r'],
};

/** Writes conditions in which what is asked often guards what is read, and often seems to. */
class ConditionWriter {
  readonly #random: () => number;
  readonly #scope: { readonly name: string; readonly topic: Topic }[] = [];
  #theme = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  write(): string {
    this.#theme = Math.floor(this.#random() * questions.reading.length);
    return this.#write(4);
  }

  #write(depth: number): string {
    const choice = this.#random();
    if (depth <= 0 || choice < 0.35) return this.#ask();
    const next = (): string => this.#write(depth - 1);
    if (choice < 0.5) return `(${next()} && ${next()})`;
    if (choice < 0.6) return `(${next()} || ${next()})`;
    if (choice < 0.68) return `!(${next()})`;
    if (choice < 0.74) return `(${next()} ? ${next()} : ${next()})`;
    if (choice < 0.78) return `((${next()}) == ${this.#pick(['true', 'false'])})`;
    return this.#goThrough(depth);
  }

  #pick<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.#random() * choices.length)]!;
  }

  #ask(): string {
    const seen = new Map(this.#scope.map(({ name, topic }) => [name, topic]));
    const holders: (readonly [string, Topic])[] = [['input.first', 'reading'], ...seen, ...seen];
    if (seen.size === 0) holders.push(['"a"', 'month'], ['input.name', 'month']);
    const [holder, topic] = this.#pick(holders);
    const themes: readonly (readonly string[])[] = questions[topic];
    return this.#pick(themes[this.#theme % themes.length]!).replaceAll('_', holder);
  }

  #goThrough(depth: number): string {
    const topic = this.#pick(['reading', 'reading', 'reading', 'reading', 'comment', 'month'] as const);
    let range = ranges[topic];
    const filters = Math.floor(this.#random() * 1.6);
    for (let at = 0; at < filters; at++) range += `.filter(${this.#writeBody(topic, depth)})`;
    return `${range}.${this.#pick(['all', 'exists', 'exists_one'])}(${this.#writeBody(topic, depth)})`;
  }

  #writeBody(topic: Topic, depth: number): string {
    const name = this.#pick(variables[topic]);
    this.#scope.push({ name, topic });
    const body = this.#write(depth - 1);
    this.#scope.pop();
    return `${name}, ${body}`;
  }
}

/** Writes inputs that fit the model, with each optional thing there or not. */
function writeInput(random: () => number): Value {
  const some = <T extends Value>(name: string, value: T): Record<string, T> =>
    random() < 0.5 ? { [name]: value } : {};
  const text = (): string => (random() < 0.5 ? 'a' : 'b');
  const reading = (): Value => ({
    ...some('level', random() * 3),
    ...some('serial', 3),
    ...some('place', some('lat', random() * 3)),
    ...some('labels', { ...some('a', text()), ...some('A', text()), ...some('b', text()) }),
  });
  const list = (make: () => Value): Value[] => Array.from({ length: Math.floor(random() * 3) }, make);
  return {
    first: reading(),
    second: reading(),
    readings: list(reading),
    openings: { ...some('a', 7), ...some('A', '2026-11-23T00:00:00Z') },
    limits: {},
    counts: [],
    comments: list(() => (random() < 0.4 ? null : text())),
    part: {},
    name: random() < 0.3 ? 'A' : text(),
    isOpen: random() < 0.5,
  };
}

test('what the checker takes as guarded is there', () => {
  const random = makeRandom(20_261_124);
  const writer = new ConditionWriter(random);
  const runs = process.env.SHAPEGATE_LONG ? 400_000 : 20_000;
  let accepted = 0;
  for (let run = 0; run < runs; run++) {
    const source = writer.write();
    const { tree } = parseExpression(source);
    if (tree === null) throw new Error(`no expression: ${source}`);
    const checked = checkExpression(tree, stationEnvironment, source);
    // What is decided before is no matter of guards.
    if (checked.problems.some(({ code }) => code !== 'constant')) continue;
    accepted++;
    const program = compileExpression(checked);
    for (let at = 0; at < 8; at++) {
      const input = writeInput(random);
      const result = evaluate(program, new Map([['input', input]]), new RuleBudget(new SpecBudget()));
      if ('error' in result) throw new Error(`${source}\nof ${JSON.stringify(input)}\n${result.error}`);
    }
  }
  assert.ok(accepted > runs / 10, `only ${accepted} were accepted`);
});

test.run();
