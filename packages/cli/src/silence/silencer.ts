import {
  applyWaivers,
  type Finding,
  isSilenceable,
  type PolicyRuleSummary,
  rules,
  silenceThrough,
  suppressInline,
  type WaivedFindings,
  type Waiver,
  type WaiverUse,
} from '@shapegate/validator';
import type { FileReader } from '../config/file-reader.ts';
import type { ConfigurationFinder } from '../config/find-configurations.ts';
import { isOneFile } from '../config/glob.ts';
import { isWithin } from '../disk.ts';
import type { EndingWaiver } from '../format/run-facts.ts';
import type { KeptFile } from '../specs/keep-file.ts';
import type { FileReport } from '../specs/lint-report.ts';
import type { LintedFile } from '../specs/linted-file.ts';
import { byPlace } from '../specs/sort-findings.ts';
import { type ShelvedWaivers, WaiverShelf } from './waiver-shelf.ts';

export interface SilencerOptions {
  /** False where comments in specs count for nothing, as in a gate. */
  readonly inline: boolean;
  /** True where nothing silences `shape/*`. */
  readonly enforced: boolean;
  /** The day of the run in UTC, `YYYY-MM-DD`. */
  readonly today: string;
  readonly finder: ConfigurationFinder;
  /** The rules of every policy that is in force for one of the specs. */
  readonly policyRules: readonly PolicyRuleSummary[];
}

type Silenced = Pick<KeptFile, 'path' | 'rules' | 'policies' | 'waivers' | 'commented'>;

/** So many days before a waiver ends, that is told. */
const daysOfNotice = 14;

const nothingFound: WaivedFindings = { findings: [], uses: new Map() };

function isCross(rule: string): boolean {
  return rule.startsWith('cross/');
}

/** Marks findings that comments and waivers silence, in this order, and reports about waivers when all specs were seen. */
export class Silencer {
  readonly #options: SilencerOptions;
  readonly #shelf: WaiverShelf;
  readonly #known: ReadonlySet<string>;
  readonly #uses = new Map<Waiver, WaiverUse>();

  constructor(options: SilencerOptions) {
    this.#options = options;
    this.#known = new Set([...rules, ...options.policyRules].map(({ id }) => id));
    this.#shelf = new WaiverShelf(options.today, options.finder, options.policyRules);
  }

  /** Where waivers are read, and baselines with them. */
  get reader(): FileReader {
    return this.#options.finder.reader;
  }

  /** Marks the findings of a text that is only tried, on its own: what it repeats of others is not among them. */
  judge(linted: LintedFile): readonly Finding[] {
    const { path, rules, policies, waivers, result } = linted;
    return this.#apply({ path, rules, policies, waivers, commented: result.source }, result.findings).findings;
  }

  /** Marks the findings of a file. Throws ConfigProblem for a waiver file that does not fit its schema. */
  silence(kept: KeptFile, findings: readonly Finding[]): readonly Finding[] {
    const { findings: marked, uses } = this.#apply(kept, findings);
    for (const [waiver, use] of uses) if (this.#uses.get(waiver) !== 'used') this.#keep(waiver, use);
    return marked;
  }

  /** The waivers in force that speak of a file. */
  findWaivers({ path, waivers }: Pick<KeptFile, 'path' | 'waivers'>): readonly Waiver[] {
    return waivers.flatMap((file) => this.#shelf.load(file).findFor(path));
  }

  /**
   * What there is to say of the waiver files themselves.
   * @param folders absolute; a waiver is unused only where all that it could speak of was linted
   */
  report(folders: readonly string[]): FileReport[] {
    return this.#shelf.files.flatMap((shelved) => {
      const isWhole = isWithin(shelved.folder, folders);
      const unused = shelved.read.waivers.flatMap((waiver) => this.#explain(shelved, waiver, isWhole));
      const findings = [...shelved.read.findings, ...unused].sort(byPlace);
      // A file of waivers is no spec.
      return findings.length === 0 ? [] : [{ file: shelved.file, text: shelved.text, documents: 0, findings }];
    });
  }

  /** The waivers that silenced something and end soon, by file and place. */
  listEnding(): EndingWaiver[] {
    const now = Date.parse(this.#options.today);
    return this.#shelf.files.flatMap(({ file, read }) =>
      read.waivers.flatMap((waiver): EndingWaiver[] => {
        const { rule, owner, ticket, expires } = waiver;
        const daysLeft = Math.round((Date.parse(expires) - now) / 86_400_000);
        if (daysLeft > daysOfNotice || this.#uses.get(waiver) !== 'used') return [];
        return [{ rule, owner, ticket, expires, daysLeft, file, range: read.rangeOf(waiver) }];
      }),
    );
  }

  #explain({ read }: ShelvedWaivers, waiver: Waiver, isWhole: boolean): readonly Finding[] {
    const isSeen = isWhole || (!isCross(waiver.rule) && isOneFile(waiver.file));
    const use = this.#uses.get(waiver) ?? (isWhole ? 'unused' : 'used');
    return use === 'used' || !isSeen ? [] : read.explainUnused(waiver, use);
  }

  #keep(waiver: Waiver, use: WaiverUse): void {
    if (use !== 'unused' || !this.#uses.has(waiver)) this.#uses.set(waiver, use);
  }

  #apply({ path, rules, policies, waivers, commented }: Silenced, findings: readonly Finding[]): WaivedFindings {
    // Nearly all files: nothing was found, and no comment says that there should be.
    if (findings.length === 0 && commented === null && waivers.length === 0) return nothingFound;
    const { inline, today, enforced } = this.#options;
    const maySilence = (rule: string) =>
      isSilenceable(rule, rules, policies) && !(enforced && rule.startsWith('shape/'));
    // The spec that a finding across specs is about as well may not be in this run, so its comment is never idle.
    const isAsked = (rule: string) => !isCross(rule);
    const options = { today, known: this.#known, isSuppressible: maySilence, isAsked, rules };
    const inForce = waivers.length === 0 ? [] : this.findWaivers({ path, waivers });
    let uses = nothingFound.uses;
    const silenced = silenceThrough(findings, (current) => {
      const marked = inline && commented !== null ? suppressInline(current, { source: commented }, options) : current;
      const waived = applyWaivers(marked, inForce, maySilence);
      ({ uses } = waived);
      return waived.findings;
    });
    // Comments have findings of their own, and what a silenced finding stood for comes after all others.
    return { findings: silenced.length > findings.length ? silenced.toSorted(byPlace) : silenced, uses };
  }
}
