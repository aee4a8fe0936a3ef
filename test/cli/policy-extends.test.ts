import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { buckets, encrypted, policy, root } from './acme-policies.ts';
import { goodSpec, inFolder, makeFolder, run } from './run-shapegate.ts';

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

test.run();
