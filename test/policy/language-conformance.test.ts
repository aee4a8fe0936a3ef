import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tests } from '@bufbuild/cel-spec/testdata/conformance.js';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { RuleBudget, SpecBudget } from '../../packages/validator/src/policy/language/budget.ts';
import { checkExpression } from '../../packages/validator/src/policy/language/check.ts';
import { areEqual } from '../../packages/validator/src/policy/language/compare.ts';
import { compileExpression } from '../../packages/validator/src/policy/language/compile.ts';
import { noFacts } from '../../packages/validator/src/policy/language/facts.ts';
import { findFunction } from '../../packages/validator/src/policy/language/functions/language-functions.ts';
import { parseExpression } from '../../packages/validator/src/policy/language/parse.ts';
import { type Expression, listOperands } from '../../packages/validator/src/policy/language/tree.ts';
import type { Type } from '../../packages/validator/src/policy/language/type.ts';
import { kindOf, type Value } from '../../packages/validator/src/policy/language/value.ts';
import { readCaseType, readCaseValue } from './conformance-value.ts';
import { evaluate } from './evaluate-program.ts';

const listPath = fileURLToPath(new URL('../fixtures/policy/out-of-subset.json', import.meta.url));

interface Case {
  readonly path: string;
  readonly name: string;
  readonly expr: string;
  readonly value?: unknown;
  readonly typedResult?: { readonly result?: unknown };
  readonly evalError?: unknown;
  readonly checkOnly?: boolean;
  readonly disableCheck?: boolean;
  readonly container?: string;
  readonly typeEnv?: readonly { readonly name: string; readonly ident?: { readonly type: unknown } }[];
  readonly bindings?: Readonly<Record<string, { readonly value: unknown }>>;
}

function listCases(): Case[] {
  const cases: Case[] = [];
  const visit = (suite: typeof tests, path: string): void => {
    for (const { original } of suite.tests ?? [])
      cases.push(Object.assign({ path }, original as unknown as Omit<Case, 'path'>));
    for (const inner of suite.suites ?? []) visit(inner, `${path}/${inner.name}`);
  };
  for (const suite of tests.suites ?? []) visit(suite, suite.name);
  return cases;
}

/** What of CEL a case needs that the policy language does not have; null for a case that must pass. */
function findForeignFeature(entry: Case): string | null {
  if (/(^|[^a-zA-Z0-9_])[rR]?[bB][rR]?["']/.test(entry.expr)) return 'bytes';
  if (/\.\?|\[\?|\{\?/.test(entry.expr)) return 'optional selection';
  if (/[\w`]\s*\{/.test(entry.expr.replace(/"[^"]*"|'[^']*'/g, '')) && /[A-Z]\w*\s*\{/.test(entry.expr))
    return 'messages';
  if (entry.expr.includes('TestAllTypes')) return 'messages';
  if (/\.(all|exists)\(\w+, *\w+,/.test(entry.expr)) return 'macros of two variables';
  if (/\bcel\.(block|iterVar|index|bind)\b/.test(entry.expr)) return 'cel.block and cel.bind';
  if (entry.typeEnv?.some(({ name }) => name.includes('.'))) return 'names with dots';
  const { tree } = parseExpression(entry.expr);
  const foreign = tree === null ? null : findForeignNode(tree, new Set(Object.keys(entry.bindings ?? {})));
  if (foreign !== null) return foreign;
  for (const { ident } of entry.typeEnv ?? [])
    if (ident === undefined || readCaseType(ident.type) === null) return 'variables of message types';
  if (Object.values(entry.bindings ?? {}).some(({ value }) => readCaseValue(value) === undefined))
    return 'variables of message types';
  const expected = entry.value ?? entry.typedResult?.result;
  return expected !== undefined && readCaseValue(expected) === undefined ? 'values of message types' : null;
}

function findForeignNode(node: Expression, known: ReadonlySet<string>): string | null {
  if (node.kind === 'call' && findFunction(node.name) === null) return `function ${node.name}`;
  if (node.kind === 'call' && node.name === 'split' && node.args.length > 2) return 'function split';
  const names = node.kind === 'macro' ? new Set([...known, node.variable]) : known;
  if (node.kind === 'name' && typeNames.has(node.name) && !known.has(node.name)) return 'types as values';
  for (const operand of listOperands(node)) {
    const found = findForeignNode(operand, names);
    if (found !== null) return found;
  }
  return null;
}

const typeNames = new Set([
  'bool',
  'bytes',
  'double',
  'int',
  'list',
  'map',
  'null_type',
  'string',
  'type',
  'uint',
  'google',
  'cel',
  'TestAllTypes',
  'GlobalEnum',
]);

const cases = listCases().map((entry) => ({ entry, foreign: findForeignFeature(entry) }));
const inSubset = cases.filter(({ foreign }) => foreign === null).map(({ entry }) => entry);

function readEnvironment(entry: Case): Map<string, Type> {
  return new Map((entry.typeEnv ?? []).map(({ name, ident }) => [name, readCaseType(ident?.type)!]));
}

function runCase(entry: Case): string | null {
  const parsed = parseExpression(entry.expr);
  if (parsed.tree === null)
    return entry.evalError !== undefined ? null : `does not parse: ${parsed.problems[0].message}`;
  const checked = checkExpression(parsed.tree, { variables: readEnvironment(entry), facts: noFacts });
  const held = checked.problems.filter(({ code }) => code !== 'constant' && code !== 'unguarded');
  if (entry.evalError === undefined && entry.disableCheck !== true && held.length > 0)
    return `refused: ${held[0]!.message}`;
  if (entry.checkOnly === true) return null;
  const values = new Map(
    Object.entries(entry.bindings ?? {}).map(([name, { value }]) => [name, readCaseValue(value)!]),
  );
  // Values of the cases are values of the language already, where the input's are JSON.
  const program = compileExpression({ ...checked, readingOf: () => 'any', wholesOf: () => null });
  const result = evaluate(program, values, new RuleBudget(new SpecBudget()));
  if (entry.evalError !== undefined)
    return 'error' in result ? null : `gives ${show(result.value)} where an error is expected`;
  if ('error' in result) return `fails: ${result.error}`;
  const expected = readCaseValue(entry.value ?? entry.typedResult?.result ?? { boolValue: true })!;
  return isSame(result.value, expected) ? null : `gives ${show(result.value)}, expected ${show(expected)}`;
}

function isSame(left: Value, right: Value): boolean {
  if (typeof left === 'number' && Number.isNaN(left)) return typeof right === 'number' && Number.isNaN(right);
  return kindOf(left) === kindOf(right) && areEqual(left, right, new RuleBudget(new SpecBudget()));
}

function show(value: Value): string {
  return JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? `${part}n` : part)) ?? 'undefined';
}

test('every case of the specification that falls in the subset passes', () => {
  const failures = inSubset.flatMap((entry) => {
    const failure = runCase(entry);
    return failure === null ? [] : [`${entry.path} ${entry.name}: ${entry.expr}: ${failure}`];
  });
  console.log(`${inSubset.length} of ${cases.length} cases fall in the subset`);
  assert.equal(failures, []);
});

test('what the policy language leaves out of CEL is listed by feature', () => {
  const counts: Record<string, number> = {};
  for (const { foreign } of cases) if (foreign !== null) counts[foreign] = (counts[foreign] ?? 0) + 1;
  const sorted = Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
  if (process.env.UPDATE === '1') writeFileSync(listPath, `${JSON.stringify(sorted, null, 2)}\n`);
  assert.equal(sorted, JSON.parse(readFileSync(listPath, 'utf8')));
});

test.run();
