import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { goodSpec, makeFolder, run } from './run-shapegate.ts';

const policy = `apiVersion: shapegate/v1
kind: Policy
metadata: { name: acme }
for: CreateModelImportJob
rules:
  - id: acme/encrypted
    severity: warning
    message: the model must be encrypted with a key of ours
    why: the default key cannot be revoked
    links: ["https://acme.example/keys"]
    at: /importedModelKmsKeyId
    assert: has(input.importedModelKmsKeyId)
    waivable: { maxDays: 90 }
    tests:
      pass: [{ importedModelKmsKeyId: alias/weights }]
      fail:
        - importedModelKmsKeyId: null
        - { account: "444455556666", input: { importedModelKmsKeyId: null, jobName: a-1 } }
  - id: acme/tags
    uses: required-tags
    with: { on: /jobTags, keys: [team] }
`;
const strict = `apiVersion: shapegate/v1
kind: Policy
metadata: { name: strict }
extends: [./acme.yaml]
for: CreateModelImportJob
rules:
  - id: acme/encrypted
    severity: error
`;

const files = {
  'shapegate.yaml': `root: true
models: ["api/*.smithy"]
targets:
  - files: ["**/*.yaml"]
    account: "111122223333"
    region: us-east-1
references: allow
rules: { arn/account: off, tags/limit: { limit: 40 }, vpc/single-subnet: error }
overrides:
  - files: ["other/**"]
    rules: { s3/whole-bucket: off }
  - files: ["team/**"]
    rules: { vpc/single-subnet: info }
policies: ["./policy/*.yaml"]
waivers: [./waivers.yaml]
baseline: ./base.json
`,
  'waivers.yaml': `apiVersion: shapegate/v1
kind: Waivers
waivers:
  - { rule: arn/wildcard, file: "team/**", pointer: /roleArn, reason: old, owner: us, ticket: A-1, expires: "9999-12-31" }
  - { rule: acme/encrypted, file: "team/**", pointer: /importedModelKmsKeyId, reason: old, owner: us, ticket: A-1, expires: "9999-12-31" }
  - { rule: arn/resource, file: "else/**", pointer: /roleArn, reason: old, owner: us, ticket: A-1, expires: "9999-12-31" }
`,
  'team/shapegate.json': `{ "targets": [{ "files": ["imports/*"], "region": "eu-central-1", "operation": "CreateModelImportJob" }],
    "rules": { "tags/limit": "warning", "arn/account": "error" } }`,
  'api/parcels.smithy':
    '$version: "2.0"\nnamespace acme.parcels\nservice Parcels { version: "1", operations: [Send] }\noperation Send {}\n',
  'policy/acme.yaml': policy,
  'policy/strict.yaml': strict,
  'team/imports/a.yaml': goodSpec().replace('eu-central-1', 'eu-west-1').replace('account: "111122223333"\n', ''),
};

test('explain names who set each thing that holds for a file', () => {
  const folder = makeFolder(files);
  try {
    const { status, stdout, stderr } = run(['explain', 'team/imports/a.yaml'], { cwd: folder.path });
    assert.is(status, 0, stderr);
    const [near, spec] = ['team/shapegate.json', 'team/imports/a.yaml'];
    assert.equal(stdout.trimEnd().split('\n'), [
      `file: ${spec}`,
      `configuration: ${near}, shapegate.yaml`,
      `claimed by a target: yes  (${near}:1:15, shapegate.yaml:4:5)`,
      `operation: CreateModelImportJob  (${spec}:1:12)`,
      `region: eu-west-1  (${spec}:2:9)`,
      'account: 111122223333  (shapegate.yaml:5:5)',
      'references: allow  (shapegate.yaml:7:1)',
      'model: api/*.smithy  (shapegate.yaml:2:10)',
      'policy: ./policy/*.yaml  (shapegate.yaml:14:12)',
      'policy rule acme/encrypted: error, waivable for 90 days  (policy/acme.yaml:6:9, changed at policy/strict.yaml:7:9)',
      'policy rule acme/tags: error, not waivable  (policy/acme.yaml:19:9)',
      'waivers: waivers.yaml  (shapegate.yaml:15:11)',
      'waiver of arn/wildcard: /roleArn until 9999-12-31  (waivers.yaml:4:7)',
      'waiver of acme/encrypted: /importedModelKmsKeyId until 9999-12-31, but it does not hold: `shapegate lint` says why  (waivers.yaml:5:7)',
      'baseline: base.json  (shapegate.yaml:16:1)',
      `rule tags/limit: {"limit":40,"severity":"warning"}  (${near}:2:16, shapegate.yaml:8:28)`,
      `rule arn/account: error  (${near}:2:41)`,
      'rule vpc/single-subnet: info  (shapegate.yaml:13:14)',
    ]);
    const fromBelow = run(['explain', 'a.yaml', '--format', 'json'], { cwd: join(folder.path, 'team/imports') });
    const answer = JSON.parse(fromBelow.stdout) as {
      file: string;
      region: unknown;
      account: unknown;
      rules: { rule: string; value: unknown; from: unknown }[];
      waivers: { rule: string; holds: boolean; line: number }[];
      policyRules: { rule: string; asked: boolean; from: unknown }[];
    };
    assert.is(answer.file, 'a.yaml');
    assert.equal(answer.region, {
      value: 'eu-west-1',
      from: [{ file: 'a.yaml', pointer: '/region', line: 2, column: 9 }],
    });
    assert.equal(answer.account, {
      value: '111122223333',
      from: [{ file: '../../shapegate.yaml', pointer: '/targets/0/account', line: 5, column: 5 }],
    });
    assert.equal(
      answer.rules.find(({ rule }) => rule === 'arn/account'),
      {
        rule: 'arn/account',
        idle: false,
        value: 'error',
        from: [{ file: '../shapegate.json', pointer: '/rules/arn~1account', line: 2, column: 41 }],
      },
    );
    assert.equal(
      answer.waivers.map(({ rule, holds, line }) => ({ rule, holds, line })),
      [
        { rule: 'arn/wildcard', holds: true, line: 4 },
        { rule: 'acme/encrypted', holds: false, line: 5 },
      ],
    );
    assert.equal(
      answer.policyRules.map(({ rule, asked, from }) => ({ rule, asked, from })),
      ['acme/encrypted', 'acme/tags'].map((rule) => ({
        rule,
        asked: true,
        from: [{ file: '../../shapegate.yaml', pointer: '/policies/0', line: 14, column: 12 }],
      })),
    );
  } finally {
    folder.remove();
  }
});

test('explain says where nobody has said anything', () => {
  const folder = makeFolder({ 'shapegate.yaml': 'root: true\n', 'a.yaml': goodSpec() });
  try {
    const { stdout } = run(['explain', 'a.yaml'], { cwd: folder.path });
    for (const line of [
      'claimed by a target: no\n',
      'references: forbid\n',
      'model: the shipped one\n',
      'policy: none\n',
    ])
      assert.ok(stdout.includes(line), `${line} in ${stdout}`);
  } finally {
    folder.remove();
  }
});

test('explain tells what it can of a file whose policy is missing, and says so', () => {
  const folder = makeFolder({
    'shapegate.yaml': 'root: true\npolicies: [./none.yaml]\nrules: { spec/parse: off }\n',
    'a.yaml': `${goodSpec()}---\n${goodSpec('other-2026').replace('eu-central-1', 'eu-west-1')}`,
  });
  try {
    const { status, stdout, stderr } = run(['explain', 'a.yaml'], { cwd: folder.path });
    assert.is(status, 2);
    assert.match(stderr, 'shapegate.yaml:2:12: the policy `./none.yaml` cannot be found');
    assert.match(stdout, 'policy: ./none.yaml  (shapegate.yaml:2:12)\n');
    assert.match(stdout, 'rule spec/parse: off  (shapegate.yaml:3:10): it stays an error\n');
    const configuration = join(folder.path, 'shapegate.yaml');
    writeFileSync(configuration, 'root: true\n');
    const { stdout: whole } = run(['explain', 'a.yaml'], { cwd: folder.path });
    assert.match(whole, 'region: not set\n');
    assert.match(whole, 'document 2 region: eu-west-1  (a.yaml:13:9)\n');
    assert.is(run(['explain', '.'], { cwd: folder.path }).status, 2);
  } finally {
    folder.remove();
  }
});

test('explain tells of a rule of a policy', () => {
  const folder = makeFolder(files);
  const explain = (...words: string[]) => run(['explain', ...words], { cwd: folder.path });
  try {
    const { status, stdout, stderr } = explain('acme/encrypted');
    assert.is(status, 0, stderr);
    for (const part of [
      '# acme/encrypted\n\nthe model must be encrypted with a key of ours\n',
      'Severity: error. Asked of `CreateModelImportJob`. Stated at policy/acme.yaml:6:9, changed at policy/strict.yaml:7:9.',
      'assert: has(input.importedModelKmsKeyId)\n',
      '## Wrong\n\nMerged over a valid request:\n\n```yaml\n{ importedModelKmsKeyId: null }  # policy/acme.yaml:17:11\n',
      '{ account: "444455556666", input: { importedModelKmsKeyId: null, jobName: a-1 } }  # policy/acme.yaml:18:11\n',
      '{ importedModelKmsKeyId: alias/weights }  # policy/acme.yaml:15:14\n',
      '## Why\n\nthe default key cannot be revoked\n',
      'A waiver may silence it, for 90 days at most;',
      '- https://acme.example/keys\n',
    ])
      assert.ok(stdout.includes(part), `${part}\nin\n${stdout}`);
    assert.match(explain('acme/tags').stdout, 'uses: required-tags\nwith: { on: /jobTags, keys: [team] }\n');
    const facts = JSON.parse(explain('acme/encrypted', '--format', 'json').stdout) as Record<string, unknown>;
    assert.is(facts['kind'], 'policy');
    assert.is(explain('acme/encrypted', '--format', 'json=out/rule.json').stdout, '');
    assert.equal(JSON.parse(readFileSync(join(folder.path, 'out/rule.json'), 'utf8')), facts);
    assert.equal(facts['waivable'], { maxDays: 90 });
    assert.is(JSON.parse(explain('arn/resource', '--format', 'json').stdout).kind, 'built-in');
    assert.match(explain('acme/encryptd').stderr, 'Did you mean `acme/encrypted`?');
    assert.match(explain('arn/resorce').stderr, 'Did you mean `arn/resource`?');
  } finally {
    folder.remove();
  }
});

test('explain takes policies of the command line; rules lists those in force', () => {
  const folder = makeFolder({ 'shapegate.yaml': 'root: true\n', 'acme.yaml': policy });
  const shapegate = (...words: string[]) => run(words, { cwd: folder.path });
  try {
    assert.is(shapegate('explain', 'acme/encrypted').status, 2);
    assert.is(shapegate('explain', 'acme/encrypted', '--policy', 'acme.yaml').status, 0);
    assert.not.match(shapegate('rules').stdout, 'acme/');
    writeFileSync(join(folder.path, 'shapegate.yaml'), 'root: true\npolicies: [./acme.yaml]\n');
    assert.match(shapegate('rules').stdout, /^acme\/encrypted +warning +the model must be encrypted/m);
    const listed = JSON.parse(shapegate('rules', '--format', 'json').stdout) as { id: string; policy?: unknown }[];
    assert.equal(listed.at(-2)?.policy, {
      file: 'acme.yaml',
      line: 6,
      column: 9,
      operations: ['CreateModelImportJob'],
      waivable: { maxDays: 90 },
    });
    writeFileSync(join(folder.path, 'acme.yaml'), policy.replace('has(input.imp', 'has(input.imq'));
    const { status, stderr } = shapegate('rules');
    assert.is(status, 2);
    assert.match(stderr, 'acme.yaml:12:23: unknown member');
  } finally {
    folder.remove();
  }
});

test('explain and rules tell nothing of a policy that is not as it is locked', () => {
  const folder = makeFolder({
    'shapegate.yaml': 'root: true\npolicies: [acme]\n',
    'node_modules/acme/package.json':
      '{ "name": "acme", "version": "1.0.0", "shapegate": { "policies": ["./acme.yaml"] } }',
    'node_modules/acme/acme.yaml': policy,
  });
  try {
    assert.is(run(['policy', 'check', '--write-lock'], { cwd: folder.path }).status, 0);
    assert.is(run(['explain', 'acme/encrypted'], { cwd: folder.path }).status, 0);
    writeFileSync(join(folder.path, 'node_modules/acme/acme.yaml'), `${policy}# changed\n`);
    for (const words of [['explain', 'acme/encrypted'], ['rules']]) {
      const { status, stdout, stderr } = run(words, { cwd: folder.path });
      assert.is(status, 2);
      assert.is(stdout, '');
      assert.match(stderr, 'the policy `acme` is not what was locked');
    }
  } finally {
    folder.remove();
  }
});

test('what answers call docs can be asked', () => {
  const folder = makeFolder({ 'shapegate.yaml': 'rots: true\n', 'a.yaml': goodSpec() });
  try {
    const { files: broken } = JSON.parse(run(['lint', '--format=json'], { cwd: folder.path }).stdout) as {
      files: { findings: { docs: string }[] }[];
    };
    const [, ...words] = broken[0]?.findings[0]?.docs.split(' ') ?? [];
    assert.equal(words, ['explain', 'config/invalid']);
    const { status, stdout } = run(words, { cwd: folder.path });
    assert.is(status, 0);
    assert.match(stdout, /^# config\/invalid\n/);
  } finally {
    folder.remove();
  }
});

test.run();
