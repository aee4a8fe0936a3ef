import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import {
  applyBaseline,
  type BaselineEntry,
  type Finding,
  isSilenceable,
  keyOfEntry,
  listThrough,
  makeEntry,
  type PolicySet,
  type RuleSettings,
  readBaseline,
  silenceThrough,
  writeBaseline,
} from '@shapegate/validator';
import type { FileReader } from '../config/file-reader.ts';
import { showPath } from '../disk.ts';
import { replaceFile } from '../replace-file.ts';
import { byPlace } from '../specs/sort-findings.ts';
import { ToolProblem } from '../tool-problem.ts';

/** A baseline on disk, and what a run has met of it. */
class ShelvedBaseline {
  readonly path: string;
  entries: readonly BaselineEntry[];
  keys: ReadonlySet<string>;
  /** Keys of findings that there are, and the files that were looked at. */
  readonly met = new Set<string>();
  readonly seen = new Set<string>();

  constructor(path: string, entries: readonly BaselineEntry[]) {
    this.path = path;
    this.entries = entries;
    this.keys = new Set(entries.map(keyOfEntry));
  }

  /** How the baseline names a file. */
  nameOf(file: string): string {
    const name = relative(dirname(this.path), file);
    return sep === '/' ? name : name.replaceAll(sep, '/');
  }

  /** True for an entry that nothing answers to any more: its finding is gone from a file that was linted, or the file is. */
  isStale(entry: BaselineEntry): boolean {
    if (this.seen.has(entry.file)) return !this.met.has(keyOfEntry(entry));
    return !existsSync(join(dirname(this.path), entry.file));
  }

  write(entries: readonly BaselineEntry[]): void {
    replaceFile(this.path, writeBaseline(entries));
    this.entries = entries;
    this.keys = new Set(entries.map(keyOfEntry));
  }
}

/** A spec whose findings are compared with its baseline. */
export interface BaselinedFile {
  /** Absolute. */
  readonly path: string;
  /** Absolute; null where no configuration names one. */
  readonly baseline: string | null;
  readonly rules: RuleSettings;
  /** Those in force for it. */
  readonly policies: PolicySet | undefined;
}

/** The baselines that configurations name, each read once. */
export class BaselineShelf {
  readonly #shelved = new Map<string, ShelvedBaseline>();
  readonly #mayBeMissing: boolean;
  readonly #reader: FileReader;

  /** @param mayBeMissing true where the run is about to write it */
  constructor(mayBeMissing: boolean, reader: FileReader) {
    this.#mayBeMissing = mayBeMissing;
    this.#reader = reader;
  }

  /** Marks the findings of a file that its baseline has. Throws ToolProblem for a baseline that cannot be read. */
  apply(file: BaselinedFile, findings: readonly Finding[]): readonly Finding[] {
    if (file.baseline === null) return findings;
    const baseline = this.#load(file.baseline);
    const name = baseline.nameOf(file.path);
    baseline.seen.add(name);
    for (const finding of findings.flatMap(listThrough)) baseline.met.add(keyOfEntry(makeEntry(name, finding)));
    const maySilence = (rule: string) => isSilenceable(rule, file.rules, file.policies);
    const marked = silenceThrough(findings, (current) => applyBaseline(current, name, baseline.keys, maySilence));
    return marked.length > findings.length ? marked.toSorted(byPlace) : marked;
  }

  /** Writes what there is now into the baselines; entries of files that were not linted stay. Tells how many each has. */
  write(files: readonly (BaselinedFile & { readonly findings: readonly Finding[] })[]): Map<string, number> {
    const entries = new Map<ShelvedBaseline, BaselineEntry[]>();
    for (const { path, baseline: where, rules, policies, findings } of files) {
      if (where === null) continue;
      const baseline = this.#load(where);
      const name = baseline.nameOf(path);
      baseline.seen.add(name);
      const here = entries.get(baseline) ?? [];
      for (const finding of findings.flatMap(listThrough))
        if (finding.suppressed === null && isSilenceable(finding.rule, rules, policies))
          here.push(makeEntry(name, finding));
      entries.set(baseline, here);
    }
    const counts = new Map<string, number>();
    for (const [baseline, here] of entries) {
      const kept = baseline.entries.filter(({ file }) => !baseline.seen.has(file));
      baseline.write([...kept, ...here]);
      counts.set(showPath(baseline.path), baseline.keys.size);
    }
    return counts;
  }

  /** How many stale entries each baseline has; with `prune` they are taken out of it. */
  findStale(prune: boolean): Map<string, number> {
    const counts = new Map<string, number>();
    for (const baseline of this.#shelved.values()) {
      const kept = baseline.entries.filter((entry) => !baseline.isStale(entry));
      const stale = baseline.entries.length - kept.length;
      if (stale === 0) continue;
      counts.set(showPath(baseline.path), stale);
      if (prune) baseline.write(kept);
    }
    return counts;
  }

  #load(path: string): ShelvedBaseline {
    let baseline = this.#shelved.get(path);
    if (baseline === undefined) {
      const isNew = this.#mayBeMissing && !existsSync(path);
      baseline = new ShelvedBaseline(path, isNew ? [] : readEntries(path, this.#reader));
      this.#shelved.set(path, baseline);
    }
    return baseline;
  }
}

function readEntries(path: string, reader: FileReader): readonly BaselineEntry[] {
  const { entries, fault } = readBaseline(new TextDecoder().decode(reader.read(path)));
  if (fault === null) return entries;
  const { line, column, message, help } = fault;
  throw new ToolProblem(`${showPath(path)}:${line}:${column}: ${message}`, help);
}
