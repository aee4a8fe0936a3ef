import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { buckets, encrypted, policy } from './acme-policies.ts';
import { goodSpec, inFolder, run } from './run-shapegate.ts';

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
