import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One spec of a corpus. */
interface Request {
  jobName: string;
  importedModelName: string;
  roleArn: string;
  readonly modelDataSource: { readonly s3DataSource: { s3Uri: string } };
  readonly jobTags: { key: string; value: string }[];
  readonly vpcConfig: { readonly subnetIds: string[]; readonly securityGroupIds: string[] };
  importedModelKmsKeyId: string;
}

/** Specs in a folder. */
const perFolder = 100;
const teams = ['nlp', 'search', 'vision', 'speech'];
const hexadecimal = (number: number, digits: number): string =>
  (number % 16 ** digits).toString(16).padStart(digits, '0');

/** The same number gives the same request on every machine. */
function makeRequest(number: number): Request {
  const id = String(number).padStart(6, '0');
  const team = teams[number % teams.length] ?? '';
  // A package has a role, a key and a network of its own, as the specs of a folder mostly do.
  const mixed = Math.imul(Math.floor(number / perFolder) + 1, 0x9e3779b1) >>> 0;
  return {
    jobName: `nightly-${team}-${id}-2026-11-23`,
    importedModelName: `summarizer-${team}-${id}`,
    roleArn: `arn:aws:iam::111122223333:role/model-import-${hexadecimal(mixed, 4)}`,
    modelDataSource: { s3DataSource: { s3Uri: `s3://acme-model-weights/${team}/summarizer-${id}/` } },
    jobTags: [
      { key: 'team', value: team },
      { key: 'cost-center', value: String(4000 + (number % 900)) },
    ],
    vpcConfig: {
      subnetIds: [
        `subnet-0${hexadecimal(mixed, 8)}${hexadecimal(mixed >>> 3, 8)}`,
        `subnet-0${hexadecimal(mixed, 8)}00000001`,
      ],
      securityGroupIds: [`sg-0${hexadecimal(mixed >>> 5, 8)}${hexadecimal(mixed, 8)}`],
    },
    importedModelKmsKeyId: `arn:aws:kms:eu-central-1:111122223333:key/${hexadecimal(mixed, 8)}-12ab-34cd-56ef-1234567890ab`,
  };
}

/** What is wrong with one in twenty, each in a way that the schema refuses as well. */
const mistakes: readonly ((request: Request) => unknown)[] = [
  (request) => Object.assign(request, { jobName: request.jobName.replaceAll('-', '_') }),
  ({ modelDataSource }) => Object.assign(modelDataSource.s3DataSource, { s3Uri: 'https://acme-model-weights/a/' }),
  (request) => Object.assign(request, { roleArn: 'role/model-import' }),
  (request) => Object.assign(request, { jobTag: [] }),
  (request) => Object.assign(request, { roleArn: undefined }),
];

function writeYaml({ modelDataSource, jobTags, vpcConfig, ...request }: Request): string {
  const scalars = (entries: object) =>
    Object.entries(entries)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `${key}: ${Array.isArray(value) ? '[]' : value}\n`);
  return [
    '# Asked for by the team named in the tags.\n',
    ...scalars(request),
    `modelDataSource:\n  s3DataSource:\n    s3Uri: ${modelDataSource.s3DataSource.s3Uri}\n`,
    'jobTags:\n',
    ...jobTags.map(({ key, value }) => `  - key: ${key}\n    value: "${value}"\n`),
    'vpcConfig:\n  subnetIds:\n',
    ...vpcConfig.subnetIds.map((id) => `    - ${id}\n`),
    `  securityGroupIds: [${vpcConfig.securityGroupIds.join(', ')}]\n`,
  ].join('');
}

/** One in twenty is wrong: the eighth, and from there on every twentieth. */
const firstWrong = 7;
const wrongEvery = 20;

/** How many of so many specs are wrong. */
export function countWrong(count: number): number {
  return Math.ceil((count - firstWrong) / wrongEvery);
}

/** The text of one spec; one in twenty is wrong. */
export function writeSpec(number: number, format: 'yaml' | 'json'): string {
  const request = makeRequest(number);
  if (number % wrongEvery === firstWrong) mistakes[Math.floor(number / wrongEvery) % mistakes.length]?.(request);
  return format === 'yaml' ? writeYaml(request) : `${JSON.stringify(request, null, 2)}\n`;
}

const policy = `apiVersion: shapegate/v1
kind: Policy
metadata: { name: bench }
for: CreateModelImportJob
rules:
  - id: bench/encrypted
    severity: error
    message: the imported model must be encrypted with a key of ours
    at: /importedModelKmsKeyId
    assert: has(input.importedModelKmsKeyId) && arn(input.importedModelKmsKeyId).account == target.account
    tests:
      pass: [{ importedModelKmsKeyId: "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab" }]
      fail: [{ importedModelKmsKeyId: null }]
  - id: bench/subnets
    severity: error
    message: a job names subnets of two zones
    when: has(input.vpcConfig)
    at: /vpcConfig/subnetIds
    assert: size(input.vpcConfig.subnetIds) > 1
    tests:
      pass: [{ vpcConfig: { subnetIds: [subnet-0a1b2c3d, subnet-0a1b2c3e], securityGroupIds: [sg-0a1b2c3d] } }]
      fail: [{ vpcConfig: { subnetIds: [subnet-0a1b2c3d], securityGroupIds: [sg-0a1b2c3d] } }]
  - id: bench/bucket
    severity: error
    uses: allowed-buckets
    with: { on: /modelDataSource/s3DataSource/s3Uri, buckets: [acme-*] }
  - id: bench/tags
    severity: error
    uses: required-tags
    with: { on: [/jobTags], keys: [team, cost-center] }
`;

const configuration = `root: true
targets:
  - files: ["**/*.{yaml,json}"]
    operation: CreateModelImportJob
    region: eu-central-1
    account: "111122223333"
policies: ["./policy.yaml"]
rules: { cross/model-quota: off }
`;

/** A folder among the temporary files, taken away when the process ends. */
export function makeFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `shapegate-bench-${name}-`));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes so many specs, a hundred in a folder, with a configuration and a policy beside them. */
export function writeCorpus(folder: string, count: number, format: 'yaml' | 'json'): void {
  writeFileSync(join(folder, 'shapegate.yaml'), configuration);
  writeFileSync(join(folder, 'policy.yaml'), policy);
  for (let number = 0; number < count; number++) {
    const part = join(folder, 'specs', String(Math.floor(number / perFolder)).padStart(3, '0'));
    if (number % perFolder === 0) mkdirSync(part, { recursive: true });
    writeFileSync(join(part, `${String(number).padStart(5, '0')}.${format}`), writeSpec(number, format));
  }
}
