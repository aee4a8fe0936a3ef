import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type GitFolder, makeRepository } from './git-folder.ts';
import { goodSpec, makeFolder, run } from './run-shapegate.ts';

const baselined = 'shapegate-baseline.json';
/** Its job name is fixed, which is a warning, and its role is of another account, which is an error. */
const bad = goodSpec('nightly').replace('iam::111122223333', 'iam::444455556666');

const waivers = (rule: string): string => `apiVersion: shapegate/v1
kind: Waivers
waivers:
  - rule: ${rule}
    file: "**"
    pointer: /roleArn
    reason: the role comes with the next release
    owner: platform
    ticket: PLAT-1
    expires: "9999-12-31"
`;

const strict = `root: true
rules: { name/fixed-job-name: error }
waivers: [./waivers.yaml]
baseline: ./${baselined}
`;

/** A repository whose `main` refuses the spec, on a branch of its own. */
function makeGated(): GitFolder {
  const folder = makeRepository({
    'shapegate.yaml': strict,
    'waivers.yaml': waivers('kms/region').replace('file: "**"', 'file: "elsewhere/**"'),
    [baselined]: '{ "version": 1, "findings": [] }\n',
    'imports/shapegate.yaml': 'rules: { arn/account: error }\n',
    'imports/a.yaml': bad,
  });
  folder.git('checkout', '--quiet', '-b', 'topic');
  return folder;
}

interface Judged {
  readonly status: number | null;
  readonly stderr: string;
  readonly standing: string[];
}

function judge(folder: GitFolder, ...args: string[]): Judged {
  const { status, stdout, stderr } = run(['lint', '--format=json', ...args, 'imports'], { cwd: folder.path });
  const { files } = JSON.parse(stdout) as {
    files: { findings: { rule: string; severity: string; suppressed: unknown }[] }[];
  };
  const findings = files.flatMap((file) => file.findings);
  const standing = findings.filter(({ suppressed, severity }) => suppressed === null && severity === 'error');
  return { status, stderr, standing: standing.map(({ rule }) => rule).sort() };
}

const refused = ['arn/account', 'name/fixed-job-name'];

/** How a request could loosen the gate that it must pass, and what is told of it. */
const loosenings: Readonly<Record<string, [loosen: (folder: GitFolder) => void, note: string]>> = {
  'a changed configuration': [
    ({ write }) =>
      write({
        'shapegate.yaml': 'root: true\nrules: { arn/account: off, name/fixed-job-name: off }\n',
        'imports/shapegate.yaml': '{}\n',
      }),
    'note: shapegate.yaml is changed here; what main says holds',
  ],
  'a configuration that is taken out': [
    ({ path, write }) => {
      rmSync(join(path, 'shapegate.yaml'));
      write({ 'imports/shapegate.yaml': 'root: true\nrules: { arn/account: off }\n' });
    },
    'note: shapegate.yaml is deleted here',
  ],
  'a configuration that is added nearer': [
    ({ path, write }) => {
      rmSync(join(path, 'imports/shapegate.yaml'));
      write({ 'imports/shapegate.json': '{ "root": true, "rules": { "arn/account": "off" } }' });
    },
    'note: imports/shapegate.yaml is deleted here',
  ],
  'a configuration that is a link now': [
    ({ path, write }) => {
      write({ 'loose.yaml': 'root: true\nrules: { arn/account: off, name/fixed-job-name: off }\n' });
      for (const name of ['shapegate.yaml', 'imports/shapegate.yaml']) {
        rmSync(join(path, name));
        symlinkSync(join(path, 'loose.yaml'), join(path, name));
      }
    },
    'note: shapegate.yaml is replaced by a link here',
  ],
  'changed waivers': [
    ({ write }) =>
      write({
        'waivers.yaml': waivers('arn/account'),
        'shapegate.yaml': `${strict}failOn: error\n`.replace('error }', 'off }'),
      }),
    'note: waivers.yaml is changed here',
  ],
  'waivers that are added': [
    ({ write }) =>
      write({
        'more.yaml': waivers('arn/account'),
        'shapegate.yaml': strict.replace('./waivers.yaml', './more.yaml').replace('error }', 'off }'),
      }),
    'note: shapegate.yaml is changed here',
  ],
  'waivers that are a link now': [
    ({ path, write }) => {
      write({ 'loose.yaml': waivers('arn/account'), 'shapegate.yaml': strict.replace('error }', 'off }') });
      rmSync(join(path, 'waivers.yaml'));
      symlinkSync('loose.yaml', join(path, 'waivers.yaml'));
    },
    'note: waivers.yaml is replaced by a link here',
  ],
  'a baseline of everything': [
    ({ path }) => {
      assert.is(run(['lint', '--write-baseline', 'imports'], { cwd: path }).status, 0);
    },
    `note: ${baselined} is changed here`,
  ],
};

const policy = (severity: string): string => `apiVersion: shapegate/v1
kind: Policy
metadata: { name: acme, version: 1 }
for: CreateModelImportJob
rules:
  - id: acme/tags
    severity: ${severity}
    uses: required-tags
    with: { on: [/jobTags], keys: [team] }
`;

/** A repository whose `main` refuses the spec for its policy alone. */
function makePoliced(): GitFolder {
  const folder = makeRepository({
    'shapegate.yaml': 'root: true\npolicies: ["./policy/*.yaml"]\n',
    'policy/acme.yaml': policy('error'),
    'imports/a.yaml': goodSpec(),
  });
  folder.git('checkout', '--quiet', '-b', 'topic');
  return folder;
}

const policyLoosenings: typeof loosenings = {
  'a changed policy': [
    ({ write }) => write({ 'policy/acme.yaml': policy('info') }),
    'note: policy/acme.yaml is changed here',
  ],
  'a policy that is taken out and one that is added': [
    ({ path, write }) => {
      rmSync(join(path, 'policy/acme.yaml'));
      write({ 'policy/other.yaml': policy('info') });
    },
    'note: policy/acme.yaml is deleted here; what main says holds\nnote: policy/other.yaml is added here',
  ],
  'a policy that is a link now': [
    ({ path, write }) => {
      write({ 'loose.yaml': policy('info') });
      rmSync(join(path, 'policy/acme.yaml'));
      symlinkSync('../loose.yaml', join(path, 'policy/acme.yaml'));
    },
    'note: policy/acme.yaml is replaced by a link here',
  ],
  'a folder of policies that is a file now': [
    ({ path, write }) => {
      rmSync(join(path, 'policy'), { recursive: true });
      write({ policy: '', 'shapegate.yaml': 'root: true\n' });
    },
    'note: policy/acme.yaml is deleted here',
  ],
  'a configuration without policies': [
    ({ write }) => write({ 'shapegate.yaml': 'root: true\n' }),
    'note: shapegate.yaml is changed here',
  ],
};

const cases = [
  ...Object.entries(loosenings).map((entry) => ({ entry, make: makeGated, refused })),
  ...Object.entries(policyLoosenings).map((entry) => ({ entry, make: makePoliced, refused: ['acme/tags'] })),
];

for (const {
  entry: [name, [loosen, note]],
  make,
  refused,
} of cases)
  test(`${name} cannot loosen the gate it must pass`, () => {
    const folder = make();
    try {
      assert.equal(judge(folder).standing, refused, 'before');
      loosen(folder);
      const loosened = judge(folder);
      assert.is(loosened.status, 0, `loosened, without --trust: ${loosened.standing}`);
      for (const commit of [false, true]) {
        if (commit) folder.commit();
        for (const ref of ['main', folder.git('rev-parse', 'main').trim()]) {
          const { status, standing, stderr } = judge(folder, `--trust=${ref}`);
          assert.equal([status, standing], [1, refused], ref);
          assert.match(stderr, note.replaceAll('main', ref));
        }
      }
    } finally {
      folder.remove();
    }
  });

test('a tighter or equal configuration is only told', () => {
  const folder = makeGated();
  try {
    assert.is(judge(folder, '--trust', 'main').stderr, '');
    folder.write({ 'imports/a.yaml': goodSpec('good-2026-11-23'), 'shapegate.yaml': `${strict}# more to come\n` });
    const { status, stderr } = judge(folder, '--trust', 'main');
    assert.is(status, 0);
    assert.is(stderr, 'note: shapegate.yaml is changed here; what main says holds\n');
  } finally {
    folder.remove();
  }
});

test('a broken configuration of the working tree does not count yet, one of the revision does', () => {
  const folder = makeGated();
  try {
    folder.write({ 'shapegate.yaml': 'root: [\n' });
    assert.equal(judge(folder, '--trust=main').standing, refused);
    folder.commit();
    const { status, stderr } = run(['lint', '--trust=HEAD', 'imports'], { cwd: folder.path });
    assert.is(status, 2);
    assert.match(stderr, /shapegate\.yaml:2:1: the text cannot be read/);
  } finally {
    folder.remove();
  }
});

test('a .gitignore of the request hides no spec', () => {
  const folder = makeGated();
  try {
    folder.write({ '.gitignore': 'imports/\n', 'imports/.gitignore': '*\n' });
    assert.is(run(['lint'], { cwd: folder.path }).status, 0);
    assert.equal(judge(folder, '--trust=main').standing, refused);
    const { status, stderr } = run(['lint', '--trust=main'], { cwd: folder.path });
    assert.is(status, 1);
    assert.match(stderr, 'note: .gitignore is added here');
  } finally {
    folder.remove();
  }
});

test('links within the revision are followed, those that leave it are not', () => {
  const folder = makeGated();
  try {
    folder.write({ 'config/strict.yaml': strict });
    rmSync(join(folder.path, 'shapegate.yaml'));
    symlinkSync('config/strict.yaml', join(folder.path, 'shapegate.yaml'));
    folder.commit();
    assert.equal(judge(folder, '--trust=HEAD').standing, refused);
    rmSync(join(folder.path, 'shapegate.yaml'));
    symlinkSync('/etc/passwd', join(folder.path, 'shapegate.yaml'));
    folder.commit();
    assert.is(run(['lint', '--trust=HEAD', 'imports'], { cwd: folder.path }).status, 2);
  } finally {
    folder.remove();
  }
});

/** A monorepo with a package of policies that `node_modules` links to, as npm does for workspaces. */
function makeMonorepo(): GitFolder {
  const severity = (word: string) => `apiVersion: shapegate/v1
kind: Policy
metadata: { name: tags, version: 1 }
for: CreateModelImportJob
rules:
  - { id: acme/tags, severity: ${word}, uses: required-tags, with: { on: [/jobTags], keys: [team] } }
`;
  const folder = makeRepository({
    '.gitignore': '/node_modules/\n',
    'shapegate.yaml': 'root: true\npolicies: ["@acme/policy"]\n',
    'packages/policy/package.json': '{ "name": "@acme/policy" }',
    'packages/policy/policy/tags.yaml': severity('error'),
    'packages/lenient/package.json': '{ "name": "@acme/lenient" }',
    'packages/lenient/policy/tags.yaml': severity('info'),
    'imports/a.yaml': goodSpec(),
  });
  folder.git('checkout', '--quiet', '-b', 'topic');
  linkPolicy(folder, 'policy');
  return folder;
}

function linkPolicy(folder: GitFolder, to: string): void {
  const modules = join(folder.path, 'node_modules/@acme');
  mkdirSync(modules, { recursive: true });
  rmSync(join(modules, 'policy'), { recursive: true, force: true });
  symlinkSync(`../../packages/${to}`, join(modules, 'policy'));
}

test('a policy package of the repository itself cannot be loosened through its link', () => {
  const folder = makeMonorepo();
  try {
    assert.equal(judge(folder, '--trust=main').standing, ['acme/tags']);
    assert.is(judge(folder, '--trust=main').stderr, '');
    folder.write({ 'packages/policy/policy/tags.yaml': 'rules: [' });
    assert.equal(judge(folder, '--trust=main').standing, ['acme/tags']);
    rmSync(join(folder.path, 'packages/policy/policy/tags.yaml'));
    folder.write({ 'packages/policy/package.json': '{ "name": "@acme/policy", "shapegate": { "policies": [] } }' });
    const { standing, stderr } = judge(folder, '--trust=main');
    assert.equal(standing, ['acme/tags']);
    assert.match(stderr, 'note: packages/policy/package.json is changed here; what main says holds');
    assert.match(stderr, 'note: packages/policy/policy/tags.yaml is deleted here; what main says holds');
  } finally {
    folder.remove();
  }
});

test('a request cannot lead the link of a policy package elsewhere, nor commit a package of that name', () => {
  const folder = makeMonorepo();
  const lint = () => run(['lint', '--trust=main', 'imports'], { cwd: folder.path });
  try {
    linkPolicy(folder, 'lenient');
    folder.write({ 'packages/lenient/package.json': '{ "name": "@acme/policy" }' });
    folder.commit();
    assert.is(run(['lint', 'imports'], { cwd: folder.path }).status, 0);
    assert.is(lint().status, 2);
    assert.match(lint().stderr, 'the policy `@acme/policy` cannot be found');
    rmSync(join(folder.path, 'node_modules'), { recursive: true });
    const lenient = folder.git('show', 'main:packages/lenient/policy/tags.yaml');
    folder.write({
      'node_modules/@acme/policy/package.json': '{ "name": "@acme/policy" }',
      'node_modules/@acme/policy/policy/tags.yaml': lenient,
    });
    assert.is(lint().status, 0, 'what is installed is installed');
    folder.git('add', '--force', 'node_modules');
    assert.is(lint().status, 2);
  } finally {
    folder.remove();
  }
});

test('--trust says what to do where it cannot', () => {
  const folder = makeGated();
  const plain = makeFolder({ 'a.yaml': bad });
  try {
    for (const ref of ['nowhere', '--all', '-h', 'main:shapegate.yaml', 'main\n']) {
      const { status, stderr } = run(['lint', `--trust=${ref}`], { cwd: folder.path });
      if (ref === 'main\n') continue;
      assert.is(status, 2, ref);
      assert.match(stderr, /--trust is .*, which is no revision/, ref);
    }
    assert.match(run(['lint', '--trust=main'], { cwd: plain.path }).stderr, /is in no git repository/);
    const outside = run(['lint', '--trust=main', join(plain.path, 'a.yaml')], { cwd: folder.path });
    assert.is(outside.status, 2);
    assert.match(outside.stderr, /is outside the repository that --trust speaks of/);
    const both = run(['lint', '--trust=main', '--write-baseline'], { cwd: folder.path });
    assert.is(both.status, 2);
    assert.match(both.stderr, /exclude each other/);
  } finally {
    folder.remove();
    plain.remove();
  }
});

test.run();
