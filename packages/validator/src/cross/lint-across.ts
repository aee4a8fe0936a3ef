import { optionsOf, type RuleSettings } from '../check/rule-book.ts';
import { wordStage } from '../check/word-stage.ts';
import type { Finding, Related } from '../diagnostic/diagnostic.ts';
import type { LintedDocument } from '../lint/linted-document.ts';
import type { QuotaFacts } from '../rules/cross/model-quota.ts';
import type { RepeatFacts } from '../rules/cross/repeat.ts';
import { isUnsettled } from '../rules/value/is-unsettled.ts';
import type { Api } from '../shape/api.ts';
import { isObject, ownValue } from '../shape/json.ts';
import { hashValue } from '../value-hash.ts';
import { findMarkedValues, type MarkedValue } from './marked-values.ts';

/** A file as `lintText` has read it. */
export interface LintedFile {
  /** The name that findings and related places bear. */
  readonly file: string;
  readonly documents: readonly LintedDocument[];
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
const repeatRules: readonly (readonly [trait: string, rule: string])[] = [
  ['shapegate#singleUseName', 'cross/job-name'],
  [uniqueName, 'cross/model-name'],
  ['shapegate#contentToken', 'cross/token'],
];
const traits = repeatRules.map(([trait]) => trait);

interface Place {
  readonly file: string;
  readonly document: LintedDocument;
  readonly marked: MarkedValue;
}

/** What the specs for one account and Region have at one member, by value. */
interface Group {
  readonly trait: string;
  readonly region: string;
  readonly account: string | undefined;
  readonly byValue: Map<string, Place[]>;
}

/**
 * Compares the specs of one run with each other: names and tokens that only one may have. Specs without a known Region
 * are left out, and a spec of a known account is not compared with one of an unknown account.
 */
export function lintAcross(files: readonly LintedFile[], options: AcrossOptions): FileFinding[] {
  const findings: FileFinding[] = [];
  for (const group of groupValues(files, options.api)) {
    for (const places of group.byValue.values())
      if (places.length > 1) findings.push(...reportRepeat(group, places, options));
    findings.push(...reportQuota(group, options));
  }
  return findings;
}

function groupValues(files: readonly LintedFile[], api: Api): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (const { file, documents } of files) {
    for (const document of documents) {
      const { request, target } = document;
      if (request === null || target.region === undefined) continue;
      for (const marked of findMarkedValues(api.table, request.operation, request.input, traits)) {
        if (marked.value === '' || isUnsettled(marked.value)) continue;
        const { region, account } = target;
        const key = JSON.stringify([region, account ?? '', marked.trait, marked.member]);
        let group = groups.get(key);
        if (group === undefined) {
          group = { trait: marked.trait, region, account, byValue: new Map() };
          groups.set(key, group);
        }
        const places = group.byValue.get(marked.value);
        if (places === undefined) group.byValue.set(marked.value, [{ file, document, marked }]);
        else places.push({ file, document, marked });
      }
    }
  }
  return groups.values();
}

function reportRepeat(group: Group, places: readonly Place[], options: AcrossOptions): FileFinding[] {
  const [first, ...others] = places;
  const id = repeatRules.find(([trait]) => trait === group.trait)?.[1];
  if (first === undefined || id === undefined) return [];
  const facts: RepeatFacts = { value: first.marked.value, count: places.length, ...targetOf(group) };
  const related = [relate(first, 'the first spec that has it')];
  return others.flatMap((place) => makeFinding(id, facts, place, related, options));
}

function reportQuota(group: Group, options: AcrossOptions): FileFinding[] {
  if (group.trait !== uniqueName) return [];
  const holders = [...group.byValue.values()].flatMap(([first]) => first ?? []);
  const parameters = holders[0]?.marked.parameters;
  const stated = isObject(parameters) ? ownValue(parameters, 'quota') : undefined;
  const quota = ownValue(optionsOf('cross/model-quota', options.rules ?? {}), 'models') ?? stated;
  const beyond = typeof quota === 'number' ? holders[quota] : undefined;
  if (typeof quota !== 'number' || beyond === undefined) return [];
  const facts: QuotaFacts = { count: holders.length, quota, ...targetOf(group) };
  const related = holders.slice(0, quota).map((place) => relate(place, 'one of those within the quota'));
  return makeFinding('cross/model-quota', facts, beyond, related, options);
}

function targetOf({ region, account }: Group): { readonly region: string; readonly account?: string } {
  return account === undefined ? { region } : { region, account };
}

function relate({ file, document, marked }: Place, message: string): Related {
  const range = document.locate(marked.pointer, 'value');
  return { file, document: document.index, pointer: marked.pointer, range, message };
}

function makeFinding(
  id: string,
  facts: unknown,
  { file, document, marked }: Place,
  related: readonly Related[],
  { rules }: AcrossOptions,
): FileFinding[] {
  const words = wordStage(id, facts, rules);
  if (words === null) return [];
  const finding: Finding = {
    ...words,
    pointer: marked.pointer,
    document: document.index,
    range: document.locate(marked.pointer, 'value'),
    related,
    fix: null,
    suppressed: null,
    valueHash: hashValue(marked.value),
  };
  return [{ file, finding }];
}
