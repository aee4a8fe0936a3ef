import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { goodSpec, makeFolder, run } from './run-shapegate.ts';

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
  - { rule: arn/resource, file: "else/**", pointer: /roleArn, reason: old, owner: us, ticket: A-1, expires: "9999-12-31" }
`,
  'team/shapegate.json': `{ "targets": [{ "files": ["imports/*"], "region": "eu-central-1", "operation": "CreateModelImportJob" }],
    "rules": { "tags/limit": "warning", "arn/account": "error" } }`,
  'team/imports/a.yaml': goodSpec(),
};

test('explain names who set each thing that holds for a file', () => {
  const folder = makeFolder(files);
  try {
    const { status, stdout, stderr } = run(['explain', 'team/imports/a.yaml'], { cwd: folder.path });
    assert.is(status, 0, stderr);
    const near = 'team/shapegate.json';
    assert.equal(stdout.trimEnd().split('\n'), [
      'file: team/imports/a.yaml',
      `configuration: ${near}, shapegate.yaml`,
      `claimed by a target: yes  (${near} /targets/0, shapegate.yaml /targets/0)`,
      `operation: CreateModelImportJob  (${near} /targets/0/operation)`,
      `region: eu-central-1  (${near} /targets/0/region)`,
      'account: 111122223333  (shapegate.yaml /targets/0/account)',
      'references: allow  (shapegate.yaml /references)',
      'model: api/*.smithy  (shapegate.yaml /models/0)',
      'policy: ./policy/*.yaml  (shapegate.yaml /policies/0)',
      'waivers: waivers.yaml  (shapegate.yaml /waivers/0)',
      'waiver of arn/wildcard: /roleArn until 9999-12-31  (waivers.yaml)',
      'baseline: base.json  (shapegate.yaml /baseline)',
      `rule tags/limit: {"limit":40,"severity":"warning"}  (${near} /rules/tags~1limit, shapegate.yaml /rules/tags~1limit)`,
      `rule arn/account: error  (${near} /rules/arn~1account)`,
      'rule vpc/single-subnet: info  (shapegate.yaml /overrides/1/rules/vpc~1single-subnet)',
    ]);
    const fromBelow = run(['explain', 'a.yaml', '--format', 'json'], { cwd: join(folder.path, 'team/imports') });
    const answer = JSON.parse(fromBelow.stdout) as {
      file: string;
      region: unknown;
      rules: { rule: string; value: unknown; from: unknown }[];
      waivers: { rule: string }[];
    };
    assert.is(answer.file, 'a.yaml');
    assert.equal(answer.region, {
      value: 'eu-central-1',
      from: [{ file: '../shapegate.json', pointer: '/targets/0/region' }],
    });
    assert.equal(
      answer.rules.find(({ rule }) => rule === 'arn/account'),
      { rule: 'arn/account', value: 'error', from: [{ file: '../shapegate.json', pointer: '/rules/arn~1account' }] },
    );
    assert.equal(
      answer.waivers.map(({ rule }) => rule),
      ['arn/wildcard'],
    );
  } finally {
    folder.remove();
  }
});

test('explain says where nobody has said anything', () => {
  const folder = makeFolder({ 'shapegate.yaml': 'root: true\n', 'a.yaml': goodSpec() });
  try {
    const { stdout } = run(['explain', 'a.yaml'], { cwd: folder.path });
    for (const line of ['claimed by a target: no\n', 'region: not set\n', 'model: the shipped one\n', 'policy: none\n'])
      assert.ok(stdout.includes(line), `${line} in ${stdout}`);
  } finally {
    folder.remove();
  }
});

test.run();
