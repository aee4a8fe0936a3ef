import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { buckets, encrypted, type Finding, policy, root, rulesOf } from './acme-policies.ts';
import { goodSpec, inFolder, run } from './run-shapegate.ts';

test('lint, plan and submit hold to the policies of the configuration and of --policy', () => {
  const files = {
    'shapegate.yaml': root,
    'policy/acme.yaml': policy(encrypted()),
    'more/buckets.yaml': policy(buckets),
    'a.yaml': goodSpec(),
  };
  inFolder(files, (cwd) => {
    const configured = run(['lint', 'a.yaml', '--format', 'json'], { cwd });
    assert.is(configured.status, 0);
    assert.equal(rulesOf(configured.stdout), ['a.yaml acme/encrypted']);
    const both = run(['lint', 'a.yaml', '--format', 'json', '--policy', 'more'], { cwd });
    assert.is(both.status, 1);
    assert.equal(rulesOf(both.stdout), ['a.yaml acme/encrypted', 'a.yaml acme/buckets']);
    assert.is(run(['plan', 'a.yaml'], { cwd }).status, 0);
    for (const args of [
      ['plan', 'a.yaml'],
      ['submit', 'a.yaml', '--endpoint-url', 'http://127.0.0.1:9'],
    ]) {
      const refused = run([...args, '--policy', 'more/buckets.yaml'], { cwd });
      assert.is(refused.status, 1, refused.stderr);
      assert.match(refused.stderr, 'acme/buckets');
    }
  });
});

test('a broken policy, a failing test and a policy that is not there end with 2, and JSON tells of them', () => {
  const files = {
    'shapegate.yaml': root,
    'policy/acme.yaml': policy(encrypted('has(input.importedModelKmsKey)')),
    'policy/tests.yaml': policy(encrypted("'!has(input.importedModelKmsKeyId)'").replace('acme/enc', 'acme/not-enc')),
    'a.yaml': goodSpec(),
  };
  inFolder(files, (cwd) => {
    for (const command of ['lint', 'plan', 'submit']) {
      const broken = run([command, 'a.yaml'], { cwd });
      assert.is(broken.status, 2);
      assert.match(broken.stderr, 'policy/acme.yaml:10:23: unknown member `importedModelKmsKey`');
    }
    const { status, stdout } = run(['lint', 'a.yaml', '--format', 'json'], { cwd });
    assert.is(status, 2);
    assert.equal(rulesOf(stdout), [
      'policy/acme.yaml policy/invalid',
      'policy/tests.yaml policy/invalid',
      'policy/tests.yaml policy/invalid',
    ]);
    const missing = run(['lint', 'a.yaml', '--policy', './none.yaml'], { cwd });
    assert.is(missing.status, 2);
    assert.match(missing.stderr, 'the policy `./none.yaml` cannot be found');
    assert.is(run(['policy', 'check', 'policy/acme.yaml'], { cwd }).status, 2);
    assert.is(run(['policy', 'check', 'policy/tests.yaml'], { cwd }).status, 1);
    assert.is(run(['policy', 'test', 'policy/tests.yaml'], { cwd }).status, 1);
    assert.is(run(['policy', 'test', 'policy/acme.yaml'], { cwd }).status, 2);
  });
});

test('a policy that cannot be had is a finding of the file that names it', () => {
  const lock = (hash: string) => `{ "version": 1, "policies": { "@acme/policy": "${hash}" } }\n`;
  const installed = {
    'node_modules/@acme/policy/package.json': '{ "shapegate": { "policies": ["./acme.yaml"] } }',
    'node_modules/@acme/policy/acme.yaml': policy(encrypted()),
  };
  const named = (name: string) => `root: true\npolicies:\n  - "${name}"\n`;
  const cases: readonly (readonly [files: Record<string, string>, args: string[], found: string])[] = [
    [{ 'shapegate.yaml': named('./none.yaml') }, [], 'shapegate.yaml:3:5 the policy `./none.yaml` cannot be found'],
    [{ 'shapegate.yaml': named('@acme/none') }, [], 'shapegate.yaml:3:5 the policy `@acme/none` cannot be found'],
    [{}, ['--policy', './none.yaml'], './none.yaml:1:1 the policy `./none.yaml` cannot be found'],
    [
      { 'shapegate.yaml': named('./a.yaml'), 'a.yaml': policy(encrypted(), 'extends: [./none.yaml]\n') },
      [],
      'a.yaml:5:11 `./none.yaml` cannot be found',
    ],
    [
      { 'shapegate.yaml': named('./a.yaml'), 'a.yaml': policy(encrypted(), 'extends: ["@acme/none"]\n') },
      [],
      'a.yaml:5:11 `@acme/none` cannot be found',
    ],
    [
      {
        'shapegate.yaml': named('./a.yaml'),
        'a.yaml': policy(encrypted(), 'extends: [./b.yaml]\n'),
        'b.yaml': policy(encrypted().replace('acme/e', 'acme/not-e'), 'extends: [./a.yaml]\n'),
      },
      [],
      'b.yaml:5:11 `extends` runs in a circle: `a.yaml` → `b.yaml` → `a.yaml`',
    ],
    [
      { ...installed, 'shapegate.yaml': named('@acme/policy'), 'shapegate-lock.json': lock('sha256:00') },
      [],
      'shapegate-lock.json:1:47 the policy `@acme/policy` is not what was locked in shapegate-lock.json',
    ],
    [
      {
        ...installed,
        'shapegate.yaml': named('@acme/policy'),
        'shapegate-lock.json': '{ "version": 1, "policies": {} }',
      },
      [],
      'shapegate-lock.json:1:1 the policy `@acme/policy` is not in shapegate-lock.json',
    ],
    [
      { ...installed, 'shapegate.yaml': named('@acme/policy'), 'shapegate-lock.json': '{' },
      [],
      'shapegate-lock.json:1:1 shapegate-lock.json is no lock file',
    ],
  ];
  for (const [files, args, found] of cases)
    inFolder({ 'spec.yaml': goodSpec(), 'shapegate.yaml': 'root: true\n', ...files }, (cwd) => {
      const commands = [['lint', 'spec.yaml', ...args]];
      if (args.length === 0) commands.push(['policy', 'check']);
      for (const command of commands) {
        const { status, stdout, stderr } = run([...command, '--format', 'json'], { cwd });
        assert.is(status, 2, stderr);
        const answer = JSON.parse(stdout) as { files: { file: string; findings: Finding[] }[] };
        const told = answer.files.flatMap(({ file, findings }) =>
          findings.map(
            ({ rule, message, range: { start } }) => `${rule} ${file}:${start.line}:${start.column} ${message}`,
          ),
        );
        assert.equal(told, [`policy/invalid ${found}`]);
      }
    });
});

test('policies for several APIs stand beside each other', () => {
  const model = readFileSync(new URL('../../examples/04-another-api/model/parcels.smithy', import.meta.url), 'utf8');
  const parcels = policy(`  - id: acme/parcels
    message: parcels are sent from Europe
    assert: target.region.startsWith("eu-")
    tests:
      pass: [{ region: eu-central-1, input: {} }]
      fail: [{ region: us-east-1, input: {} }]
`).replace('CreateModelImportJob', 'SendParcel');
  const configuration = `root: true
models: [./parcels.smithy]
targets:
  - { files: [parcel.yaml], operation: SendParcel, region: us-east-1 }
policies: [./imports.yaml, ./parcels.yaml]
`;
  const files = {
    'shapegate.yaml': configuration,
    'parcels.smithy': model,
    'imports.yaml': policy(encrypted()),
    'parcels.yaml': parcels,
    'a.yaml': goodSpec(),
    'parcel.yaml': 'reference: MUG-2026-11\n',
  };
  inFolder(files, (cwd) => {
    const lint = (file: string) => rulesOf(run(['lint', file, '--format', 'json'], { cwd }).stdout);
    assert.equal(lint('a.yaml'), ['a.yaml acme/encrypted']);
    assert.equal(lint('parcel.yaml'), ['parcel.yaml acme/parcels']);
    assert.match(run(['policy', 'check'], { cwd }).stdout, '2 rules hold, 4 tests pass');
  });
  inFolder({ ...files, 'parcels.yaml': parcels.replace('SendParcel', 'SendParcels') }, (cwd) => {
    for (const file of ['a.yaml', 'parcel.yaml']) {
      const { status, stderr } = run(['lint', file], { cwd });
      assert.is(status, 2);
      assert.match(stderr, 'parcels.yaml:4:6: the model has no operation `SendParcels`');
    }
  });
});

test('a rule of a policy is silenced only where the policy lets it be, and for no longer', () => {
  const waiver = (expires: string) => `apiVersion: shapegate/v1
kind: Waivers
waivers:
  - rule: acme/encrypted
    file: a.yaml
    pointer: /importedModelKmsKeyId
    reason: it is moved next month
    owner: nlp
    ticket: NLP-1
    expires: ${expires}
`;
  const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const lint = (waivable: string, expires: string): string[] => {
    let found: string[] = [];
    const files = {
      'shapegate.yaml': `${root}waivers: [./waivers.yaml]\n`,
      'policy/acme.yaml': policy(encrypted(undefined, waivable)),
      'waivers.yaml': waiver(expires),
      'a.yaml': goodSpec(),
    };
    inFolder(files, (cwd) => {
      found = rulesOf(run(['lint', 'a.yaml', '--format', 'json'], { cwd }).stdout);
    });
    return found;
  };
  const limited = '    waivable: { maxDays: 30 }\n';
  assert.equal(lint(limited, dayIn(20)), []);
  assert.equal(lint(limited, dayIn(40)), ['a.yaml acme/encrypted', 'waivers.yaml waiver/invalid']);
  assert.equal(lint('    waivable: true\n', dayIn(400)), []);
  assert.equal(lint('', dayIn(20)), ['a.yaml acme/encrypted', 'waivers.yaml waiver/invalid']);
});

test('a comment silences a rule of a policy only where it is waivable', () => {
  const spec = goodSpec().replace('input:', 'input: # shapegate-ignore acme/encrypted -- next month');
  for (const [waivable, expected] of [
    ['    waivable: true\n', []],
    ['', ['a.yaml acme/encrypted', 'a.yaml suppression/unused']],
  ] as const) {
    const files = {
      'shapegate.yaml': root,
      'policy/acme.yaml': policy(encrypted(undefined, waivable)),
      'a.yaml': spec,
    };
    inFolder(files, (cwd) => {
      const found = rulesOf(run(['lint', 'a.yaml', '--format', 'json'], { cwd }).stdout);
      assert.equal(new Set(found), new Set(expected));
    });
  }
});

test.run();
