import { createGate, lintText } from '@shapegate/validator';
import { api } from '@shapegate/validator/api';
import { createPolicySet, loadPolicies, type PolicyFile } from '@shapegate/validator/policy';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

const head = `apiVersion: shapegate/v1
kind: Policy
metadata: { name: acme }
for: CreateModelImportJob
`;

function file(name: string, rest: string, bases?: PolicyFile['bases']): PolicyFile {
  const read = { file: name, text: head + rest, format: 'yaml' } as const;
  return bases === undefined ? read : { ...read, bases };
}

const encrypted = `rules:
  - id: acme/encrypted
    severity: warning
    message: '{{ input.importedModelName }} must be encrypted'
    why: the default key cannot be revoked
    at: /importedModelKmsKeyId
    assert: has(input.importedModelKmsKeyId) && arn(input.importedModelKmsKeyId).account == target.account
    waivable: { maxDays: 90 }
    tests:
      pass: [{ importedModelKmsKeyId: "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab" }]
      fail:
        - importedModelKmsKeyId: null
        - account: "444455556666"
          input: { importedModelKmsKeyId: "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab" }
`;
const subnets = `rules:
  - id: acme/subnets
    message: '{{ item }} is not ours'
    when: has(input.vpcConfig)
    each: input.vpcConfig.subnetIds
    assert: item.startsWith("subnet-0")
    tests:
      pass: [{ vpcConfig: { subnetIds: [subnet-0a1b2c3d], securityGroupIds: [sg-0a1b2c3d] } }]
      fail: [{ vpcConfig: { subnetIds: [subnet-0a1b2c3d, subnet-1a1b2c3d], securityGroupIds: [sg-0a1b2c3d] } }]
`;

const spec = `jobName: nightly-2026-11-23
importedModelName: support-bot
roleArn: arn:aws:iam::111122223333:role/model-import
modelDataSource: { s3DataSource: { s3Uri: "s3://acme-weights/support-bot/" } }
`;
const target = { region: 'eu-central-1', account: '111122223333' };

function problemsOf(...files: PolicyFile[]): string[] {
  return createPolicySet(files, api).problems.map(({ file: name, finding }) => `${name}: ${finding.message}`);
}

function lint(text: string, ...files: PolicyFile[]) {
  const policies = createPolicySet(files, api);
  assert.equal(policies.problems, []);
  const options = { file: 'a.yaml', format: 'yaml', api, target, policies } as const;
  return lintText(text, options).findings.map(({ rule, severity, message, pointer, range: { start } }) => ({
    at: `${start.line}:${start.column}`,
    rule,
    severity,
    message,
    pointer,
  }));
}

test('lint and gate object alike, at the place of the rule', () => {
  const policies = createPolicySet([file('a.yaml', encrypted), file('b.yaml', subnets)], api);
  const text = `${spec}vpcConfig:\n  subnetIds: [subnet-0a1b2c3d, subnet-4e5f6a7b]\n  securityGroupIds: [sg-0a1b2c3d]\n`;
  const expected = [
    {
      at: '6:32',
      rule: 'acme/subnets',
      severity: 'error',
      message: '`subnet-4e5f6a7b` is not ours',
      pointer: '/vpcConfig/subnetIds/1',
    },
    {
      at: '1:1',
      rule: 'acme/encrypted',
      severity: 'warning',
      message: '`support-bot` must be encrypted',
      pointer: '/importedModelKmsKeyId',
    },
  ];
  assert.equal(new Set(lint(text, file('a.yaml', encrypted), file('b.yaml', subnets))), new Set(expected));
  const { documents } = lintText(text, { file: 'a.yaml', format: 'yaml', api });
  const verdict = createGate(api, { target, policies }).check('CreateModelImportJob', documents[0]?.request?.input);
  assert.is(verdict.verdict, 'invalid');
  assert.equal(new Set(verdict.findings.map(({ rule }) => rule)), new Set(['acme/subnets', 'acme/encrypted']));
});

test('a policy that fails is a finding, but not beside one that the model has made', () => {
  const alias = `${spec}importedModelKmsKeyId: alias/weights\n`;
  assert.equal(lint(alias, file('a.yaml', encrypted)), [
    {
      at: '5:24',
      rule: 'policy/runtime',
      severity: 'error',
      message: '`acme/encrypted` cannot be decided: `alias/weights` is not an ARN',
      pointer: '/importedModelKmsKeyId',
    },
  ]);
  const wrong = lint(`${spec}importedModelKmsKeyId: 3\n`, file('a.yaml', encrypted));
  assert.equal(
    wrong.map(({ rule }) => rule),
    ['shape/type'],
  );
  const reference = lint(`${spec}importedModelKmsKeyId: \${KEY}\n`, file('a.yaml', encrypted));
  assert.equal(
    reference.map(({ rule }) => rule),
    ['value/reference'],
  );
});

test('a broken policy closes the gate', () => {
  const policies = createPolicySet(
    [file('a.yaml', encrypted.replace('importedModelName }}', 'importedModelNam }}'))],
    api,
  );
  const checked = createGate(api, { target, policies }).check('CreateModelImportJob', {});
  assert.is(checked.verdict, 'error');
  assert.match(checked.verdict === 'error' ? checked.reason : '', /broken at a\.yaml:8:24: unknown member/);
  const { findings } = lintText(spec, { file: 'a.yaml', format: 'yaml', api, target, policies });
  assert.ok(findings.some(({ rule, severity }) => rule === 'policy/invalid' && severity === 'error'));
});

test('what extends a policy may make it stricter, and looser only what is overridable', () => {
  const base = file('base.yaml', encrypted);
  const change = (fields: string) =>
    file('team.yaml', `extends: [./base.yaml]\nrules: [{ id: acme/encrypted, ${fields} }]\n`, {
      './base.yaml': ['base.yaml'],
    });
  assert.equal(problemsOf(base, change('severity: error, waivable: false')), []);
  assert.equal(
    createPolicySet([base, change('severity: error')], api).rules.map(({ severity }) => severity),
    ['error'],
  );
  const loosening: readonly (readonly [string, string])[] = [
    ['severity: info', 'lowers the severity from `warning` to `info`'],
    ['enabled: false', 'turns the rule off'],
    ['assert: size(input.jobName) > 2', 'states another `assert`'],
    ['waivable: true', 'allows more waivers'],
    ['waivable: { maxDays: 91 }', 'allows more waivers'],
    ['overridable: true', 'lets others loosen the rule'],
  ];
  for (const [fields, message] of loosening) {
    assert.equal(problemsOf(change(fields), base), [
      `team.yaml: ${message}, but \`acme/encrypted\` is not \`overridable\``,
    ]);
    const open = file('base.yaml', encrypted.replace('waivable: {', 'overridable: true\n    waivable: {'));
    if (!fields.startsWith('assert')) assert.equal(problemsOf(open, change(fields)), []);
  }
  const off = [
    file('base.yaml', encrypted.replace('waivable: {', 'overridable: true\n    waivable: {')),
    change('enabled: false'),
  ];
  assert.equal(createPolicySet(off, api).rules, []);
});

test('a rule may be turned off by another policy, and not where it is stated', () => {
  const off = file('a.yaml', encrypted.replace('waivable: {', 'enabled: false\n    waivable: {'));
  const [problem, ...others] = createPolicySet([off], api).problems;
  assert.equal(others, []);
  assert.is(problem?.finding.message, 'the rule is turned off where it is stated, so it is never asked');
  assert.equal(problem?.finding.range.start, { line: 12, column: 14 });
  // A policy that extends it may turn it on, which makes it stricter.
  const on = file('team.yaml', 'extends: [./a.yaml]\nrules: [{ id: acme/encrypted, enabled: true }]\n', {
    './a.yaml': ['a.yaml'],
  });
  assert.equal(problemsOf(off, on), []);
});

test('a document that says `for` restates only rules that are for all of it', () => {
  const base = file('base.yaml', encrypted);
  const change = (operations: string, rest = '') => ({
    ...file('team.yaml', '', { './base.yaml': ['base.yaml'] }),
    text: `${head.replace('for: CreateModelImportJob\n', operations)}extends: [./base.yaml]
rules:
  - { id: acme/encrypted, severity: error }
${rest}`,
  });
  const tell = (policy: PolicyFile) =>
    createPolicySet([policy, base], api).problems.map(
      ({ file: name, finding: { range, message, help } }) =>
        `${name}:${range.start.line}:${range.start.column} ${message} (${help})`,
    );
  const help = '(Leave `for` out where a rule is stated anew, or give a rule of its own another id.)';
  for (const operations of ['DeleteImportedModel', '[CreateModelImportJob, DeleteImportedModel]'])
    assert.equal(tell(change(`for: ${operations}\n`)), [
      `team.yaml:7:11 the rule \`acme/encrypted\` is for \`CreateModelImportJob\`, not for \`DeleteImportedModel\` ${help}`,
    ]);
  assert.equal(tell(change('for: CreateModelImportJob\n')), []);
  assert.equal(tell(change('')), []);
  const severities = createPolicySet([change(''), base], api).rules.map(({ severity }) => severity);
  assert.equal(severities, ['error']);
  const own = '  - { id: acme/network, uses: require-member, with: { on: /vpcConfig } }\n';
  assert.equal(tell(change('', own)), [
    'team.yaml:1:1 `for` is missing, expected the operation that the rules are about (Such as `for: CreateModelImportJob`.)',
  ]);
});

test('a restated rule whose id is misspelt is told the near one of its bases', () => {
  const base = file('base.yaml', encrypted);
  const change = (id: string, bases = ['./base.yaml']) =>
    file('team.yaml', `extends: [${bases}]\nrules: [{ id: ${id}, severity: error }]\n`, {
      './base.yaml': ['base.yaml'],
    });
  const tell = (policy: PolicyFile) =>
    createPolicySet([policy, base], api).problems.map(
      ({ finding: { range, message, help } }) => `${range.start.line}:${range.start.column} ${message} ${help}`,
    );
  assert.equal(tell(change('acme/encripted')), [
    '6:15 no policy that this one extends has the rule `acme/encripted`, and a new one needs `assert` or `uses` Did you mean `acme/encrypted`?',
  ]);
  assert.equal(tell(change('acme/network')), ['6:11 a rule needs `assert` or `uses` ']);
  assert.equal(tell(change('acme/other', ['./base.yaml', './more.yaml'])), [
    '5:23 `./more.yaml` cannot be found Name a file of the same repository, relative to this one, or an installed package.',
  ]);
});

test('a document without rules is told once what it lacks', () => {
  const tell = (text: string) =>
    createPolicySet([file('team.yaml', text)], api).problems.map(
      ({ finding: { range, message } }) => `${range.start.line}:${range.start.column} ${message}`,
    );
  assert.equal(tell(''), ['1:1 `rules` is missing']);
  assert.equal(tell('extends: ./base.yaml\n'), ['5:10 found `./base.yaml`, expected a list']);
  assert.equal(tell('extends: []\n'), ['5:10 found an empty list, expected a policy']);
  assert.equal(tell('extends: [7]\n'), ['5:11 found the integer `7`, expected a text']);
});

test('extends that leads nowhere or in a circle is told, as is a rule that is stated twice', () => {
  const a = file('a.yaml', 'extends: [./b.yaml]\n', { './b.yaml': ['b.yaml'] });
  const b = file('b.yaml', 'extends: [./a.yaml]\n', { './a.yaml': ['a.yaml'] });
  assert.equal(problemsOf(a, b), ['b.yaml: `extends` runs in a circle: `a.yaml` → `b.yaml` → `a.yaml`']);
  assert.equal(problemsOf(file('a.yaml', 'extends: ["@acme/none"]\n')), ['a.yaml: `@acme/none` cannot be found']);
  assert.equal(problemsOf(file('a.yaml', encrypted), file('b.yaml', encrypted)), [
    'b.yaml: the rule `acme/encrypted` is stated twice, first at a.yaml:6:9',
  ]);
});

test('a rule that is restated twice, or without tests for another condition, is told where it is restated', () => {
  const base = file('base.yaml', encrypted.replace('acme/encrypted', 'acme/encrypted\n    overridable: true'));
  const team = (rules: string) =>
    file('team.yaml', `extends: [./base.yaml]\nrules:\n${rules}`, { './base.yaml': ['base.yaml'] });
  const tell = (rules: string) =>
    createPolicySet([team(rules), base], api).problems.map(
      ({ file: name, finding: { range, message } }) => `${name}:${range.start.line}:${range.start.column} ${message}`,
    );
  assert.equal(tell('  - { id: acme/encrypted, severity: warning }\n  - { id: acme/encrypted, severity: info }\n'), [
    'team.yaml:8:11 the rule `acme/encrypted` is stated twice, first at team.yaml:7:11',
  ]);
  assert.equal(tell('  - { id: acme/encrypted, when: has(input.jobTags) }\n'), ['team.yaml:7:7 the rule has no tests']);
});

test('a test cannot take out what the model does not have', () => {
  const misspelt = encrypted.replace('importedModelKmsKeyId: null', 'importedModelKmsKey: null');
  assert.equal(problemsOf(file('a.yaml', misspelt)), ['a.yaml: unknown member `importedModelKmsKey`']);
});

test('tests may stand in a file of their own', () => {
  const [rule = '', tests = ''] = encrypted.split('    tests:\n');
  const separate = `apiVersion: shapegate/v1
kind: PolicyTests
tests:
  - rule: acme/encrypted
${tests.replaceAll(/^ {6}/gm, '    ')}`;
  const more = { file: 'tests.yaml', text: separate, format: 'yaml' } as const;
  assert.equal(problemsOf(file('a.yaml', rule), more), []);
  assert.is(loadPolicies([more, file('a.yaml', rule)], api).rules[0]?.outcomes.length, 3);
});

test('hostile policies are problems, soon and without an exception', () => {
  const texts = [
    '[',
    '\u0000',
    'a: &a [*a]',
    `${head}rules: ${'['.repeat(10_000)}`,
    `${head}rules: [${'{ id: a/b, message: x, assert: "true" },'.repeat(2_000)}]`,
    `${head}rules: [{ id: a/b, message: "${'{{'.repeat(2_000)}", assert: "true" }]`,
    `${head}rules: [{ __proto__: 1, constructor: 2, id: a/b, uses: constructor, with: { __proto__: [] } }]`,
    `${head}extends: [__proto__, constructor]\n`,
    `${head}rules: [{ id: a/b, message: x, at: /__proto__/constructor, assert: "has(input.constructor)" }]`,
    `${head}rules: [{ id: a/b, message: x, each: "${'('.repeat(20_000)}", assert: "true" }]`,
  ];
  for (const text of texts) {
    const start = performance.now();
    assert.ok(createPolicySet([{ file: 'a.yaml', text, format: 'yaml' }], api).problems.length > 0, text.slice(0, 200));
    assert.ok(performance.now() - start < 3_000, text.slice(0, 200));
  }
});

test('what the tests and the expressions of all rules cost together is bounded', () => {
  const tens = '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]';
  const loop = [1, 2, 3, 4, 5, 6].reduce((body, depth) => `${tens}.all(v${depth}, ${body})`, 'true');
  const tests = Array.from({ length: 100 }, (_, at) => `{ jobName: "job-${at}" }`).join();
  const slow = file(
    'slow.yaml',
    `rules: [{ id: a/b, message: x, assert: '${loop} || input.jobName == "job"', tests: { pass: [${tests}], fail: [{ jobName: other }] } }]`,
  );
  const start = performance.now();
  assert.match(problemsOf(slow).at(-2) ?? '', 'the tests of all rules take more than 4,000,000 steps');
  const names = Array.from({ length: 500 }, (_, at) => `input.jobName != "j${at}"`).join(' && ');
  const rule = (at: number) =>
    `  - { id: a/b${at}, message: x, assert: '${names}', tests: { pass: [{ jobName: a }], fail: [{ jobName: j1 }] } }`;
  const large = file('large.yaml', `rules:\n${Array.from({ length: 60 }, (_, at) => rule(at)).join('\n')}`);
  assert.equal(problemsOf(large), ['large.yaml: the rules have more than 512 KiB of expressions up to here']);
  assert.ok(performance.now() - start < 20_000);
});

test('a rule for each element of what is no list cannot be decided', () => {
  const set = createPolicySet([file('a.yaml', subnets)], api);
  const input = { vpcConfig: { subnetIds: 'subnet-0a1b2c3d', securityGroupIds: [] } };
  const found = set.check({ operation: 'CreateModelImportJob', input, target, spec: { file: 'a.yaml', document: 0 } });
  assert.equal(
    found.map(({ rule, pointer, message }) => `${rule} ${pointer} ${message}`),
    ['policy/runtime /vpcConfig/subnetIds `acme/subnets` cannot be decided: expected a list, found `subnet-0a1b2c3d`'],
  );
});

test('a test may say which file and document it is about', () => {
  const rule = (tests: string) =>
    file(
      'a.yaml',
      `rules: [{ id: a/b, message: x, assert: 'spec.file.startsWith("imports/") && spec.document == 0', tests: ${tests} }]`,
    );
  const tests =
    '{ pass: [{ file: imports/a.yaml }], fail: [{ file: sandbox/a.yaml }, { file: imports/a.yaml, document: 1, input: {} }] }';
  assert.equal(problemsOf(rule(tests)), []);
  const wrong = problemsOf(rule(tests.replace('document: 1', 'document: -1')));
  assert.ok(wrong.includes('a.yaml: found the integer `-1`, expected a whole number of at least 0'), wrong.join());
});

test('a message writes out a list of single values, and tells the kind of another', () => {
  const rule = (message: string) => `rules:
  - id: acme/listed
    message: '${message}'
    when: has(input.vpcConfig)
    assert: size(input.vpcConfig.subnetIds) != 2
    tests:
      pass: [{ vpcConfig: { subnetIds: [subnet-1], securityGroupIds: [sg-1] } }]
      fail: [{ vpcConfig: { subnetIds: [subnet-1, subnet-2], securityGroupIds: [sg-1] } }]
`;
  const cases: readonly (readonly [string, string])[] = [
    ['not {{ input.vpcConfig.subnetIds }}', 'not `subnet-1` and `subnet-2`'],
    ['not {{ [1, 2, 3] }}', 'not `1`, `2` and `3`'],
    ['not {{ input.vpcConfig.subnetIds.filter(id, id == "other") }}', 'not an empty list'],
    ['not {{ [[1], [2]] }}', 'not a list of 2'],
    ['not {{ input.vpcConfig }}', 'not a map'],
    [
      'not {{ [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] }}',
      'not `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10` and 2 more',
    ],
  ];
  const text = `${spec}vpcConfig: { subnetIds: [subnet-1, subnet-2], securityGroupIds: [sg-1] }\n`;
  for (const [message, expected] of cases)
    assert.equal(
      lint(text, file('a.yaml', rule(message)))
        .filter(({ rule: id }) => id === 'acme/listed')
        .map((finding) => finding.message),
      [expected],
    );
});

test('a rule knows the file and the document that it is asked about', () => {
  const rule = `rules:
  - id: acme/first
    message: 'document {{ spec.document }} of {{ spec.file }} is named {{ input.jobName }}'
    at: /jobName
    assert: spec.document > 0 || input.jobName.startsWith("first-")
    tests:
      pass: [{ jobName: first-2026 }]
      fail: [{ jobName: second-2026 }]
`;
  const found = lint(`${spec}---\n${spec}`, file('a.yaml', rule)).filter(({ rule: id }) => id === 'acme/first');
  assert.equal(
    found.map(({ message }) => message),
    ['document `0` of `a.yaml` is named `nightly-2026-11-23`'],
  );
});

test.run();
