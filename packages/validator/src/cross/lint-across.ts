import { optionsOf, type RuleSettings } from '../check/rule-book.ts';
import { wordStage } from '../check/word-stage.ts';
import type { Finding, Related } from '../diagnostic/diagnostic.ts';
import type { LintedDocument } from '../lint/linted-document.ts';
import type { QuotaFacts } from '../rules/cross/model-quota.ts';
import type { RepeatFacts } from '../rules/cross/repeat.ts';
import type { Api } from '../shape/api.ts';
import { isObject, ownValue } from '../shape/json.ts';
import { hashValue } from '../value-hash.ts';
import { findUniqueValues, repeatRules, type UniqueValue } from './unique-values.ts';

/** A file as `lintText` has read it. */
export interface LintedFile {
  /** The name that findings and related places bear. */
  readonly file: string;
  readonly documents: readonly LintedDocument[];
}

/** What is left of a file when it is to be compared with others. */
export interface ComparedFile {
  /** The name that findings and related places bear. */
  readonly file: string;
  /** What `findUniqueValues` has found in it. */
  readonly values: readonly UniqueValue[];
}

export interface AcrossOptions {
  readonly api: Api;
  readonly rules?: RuleSettings;
}

/** A finding about several specs, at the later of them. */
export interface FileFinding {
  readonly file: string;
  readonly finding: Finding;
}

const uniqueName = 'shapegate#uniqueName';

interface Place {
  readonly file: string;
  readonly unique: UniqueValue;
}

/** What the specs for one account and Region have at one member, by value. */
interface Group {
  readonly trait: string;
  readonly region: string;
  readonly account: string | null;
  /** A value that one spec has, as nearly all are, has its place alone. */
  readonly byValue: Map<string, Place | Place[]>;
}

/**
 * Compares the specs of one run with each other: names and tokens that only one may have. Specs without a known Region
 * are left out, and a spec of a known account is not compared with one of an unknown account.
 */
export function lintAcross(files: readonly LintedFile[], { api, rules = {} }: AcrossOptions): FileFinding[] {
  return compareUniqueValues(
    files.map(({ file, documents }) => ({ file, values: findUniqueValues(documents, api, 0) })),
    rules,
  );
}

/** As `lintAcross`, of files of which nothing else is left. */
export function compareUniqueValues(files: readonly ComparedFile[], rules: RuleSettings = {}): FileFinding[] {
  const findings: FileFinding[] = [];
  for (const group of groupValues(files)) {
    for (const places of group.byValue.values())
      if (Array.isArray(places)) findings.push(...reportRepeat(group, places, rules));
    findings.push(...reportQuota(group, rules));
  }
  return findings;
}

function groupValues(files: readonly ComparedFile[]): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (const { file, values } of files) {
    for (const unique of values) {
      const { trait, region, account, member } = unique;
      const key = `${trait}\n${member}\n${account ?? ''}\n${region}`;
      let group = groups.get(key);
      if (group === undefined) {
        group = { trait, region, account, byValue: new Map() };
        groups.set(key, group);
      }
      const place = { file, unique };
      const places = group.byValue.get(unique.value);
      if (places === undefined) group.byValue.set(unique.value, place);
      else if (Array.isArray(places)) places.push(place);
      else group.byValue.set(unique.value, [places, place]);
    }
  }
  return groups.values();
}

function reportRepeat(group: Group, places: readonly Place[], rules: RuleSettings): FileFinding[] {
  const [first, ...others] = places;
  const id = repeatRules.find(([trait]) => trait === group.trait)?.[1];
  if (first === undefined || id === undefined) return [];
  const facts: RepeatFacts = { value: first.unique.value, count: places.length, ...targetOf(group) };
  const related = [relate(first, 'the first spec that has it')];
  return others.flatMap((place) => makeFinding(id, facts, place, related, rules));
}

function reportQuota(group: Group, rules: RuleSettings): FileFinding[] {
  if (group.trait !== uniqueName) return [];
  const holders = [...group.byValue.values()].flatMap((places) =>
    Array.isArray(places) ? places.slice(0, 1) : places,
  );
  const parameters = holders[0]?.unique.parameters;
  const stated = isObject(parameters) ? ownValue(parameters, 'quota') : undefined;
  const quota = ownValue(optionsOf('cross/model-quota', rules), 'models') ?? stated;
  const beyond = typeof quota === 'number' ? holders[quota] : undefined;
  if (typeof quota !== 'number' || beyond === undefined) return [];
  const facts: QuotaFacts = { count: holders.length, quota, ...targetOf(group) };
  const related = holders.slice(0, quota).map((place) => relate(place, 'one of those within the quota'));
  return makeFinding('cross/model-quota', facts, beyond, related, rules);
}

function targetOf({ region, account }: Group): { readonly region: string; readonly account?: string } {
  return account === null ? { region } : { region, account };
}

function relate({ file, unique }: Place, message: string): Related {
  const { document, pointer, range } = unique;
  return { file, document, pointer, range, message };
}

function makeFinding(
  id: string,
  facts: unknown,
  { file, unique }: Place,
  related: readonly Related[],
  rules: RuleSettings,
): FileFinding[] {
  const words = wordStage(id, facts, rules);
  if (words === null) return [];
  const { pointer, document, range, value } = unique;
  const finding: Finding = {
    ...words,
    pointer,
    document,
    range,
    related,
    fix: null,
    suppressed: null,
    valueHash: hashValue(value),
  };
  return [{ file, finding }];
}
