import { rememberLast } from './remember-last.ts';

/** Which Regions belong to which partition, by the start of their names; the longer start wins. */
const prefixes: readonly (readonly [prefix: string, partition: string])[] = [
  ['us-gov-', 'aws-us-gov'],
  ['us-isob-', 'aws-iso-b'],
  ['us-isof-', 'aws-iso-f'],
  ['eu-isoe-', 'aws-iso-e'],
  ['us-iso-', 'aws-iso'],
  ['eusc-', 'aws-eusc'],
  ['cn-', 'aws-cn'],
  ['af-', 'aws'],
  ['ap-', 'aws'],
  ['ca-', 'aws'],
  ['eu-', 'aws'],
  ['il-', 'aws'],
  ['me-', 'aws'],
  ['mx-', 'aws'],
  ['sa-', 'aws'],
  ['us-', 'aws'],
];

/** The partitions of AWS, sorted. */
export const partitions: readonly string[] = [...new Set(prefixes.map(([, partition]) => partition))].sort();

const findPartition = rememberLast((region: string, _: null): string | null => {
  if (region.length > 40 || !/-\d+$/.test(region)) return null;
  return prefixes.find(([prefix]) => region.startsWith(prefix))?.[1] ?? null;
});

/** The partition of a Region; null where the name is of no known form. */
export function partitionOfRegion(region: string): string | null {
  return findPartition(region, null);
}

const regionName =
  /(?<![a-z0-9])(?:us|eu|ap|sa|ca|me|af|il|mx|cn|eusc)(?:-(?:gov|iso[bef]?|de))?-(?:north|south)?(?:east|west|central|north|south)-\d(?![a-z0-9])/g;

/** What every name of a Region ends with; looking for one costs more than all the rest of a rule. */
const regionEnd = /[hlt]-\d/;

/** The names of Regions that stand as whole words in a text, such as a bucket's name; each once. */
export function findRegionNames(text: string): string[] {
  if (!regionEnd.test(text)) return [];
  return [...new Set(Array.from(text.matchAll(regionName), ([name]) => name))];
}
