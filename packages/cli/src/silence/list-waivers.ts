import { dirname, relative, sep } from 'node:path';
import { type JsonValue, type PolicyRuleSummary, readDocuments, type Waiver } from '@shapegate/validator';
import type { ConfigurationFinder } from '../config/find-configurations.ts';
import { compileGlob, findGlobFault } from '../config/glob.ts';
import { WaiverShelf } from './waiver-shelf.ts';

/** A waiver that speaks of a spec, and where it is written. */
export interface ListedWaiver extends Omit<Waiver, 'file'> {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** False for one that has ended or is invalid: it silences nothing. */
  readonly holds: boolean;
}

/** What decides on waivers. */
export interface WaiverSurroundings {
  /** In UTC, `YYYY-MM-DD`. */
  readonly today: string;
  readonly finder: ConfigurationFinder;
  readonly policyRules: readonly PolicyRuleSummary[];
}

/**
 * The waivers of some files that speak of a spec, in their order. Throws ConfigProblem for a file that does not fit its schema.
 * @param path absolute
 * @param files absolute
 */
export function listWaivers(
  path: string,
  files: readonly string[],
  { today, finder, policyRules }: WaiverSurroundings,
): ListedWaiver[] {
  const shelf = new WaiverShelf(today, finder, policyRules);
  return files.flatMap((name) => {
    const { file, text, read } = shelf.load(name);
    const spec = relative(dirname(name), path).replaceAll(sep, '/');
    const { documents, lines } = readDocuments(text, /\.json$/i.test(name) ? 'json' : 'yaml');
    return listEntries(documents[0]?.value).flatMap((written, index) => {
      const { file: glob, rule, pointer, hash = null, reason, owner, ticket, expires } = written;
      if (findGlobFault(glob) !== null || !compileGlob(glob)(spec)) return [];
      const said = { rule, pointer, hash, reason, owner, ticket, expires };
      const holds = read.waivers.some((waiver) => waiver.file === glob && isSame(waiver, said));
      const { line, column } = lines.position(documents[0]?.offsets(`/waivers/${index}/rule`, 'key')?.start ?? 0);
      return [Object.assign(said, { file, line, column, holds })];
    });
  });
}

/** The waivers of a document that fits its schema. */
function listEntries(document: JsonValue | undefined): readonly Waiver[] {
  return (document as unknown as { readonly waivers?: readonly Waiver[] } | undefined)?.waivers ?? [];
}

function isSame(waiver: Waiver, said: Omit<Waiver, 'file'>): boolean {
  return (Object.keys(said) as (keyof typeof said)[]).every((key) => waiver[key] === said[key]);
}
