import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parseExpression } from '../../packages/validator/src/policy/language/parse.ts';
import { type Expression, listOperands } from '../../packages/validator/src/policy/language/tree.ts';

/** A tree as nested calls, which shows how operators bind. */
function show(node: Expression): string {
  if (node.kind === 'literal')
    return node.literal.type === 'null'
      ? 'null'
      : node.literal.type === 'string'
        ? JSON.stringify(node.literal.value)
        : `${node.literal.value}`;
  if (node.kind === 'name') return node.name;
  const name =
    'operator' in node ? node.operator : 'member' in node ? `.${node.member}` : 'name' in node ? node.name : node.kind;
  return `(${[name, ...listOperands(node).map(show)].join(' ')})`;
}

const trees: readonly (readonly [source: string, tree: string])[] = [
  ['1 + 2 * 3 - 4', '(- (+ 1 (* 2 3)) 4)'],
  ['a || b && !c || d', '(|| a (&& b (! c)) d)'],
  ['a ? b : c ? d : e', '(conditional a b (conditional c d e))'],
  ['1 < 2 == true', '(== (< 1 2) true)'],
  ['a in [1, 2,] && b', '(&& (in a (list 1 2)) b)'],
  ['--a', '(- (- a))'],
  ['-1', '-1'],
  ['- -1', '(- -1)'],
  ['x.f(1).g[2].h', '(.h (index (.g (f x 1)) 2))'],
  ['has(a.b.c)', '(has (.c (.b a)))'],
  ['xs.map(x, x > 1, x * 2)', '(macro xs (> x 1) (* x 2))'],
  ['{"a": 1, 2: [3]}', '(map "a" 1 2 (list 3))'],
  ['.a', 'a'],
  ['a.`b-c/d`', '(.b-c/d a)'],
  ['a // the rest\n + b', '(+ a b)'],
  ["\"\\x41\\u00e9\\U0001F600\\101\\n\" + r\"\\n\" + '''a\"\nb'''", '(+ (+ "Aé😀A\\n" "\\\\n") "a\\"\\nb")'],
  ['0x1f + 7u + 1.5e3 + .5', '(+ (+ (+ 31 7) 1500) 0.5)'],
];

for (const [source, tree] of trees)
  test(`reads ${source}`, () => {
    const parsed = parseExpression(source);
    assert.equal(parsed.problems, []);
    assert.is(show(parsed.tree!), tree);
  });

const mistakes: readonly (readonly [source: string, place: string, message: string])[] = [
  ['a = b', '=', 'unexpected character `=`'],
  ['a & b', '&', 'unexpected character `&`'],
  ['1 +', '', 'the expression ends, expected a value'],
  ['', '', 'the expression ends, expected a value'],
  ['(1', '', 'the expression ends, expected `)` to close the bracket'],
  ['a b', 'b', 'found `b`, expected an operator or the end'],
  ['if + 1', 'if', 'found `if`, expected a value, and `if` is reserved'],
  ['"abc', '"abc', 'this string does not end'],
  ['"\\q"', '\\q', 'unknown escape `\\q`'],
  ['"\\ud800"', '\\ud800', 'the escape names no character'],
  ['b"abc"', 'b', 'bytes are not part of the policy language'],
  ['99999999999999999999', '99999999999999999999', 'the number does not fit in 64 bits'],
  ['9223372036854775808', '9223372036854775808', 'the number does not fit in 64 bits'],
  ['12abc', '12a', '`a` may not follow a number'],
  ['has(a)', 'a', 'the argument of `has` ends with a member'],
  ['has(a.b, c)', 'has(a.b, c)', '`has` takes one argument'],
  ['xs.all(1, true)', '1', 'the first argument of `all` is the name of its variable'],
  ['xs.all(x)', 'all(x)', '`all` takes a variable and an expression'],
  ['Tag{key: 1}', 'Tag{', 'messages cannot be made in the policy language'],
  ['a.?b', '?', 'found `?`, optional selection is not part of the policy language'],
  ['"😀" + §', '§', 'unexpected character `§`'],
];

for (const [source, place, message] of mistakes)
  test(`refuses ${source === '' ? 'nothing' : source}`, () => {
    const { problems } = parseExpression(source);
    assert.is(problems.length, 1);
    const [problem] = problems;
    assert.is(problem!.message, message);
    assert.is(source.slice(problem!.start, problem!.end), place);
  });

test('offsets are UTF-16 units', () => {
  const { tree } = parseExpression('"😀😀" == name');
  assert.is(tree?.kind === 'binary' ? tree.right.start : -1, 10);
});

test.run();
