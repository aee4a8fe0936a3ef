/** The files of a repository with many specs in packages of several teams, by path; the same for the same numbers. */
export interface ManySpecs {
  readonly files: Readonly<Record<string, string>>;
  /** The folders of the packages. */
  readonly packages: readonly string[];
  /** Specs that git ignores. */
  readonly ignored: readonly string[];
}

function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const account = '111122223333';

/** What goes wrong in specs, each as a change of one that is right. */
const mistakes: readonly (readonly [from: string, to: string])[] = [
  ['role/model-import', 'user/ada'],
  [`iam::${account}`, 'iam::11112222333'],
  ['s3://acme-weights/', 'https://acme-weights.s3.amazonaws.com/'],
  ['/weights/', '/weights.zip'],
  ['jobName: nightly', 'jobName: nightly job '],
  ['subnetIds', 'subnetId'],
  ['sg-0a1b2c3d', 'subnet-0a1b2c3d'],
  ['key: team', 'key: aws:team'],
  ['roleArn:', 'RoleArn:'],
  ['value: nlp', 'value: 42'],
  ['jobTags:', 'jobTags: ['],
  ['support-', 'YOUR-'],
];

function writeInput(name: string, model: string, region: string): string {
  return `jobName: nightly-${name}-2026-11-23
importedModelName: support-${model}
roleArn: arn:aws:iam::${account}:role/model-import
modelDataSource:
  s3DataSource:
    s3Uri: s3://acme-weights/support/${name}/weights/
importedModelKmsKeyId: arn:aws:kms:${region}:${account}:key/12345678-90ab-cdef-1234-567890abcdef
jobTags:
  - key: team
    value: nlp
vpcConfig:
  subnetIds: [subnet-0a1b2c3d, subnet-4e5f6a7b]
  securityGroupIds: [sg-0a1b2c3d]
`;
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ');
}

const rootConfiguration = `root: true
targets:
  - files: ["**/imports/**/*.{yaml,json}"]
    operation: CreateModelImportJob
    region: eu-central-1
    account: "${account}"
policies: ["./policy/*.yaml"]
rules: { cross/model-quota: off }
overrides:
  - files: ["packages/*/imports/sandbox/**"]
    rules: { arn/resource: warning, shape/type: warning }
waivers: ["./waivers.yaml"]
baseline: ./shapegate-baseline.json
`;

const policy = `apiVersion: shapegate/v1
kind: Policy
metadata: { name: acme, version: 1 }
for: CreateModelImportJob
rules:
  - id: acme/tagged
    severity: error
    message: a job has a cost center
    why: somebody pays
    uses: required-tags
    with: { on: [/jobTags], keys: [team] }
`;

const waivers = `apiVersion: shapegate/v1
kind: Waivers
waivers:
  - rule: s3/folder
    file: packages/team-0*/**
    pointer: /modelDataSource/s3DataSource/s3Uri
    reason: a converter unpacks it
    owner: nlp-team
    ticket: NLP-1
    expires: "2999-12-31"
`;

/** What a package says for itself; most say nothing. */
const packageConfigurations: readonly string[] = [
  'rules: { vpc/single-subnet: error, name/fixed-job-name: off }\n',
  'targets:\n  - files: ["imports/**"]\n    operation: CreateModelImportJob\n    region: us-east-1\n',
  'root: true\ntargets:\n  - files: ["imports/**/*.{yaml,json}"]\n    operation: CreateModelImportJob\n    region: us-west-2\n    account: "444455556666"\n',
  'overrides: [{ files: ["imports/sandbox/**"], rules: { tags/reserved-prefix: off } }]\n',
];

/**
 * Makes the files of such a repository: configurations in several folders, a policy, waivers, an empty baseline, specs in YAML and
 * JSON, some of several documents, some with comments that silence, one in twelve wrong, and names that are hard to print.
 */
export function makeManySpecs(count: number, packageCount: number, seed = 7): ManySpecs {
  const random = createRandom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const files: Record<string, string> = {
    'shapegate.yaml': rootConfiguration,
    'policy/acme.yaml': policy,
    'waivers.yaml': waivers,
    'shapegate-baseline.json': '{ "version": 1, "findings": [] }\n',
    '.gitignore': 'scratch/\n*.local.yaml\n',
  };
  const packages = Array.from({ length: packageCount }, (_, index) => {
    const name = index === 3 ? 'team ünï 03' : `team-${String(index).padStart(2, '0')}`;
    return `packages/${name}`;
  });
  packages.forEach((folder, index) => {
    if (index % 4 === 0)
      files[`${folder}/shapegate.yaml`] = packageConfigurations[(index / 4) % packageConfigurations.length] as string;
    if (index % 7 === 0) files[`${folder}/.gitignore`] = '/imports/old/\n';
  });
  const ignored: string[] = [];
  for (let index = 0; index < count; index++) {
    const folder = packages[index % packageCount] as string;
    const name = `${index}-${Math.floor(random() * 1e6).toString(36)}`;
    const region = 'eu-central-1';
    let input = writeInput(random() < 0.01 ? 'again' : name, String(index), region);
    if (random() < 1 / 12) input = input.replace(...pick(mistakes));
    if (random() < 0.02)
      input = input.replace('roleArn', '# shapegate-ignore-next-line arn/resource -- an old account\nroleArn');
    const place = pick(['', '', '', 'sandbox/', 'a/b/', 'old/']);
    const hard = [`with space ${name}`, `naïve-${name}`, `line\nbreak-${name}`][(index % 97) - 5];
    const stem = hard ?? `job-${name}`;
    const kind = random();
    let path = `${folder}/imports/${place}${stem}.yaml`;
    let text = input;
    if (kind < 0.05) text = `${input}---\n${writeInput(`${name}-b`, `${index}-b`, region)}`;
    else if (kind < 0.15) text = `operation: CreateModelImportJob\nregion: ${region}\ninput:\n${indent(input)}`;
    else if (kind < 0.2) {
      path = `${folder}/imports/${place}${stem}.json`;
      const right = {
        jobName: `nightly-${name}-2026-11-23`,
        roleArn: random() < 0.2 ? 'ada' : `arn:aws:iam::${account}:role/r`,
      };
      text = `${JSON.stringify({ ...right, importedModelName: `m-${index}`, modelDataSource: { s3DataSource: { s3Uri: `s3://acme/${name}/` } } }, null, 2)}\n`;
    } else if (kind < 0.25) path = `${folder}/docs/${stem}.yaml`;
    else if (kind < 0.27) path = `${folder}/scratch/${stem}.yaml`;
    else if (kind < 0.29) path = `${folder}/imports/${stem}.local.yaml`;
    else if (kind < 0.31) {
      path = `${folder}/deploy/${stem}.yaml`;
      text = `operation: CreateModelImportJob\ninput:\n${indent(input)}`;
    }
    files[path] = text;
    const isOld = Number(packages.indexOf(folder)) % 7 === 0 && path.startsWith(`${folder}/imports/old/`);
    if (isOld || path.includes('/scratch/') || path.endsWith('.local.yaml')) ignored.push(path);
  }
  return { files, packages, ignored };
}
