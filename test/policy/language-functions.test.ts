import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { RuleBudget, SpecBudget } from '../../packages/validator/src/policy/language/budget.ts';
import { areEqual } from '../../packages/validator/src/policy/language/compare.ts';
import { languageFunctions } from '../../packages/validator/src/policy/language/functions/language-functions.ts';
import { kindOf, type Value } from '../../packages/validator/src/policy/language/value.ts';
import { evaluateText } from './evaluate-text.ts';

function evaluateExample(source: string): Value {
  const { problems, result } = evaluateText(source);
  assert.equal(
    problems.filter(({ code }) => code !== 'constant'),
    [],
    source,
  );
  assert.ok(result !== null && 'value' in result, source);
  return (result as { value: Value }).value;
}

for (const entry of languageFunctions)
  test(`${entry.name}: its examples hold`, () => {
    assert.ok(entry.examples.length > 0);
    assert.match(entry.summary, /\.$/);
    for (const example of entry.examples) {
      if ('gives' in example) {
        const [given, expected] = [evaluateExample(example.source), evaluateExample(example.gives)];
        assert.is(kindOf(given), kindOf(expected), example.source);
        assert.ok(areEqual(given, expected, new RuleBudget(new SpecBudget())), example.source);
      } else {
        const { result } = evaluateText(example.source);
        assert.is((result as { error: string }).error, example.fails);
      }
    }
  });

test('names are sorted and stand once', () => {
  const names = languageFunctions.map(({ name }) => name);
  assert.equal(names, [...new Set(names)].sort());
});

test.run();
