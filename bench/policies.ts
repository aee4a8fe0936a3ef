// What thirty typed rules add to `shapegate lint`: to one file, and to 10,000. Medians of interleaved pairs. `node --import tsx bench/policies.ts [pairs] [specs]`
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const shapegate = fileURLToPath(new URL('../packages/cli/bin/shapegate.cjs', import.meta.url));
const meter = fileURLToPath(new URL('cpu-at-exit.cjs', import.meta.url));
const policy = fileURLToPath(new URL('../test/fixtures/policy/imports.yaml', import.meta.url));
const [pairs = 21, specs = 10_000] = process.argv.slice(2).map(Number);
const goals = { one: 15, many: 30 };

const temporary = mkdtempSync(join(tmpdir(), 'shapegate-bench-'));
const folder = join(temporary, 'work');
const env: NodeJS.ProcessEnv = Object.assign({}, process.env, { XDG_CACHE_HOME: join(temporary, 'cache') });
// Reading a bundle of certificates costs node as much as a lint.
delete env.NODE_EXTRA_CA_CERTS;

interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

/** Milliseconds of one run, from spawn to exit. */
function time(args: readonly string[]): Cost {
  const started = process.hrtime.bigint();
  const { status, stderr, output } = spawnSync(process.execPath, ['--require', meter, shapegate, 'lint', ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 2 ** 30,
  });
  const wall = Number(process.hrtime.bigint() - started) / 1e6;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}${output[1]}`);
  return { wall, cpu: Number(output[3]) };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** A run without and a run with the policy, who goes first alternating. */
function compare(paths: readonly string[], rounds: number): { readonly without: Cost; readonly added: Cost } {
  const bare = [...paths, '--fail-on', 'error'];
  const full = [...bare, '--policy', policy];
  time(bare);
  time(full);
  const measured = Array.from({ length: rounds }, (_, round) => {
    const first = time(round % 2 === 0 ? bare : full);
    const second = time(round % 2 === 0 ? full : bare);
    return round % 2 === 0 ? { without: first, with: second } : { without: second, with: first };
  });
  const pick = (choose: (pair: (typeof measured)[number]) => number): number => median(measured.map(choose));
  return {
    without: { wall: pick((pair) => pair.without.wall), cpu: pick((pair) => pair.without.cpu) },
    added: {
      wall: pick((pair) => pair.with.wall - pair.without.wall),
      cpu: pick((pair) => pair.with.cpu - pair.without.cpu),
    },
  };
}

function writeSpec(index: number): string {
  return `operation: CreateModelImportJob
region: eu-central-1
account: "111122223333"
input:
  jobName: nlp-bot-${index}-2026-11-23
  importedModelName: nlp-bot-${index}
  roleArn: arn:aws:iam::111122223333:role/model-import
  modelDataSource: { s3DataSource: { s3Uri: "s3://acme-weights/nlp/bot-${index}/" } }
  importedModelKmsKeyId: arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
  vpcConfig: { subnetIds: [subnet-0a1b2c3d, subnet-4e5f6a7b], securityGroupIds: [sg-0a1b2c3d] }
  jobTags: [{ key: team, value: nlp }, { key: env, value: prod }]
  importedModelTags: [{ key: team, value: nlp }, { key: cost-center, value: "4711" }]
`;
}

const show = ({ wall, cpu }: Cost): string =>
  `${wall.toFixed(1).padStart(9)} ms wall ${cpu.toFixed(1).padStart(9)} ms CPU`;
try {
  mkdirSync(join(folder, 'specs'), { recursive: true });
  writeFileSync(join(folder, 'one.yaml'), writeSpec(0));
  for (let index = 0; index < specs; index++)
    writeFileSync(join(folder, 'specs', `${String(index).padStart(5, '0')}.yaml`), writeSpec(index));

  const one = compare(['one.yaml'], pairs);
  console.log(`one file         ${show(one.without)}`);
  console.log(`  30 rules add   ${show(one.added)} (goal: at most ${goals.one} ms)`);
  let isReached = one.added.wall <= goals.one;
  if (specs > 0) {
    const many = compare(['specs'], 3);
    const share = (100 * many.added.cpu) / many.without.cpu;
    console.log(`${specs} files`.padEnd(17) + show(many.without));
    console.log(`  30 rules add   ${show(many.added)}, ${share.toFixed(0)} % (goal: at most ${goals.many} %)`);
    isReached &&= share <= goals.many;
  }
  process.exitCode = isReached ? 0 : 1;
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
