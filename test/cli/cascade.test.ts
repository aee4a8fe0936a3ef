import { join, relative } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { makeFolder, run } from './run-shapegate.ts';

const packages = Array.from({ length: 40 }, (_, index) => `p${String(index).padStart(2, '0')}`);
const specsOfEach = 75;
const regions = ['eu-west-1', 'us-east-1', 'us-west-2'];

/** What a package says for itself; what it leaves out the root says, unless it is a root of its own. */
interface Said {
  readonly isRoot: boolean;
  readonly region: string | null;
  readonly subnet: 'error' | 'off' | null;
  readonly bucketLimit: number | null;
  readonly policy: 'stated' | 'stricter' | null;
  readonly isWaived: boolean;
  readonly baseline: boolean;
}

function sayOf(index: number): Said {
  return {
    isRoot: index % 10 === 9,
    region: index % 2 === 0 ? (regions[index % 3] ?? null) : null,
    subnet: index % 3 === 0 ? 'error' : index % 3 === 1 ? 'off' : null,
    bucketLimit: index % 4 === 0 ? 10 + index : null,
    policy: index % 5 === 0 ? 'stated' : index % 5 === 3 ? 'stricter' : null,
    isWaived: index % 7 === 0,
    baseline: index % 8 === 1,
  };
}

const rule = (id: string, member: string, more: string) => `  - id: ${id}
    message: the member is missing
    at: /${member}
    assert: has(input.${member})
    ${more}
    tests:
      pass: [{ ${member}: ${member === 'jobTags' ? '[{ key: a, value: b }]' : 'alias/weights'} }]
      fail: [{ ${member}: null }]
`;
const head = (name: string, more = '') => `apiVersion: shapegate/v1
kind: Policy
metadata: { name: ${name} }
for: CreateModelImportJob
${more}rules:
`;

function writeConfiguration(said: Said): string {
  const lines = [
    said.isRoot ? 'root: true' : '',
    said.isRoot || said.region !== null
      ? `targets: [{ files: ["imports/*.yaml"]${said.isRoot ? ', operation: CreateModelImportJob' : ''}${said.region === null ? '' : `, region: ${said.region}`} }]`
      : '',
    'rules:',
    '  cross/model-quota: off',
    said.subnet === null ? '' : `  vpc/single-subnet: ${said.subnet}`,
    said.bucketLimit === null ? '' : `  tags/limit: { limit: ${said.bucketLimit} }`,
    said.policy === null ? '' : `policies: [./policy.yaml]`,
    said.isWaived ? 'waivers: [./waivers.yaml]' : '',
    said.baseline ? 'baseline: ./own.json' : '',
  ];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}

function writeSpec(name: string, index: number): string {
  return `jobName: ${name}-${index}-2026-11-23
importedModelName: ${name}-${index}
roleArn: arn:aws:iam::111122223333:role/model-import
modelDataSource: { s3DataSource: { s3Uri: "s3://acme-weights/${name}/${index}/" } }
${index % 2 === 0 ? 'vpcConfig: { subnetIds: [subnet-0a1b2c3d], securityGroupIds: [sg-0a1b2c3d] }\n' : ''}${index % 3 === 0 ? 'importedModelKmsKeyId: alias/weights\n' : ''}`;
}

const waivers = `apiVersion: shapegate/v1
kind: Waivers
waivers:
  - { rule: vpc/single-subnet, file: "imports/s0*.yaml", pointer: /vpcConfig/subnetIds, reason: old, owner: us, ticket: A-1, expires: 2999-12-31 }
`;

function writeRepository(): Record<string, string> {
  const files: Record<string, string> = {
    'shapegate.yaml': `root: true
targets:
  - { files: ["packages/*/imports/*.yaml"], operation: CreateModelImportJob, region: eu-central-1, account: "111122223333" }
rules: { vpc/single-subnet: warning, tags/limit: { severity: warning, limit: 30 }, cross/model-quota: off }
overrides:
  - { files: ["packages/p1?/**"], rules: { vpc/single-subnet: info } }
policies: [./policy/acme.yaml]
waivers: [./waivers.yaml]
baseline: ./shapegate-baseline.json
`,
    'policy/acme.yaml':
      head('acme') +
      rule('acme/encrypted', 'importedModelKmsKeyId', 'severity: warning\n    waivable: { maxDays: 90 }'),
    'shapegate-baseline.json': '{ "version": 1, "findings": [] }\n',
    'waivers.yaml': waivers.replace('imports/s0*', 'packages/p02/imports/*'),
  };
  for (const [index, name] of packages.entries()) {
    const said = sayOf(index);
    const folder = `packages/${name}`;
    files[`${folder}/shapegate.yaml`] = writeConfiguration(said);
    if (said.isWaived) files[`${folder}/waivers.yaml`] = waivers;
    if (said.baseline) files[`${folder}/own.json`] = '{ "version": 1, "findings": [] }\n';
    if (said.policy === 'stated')
      files[`${folder}/policy.yaml`] = head(name) + rule(`${name}/tagged`, 'jobTags', 'severity: info');
    if (said.policy === 'stricter')
      files[`${folder}/policy.yaml`] =
        `${head(name, 'extends: [../../policy/acme.yaml]\n')}  - id: acme/encrypted\n    severity: error\n`;
    for (let spec = 0; spec < specsOfEach; spec++)
      files[`${folder}/imports/s${String(spec).padStart(2, '0')}.yaml`] = writeSpec(name, spec);
  }
  return files;
}

interface Shown {
  readonly value: unknown;
  readonly from: readonly { readonly file: string }[];
}

interface Told {
  readonly region: Shown;
  readonly account: Shown;
  readonly baseline: Shown;
  readonly rules: readonly (Shown & { readonly rule: string })[];
  readonly policyRules: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly stated: { readonly file: string };
    readonly changed: readonly { readonly file: string }[];
  }[];
  readonly waivers: readonly { readonly file: string; readonly holds: boolean }[];
}

/** What holds for a spec, worked out here from what each configuration says, in the words that explain uses. */
function expectFor(index: number, spec: number): object {
  const name = packages[index] ?? '';
  const said = sayOf(index);
  const own = `packages/${name}/shapegate.yaml`;
  const root = said.isRoot ? null : 'shapegate.yaml';
  const isOverridden = root !== null && name.startsWith('p1');
  const from = (isOwn: boolean) => (isOwn ? [own] : root === null ? [] : [root]);
  const subnet = said.subnet ?? (root === null ? null : isOverridden ? 'info' : 'warning');
  const limit =
    said.bucketLimit === null
      ? root === null
        ? null
        : { severity: 'warning', limit: 30 }
      : root === null
        ? { limit: said.bucketLimit }
        : { severity: 'warning', limit: said.bucketLimit };
  const limitFrom = [...(said.bucketLimit === null ? [] : [own]), ...(root === null ? [] : [root])];
  const isStricter = said.policy === 'stricter';
  const acme = {
    rule: 'acme/encrypted',
    severity: isStricter ? 'error' : 'warning',
    places: ['policy/acme.yaml', ...(isStricter ? [`packages/${name}/policy.yaml`] : [])],
  };
  const tagged = { rule: `${name}/tagged`, severity: 'info', places: [`packages/${name}/policy.yaml`] };
  return {
    region: [said.region ?? (root === null ? null : 'eu-central-1'), from(said.region !== null)],
    account: [root === null ? null : '111122223333', from(false)],
    baseline: said.baseline
      ? [`packages/${name}/own.json`, [own]]
      : [root === null ? null : 'shapegate-baseline.json', from(false)],
    subnet: subnet === null ? null : [subnet, from(said.subnet !== null)],
    limit: limit === null ? null : [limit, limitFrom],
    policyRules: [...(root !== null || isStricter ? [acme] : []), ...(said.policy === 'stated' ? [tagged] : [])],
    waivers: [
      ...(said.isWaived && spec < 10 ? [`packages/${name}/waivers.yaml`] : []),
      ...(root !== null && name === 'p02' ? ['waivers.yaml'] : []),
    ],
  };
}

function readTold({ region, account, baseline, rules, policyRules, waivers: told }: Told): object {
  const shown = ({ value, from }: Shown) => [value, from.map(({ file }) => file)];
  const ofRule = (id: string) => {
    const setting = rules.find((each) => each.rule === id);
    return setting === undefined ? null : shown(setting);
  };
  return {
    region: shown(region),
    account: shown(account),
    baseline: shown(baseline),
    subnet: ofRule('vpc/single-subnet'),
    limit: ofRule('tags/limit'),
    policyRules: policyRules.map(({ rule: id, severity, stated, changed }) => ({
      rule: id,
      severity,
      places: [stated, ...changed].map(({ file }) => file),
    })),
    waivers: told.filter(({ holds }) => holds).map(({ file }) => file),
  };
}

const folder = makeFolder(writeRepository());

/** Findings by file, named from the root of the repository. */
function lintFrom(where: string, ...words: string[]): Map<string, string> {
  const cwd = join(folder.path, where);
  const { stdout, status, stderr } = run(['lint', ...words, '--format=json'], { cwd });
  assert.ok(status === 0 || status === 1, stderr);
  const { files } = JSON.parse(stdout) as { files: { file: string; findings: object[] }[] };
  return new Map(
    files
      .map(({ file, findings }) => [relative(folder.path, join(cwd, file)), JSON.stringify(findings)] as const)
      .filter(([file]) => file.includes('/imports/')),
  );
}

test('explain is right for files of many packages', () => {
  const chosen = [
    [0, 3],
    [2, 12],
    [3, 0],
    [7, 74],
    [9, 5],
    [14, 9],
    [18, 20],
    [21, 1],
    [28, 4],
    [35, 10],
  ] as const;
  for (const [index, spec] of chosen) {
    const file = `packages/${packages[index]}/imports/s${String(spec).padStart(2, '0')}.yaml`;
    const { stdout, stderr, status } = run(['explain', file, '--format=json'], { cwd: folder.path });
    assert.is(status, 0, stderr);
    assert.equal(readTold(JSON.parse(stdout) as Told), expectFor(index, spec), file);
  }
});

test('a run from any folder finds the same in the same files', () => {
  const whole = lintFrom('.');
  assert.is(whole.size, packages.length * specsOfEach);
  const some = ['packages', 'packages/p02', 'packages/p19', 'packages/p28/imports', 'policy'];
  for (const where of some) {
    const found = lintFrom(where);
    const expected = [...whole.keys()].filter((file) => file.startsWith(`${where}/`));
    assert.is(found.size, expected.length, where);
    for (const file of expected) assert.is(found.get(file), whole.get(file), `${file} from ${where}`);
  }
  for (const [where, path] of [
    ['packages/p03', '../p28/imports'],
    ['policy', '../packages/p14/imports/s09.yaml'],
  ] as const)
    for (const [file, findings] of lintFrom(where, path)) assert.is(findings, whole.get(file), `${file} from ${where}`);
});

test.after(() => folder.remove());
test.run();
