import { readFileSync } from 'node:fs';
import type { JsonValue } from '@shapegate/validator';
import { api } from '@shapegate/validator/api';
import {
  createMutationBudget,
  loadPolicies,
  makePolicySet,
  mutateRule,
  type PolicyFile,
  type PolicyRequest,
} from '@shapegate/validator/policy';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { RuleBudget, SpecBudget } from '../../packages/validator/src/policy/language/budget.ts';
import { listReads } from '../../packages/validator/src/policy/run/reads.ts';
import { makeRuleSet } from '../../packages/validator/src/policy/run/rule-set.ts';
import { askRule, makeFindings, makeValues } from '../../packages/validator/src/policy/run/run-rule.ts';
import { spoil } from '../spoil.ts';
import { makeRandom } from './generate-expression.ts';

const target = { region: 'eu-central-1', account: '111122223333' };
const head = 'apiVersion: shapegate/v1\nkind: Policy\nmetadata: { name: a }\nfor: CreateModelImportJob\n';

function load(text: string) {
  const file: PolicyFile = { file: 'a.yaml', text, format: 'yaml' };
  const loaded = loadPolicies([file], api);
  assert.equal([...loaded.problems, ...loaded.failures], []);
  return loaded;
}

function ask(input: JsonValue, more: Partial<PolicyRequest> = {}): PolicyRequest {
  return { operation: 'CreateModelImportJob', input, target, spec: { file: 'a.yaml', document: 0 }, ...more };
}

test('requests in any order get what each gets alone', () => {
  const loaded = load(readFileSync(new URL('../fixtures/policy/imports.yaml', import.meta.url), 'utf8'));
  const set = makePolicySet(loaded);
  const programs = loaded.rules.flatMap((rule) => [...rule.programs.values()]);
  const askAlone = (request: PolicyRequest) => {
    const budget = new SpecBudget();
    return programs.flatMap((program) => {
      const answer = askRule(program, request, makeValues(request), new RuleBudget(budget));
      const reads = answer.failure === null ? null : listReads(program);
      return makeFindings(program, answer, request, reads?.members ?? null);
    });
  };
  const requests = loaded.rules.flatMap(({ tests }) =>
    tests.flatMap(({ request }) => Array.from(spoil(request.input), (input) => ({ ...request, input }))),
  );
  const random = makeRandom(20_261_123);
  const runs = process.env.SHAPEGATE_LONG ? 100_000 : 4_000;
  const given = new Set<string>();
  for (let run = 0, at = 0; run < runs; run++) {
    // Mostly a neighbour, which differs in one place, and now and then the same again.
    at = random() < 0.1 ? Math.floor(random() * requests.length) : (at + Math.floor(random() * 2)) % requests.length;
    const request = requests[at] as PolicyRequest;
    const alone = askAlone(request);
    given.add(alone.map(({ rule, pointer }) => `${rule} ${pointer}`).join());
    assert.equal(set.check(request), alone);
  }
  assert.ok(given.size > 100, `${given.size}`);
});

const rules = `rules:
  - id: a/name
    message: x
    assert: input.jobName.startsWith("a")
    tests: { pass: [{ jobName: a }], fail: [{ jobName: b }] }
  - id: a/region
    message: x
    assert: target.region == "eu-central-1"
    tests: { pass: [{ region: eu-central-1, input: {} }], fail: [{ region: us-east-1, input: {} }] }
  - id: a/file
    message: x
    assert: spec.file == "a.yaml"
    tests: { pass: [{ file: a.yaml, input: {} }], fail: [{ file: b.yaml, input: {} }] }
  - id: a/tags
    message: x
    when: has(input.jobTags)
    each: input.jobTags
    assert: item.value != "b"
    tests: { pass: [{ jobTags: [{ key: a, value: a }] }], fail: [{ jobTags: [{ key: a, value: b }] }] }
  - id: a/subnets
    uses: allowed-values
    with: { on: /vpcConfig/subnetIds, values: [subnet-0a1b2c3d] }
`;

test('a rule is asked again when what it reads is another, be it deep, in the same object, or not in the input', () => {
  const set = makePolicySet(load(head + rules));
  const tags = [{ key: 'a', value: 'a' }];
  const vpcConfig = { subnetIds: ['subnet-0a1b2c3d'], securityGroupIds: ['sg-0a1b2c3d'] };
  const input = { jobName: 'a', jobTags: tags, vpcConfig };
  const objects = (request: PolicyRequest) => set.check(request).map(({ rule }) => rule);
  for (let round = 0; round < 4; round++) {
    for (let time = 0; time < 3; time++) assert.equal(objects(ask(input)), []);
    assert.equal(objects(ask(input, { target: { ...target, region: 'us-east-1' } })), ['a/region']);
    assert.equal(objects(ask(input, { target: {} })), ['policy/runtime']);
    assert.equal(objects(ask(input, { spec: { file: 'b.yaml', document: 0 } })), ['a/file']);
    assert.equal(objects(ask({ ...input, jobName: 'b' })), ['a/name']);
    assert.equal(objects(ask(['a'])), ['policy/runtime', 'policy/runtime']);
    assert.equal(objects(ask(input)), []);
    // The very object that has been approved.
    const [tag = { value: '' }] = tags;
    tag.value = 'b';
    assert.equal(objects(ask(input)), ['a/tags']);
    tag.value = 'a';
    vpcConfig.subnetIds.push('subnet-1a1b2c3d');
    assert.equal(objects(ask(input)), ['a/subnets']);
    vpcConfig.subnetIds.pop();
  }
});

test('what the target settles is settled until it is another', () => {
  const assertions = [
    'target.account != "444455556666" || spec.file == "a.yaml"',
    'target.account == "111122223333" || input.jobName == "a"',
    'target.region == "eu-central-1" && target.account != "444455556666" || has(input.vpcConfig)',
    'input.jobName == "a" || target.account == "111122223333"',
  ];
  const text = `${head}rules:
${assertions.map((each, at) => `  - { id: a/r${at}, message: x, assert: '${each}' }`).join('\n')}
  - { id: a/w, message: x, when: 'target.account == "444455556666" && has(input.vpcConfig)', assert: input.jobName == "a" }
  - { id: a/t, message: x, when: 'target.account == "444455556666" && has(input.jobTags)', each: input.jobTags, assert: item.value == "a" }
`;
  const { rules: loaded } = loadPolicies([{ file: 'a.yaml', text, format: 'yaml' }], api);
  const programs = loaded.flatMap((rule) => [...rule.programs.values()]);
  assert.is(programs.length, 6);
  const set = makeRuleSet([], programs, []);
  const random = makeRandom(7);
  const pick = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)]!;
  const given = new Set<string>();
  let request = ask({ jobName: 'a' });
  for (let run = 0; run < 5_000; run++) {
    if (random() < 0.3)
      request = {
        ...request,
        target: pick([target, {}, { ...target, account: '444455556666' }, { account: '111122223333' }]),
      };
    if (random() < 0.3) request = { ...request, spec: { file: pick(['a.yaml', 'b.yaml']), document: 0 } };
    if (random() < 0.5) {
      const jobTags = pick([null, [{ key: 'a', value: 'a' }], [{ key: 'a', value: 'b' }]]);
      const vpcConfig = pick([null, { subnetIds: ['subnet-0a1b2c3d'] }]);
      const input = { jobName: pick(['a', 'b']), ...(jobTags && { jobTags }), ...(vpcConfig && { vpcConfig }) };
      request = { ...request, input: random() < 0.02 ? [] : input };
    }
    const alone = programs.flatMap((program) => {
      const answer = askRule(program, request, makeValues(request), new RuleBudget(new SpecBudget()));
      const reads = answer.failure === null ? null : listReads(program);
      return makeFindings(program, answer, request, reads?.members ?? null);
    });
    given.add(alone.map(({ rule }) => rule).join());
    assert.equal(set.check(request), alone, JSON.stringify(request));
  }
  assert.ok(given.size > 10, [...given].join(' '));
});

test('the steps that rules took count again when they are not asked again', () => {
  const costly = Array.from(
    { length: 24 },
    (_, at) => `  - id: a/b${at + 10}
    message: x
    when: has(input.jobTags)
    assert: input.jobTags.all(a, input.jobTags.all(b, a.key != b.key || a.value == b.value)) && input.jobName != "b${at}"
    tests: { pass: [{ jobTags: [{ key: a, value: a }] }], fail: [{ jobName: b${at}, jobTags: [{ key: a, value: a }] }] }
`,
  );
  const set = makePolicySet(load(`${head}rules:\n${costly.join('')}`));
  const input = { jobName: 'a', jobTags: Array.from({ length: 340 }, (_, at) => ({ key: `k${at}`, value: 'v' })) };
  const first = set.check(ask(input)).map(({ rule, message }) => `${rule}: ${message}`);
  assert.ok(first.length > 0 && first.length < 24, `${first.length}`);
  assert.match(first[0] ?? '', 'the rules take more than 10,000,000 steps for this document');
  for (let time = 0; time < 3; time++)
    assert.equal(
      set.check(ask(input)).map(({ rule, message }) => `${rule}: ${message}`),
      first,
    );
});

test('an input that is nested without measure is a finding', () => {
  const set = makePolicySet(load(head + rules));
  let jobTags: JsonValue = [];
  for (let level = 0; level < 100_000; level++) jobTags = [jobTags];
  for (let time = 0; time < 3; time++)
    assert.equal(
      set.check(ask({ jobName: 'a', jobTags })).map(({ rule, message }) => `${rule}: ${message}`),
      ['policy/runtime: the input is nested too deeply for policies to be asked'],
    );
  assert.equal(set.check(ask({ jobName: 'a' })), []);
});

test('changes of rules are tried as long as their budget lasts', () => {
  const long = Array.from({ length: 60 }, (_, at) => `a * b + size(input.jobName) == ${at + 10}`).join(' || ');
  const slow = `  - id: a/slow
    message: x
    assert: '[1,2,3,4,5,6,7,8,9,10].all(a, [1,2,3,4,5,6,7,8,9,10].all(b, input.jobName == "a" || ${long}))'
    tests: { pass: [{ jobName: a }], fail: [{ jobName: b }] }
`;
  const [rule] = load(`${head}rules:\n${slow}`).rules;
  if (rule === undefined) throw new Error('no rule');
  const whole = mutateRule(rule);
  assert.ok(whole.survivors.every(({ message }) => message.startsWith('no test notices')));
  const spent = createMutationBudget();
  spent.steps = 100;
  const [told, ...others] = mutateRule(rule, spent).survivors;
  assert.equal(others, []);
  assert.match(
    told?.message ?? '',
    /^the changes of all rules take more than 100,000,000 steps, so none is tried that /,
  );
});

test.run();
