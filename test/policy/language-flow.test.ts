import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { RuleBudget, SpecBudget } from '../../packages/validator/src/policy/language/budget.ts';
import { checkExpression } from '../../packages/validator/src/policy/language/check.ts';
import { compileExpression, type Program } from '../../packages/validator/src/policy/language/compile.ts';
import type { Environment } from '../../packages/validator/src/policy/language/environment.ts';
import { noFacts } from '../../packages/validator/src/policy/language/facts.ts';
import { parseExpression } from '../../packages/validator/src/policy/language/parse.ts';
import { type Expression, listOperands } from '../../packages/validator/src/policy/language/tree.ts';
import { boolType, doubleType, intType, stringType } from '../../packages/validator/src/policy/language/type.ts';
import type { Value } from '../../packages/validator/src/policy/language/value.ts';
import { evaluate } from './evaluate-program.ts';
import { parcelEnvironment } from './policy-api.ts';

const environment: Environment = {
  variables: new Map([
    ['n', intType],
    ['d', doubleType],
    ['s', stringType],
    ['b', boolType],
  ]),
  facts: noFacts,
};

function findConstants(source: string, within = environment): string[] {
  const { tree } = parseExpression(source);
  if (tree === null) throw new Error(`no expression: ${source}`);
  return checkExpression(tree, within, source).problems.map(
    ({ start, end, message }) => `[${source.slice(start, end)}] ${message}`,
  );
}

const never: readonly (readonly [source: string, place: string, outcome: 'true' | 'false'])[] = [
  ['size(s) > 3 && size(s) < 2', 'size(s) < 2', 'true'],
  ['n > 3 && n < 2', 'n < 2', 'true'],
  ['n > 3 && n < 4', 'n < 4', 'true'],
  ['d > 3.0 && d <= 3.0', 'd <= 3.0', 'true'],
  ['s == "a" && s == "b"', 's == "b"', 'true'],
  ['s == "a" || s != "a"', 's != "a"', 'false'],
  ['s != "a" || s != "b"', 's != "b"', 'false'],
  ['n < 3 || n >= 3', 'n >= 3', 'false'],
  ['!(n > 3) && n > 5', 'n > 5', 'true'],
  ['!(n <= 3 || b) && n == 2', 'n == 2', 'true'],
  ['b && (s == "a" && (b || n == 1) && s == "b")', 's == "b"', 'true'],
  ['(s == "a" || s == "b") && s == "c"', 's == "c"', 'true'],
  ['(b ? n > 5 : n > 7) && n < 4', 'n < 4', 'true'],
  ['n > 5 ? n < 3 : b', 'n < 3', 'true'],
  ['n > 5 ? b : n > 6', 'n > 6', 'true'],
  ['n == 3 && !(n == 3)', 'n == 3', 'false'],
  ['s in ["a", "b"] && s == "c"', 's == "c"', 'true'],
  ['s == "a" && s in ["b", "c"]', 's in ["b", "c"]', 'true'],
  ['!(s in ["a", "b"]) && s == "a"', 's == "a"', 'true'],
  ['n in [1, 2] && n > 2', 'n > 2', 'true'],
  ['s == "prod" && s.startsWith("dev")', 's.startsWith("dev")', 'true'],
  ['s.startsWith("eu-") && s == "us-east-1"', 's == "us-east-1"', 'true'],
  ['s.matches("^eu-") && s in ["us-east-1", "us-west-2"]', 's in ["us-east-1", "us-west-2"]', 'true'],
  ['s.startsWith("a") && !s.startsWith("a")', 's.startsWith("a")', 'false'],
  ['b && !b', 'b', 'false'],
  ['b == true && b == false', 'b == false', 'true'],
  ['[1, 2].exists(x, x > n && n > 3)', 'n > 3', 'true'],
  ['[7, 8].exists(x, x > n && n > 3 && n < 2)', 'n < 2', 'true'],
  ['((n) > 3) && (n) < 2', 'n) < 2', 'true'],
  ['(n + 1) * 2 > 7 && (n + 1) * 2 < 3', 'n + 1) * 2 < 3', 'true'],
];
for (const [source, place, outcome] of never)
  test(`finds what is never ${outcome} in ${source}`, () => {
    const found = findConstants(source);
    assert.is(found.length, 1, JSON.stringify(found));
    assert.ok(found[0]?.startsWith(`[${place}] `), found[0]);
    assert.match(found[0] ?? '', new RegExp(`never ${outcome} here`));
  });

/** To say twice what holds is no mistake, and neither is to name every value that there is now. */
const sound: readonly string[] = [
  's == "a" || (s != "a" && b)',
  's == "a" || s == "b" || s == "a"',
  'n > 3 && n > 2',
  'b && (b || n == 1)',
  's == "a" && s != "b"',
  'n > 3 || n > 2',
  'd < 3.0 || d >= 3.0',
  '!(d < 3.0) || d < 2.0',
  's.startsWith("a") || s.startsWith("ab")',
  's != "a" && s != "b" && s != "c"',
  '(s == "a" && n > 3) || (s == "b" && n < 2)',
  'n > 3 ? s == "a" : n < 2',
  '["a", "b"].exists(s, s == "b") || s == "b"',
  's == "a" && ["b", "c"].exists(s, s == "b")',
  '[1, 2].exists(n, n > 1) && [1, 2].exists(n, n < 2)',
  '["a", "b"].exists(x, x == s) && ["c"].exists(x, x == s)',
  's == "prod" ? n >= 2 : (s == "dev" ? n >= 1 : true)',
];
for (const source of sound) test(`accepts ${source}`, () => assert.equal(findConstants(source), []));

const model: readonly (readonly [source: string, ...found: string[]])[] = [
  [
    'input.speed == "FAST"',
    '[input.speed == "FAST"] the comparison is never true: the left side is one of `EXPRESS`, `SLOW`, `STANDARD`, the right side `FAST`',
  ],
  [
    'input.name == "Nightly"',
    '[input.name == "Nightly"] the comparison is never true: the left side is text that matches `^[a-z-]+$`, 1 to 20 characters, the right side `Nightly`',
  ],
  [
    'input.name == "a-name-of-more-than-twenty"',
    '[input.name == "a-name-of-more-than-twenty"] the comparison is never true: the left side is text that matches `^[a-z-]+$`, 1 to 20 characters, the right side `a-name-of-more-than-twenty`',
  ],
  [
    'input.name in ["nightly", "Weekly"]',
    '["Weekly"] it is never equal to the left side: it is `Weekly`, the left side text that matches `^[a-z-]+$`, 1 to 20 characters',
  ],
  [
    'size(input.name) > 20',
    '[size(input.name) > 20] the comparison is never true: the left side is 1 to 20, the right side `20`',
  ],
  [
    'input.weight == 31',
    '[input.weight == 31] the comparison is never true: the left side is 1 to 30, the right side `31`',
  ],
  [
    'input.weight < 10 || input.weight >= 10',
    '[input.weight >= 10] the comparison is never false here: the left side is 10 to 30, the right side `10`',
  ],
  [
    'input.speed == "SLOW" && input.speed == "EXPRESS"',
    '[input.speed == "EXPRESS"] the comparison is never true here: the left side is `SLOW`, the right side `EXPRESS`',
  ],
];
for (const [source, ...found] of model)
  test(`knows the model in ${source}`, () => assert.equal(findConstants(source, parcelEnvironment), found));

for (const source of [
  '!has(input.price) && (!has(input.price) || input.price > 1.0) && size(input.name) > 3',
  '!has(input.price) && (has(input.price) ? input.price > 1.0 : input.weight > 3)',
  '!has(input.tags) || !("a" in input.tags) && (!("a" in input.tags) || input.tags["a"] == "x") && input.weight > 3',
])
  test(`a guard that is asked again guards in ${source}`, () =>
    assert.equal(findConstants(source, parcelEnvironment), []));

const leaf = fc
  .oneof(
    fc.tuple(
      fc.constantFrom('n', 'n', 'size(s)', 'd'),
      fc.constantFrom('<', '<=', '>', '>=', '==', '!='),
      fc.constantFrom('0', '1', '2', '3', '1.5', 'size(s)'),
    ),
    fc.tuple(fc.constant('s'), fc.constantFrom('==', '!='), fc.constantFrom('"a"', '"b"', '"ab"', '"abc"')),
    fc.tuple(
      fc.constantFrom('s', 's', 'n'),
      fc.constant('in'),
      fc.constantFrom('["a", "b"]', '["ab", "a"]', '["abc"]', '[1, 3]'),
    ),
    fc.tuple(
      fc.constant('s'),
      fc.constantFrom('.startsWith', '.contains', '.matches'),
      fc.constantFrom('("a")', '("b")', '("ab")'),
    ),
    fc.tuple(
      fc.constantFrom('b', 'b == true', 'b != true', 'n == size(s)', 'n != size(s)'),
      fc.constant(''),
      fc.constant(''),
    ),
  )
  .map(([left, operator, right]) =>
    operator.startsWith('.') ? `${left}${operator}${right}` : `${left} ${operator} ${right}`,
  );

const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.array(tie('condition'), { minLength: 2, maxLength: 3 }).map((parts) => `(${parts.join(' && ')})`),
    fc.array(tie('condition'), { minLength: 2, maxLength: 3 }).map((parts) => `(${parts.join(' || ')})`),
    tie('condition').map((part) => `!(${part})`),
    fc.tuple(tie('condition'), tie('condition'), tie('condition')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
  ),
}));

const samples: ReadonlyMap<string, Value>[] = [];
for (const n of [-1, 0, 1, 2, 3, 4])
  for (const d of [-0.5, 0, 1, 1.5, 2, 3, Number.NaN, Number.POSITIVE_INFINITY])
    for (const s of ['', 'a', 'b', 'ab', 'abc', 'xb'])
      for (const b of [true, false])
        samples.push(
          new Map<string, Value>([
            ['n', n],
            ['d', d],
            ['s', s],
            ['b', b],
          ]),
        );

/** The nodes around a place, the outermost first; the last one has the place. */
function findWay(tree: Expression, start: number, end: number): Expression[] {
  if (tree.start === start && tree.end === end && tree.kind !== 'logic') return [tree];
  for (const operand of listOperands(tree))
    if (operand.start <= start && operand.end >= end) return [tree, ...findWay(operand, start, end)];
  return [tree];
}

test('what is said to be never true is never true where it is reached', () => {
  let said = 0;
  fc.assert(
    fc.property(condition, (source) => {
      const { tree } = parseExpression(source);
      if (tree === null) throw new Error(source);
      const checked = checkExpression(tree, environment, source);
      fc.pre(checked.problems.every(({ code }) => code === 'constant'));
      const programs = new Map<Expression, Program>();
      const ask = (node: Expression, sample: ReadonlyMap<string, Value>): Value => {
        const program = programs.get(node) ?? compileExpression({ ...checked, tree: node });
        programs.set(node, program);
        const result = evaluate(program, sample, new RuleBudget(new SpecBudget()));
        if ('error' in result) throw new Error(`${source}: ${result.error}`);
        return result.value;
      };
      const isReached = (way: readonly Expression[], sample: ReadonlyMap<string, Value>): boolean =>
        way.slice(0, -1).every((node, at) => {
          const next = way[at + 1]!;
          if (node.kind === 'conditional') return next === node.test || ask(node.test, sample) === (next === node.then);
          if (node.kind !== 'logic') return true;
          const before = node.operands.slice(0, node.operands.indexOf(next));
          return before.every((operand) => ask(operand, sample) === (node.operator === '&&'));
        });
      for (const { code, message, start, end } of checked.problems) {
        if (code !== 'constant' || !message.includes(' here')) continue;
        said++;
        const way = findWay(tree, start, end);
        const impossible = message.includes('never true');
        for (const sample of samples)
          if (isReached(way, sample) && ask(way.at(-1)!, sample) === impossible)
            throw new Error(`${source}: ${source.slice(start, end)}: ${message}`);
      }
    }),
    { numRuns: process.env.SHAPEGATE_LONG ? 20_000 : 700 },
  );
  assert.ok(said > 50, `${said}`);
});

test.run();
