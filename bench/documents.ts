// How long `shapegate lint` takes for one YAML file of many documents, and whether twice as many take twice as long. `node --import tsx bench/documents.ts [runs]`
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, writeCorpus, writeSpec } from './corpus.ts';
import { measure, medianUsage, shapegate, tellGoal, tellUsage, type Usage } from './measure.ts';

const runs = Number(process.argv[2] ?? 9);
const counts = [1250, 2500, 5000];

const folder = makeFolder('documents');
writeCorpus(folder, 0, 'yaml');
for (const count of counts)
  writeFileSync(
    join(folder, `${count}.yaml`),
    Array.from({ length: count }, (_, number) => `---\n${writeSpec(number, 'yaml')}`).join(''),
  );

const commandOf = (count: number) => ({
  name: `${count} documents`,
  args: [shapegate, 'lint', `${count}.yaml`],
  cwd: folder,
  status: 1,
});
for (const count of counts) measure(commandOf(count));
const rounds = Array.from({ length: runs }, () => counts.map((count) => measure(commandOf(count))));
const usages = counts.map((_, index) => medianUsage(rounds.flatMap((round) => round[index] ?? [])));
for (const [index, count] of counts.entries()) tellUsage(commandOf(count).name, usages[index] as Usage);
const [few, half, all] = usages as [Usage, Usage, Usage];
// What the second half adds to what the first quarter of them adds: 2 where each document costs the same.
tellGoal('growth', (all.cpu - half.cpu) / (half.cpu - few.cpu), 2.5);
tellGoal('wall', all.wall / 1000, 0.4, ' s');
