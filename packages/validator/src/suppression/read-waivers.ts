import type { PolicyRuleSummary } from '../check/policy-set.ts';
import { findRule, type RuleSettings } from '../check/rule-book.ts';
import { wordRule } from '../check/word-rule.ts';
import { wordStage } from '../check/word-stage.ts';
import type { Finding } from '../diagnostic/diagnostic.ts';
import { findNearNames } from '../diagnostic/near-names.ts';
import { parsePointer } from '../diagnostic/pointer.ts';
import { type Range, startOfFile } from '../diagnostic/range.ts';
import { locatePart } from '../lint/locate.ts';
import type { Part } from '../rule/hit.ts';
import { quoteValue } from '../rule/quote-value.ts';
import type { ExpiredFacts } from '../rules/waiver/expired.ts';
import type { InvalidWaiverFacts } from '../rules/waiver/invalid.ts';
import type { UnusedWaiverFacts } from '../rules/waiver/unused.ts';
import { valueAtTokens } from '../shape/value-at-tokens.ts';
import { readDocuments, type SourceFile } from '../source/read-documents.ts';
import type { SourceDocument } from '../source/source-document.ts';
import { hashValue } from '../value-hash.ts';
import { explainDocumentError, isMisspelt } from './explain-document.ts';
import { waiversValidator } from './generated/documents.ts';
import { isSilenceable } from './is-silenceable.ts';
import { addDays, findMostDays } from './policy-limit.ts';
import { isInForce, type Waiver } from './waiver.ts';

export interface WaiverOptions {
  readonly format: 'yaml' | 'json';
  /** The day of the run in UTC, `YYYY-MM-DD`: a waiver holds through its own last day. */
  readonly today: string;
  /** The ids of the rules that there are: the catalogue's and those of the policies in force. */
  readonly known: ReadonlySet<string>;
  /** The severities of `waiver/*`, and which rules nobody may waive. */
  readonly rules?: RuleSettings;
  /** The rules of the policies in force, which say how long they may be waived at most. */
  readonly policyRules?: readonly PolicyRuleSummary[];
  /** Why a glob can match nothing; null where it can match something. */
  readonly findGlobFault?: (glob: string) => string | null;
}

/** How often a waiver's finding was met in a run. */
export type WaiverUse = 'used' | 'unused' | 'other-value';

/** A file of waivers. */
export interface WaiverFile {
  /** Those that can be waived and have not ended. */
  readonly waivers: readonly Waiver[];
  /** True where the file does not fit its schema: then there are no waivers, and nothing may go on. */
  readonly malformed: boolean;
  /** What is wrong with the file or with a waiver of it: `waiver/invalid` and `waiver/expired`. */
  readonly findings: readonly Finding[];
  /** Where one of the waivers is written: its key `rule`. */
  rangeOf(waiver: Waiver): Range;
  /** `waiver/unused`, for waivers that a run has had no use for. */
  explainUnused(waiver: Waiver, use: Exclude<WaiverUse, 'used'>): readonly Finding[];
}

type WaiverFacts = {
  'waiver/expired': ExpiredFacts;
  'waiver/invalid': InvalidWaiverFacts;
  'waiver/unused': UnusedWaiverFacts;
};

const waiverKeys = ['rule', 'file', 'pointer', 'hash', 'reason', 'owner', 'ticket', 'expires'];
const documentKeys = ['apiVersion', 'kind', 'waivers'];

/** Reads a waiver file: text in, waivers and findings about them out, never an exception. */
export function readWaivers(text: string | Uint8Array, options: WaiverOptions): WaiverFile {
  return new WaiverReader(readDocuments(text, options.format), options).read();
}

class WaiverReader {
  readonly #source: SourceFile;
  readonly #options: WaiverOptions;
  readonly #findings: Finding[] = [];

  constructor(source: SourceFile, options: WaiverOptions) {
    this.#source = source;
    this.#options = options;
  }

  read(): WaiverFile {
    const [document, second] = this.#source.documents;
    this.#checkSource(document, second);
    if (this.#findings.length === 0 && document !== undefined) this.#checkShape(document);
    if (this.#findings.length > 0 || document === undefined)
      return {
        waivers: [],
        malformed: true,
        findings: this.#findings,
        rangeOf: () => startOfFile,
        explainUnused: () => [],
      };
    const places = new Map<Waiver, number>();
    const { waivers } = document.value as unknown as { readonly waivers: readonly Partial<Waiver>[] };
    for (const [index, written] of waivers.entries()) {
      const waiver = Object.assign({ hash: null }, written) as Waiver;
      if (this.#isValid(document, waiver, `/waivers/${index}`)) places.set(waiver, index);
    }
    const rangeOf = (waiver: Waiver) => {
      const { start, end } = locatePart(document, `/waivers/${places.get(waiver) ?? 0}/rule`, 'key');
      return this.#source.lines.range(start, end);
    };
    const explainUnused = (waiver: Waiver, use: Exclude<WaiverUse, 'used'>) =>
      this.#explainUnused(document, waiver, `/waivers/${places.get(waiver) ?? 0}`, use);
    return { waivers: [...places.keys()], malformed: false, findings: this.#findings, rangeOf, explainUnused };
  }

  /** What keeps the text from being one document. */
  #checkSource(document: SourceDocument | undefined, second: SourceDocument | undefined): void {
    for (const hit of this.#source.hits) {
      if (hit.rule === 'spec/empty') continue;
      const rule = findRule(hit.rule);
      if (rule === undefined) throw new Error(`no rule ${hit.rule}`);
      const { message, help } = wordRule(rule, hit.facts);
      this.#report('waiver/invalid', { message, help }, hit.pointer, hit.start, hit.end);
    }
    const isEmpty = document === undefined || document.empty;
    if (isEmpty && this.#findings.length === 0)
      this.#report('waiver/invalid', { message: 'the file is empty', help: 'Write a document of waivers.' }, '', 0, 0);
    if (second === undefined) return;
    const { start } = second.offsets('', 'value') ?? { start: 0 };
    const facts = { message: 'a second document, expected one', help: 'Write its waivers into the first one.' };
    this.#report('waiver/invalid', facts, '', start, start + 1);
  }

  #checkShape(document: SourceDocument): void {
    if (waiversValidator(document.value)) return;
    for (const error of waiversValidator.errors ?? []) {
      const known = error.instancePath.startsWith('/waivers/') ? waiverKeys : documentKeys;
      if (isMisspelt(error, document.value, known)) continue;
      const { pointer, part, message, help } = explainDocumentError(error, document.value, known);
      this.#reportAt(document, 'waiver/invalid', { message, help }, pointer, part);
    }
  }

  /** True where a well-formed waiver may silence something. */
  #isValid(document: SourceDocument, { rule, file, expires }: Waiver, at: string): boolean {
    const { known, today, rules = {}, policyRules = [], findGlobFault = () => null } = this.#options;
    const refuse = (key: string, message: string, help: string) => {
      this.#reportAt(document, 'waiver/invalid', { message, help }, `${at}/${key}`, 'value');
      return false;
    };
    if (!known.has(rule)) {
      const near = findNearNames(rule, known)[0];
      const help = near === undefined ? 'Name a rule of `shapegate rules`.' : `Did you mean ${quoteValue(near)}?`;
      return refuse('rule', `there is no rule ${quoteValue(rule)}`, help);
    }
    const stated = policyRules.filter(({ id }) => id === rule);
    const isWaivable = stated.length === 0 || stated.some(({ waivable }) => waivable !== null);
    if (!isWaivable || !isSilenceable(rule, rules))
      return refuse('rule', `${quoteValue(rule)} cannot be waived`, 'Correct the spec, and take the waiver away.');
    const fault = findGlobFault(file);
    if (fault !== null)
      return refuse(
        'file',
        `the glob ${quoteValue(file)} can match nothing: ${fault}`,
        'Write one that is relative to this file.',
      );
    const most = findMostDays(rule, policyRules);
    const last = most === null ? null : addDays(today, most);
    if (last !== null && expires > last)
      return refuse(
        'expires',
        `the waiver of ${quoteValue(rule)} lasts until ${expires}, its policy allows ${most} days`,
        `Let it end on ${last} at the latest.`,
      );
    if (isInForce({ expires }, today)) return true;
    this.#reportAt(document, 'waiver/expired', { rule, expires }, `${at}/expires`, 'value');
    return false;
  }

  #explainUnused(
    document: SourceDocument,
    { rule, file, pointer }: Waiver,
    at: string,
    use: Exclude<WaiverUse, 'used'>,
  ): readonly Finding[] {
    const facts = { rule, file, pointer, problem: use === 'unused' ? 'nothing' : 'hash' } as const;
    const before = this.#findings.length;
    if (use === 'other-value') this.#reportAt(document, 'waiver/unused', facts, `${at}/hash`, 'value');
    else this.#reportAt(document, 'waiver/unused', facts, at, 'value');
    return this.#findings.splice(before);
  }

  #reportAt<Id extends keyof WaiverFacts>(
    document: SourceDocument,
    id: Id,
    facts: WaiverFacts[Id],
    pointer: string,
    part: Part,
  ): void {
    // Of a whole waiver its first key is enough to point at.
    const { start, end } = locatePart(document, pointer, /^\/waivers\/\d+$/.test(pointer) ? 'key' : part);
    this.#report(id, facts, pointer, start, end, document);
  }

  #report<Id extends keyof WaiverFacts>(
    id: Id,
    facts: WaiverFacts[Id],
    pointer: string,
    start: number,
    end: number,
    document?: SourceDocument,
  ): void {
    const words = wordStage(id, facts, this.#options.rules);
    if (words === null) return;
    const value = document === undefined ? null : valueAtTokens(document.value, parsePointer(pointer));
    this.#findings.push({
      ...words,
      pointer,
      document: document?.index ?? 0,
      range: this.#source.lines.range(start, end),
      related: [],
      fix: null,
      suppressed: null,
      valueHash: hashValue(value),
    });
  }
}
