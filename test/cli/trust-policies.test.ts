import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type GitFolder, makeRepository } from './git-folder.ts';
import { goodSpec, run } from './run-shapegate.ts';

const policy = (name: string, rest: string): string => `apiVersion: shapegate/v1
kind: Policy
metadata: { name: ${name} }
for: CreateModelImportJob
${rest}`;

const key = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const base = policy(
  'base',
  `rules:
  - id: acme/encrypted
    severity: warning
    message: a key of ours is missing
    at: /importedModelKmsKeyId
    assert: has(input.importedModelKmsKeyId)
    tests:
      pass: [{ importedModelKmsKeyId: "${key}" }]
      fail: [{ importedModelKmsKeyId: null }]
`,
);
const team = policy(
  'team',
  `extends: [./base.yaml]
rules:
  - id: acme/encrypted
    severity: error
  - id: acme/vpc
    severity: error
    uses: require-member
    with: { on: /vpcConfig }
`,
);

/** A repository whose `main` refuses the spec by a policy, by one that it extends and that is locked; on a branch of its own. */
function makeGated(files: Readonly<Record<string, string>> = {}): GitFolder {
  const folder = makeRepository({
    'shapegate.yaml': 'root: true\npolicies: [./policy/team.yaml]\n',
    'policy/team.yaml': team,
    'policy/base.yaml': base,
    'imports/a.yaml': goodSpec(),
  });
  assert.is(run(['policy', 'check', '--write-lock'], { cwd: folder.path }).status, 0);
  folder.write(files);
  folder.commit();
  folder.git('checkout', '--quiet', '-b', 'topic');
  return folder;
}

function judge(folder: GitFolder, ...args: string[]) {
  const { status, stdout, stderr } = run(['lint', '--format=json', ...args, 'imports'], { cwd: folder.path });
  const { files } = JSON.parse(stdout) as { files: { findings: { rule: string; severity: string }[] }[] };
  const findings = files.flatMap((file) => file.findings).filter(({ severity }) => severity === 'error');
  return { status, stderr, errors: findings.map(({ rule }) => rule).sort() };
}

const refused = ['acme/encrypted', 'acme/vpc'];
const loosened = base
  .replaceAll('has(input.importedModelKmsKeyId)', 'input.jobName != "x"')
  .replace('null }]', 'null, jobName: x }]');

/** What a request may try, and whether it passes where nothing is trusted but itself; null where that is broken. */
const attempts: readonly (readonly [name: string, files: Readonly<Record<string, string>>, passes: boolean | null])[] =
  [
    ['a policy without its rules', { 'policy/team.yaml': policy('team', 'extends: [./base.yaml]\n') }, true],
    ['a base with another assert', { 'policy/base.yaml': loosened }, null],
    [
      'a base with another assert and a lock for it',
      { 'policy/base.yaml': loosened, 'shapegate-lock.json': '{ "version": 1, "policies": {} }' },
      null,
    ],
    [
      'a base of its own',
      {
        'policy/team.yaml': team.replace('base.yaml', 'own.yaml').replace(/ {2}- id: acme\/vpc[\s\S]*/, ''),
        'policy/own.yaml': base.replace('severity: warning', 'severity: warning\n    overridable: true'),
        'shapegate.yaml': 'root: true\n',
      },
      true,
    ],
    ['a configuration without policies', { 'shapegate.yaml': 'root: true\n' }, true],
    ['a configuration nearer to the specs', { 'imports/shapegate.yaml': 'root: true\n' }, true],
    ['rules that are turned off', { 'shapegate.yaml': 'root: true\npolicies: []\n' }, true],
    ['a policy that is no YAML', { 'policy/base.yaml': '[' }, null],
  ];
for (const [name, files, passes] of attempts)
  test(`with --trust ${name} changes no verdict`, () => {
    const folder = makeGated();
    try {
      assert.equal(judge(folder).errors, refused);
      folder.write(files);
      assert.is(judge(folder).status, passes === null ? 2 : passes ? 0 : 1, name);
      const trusted = judge(folder, '--trust', 'main');
      assert.is(trusted.status, 1, trusted.stderr);
      assert.equal(trusted.errors, refused);
      folder.commit();
      assert.equal(judge(folder, '--trust', 'main').errors, refused);
    } finally {
      folder.remove();
    }
  });

test('a lock that the trusted revision does not keep is told, whatever the working tree says', () => {
  const folder = makeGated({
    'shapegate-lock.json': '{ "version": 1, "policies": { "./policy/base.yaml": "sha256:00" } }\n',
  });
  try {
    folder.write({ 'shapegate-lock.json': '{ "version": 1, "policies": {} }\n' });
    const { status, stderr, errors } = judge(folder, '--trust', 'main');
    assert.is(status, 2);
    assert.equal(errors, ['policy/invalid']);
    assert.match(stderr, 'the policy `./policy/base.yaml` is not what was locked in shapegate-lock.json');
  } finally {
    folder.remove();
  }
});

test('policies that are known to pass their tests are known by what the revision has', () => {
  const folder = makeGated();
  try {
    // The policy of the working tree is tested and remembered first.
    folder.write({ 'policy/team.yaml': policy('team', 'extends: [./base.yaml]\n') });
    assert.is(judge(folder).status, 0);
    assert.equal(judge(folder, '--trust', 'main').errors, refused);
    assert.is(judge(folder).status, 0);
  } finally {
    folder.remove();
  }
});

test.run();
