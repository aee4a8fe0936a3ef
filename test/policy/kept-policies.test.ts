import { readFileSync } from 'node:fs';
import { api } from '@shapegate/validator/api';
import {
  keepPolicySet,
  linearEngine,
  loadPolicies,
  makePolicySet,
  type PolicyFile,
  type PolicyRequest,
  recallPolicySet,
} from '@shapegate/validator/policy';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { RuleBudget, SpecBudget } from '../../packages/validator/src/policy/language/budget.ts';
import { checkExpression } from '../../packages/validator/src/policy/language/check.ts';
import { compileExpression } from '../../packages/validator/src/policy/language/compile.ts';
import {
  type KeptTree,
  keepProgram,
  recallProgram,
} from '../../packages/validator/src/policy/language/keep-program.ts';
import { parseExpression } from '../../packages/validator/src/policy/language/parse.ts';
import { keepPatterns, recallPatterns } from '../../packages/validator/src/policy/language/pattern/keep-patterns.ts';
import { showValue } from '../../packages/validator/src/policy/language/show-value.ts';
import type { Value } from '../../packages/validator/src/policy/language/value.ts';
import { spoil } from '../spoil.ts';
import { evaluate } from './evaluate-program.ts';
import { emptyEnvironment } from './evaluate-text.ts';
import { ExpressionWriter, makeRandom } from './generate-expression.ts';
import { parcelEnvironment } from './policy-api.ts';

const parcel: Value = {
  name: 'a-parcel',
  speed: 'SLOW',
  weight: 3,
  price: 2.5,
  sendAt: '2026-11-23T00:00:00Z',
  address: { city: 'Bonn' },
  stops: [{ city: 'Köln' }],
  notes: [null, 'b'],
  tags: { a: 'b' },
  floors: [1, 2],
};

/** What a program gives before it is kept, and after; null for a text that is no expression. */
function evaluateBoth(source: string, environment = emptyEnvironment): [string, string] | null {
  const { tree } = parseExpression(source);
  if (tree === null) return null;
  const checked = checkExpression(tree, environment, source);
  const before = compileExpression(checked);
  const kept = JSON.parse(JSON.stringify(keepProgram(checked))) as KeptTree;
  const patterns = recallPatterns(keepPatterns([tree], []), linearEngine);
  const after = compileExpression(recallProgram(kept, patterns!));
  const show = (program: typeof before): string => {
    const result = evaluate(program, new Map([['input', parcel]]), new RuleBudget(new SpecBudget()));
    return 'error' in result ? `${result.error} ${result.start} ${result.end}` : showValue(result.value);
  };
  return [show(before), show(after)];
}

function assertSame(source: string, environment = emptyEnvironment): void {
  const given = evaluateBoth(source, environment);
  if (given === null) throw new Error(`no expression: ${source}`);
  assert.is(...given, source);
}

test('a program that is kept gives what it gave', () => {
  for (const source of [
    '1e999',
    '-1e999 < 0.0',
    '1.0 / -0.0',
    '9223372036854775807',
    '18446744073709551615u',
    '[1, 2u, 0x1F]',
    '"\\U0001F600"',
  ])
    assertSame(source);
  for (const source of [
    'input.weight + 1 == 4',
    'input.floors.all(f, f > 0 && f < 3)',
    'input.price * 2.0',
    'input.sendAt + duration("1h")',
    'input.notes[0] == null && input.notes[1] == "b"',
    'input.tags["a"] + input.tags["b"]',
    'input.stops.map(s, s.city + s.street)',
    'input.weight / 0',
    'input.address.street',
  ])
    assertSame(source, parcelEnvironment);
});

test('generated programs that are kept give what they gave', () => {
  const writer = new ExpressionWriter(makeRandom(20_261_123));
  const runs = process.env.SHAPEGATE_LONG ? 50_000 : 3_000;
  let evaluated = 0;
  for (let run = 0; run < runs; run++) {
    const source = writer.write();
    const given = evaluateBoth(source);
    // Some are no expressions at all.
    if (given === null) continue;
    evaluated++;
    assert.is(...given, source);
  }
  assert.ok(evaluated > runs / 2, `${evaluated}`);
});

const files = ['imports.yaml'].map(
  (name): PolicyFile => ({
    file: name,
    text: readFileSync(new URL(`../fixtures/policy/${name}`, import.meta.url), 'utf8'),
    format: 'yaml',
  }),
);

test('policies that are kept say what they said, failures and their places included', () => {
  const loaded = loadPolicies(files, api);
  const made = makePolicySet(loaded);
  assert.equal(made.problems, []);
  assert.is(made.rules.length, 30);
  const recalled = recallPolicySet(keepPolicySet(loaded), null);
  assert.ok(recalled !== null);
  assert.equal(recalled.rules, made.rules);
  assert.equal(recalled.problems, []);
  const seen = { findings: 0, failures: new Set<string>() };
  for (const { tests } of loaded.rules)
    for (const { request } of tests)
      for (const input of spoil(request.input)) {
        const asked: PolicyRequest = { ...request, input };
        const findings = made.check(asked);
        assert.equal(recalled.check(asked), findings);
        seen.findings += findings.length;
        for (const { rule, help } of findings) if (rule === 'policy/runtime') seen.failures.add(help);
      }
  assert.ok(seen.findings > 10_000, `${seen.findings} findings`);
  assert.ok(seen.failures.size > 30, `${seen.failures.size} places`);
  assert.ok([...seen.failures].every((help) => /imports\.yaml:\d+:\d+/.test(help)));
});

test('policies with problems are not kept', () => {
  const broken = (assertion: string): PolicyFile => ({
    file: 'a.yaml',
    format: 'yaml',
    text: `apiVersion: shapegate/v1
kind: Policy
metadata: { name: a }
for: CreateModelImportJob
rules: [{ id: a/b, message: x, assert: '${assertion}', tests: { pass: [{ jobName: a }], fail: [{ jobName: b }] } }]
`,
  });
  assert.ok(keepPolicySet(loadPolicies([broken('input.jobName == "a"')], api)).length > 0);
  for (const assertion of ['input.jobNme == "a"', 'input.jobName == "c"'])
    assert.throws(() => keepPolicySet(loadPolicies([broken(assertion)], api)), 'policies with problems are not kept');
});

test.run();
