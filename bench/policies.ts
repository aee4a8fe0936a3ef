// What thirty typed rules add to `shapegate lint`: to one file, and to 10,000. Medians of interleaved pairs. `node --import tsx bench/policies.ts [pairs] [specs]`
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFolder } from './corpus.ts';
import { type Command, type Comparison, compare, shapegate, tellGoal, tellUsage } from './measure.ts';

const policy = fileURLToPath(new URL('../test/fixtures/policy/imports.yaml', import.meta.url));
const [pairs = 21, specs = 10_000] = process.argv.slice(2).map(Number);
const folder = makeFolder('policies');

/** A run with and a run without the policy. */
function compareOn(path: string, rounds: number): Comparison {
  const without: Command = { name: `lint ${path}`, args: [shapegate, 'lint', path, '--fail-on', 'error'], cwd: folder };
  const full: Command = { ...without, name: 'with 30 rules', args: [...without.args, '--policy', policy] };
  const compared = compare(full, without, rounds);
  tellUsage(without.name, compared.other);
  tellUsage(full.name, compared.one);
  return compared;
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

mkdirSync(join(folder, 'specs'));
writeFileSync(join(folder, 'one.yaml'), writeSpec(0));
for (let index = 0; index < specs; index++)
  writeFileSync(join(folder, 'specs', `${String(index).padStart(5, '0')}.yaml`), writeSpec(index));

const one = compareOn('one.yaml', pairs);
tellGoal('30 rules add, wall', one.added.wall, 15, ' ms');
if (specs > 0) {
  const many = compareOn('specs', 9);
  tellGoal(`cpu that they add to ${specs}`, (100 * many.added.cpu) / many.other.cpu, 30, ' %');
}
