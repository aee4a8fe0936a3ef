import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { JsonObject, ShapeTable } from '@shapegate/validator/leaves';
import { loadPolicies } from '@shapegate/validator/policy';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ruleKeys } from '../../packages/validator/src/policy/document/read-policies.ts';
import { BudgetSpent, RuleBudget, SpecBudget } from '../../packages/validator/src/policy/language/budget.ts';
import { checkExpression } from '../../packages/validator/src/policy/language/check.ts';
import { areEqual } from '../../packages/validator/src/policy/language/compare.ts';
import { specType, targetType } from '../../packages/validator/src/policy/language/environment.ts';
import { noFacts } from '../../packages/validator/src/policy/language/facts.ts';
import { parseExpression } from '../../packages/validator/src/policy/language/parse.ts';
import { ShapeTypes } from '../../packages/validator/src/policy/language/shape-type.ts';
import {
  boolType,
  doubleType,
  durationType,
  intType,
  listType,
  nameType,
  nullType,
  stringType,
  type Type,
  timestampType,
  uintType,
} from '../../packages/validator/src/policy/language/type.ts';
import { kindOf, type Value } from '../../packages/validator/src/policy/language/value.ts';
import type { Example } from '../../packages/validator/src/policy/reference/example.ts';
import {
  exampleInput,
  exampleMembers,
  exampleTable,
  makeExampleEnvironment,
  makeExampleValues,
} from '../../packages/validator/src/policy/reference/example-request.ts';
import {
  budgetLimits,
  policyLimits,
  sourceLimits,
} from '../../packages/validator/src/policy/reference/limit-entries.ts';
import { literals } from '../../packages/validator/src/policy/reference/literals.ts';
import { macros } from '../../packages/validator/src/policy/reference/macros.ts';
import { failures, mistakes } from '../../packages/validator/src/policy/reference/mistakes.ts';
import { omissions } from '../../packages/validator/src/policy/reference/omissions.ts';
import {
  binaryOperators,
  logicOperators,
  operators,
  unaryOperators,
} from '../../packages/validator/src/policy/reference/operators.ts';
import { renderLanguageReference } from '../../packages/validator/src/policy/reference/render-reference.ts';
import { ruleMistakes } from '../../packages/validator/src/policy/reference/rule-mistakes.ts';
import { types } from '../../packages/validator/src/policy/reference/types.ts';
import { variables } from '../../packages/validator/src/policy/reference/variables.ts';
import { evaluateText } from './evaluate-text.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = `${root}docs/policy-language.md`;
const schema = JSON.parse(readFileSync(`${root}packages/cli/schema/policy.schema.json`, 'utf8')) as JsonObject;
const environment = makeExampleEnvironment();
const values = makeExampleValues();

function evaluateExample(source: string) {
  const { problems, result } = evaluateText(source, environment, values);
  // What is written out is known before it is evaluated.
  const others = problems.filter(({ code }) => code !== 'constant');
  assert.equal(others, [], source);
  assert.ok(result !== null, source);
  return result;
}

function evaluateValue(source: string): Value {
  const result = evaluateExample(source);
  assert.ok('value' in result, `${source}: ${'error' in result ? result.error : ''}`);
  return result.value;
}

function checkExamples(examples: readonly Example[]): void {
  for (const example of examples) {
    if ('fails' in example) {
      const result = evaluateExample(example.source);
      assert.is('error' in result ? result.error : 'a value', example.fails, example.source);
      continue;
    }
    const [given, expected] = [evaluateValue(example.source), evaluateValue(example.gives)];
    assert.is(kindOf(given), kindOf(expected), example.source);
    assert.ok(areEqual(given, expected, new RuleBudget(new SpecBudget())), example.source);
  }
}

test('docs/policy-language.md is the page that the declarations make', () => {
  const made = renderLanguageReference(schema);
  if (process.env.UPDATE === '1') writeFileSync(page, made);
  assert.is(existsSync(page) ? readFileSync(page, 'utf8') : '', made, 'it is stale; UPDATE=1 writes it');
  assert.is((made.match(/^```/gm) ?? []).length % 2, 0, 'a code fence is not closed');
  assert.not.match(made, /undefined|\[object/);
});

test('every example of a literal, an operator, a macro and a variable holds', () => {
  const entries = [...Object.values(literals), ...operators, ...Object.values(macros), ...variables];
  for (const { summary, examples } of entries) {
    assert.match(summary, /^[A-Z][\s\S]*\.$/);
    checkExamples(examples);
  }
  for (const { form, examples } of operators) assert.ok(examples.length > 0, form);
  for (const [name, { examples }] of Object.entries(macros)) assert.ok(examples.length > 0, name);
  for (const { summary } of Object.values(types)) assert.match(summary, /\.$/);
});

test('every mistake is refused with its message, and only with it', () => {
  for (const [code, { examples }] of Object.entries(mistakes)) {
    assert.ok(examples.length > 0, code);
    for (const { source, message, help } of examples) {
      const { problems } = evaluateText(source, environment, values);
      assert.equal(
        problems.map((problem) => ({ code: problem.code, message: problem.message, help: problem.help })),
        [{ code, message, help }],
        source,
      );
    }
  }
});

test('every mistake of a rule is refused with what the page says of it', () => {
  // Anything is sound as far as a schema is concerned: the page is about rules.
  const api = { table: exampleTable, validators: { StartLoad: () => true } };
  for (const { rule, said } of ruleMistakes) {
    const text = `apiVersion: shapegate/v1\nkind: Policy\nmetadata: { name: loads }\nfor: StartLoad\nrules:\n${rule}\n`;
    const { problems, failures: fallen } = loadPolicies([{ file: 'loads.yaml', text, format: 'yaml' }], api);
    assert.equal(
      [...problems, ...fallen].map(({ finding: { message, help } }) => ({ message, help })),
      said,
      rule,
    );
  }
});

test('what fails on a request passes the checker and fails', () => {
  checkExamples(failures);
});

test('what of CEL is left out is refused', () => {
  for (const { source, message } of omissions) {
    const { problems } = evaluateText(source, environment, values);
    assert.is(problems[0]?.message, message, source);
  }
});

test('the limits are those of the language', () => {
  const said = (source: string) => parseExpression(source).problems[0]?.message;
  const [source, nesting, parts] = sourceLimits;
  assert.is(said(`"${'x'.repeat(source!.most - 2)}"`), undefined);
  assert.is(said(`"${'x'.repeat(source!.most - 1)}"`), source!.message);
  assert.is(said(`${'('.repeat(nesting!.most)}true${')'.repeat(nesting!.most)}`), nesting!.message);
  assert.is(said(Array.from({ length: parts!.most }, () => '1').join('||')), parts!.message);
  const [steps, bytes, elements, all] = budgetLimits;
  const spent = (spend: (budget: RuleBudget) => void, spec = new SpecBudget()): string => {
    try {
      spend(new RuleBudget(spec));
      return '';
    } catch (error) {
      assert.instance(error, BudgetSpent);
      return (error as BudgetSpent).message;
    }
  };
  assert.is(
    spent((budget) => budget.spend(steps!.most)),
    '',
  );
  assert.is(
    spent((budget) => budget.spend(steps!.most + 1)),
    steps!.message,
  );
  assert.is(
    spent((budget) => budget.spendText(bytes!.most / 2)),
    '',
  );
  assert.is(
    spent((budget) => budget.spendText(bytes!.most / 2 + 1)),
    bytes!.message,
  );
  assert.is(
    spent((budget) => budget.spendElements(elements!.most + 1)),
    elements!.message,
  );
  const spec = new SpecBudget();
  for (let rule = 0; rule < all!.most / steps!.most; rule++)
    assert.is(
      spent((budget) => budget.spend(steps!.most), spec),
      '',
    );
  assert.is(
    spent((budget) => budget.spend(1), spec),
    all!.message,
  );
});

test('the limits of all policies together are those that are said', () => {
  const api = { table: exampleTable, validators: { StartLoad: () => true } };
  const load = (rules: readonly string[]) => {
    const text = `apiVersion: shapegate/v1\nkind: Policy\nmetadata: { name: loads }\nfor: StartLoad\nrules:\n${rules.join('\n')}\n`;
    const { problems, failures: fallen } = loadPolicies([{ file: 'loads.yaml', text, format: 'yaml' }], api);
    return [...problems, ...fallen].map(({ finding: { message } }) => message);
  };
  const [, , , inserts] = sourceLimits;
  const [texts, steps] = policyLimits;
  const tests = '  tests: { pass: [{ size: LARGE }], fail: [{ size: SMALL }] }';
  const length = texts!.most / 8;
  const assertion = 'input.size == "LARGE"';
  const long = (id: string, more: number) =>
    `- id: acme/${id}\n  message: ${'x'.repeat(length - assertion.length + more)}\n  assert: ${assertion}\n${tests}`;
  const all = Array.from({ length: 8 }, (_, index) => long(`r${index}`, 0));
  assert.equal(load(all), []);
  assert.equal(load([...all.slice(0, 7), long('r7', 1)]), [texts!.message]);
  assert.match(steps!.message, steps!.most.toLocaleString('en-US'));
  const telling = (count: number) =>
    `- id: acme/told\n  message: "${'{{ input.size }}'.repeat(count)}"\n  assert: ${assertion}\n${tests}`;
  assert.equal(load([telling(inserts!.most)]), []);
  assert.equal(load([telling(inserts!.most + 1)]), [inserts!.message]);
});

/** A value of each kind that an operator may take. */
const operands: Readonly<Record<string, Type>> = {
  int: intType,
  uint: uintType,
  double: doubleType,
  string: stringType,
  bool: boolType,
  timestamp: timestampType,
  duration: durationType,
  list: listType(stringType),
  null: nullType,
};

function resultOf(source: string, left: Type, right: Type): string | null {
  const { tree } = parseExpression(source);
  assert.ok(tree !== null, source);
  const variables = new Map([
    ['x', left],
    ['y', right],
  ]);
  const { type, problems } = checkExpression(tree, { variables, facts: noFacts });
  return problems.length > 0 ? null : type.kind === 'list' ? 'list' : nameType(type);
}

test('the signatures of operators are what the checker takes, no more and no less', () => {
  const numbers = ['int', 'uint', 'double'];
  for (const { form, signatures } of [...Object.values(binaryOperators), ...Object.values(logicOperators)]) {
    if (signatures.length === 0) continue;
    const declared = new Set(
      signatures.flatMap((signature) => {
        const [, left = '', right = '', gives = ''] = /^(\w+) \S+ (\w+) → (\w+)$/.exec(signature) ?? [];
        assert.ok(gives !== '', signature);
        const lefts = left === 'number' ? numbers : [left];
        const rights = right === 'number' ? numbers : [right];
        return lefts.flatMap((one) => rights.map((other) => `${one} ${other} → ${gives}`));
      }),
    );
    const taken = Object.entries(operands).flatMap(([left, leftType]) =>
      Object.entries(operands).flatMap(([right, rightType]) => {
        const gives = resultOf(form, leftType, rightType);
        return gives === null ? [] : [`${left} ${right} → ${gives}`];
      }),
    );
    assert.equal([...declared].sort(), taken.sort(), form);
  }
  for (const [sign, { form, signatures }] of Object.entries(unaryOperators)) {
    const taken = Object.entries(operands).flatMap(([kind, type]) =>
      resultOf(form, type, nullType) === null ? [] : [`${sign}${kind} → ${kind}`],
    );
    assert.equal([...signatures].sort(), taken.sort(), form);
  }
});

test('the levels of operators are those of the parser', () => {
  const signs = [...Object.entries(binaryOperators), ...Object.entries(logicOperators)];
  for (const [first, { level }] of signs)
    for (const [second, other] of signs) {
      const { tree } = parseExpression(`a ${first} b ${second} c`);
      const root = tree?.kind === 'binary' || tree?.kind === 'logic' ? tree.operator : null;
      // The tighter one is below; of one level the first is.
      assert.is(root, level > other.level ? first : second, `a ${first} b ${second} c`);
    }
});

test('the request of the examples and its words fit', () => {
  assert.equal(
    Object.keys(exampleInput).filter((name) => !Object.hasOwn(exampleMembers, name)),
    [],
  );
  const input = environment.variables.get('input');
  assert.equal(input?.kind === 'record' ? input.names : [], Object.keys(exampleMembers).sort());
  assert.equal(
    variables
      .map(({ name }) => name)
      .filter((name) => name !== 'item')
      .sort(),
    [...environment.variables.keys()].sort(),
  );
  for (const [name, type] of [
    ['target', targetType],
    ['spec', specType],
  ] as const)
    for (const member of type.names)
      assert.ok(variables.find((entry) => entry.name === name)?.summary.includes(`\`${member}\``), member);
});

test('the page has each key of a rule', () => {
  const { rule } = schema.definitions as unknown as { rule: { properties: object } };
  assert.equal(Object.keys(rule.properties).sort(), [...ruleKeys].sort());
});

test('each type of a model is read as the type that the page says', () => {
  const simple = 'string boolean byte short integer long float double bigInteger bigDecimal timestamp blob document';
  const shapes: Record<string, unknown> = {
    enum: { type: 'enum', values: ['A', 'B'] },
    intEnum: { type: 'intEnum', values: [1, 2] },
    list: { type: 'list', member: { target: 'string' } },
    map: { type: 'map', key: { target: 'string' }, value: { target: 'string' } },
    union: { type: 'union', members: { a: { target: 'string' } } },
    structure: { type: 'structure', members: { a: { target: 'string' } } },
    sparse: { type: 'list', member: { target: 'string' }, traits: { sparse: {} } },
  };
  for (const type of simple.split(' ')) shapes[type] = { type };
  const names = Object.keys(shapes);
  shapes['Input'] = { type: 'structure', members: Object.fromEntries(names.map((name) => [name, { target: name }])) };
  const table = { shapes, operations: { Ask: { input: 'Input' } } } as unknown as ShapeTable;
  const input = new ShapeTypes(table).inputOf('Ask');
  assert.ok(input?.kind === 'record');
  for (const name of names) {
    const type = input.find(name)?.type;
    const kind = name === 'sparse' && type?.kind === 'list' ? type.element.kind : (type?.kind ?? 'null');
    assert.ok(
      types[kind].from.includes(name),
      `${name} is read as ${kind}, of which the page says ${types[kind].from}`,
    );
  }
});

test.run();
