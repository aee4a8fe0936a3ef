import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { writeFileUri } from '../../packages/cli/src/format/file-uri.ts';
import { supportsLinks } from '../../packages/cli/src/format/look.ts';
import { findWorkspacePrefix, seeFromWorkspace } from '../../packages/cli/src/format/workspace.ts';
import { goodSpec, makeFolder, run } from './run-shapegate.ts';

const wrong = goodSpec('nightly-2026.11');

function withFolder(files: Readonly<Record<string, string>>, use: (cwd: string) => void): void {
  const folder = makeFolder({ 'spec.yaml': wrong, ...files });
  try {
    use(folder.path);
  } finally {
    folder.remove();
  }
}

test('an unknown format is exit 2 with the near name, before anything is read', () => {
  withFolder({}, (cwd) => {
    const { status, stdout, stderr } = run(['lint', '--format', 'sarf=out.sarif', 'missing.yaml'], { cwd });
    assert.is(status, 2);
    assert.is(stdout, '');
    assert.match(stderr, 'unknown format `sarf`, did you mean `sarif`?');
    assert.match(stderr, 'gitlab');
    for (const text of ['', '=x', 'toString', 'JSON', '__proto__'])
      assert.is(run(['lint', `--format=${text}`, 'spec.yaml'], { cwd }).status, 2, text);
    assert.match(run(['lint', '--format=sarif=', 'spec.yaml'], { cwd }).stderr, 'no file after `sarif=`');
    assert.match(run(['rules', '--format=sarif'], { cwd }).stderr, 'Known are pretty, json');
  });
});

test('files are written whole, in folders that are made for them, and nothing else is left', () => {
  withFolder({ 'out/a.json': 'old' }, (cwd) => {
    const args = ['--format=json=out/a.json', '--format=sarif=out/new/b=c.sarif', '--format=markdown'];
    const { status, stdout } = run(['lint', 'spec.yaml', ...args], { cwd });
    assert.is(status, 1);
    assert.match(stdout, /^<!-- shapegate -->\n/);
    JSON.parse(readFileSync(join(cwd, 'out/a.json'), 'utf8'));
    JSON.parse(readFileSync(join(cwd, 'out/new/b=c.sarif'), 'utf8'));
    assert.equal(readdirSync(join(cwd, 'out')).sort(), ['a.json', 'new']);
    assert.equal(readdirSync(join(cwd, 'out/new')), ['b=c.sarif']);
  });
});

test('one file takes one format', () => {
  withFolder({}, (cwd) => {
    const { status, stderr } = run(['lint', 'spec.yaml', '--format=json=a', '--format=sarif=./a'], { cwd });
    assert.is(status, 2);
    assert.match(stderr, 'two formats are to be written to `./a`');
    assert.not.ok(existsSync(join(cwd, 'a')));
  });
});

test('what cannot be written is exit 2', () => {
  withFolder({ folder: '' }, (cwd) => {
    for (const file of ['.', 'folder/a.json', 'spec.yaml/b.json']) {
      const { status, stderr } = run(['lint', 'spec.yaml', `--format=sarif=${file}`], { cwd });
      assert.is(status, 2, file);
      assert.match(stderr, 'cannot write `');
    }
    const env = { PATH: process.env.PATH, GITHUB_STEP_SUMMARY: cwd };
    assert.match(
      run(['lint', 'spec.yaml', '--format=github'], { cwd, env }).stderr,
      'cannot write to GITHUB_STEP_SUMMARY',
    );
  });
});

if (process.platform !== 'win32')
  test('a device is written to, not replaced; a link stays a link', () => {
    withFolder({ 'real.json': 'old' }, (cwd) => {
      assert.is(run(['lint', 'spec.yaml', '--format=json=/dev/null'], { cwd }).status, 1);
      assert.ok(lstatSync('/dev/null').isCharacterDevice());
      symlinkSync('real.json', join(cwd, 'link.json'));
      run(['lint', 'spec.yaml', '--format=json=link.json'], { cwd });
      assert.ok(lstatSync(join(cwd, 'link.json')).isSymbolicLink());
      JSON.parse(readFileSync(join(cwd, 'real.json'), 'utf8'));
    });
  });

test('a file never has colours, links or the width of a terminal', () => {
  withFolder({}, (cwd) => {
    const env = { PATH: process.env.PATH, COLUMNS: '20', FORCE_HYPERLINK: '1', TERM: 'xterm-kitty' };
    run(['lint', 'spec.yaml', '--format=pretty=out.txt'], { cwd, env });
    assert.is(readFileSync(join(cwd, 'out.txt'), 'utf8'), run(['lint', 'spec.yaml'], { cwd }).stdout);
    assert.not.match(run(['lint', 'spec.yaml'], { cwd, env }).stdout, '\u001b');
  });
});

test('links are for terminals that say that they know them', () => {
  for (const env of [
    { TERM_PROGRAM: 'iTerm.app' },
    { TERM_PROGRAM: 'vscode' },
    { VTE_VERSION: '6800' },
    { WT_SESSION: 'x' },
    { TERM: 'xterm-kitty' },
    { FORCE_HYPERLINK: '1', CI: 'true' },
  ])
    assert.ok(supportsLinks(env), JSON.stringify(env));
  for (const env of [
    {},
    { TERM: 'xterm-256color' },
    { TERM_PROGRAM: 'Apple_Terminal' },
    { VTE_VERSION: '4600' },
    { TERM_PROGRAM: 'vscode', CI: 'true' },
    { TERM_PROGRAM: 'WezTerm', TMUX: '/tmp/tmux' },
    { TERM: 'xterm-kitty', FORCE_HYPERLINK: '0' },
  ])
    assert.not.ok(supportsLinks(env), JSON.stringify(env));
});

test('an address of a file has nothing in it that ends a link', () => {
  assert.is(writeFileUri('/a b/c#d?e%.yaml', '/'), 'file:///a%20b/c%23d%3Fe%25.yaml');
  assert.is(writeFileUri('/\u001b\\x/é\ud800', '/'), 'file:///%1B%5Cx/%C3%A9%EF%BF%BD');
  assert.is(writeFileUri('C:\\specs\\a.yaml', '\\'), 'file:///C:/specs/a.yaml');
});

test('paths are seen from the root that CI names', () => {
  const cwd = process.cwd();
  assert.is(findWorkspacePrefix({}), '');
  assert.is(findWorkspacePrefix({ GITHUB_WORKSPACE: cwd }), '');
  assert.is(findWorkspacePrefix({ GITHUB_WORKSPACE: join(cwd, '..') }), `${cwd.split(/[/\\]/).at(-1)}/`);
  assert.is(findWorkspacePrefix({ CI_PROJECT_DIR: join(cwd, 'packages') }), '');
  assert.is(seeFromWorkspace('team/', '../other/a.yaml'), 'other/a.yaml');
});

const policy = `apiVersion: shapegate/v1
kind: Policy
metadata: { name: acme-imports, version: 1 }
for: CreateModelImportJob
rules:
  - id: acme/encrypted
    severity: warning
    message: the imported model must be encrypted with a key of ours
    why: "the default key cannot be revoked, see {0} and [this](https://evil.example)"
    at: /importedModelKmsKeyId
    assert: has(input.importedModelKmsKeyId)
    tests:
      pass: [{ importedModelKmsKeyId: "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab" }]
      fail: [{ importedModelKmsKeyId: null }]
`;

test("SARIF says of a policy's rule what the policy says", () => {
  withFolder({ 'policy.yaml': policy }, (cwd) => {
    const { stdout, stderr } = run(['lint', 'spec.yaml', '--policy=policy.yaml', '--format=sarif'], { cwd });
    assert.is(stderr, '');
    const { rules } = JSON.parse(stdout).runs[0].tool.driver as { readonly rules: readonly Record<string, unknown>[] };
    assert.equal(
      rules.find(({ id }) => id === 'acme/encrypted'),
      {
        id: 'acme/encrypted',
        shortDescription: { text: 'the imported model must be encrypted with a key of ours' },
        fullDescription: { text: 'the default key cannot be revoked, see {0} and [this\\](https://evil.example)' },
        help: {
          text: 'the imported model must be encrypted with a key of ours\n\nthe default key cannot be revoked, see {0} and [this\\](https://evil.example)',
        },
        defaultConfiguration: { level: 'warning' },
        properties: { tags: ['acme'], policy: 'policy.yaml' },
      },
    );
  });
});

test.run();
