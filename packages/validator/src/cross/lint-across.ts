import { optionsOf, type RuleSettings } from '../check/rule-book.ts';
import { type StageWords, wordStage } from '../check/word-stage.ts';
import type { Finding, Related } from '../diagnostic/diagnostic.ts';
import { type Range, startOfFile } from '../diagnostic/range.ts';
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

/** What is left of a file when it is compared with others. */
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

interface Place<File extends ComparedFile = ComparedFile> {
  readonly holder: File;
  readonly unique: UniqueValue;
}

/** Finds the text of a unique value again, which hardly any is asked for. */
export type LocateUnique<File extends ComparedFile> = (holder: File, unique: UniqueValue) => Range;

interface Terms<File extends ComparedFile> {
  readonly rules: RuleSettings;
  readonly locate: LocateUnique<File>;
}

/** What the specs for one account and Region have at one member, by value. */
interface Group<File extends ComparedFile> {
  readonly trait: string;
  readonly region: string;
  readonly account: string | null;
  /** A value that one spec has, as nearly all are, has its place alone. */
  readonly byValue: Map<string, Place<File> | Place<File>[]>;
}

/**
 * Compares the specs of one run with each other: names and tokens that only one may have. Specs without a known Region
 * are left out, and a spec of a known account is not compared with one of an unknown account.
 */
export function lintAcross(files: readonly LintedFile[], { api, rules = {} }: AcrossOptions): FileFinding[] {
  const compared = files.map(({ file, documents }) => ({
    file,
    documents,
    values: findUniqueValues(documents, api, 0),
  }));
  const locate = ({ documents }: (typeof compared)[number], { document, pointer }: UniqueValue) =>
    documents.find(({ index }) => index === document)?.locate(pointer, 'value') ?? startOfFile;
  return compareUniqueValues(compared, rules, locate);
}

/** As `lintAcross`, of files of which little else is left. */
export function compareUniqueValues<File extends ComparedFile>(
  files: readonly File[],
  rules: RuleSettings,
  locate: LocateUnique<File>,
): FileFinding[] {
  const findings: FileFinding[] = [];
  const terms = { rules, locate };
  for (const group of groupValues(files)) {
    for (const places of group.byValue.values())
      if (Array.isArray(places)) findings.push(...reportRepeat(group, places, terms));
    findings.push(...reportQuota(group, terms));
  }
  return findings;
}

function groupValues<File extends ComparedFile>(files: readonly File[]): Iterable<Group<File>> {
  const groups = new Map<string, Group<File>>();
  for (const holder of files) {
    for (const unique of holder.values) {
      const { trait, region, account, member } = unique;
      const key = `${trait}\n${member}\n${account ?? ''}\n${region}`;
      let group = groups.get(key);
      if (group === undefined) {
        group = { trait, region, account, byValue: new Map() };
        groups.set(key, group);
      }
      const place = { holder, unique };
      const places = group.byValue.get(unique.value);
      if (places === undefined) group.byValue.set(unique.value, place);
      else if (Array.isArray(places)) places.push(place);
      else group.byValue.set(unique.value, [places, place]);
    }
  }
  return groups.values();
}

function reportRepeat<File extends ComparedFile>(
  group: Group<File>,
  places: readonly Place<File>[],
  terms: Terms<File>,
): FileFinding[] {
  const [first, ...others] = places;
  const id = repeatRules.find(([trait]) => trait === group.trait)?.[1];
  if (first === undefined || id === undefined) return [];
  const facts: RepeatFacts = { value: first.unique.value, count: places.length, ...targetOf(group) };
  const words = wordStage(id, facts, terms.rules);
  if (words === null) return [];
  const related = [relate(first, 'the first spec that has it', terms)];
  return others.map((place) => makeFinding(words, place, related, terms));
}

function reportQuota<File extends ComparedFile>(group: Group<File>, terms: Terms<File>): FileFinding[] {
  if (group.trait !== uniqueName) return [];
  const holders = [...group.byValue.values()].flatMap((places) =>
    Array.isArray(places) ? places.slice(0, 1) : places,
  );
  const parameters = holders[0]?.unique.parameters;
  const stated = isObject(parameters) ? ownValue(parameters, 'quota') : undefined;
  const quota = ownValue(optionsOf('cross/model-quota', terms.rules), 'models') ?? stated;
  const beyond = typeof quota === 'number' ? holders[quota] : undefined;
  if (typeof quota !== 'number' || beyond === undefined) return [];
  const facts: QuotaFacts = { count: holders.length, quota, ...targetOf(group) };
  const words = wordStage('cross/model-quota', facts, terms.rules);
  if (words === null) return [];
  const related = holders.slice(0, quota).map((place) => relate(place, 'one of those within the quota', terms));
  return [makeFinding(words, beyond, related, terms)];
}

function targetOf({ region, account }: Pick<Group<ComparedFile>, 'region' | 'account'>): {
  readonly region: string;
  readonly account?: string;
} {
  return account === null ? { region } : { region, account };
}

function relate<File extends ComparedFile>(
  { holder, unique }: Place<File>,
  message: string,
  { locate }: Terms<File>,
): Related {
  const { document, pointer } = unique;
  return { file: holder.file, document, pointer, range: locate(holder, unique), message };
}

function makeFinding<File extends ComparedFile>(
  words: StageWords,
  { holder, unique }: Place<File>,
  related: readonly Related[],
  { locate }: Terms<File>,
): FileFinding {
  const { pointer, document, value } = unique;
  const finding: Finding = {
    ...words,
    pointer,
    document,
    range: locate(holder, unique),
    related,
    fix: null,
    suppressed: null,
    valueHash: hashValue(value),
  };
  return { file: holder.file, finding };
}
