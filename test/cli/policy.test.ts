import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { goodSpec, makeFolder, run } from './run-shapegate.ts';

const key = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const policy = (rules: string, more = '') => `apiVersion: shapegate/v1
kind: Policy
metadata: { name: acme }
for: CreateModelImportJob
${more}rules:
${rules}`;
const encrypted = (assertion = 'has(input.importedModelKmsKeyId)', more = '') => `  - id: acme/encrypted
    severity: warning
    message: a key of ours is missing
    at: /importedModelKmsKeyId
    assert: ${assertion}
${more}    tests:
      pass: [{ importedModelKmsKeyId: "${key}" }]
      fail: [{ importedModelKmsKeyId: null }]
`;
const buckets = `  - id: acme/buckets
    uses: allowed-buckets
    with: { on: /modelDataSource/s3DataSource/s3Uri, buckets: [acme-imports] }
`;
const root = 'root: true\npolicies: ["./policy/*.yaml"]\n';

type Finding = { rule: string; message: string; range: { start: { line: number; column: number } } };

interface Answer {
  readonly files: readonly {
    readonly file: string;
    readonly findings: readonly { readonly rule: string; readonly suppressed: unknown; readonly message: string }[];
  }[];
}

function rulesOf(stdout: string): string[] {
  const { files } = JSON.parse(stdout) as Answer;
  return files.flatMap(({ file, findings }) =>
    findings
      .filter(({ rule, suppressed }) => /^(?:acme|policy|waiver|suppression)\//.test(rule) && suppressed === null)
      .map(({ rule }) => `${file} ${rule}`),
  );
}

function inFolder(files: Readonly<Record<string, string>>, check: (path: string) => void): void {
  const folder = makeFolder(files);
  try {
    check(folder.path);
  } finally {
    folder.remove();
  }
}

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

test('extends of an installed package is locked, and what changes is refused until it is locked anew', () => {
  const files = {
    'shapegate.yaml': root,
    'policy/acme.yaml': policy('  - { id: acme/encrypted, severity: error }\n', 'extends: ["@acme/policy"]\n'),
    'node_modules/@acme/policy/package.json': '{ "name": "@acme/policy", "shapegate": { "policies": ["./p/*.yaml"] } }',
    'node_modules/@acme/policy/p/base.yaml': policy(encrypted()),
    'node_modules/@acme/policy/p/ignored.txt': 'nothing',
    'a.yaml': goodSpec(),
  };
  inFolder(files, (cwd) => {
    assert.is(run(['lint', 'a.yaml'], { cwd }).status, 1);
    const written = run(['policy', 'check', '--write-lock'], { cwd });
    assert.is(written.status, 0, written.stderr);
    const lock = JSON.parse(readFileSync(join(cwd, 'shapegate-lock.json'), 'utf8')) as { policies: object };
    assert.equal(Object.keys(lock.policies), ['@acme/policy']);
    assert.is(run(['lint', 'a.yaml'], { cwd }).status, 1);
    const changed = makeFolder({
      ...files,
      'node_modules/@acme/policy/p/base.yaml': policy(encrypted(undefined, '    enabled: false\n')),
      'shapegate-lock.json': JSON.stringify(lock),
    });
    const refused = run(['lint', 'a.yaml'], { cwd: changed.path });
    changed.remove();
    assert.is(refused.status, 2);
    assert.match(refused.stderr, 'the policy `@acme/policy` is not what was locked in shapegate-lock.json');
  });
});

test('what a package lists and does not have opens no gate', () => {
  const base = {
    'shapegate.yaml': 'policies: ["@acme/policy"]\n',
    'node_modules/@acme/policy/p/base.yaml': policy(encrypted()),
    'a.yaml': goodSpec(),
  };
  for (const [listed, said] of [
    ['["./p/*.yaml", "./p/gone.yaml"]', '1:69: the policy `./p/gone.yaml` is not in the package'],
    ['["./p/*.yaml", "./q/*.yaml"]', '1:69: the policy `./q/*.yaml` is not in the package'],
    ['["./p/*.yaml", "../other.yaml"]', '1:69: it is no path in the package'],
    ['["./p/*.yaml", 7]', '1:69: it is no path in the package'],
    ['"./p/base.yaml"', '1:54: `shapegate.policies` is no list of policies'],
    ['[]', '1:54: `shapegate.policies` is no list of policies'],
    ['[', '1:1: `node_modules/@acme/policy/package.json` is no JSON'],
  ] as const) {
    const manifest = `{ "name": "@acme/policy", "shapegate": { "policies": ${listed} } }`;
    inFolder({ ...base, 'node_modules/@acme/policy/package.json': manifest }, (cwd) => {
      for (const args of [
        ['lint', 'a.yaml'],
        ['policy', 'check'],
      ]) {
        const { status, stdout, stderr } = run(args, { cwd });
        assert.is(status, 2, listed);
        assert.match(stdout + stderr, `node_modules/@acme/policy/package.json:${said}`);
      }
    });
  }
});

test('every policy that is not as it was locked is told, by policy test as well', () => {
  const files = {
    'shapegate.yaml': 'policies: [./acme.yaml]\n',
    'acme.yaml': policy(encrypted(), 'extends: ["./one.yaml", "./two.yaml"]\n'),
    'one.yaml': policy(buckets),
    'two.yaml': policy(buckets.replace('acme/buckets', 'acme/other-buckets')),
    'shapegate-lock.json': '{ "version": 1, "policies": {} }',
  };
  inFolder(files, (cwd) => {
    for (const command of ['check', 'test']) {
      const { status, stdout, stderr } = run(['policy', command], { cwd });
      assert.is(status, 2, command);
      for (const name of ['./one.yaml', './two.yaml'])
        assert.match(stdout + stderr, `the policy \`${name}\` is not in shapegate-lock.json`);
    }
  });
});

test('extends looks nowhere but beside the policy and among what is installed', () => {
  inFolder({ 'a.yaml': policy(encrypted()) }, (cwd) => {
    writeFileSync(join(cwd, 'b.yaml'), policy('', `extends: [${JSON.stringify(join(cwd, 'a.yaml'))}]\n`));
    const { status, stdout, stderr } = run(['policy', 'check', 'b.yaml'], { cwd });
    assert.is(status, 2);
    assert.match(stdout + stderr, 'cannot be found');
  });
});

test('extends stays in its repository, and in its package', () => {
  const files = {
    'secret.yaml': 'password: hunter2\n',
    'repo/.git/HEAD': 'ref: refs/heads/main\n',
    'repo/base.yaml': policy(encrypted()),
    'repo/policy/inside.yaml': policy('  - { id: acme/encrypted, severity: error }\n', 'extends: ["../base.yaml"]\n'),
    'repo/policy/outside.yaml': policy('', 'extends: ["../../secret.yaml"]\n'),
    'repo/node_modules/@acme/policy/package.json': '{"shapegate": {"policies": ["./one.yaml"]}}',
    'repo/node_modules/@acme/policy/one.yaml': policy('', 'extends: ["../../../../secret.yaml"]\n'),
    'repo/policy/package.yaml': policy('', 'extends: ["@acme/policy"]\n'),
  };
  inFolder(files, (cwd) => {
    const check = (file: string) => run(['policy', 'check', file], { cwd: join(cwd, 'repo') });
    assert.is(check('policy/inside.yaml').status, 0);
    for (const file of ['policy/outside.yaml', 'policy/package.yaml']) {
      const { status, stdout, stderr } = check(file);
      assert.is(status, 2, file);
      assert.match(stdout + stderr, /secret\.yaml` cannot be found/);
      assert.not.match(stdout + stderr, 'hunter2');
    }
  });
});

test('policy test and policy diff take one format', () => {
  inFolder({ 'a.yaml': policy(encrypted()) }, (cwd) => {
    for (const args of [
      ['policy', 'test', 'a.yaml'],
      ['policy', 'diff', 'a.yaml', 'a.yaml'],
    ]) {
      const { status, stderr } = run([...args, '--format', 'nonsense', '--format', 'pretty'], { cwd });
      assert.is(status, 2);
      assert.match(stderr, '`--format` is given more than once');
    }
  });
});

test('a lock holds wherever its folder is moved to', () => {
  const project = (folder: string) => ({
    [`${folder}/shapegate.yaml`]: root,
    [`${folder}/policy/acme.yaml`]: policy(
      '  - { id: acme/encrypted, severity: error }\n',
      'extends: ["../base.yaml"]\n',
    ),
    [`${folder}/base.yaml`]: policy(encrypted()),
    [`${folder}/a.yaml`]: goodSpec(),
  });
  inFolder({ ...project('here'), ...project('a_node_modules_b') }, (cwd) => {
    const [here, there] = [join(cwd, 'here'), join(cwd, 'a_node_modules_b')];
    assert.is(run(['policy', 'check', '--write-lock'], { cwd: here }).status, 0);
    writeFileSync(join(there, 'shapegate-lock.json'), readFileSync(join(here, 'shapegate-lock.json')));
    const { status, stderr } = run(['lint', 'a.yaml'], { cwd: there });
    assert.is(status, 1, stderr);
  });
});

test('policy test tells of coverage and of changes that nobody notices, as text, JSON and JUnit', () => {
  const rule = encrypted('has(input.importedModelKmsKeyId) && input.importedModelKmsKeyId.startsWith("arn:")');
  inFolder({ 'a.yaml': policy(rule + buckets) }, (cwd) => {
    const text = run(['policy', 'test', 'a.yaml', '--mutate', '--coverage', '--run', 'encrypted$'], { cwd });
    assert.is(text.status, 1);
    assert.match(text.stdout, 'acme/encrypted: 2 of 2 tests hold, 83% of 6 branches, 2 of 3 changes noticed\n');
    assert.match(
      text.stdout,
      'a.yaml:10:49 no test notices a change that drops `input.importedModelKmsKeyId.startsWith',
    );
    assert.not.match(text.stdout, 'acme/buckets');
    assert.is(run(['policy', 'test', 'a.yaml', '--coverage'], { cwd }).status, 0);
    assert.is(run(['policy', 'test', 'a.yaml', '--coverage-threshold', '80'], { cwd }).status, 0);
    assert.is(run(['policy', 'test', 'a.yaml', '--coverage-threshold', '90'], { cwd }).status, 1);
    const json = JSON.parse(run(['policy', 'test', 'a.yaml', '--format', 'json', '--mutate'], { cwd }).stdout);
    assert.is(json.summary.tests, 2);
    assert.is(json.rules[1].mutation.survivors[0].range.start.line, 10);
    const junit = run(['policy', 'test', 'a.yaml', '--format', 'junit'], { cwd }).stdout;
    assert.match(junit, '<testsuites tests="2" failures="0">');
    const junitArguments = ['--format', 'junit', '--coverage-threshold', '80', '--run', 'encrypted$'];
    const covered = run(['policy', 'test', 'a.yaml', ...junitArguments], { cwd }).stdout;
    assert.match(covered, 'name="coverage" file="a.yaml" line="6"');
    const nothing = run(['policy', 'test', 'a.yaml', '--run', 'none'], { cwd });
    assert.is(nothing.status, 2);
    const both = run(['policy', 'test', 'a.yaml', '--run', 'encrypted$', '--run', 'buckets'], { cwd });
    assert.match(both.stdout, /^acme\/buckets: [^\n]*\nacme\/encrypted: /);
    const idle = run(['policy', 'test', 'a.yaml', '--run', 'encrypted$', '--run', 'bukets'], { cwd });
    assert.is(idle.status, 2);
    assert.match(idle.stderr, 'no rule was tested of `--run bukets`');
  });
});

test('policy test says of a rule that is turned off that it is', () => {
  const files = {
    'base.yaml': policy(encrypted(undefined, '    overridable: true\n')),
    'team.yaml': policy('  - { id: acme/encrypted, enabled: false }\n', 'extends: ["./base.yaml"]\n'),
  };
  inFolder(files, (cwd) => {
    for (const choice of [[], ['--run', 'encrypted']]) {
      const { status, stderr } = run(['policy', 'test', 'team.yaml', ...choice], { cwd });
      assert.is(status, 2);
      assert.match(stderr, 'no rule was tested');
      assert.match(stderr, '`acme/encrypted` is turned off.');
    }
  });
});

test('policy test tells of a broken policy in the form that is asked for', () => {
  inFolder({ 'a.yaml': policy(encrypted('has(input.importedModelKmsKey)')) }, (cwd) => {
    const tested = run(['policy', 'test', 'a.yaml', '--format', 'junit'], { cwd });
    assert.is(tested.status, 2);
    assert.match(tested.stdout, /^<\?xml /);
    assert.is(tested.stdout, run(['policy', 'check', 'a.yaml', '--format', 'junit'], { cwd }).stdout);
  });
});

test('policy diff says what became stricter and which specs change verdict', () => {
  const files = {
    'old.yaml': policy(encrypted()),
    'new.yaml': policy(encrypted().replace('warning', 'error') + buckets),
    'a.yaml': goodSpec(),
  };
  inFolder(files, (cwd) => {
    const { status, stdout } = run(['policy', 'diff', 'old.yaml', 'new.yaml', 'a.yaml'], { cwd });
    assert.is(status, 1);
    assert.is(
      stdout,
      `added    acme/buckets
stricter acme/encrypted: severity \`warning\` → \`error\`

a.yaml: valid → invalid
  + error acme/buckets /modelDataSource/s3DataSource/s3Uri
  + error acme/encrypted /importedModelKmsKeyId
  - warning acme/encrypted /importedModelKmsKeyId
`,
    );
    assert.is(
      run(['policy', 'diff', 'old.yaml', 'old.yaml', 'a.yaml'], { cwd }).stdout,
      'the rules are the same\n\nno spec changes\n',
    );
  });
});

test('policy diff does not call another layout another rule', () => {
  const logic = 'has(input.importedModelKmsKeyId) && !input.roleArn.endsWith("a  b")';
  const old = policy(encrypted(logic) + buckets);
  const files = {
    'old.yaml': old,
    'new.yaml': old.replace(logic, logic.replace(' && ', '  &&  ')),
    'other.yaml': old.replace(logic, logic.replace('a  b', 'a b')),
  };
  inFolder(files, (cwd) => {
    const diff = (file: string) => run(['policy', 'diff', 'old.yaml', file], { cwd });
    assert.is(diff('new.yaml').stdout, 'the rules are the same\n');
    assert.is(diff('other.yaml').stdout, 'changed  acme/encrypted: another `assert`\n');
  });
});

test.run();
