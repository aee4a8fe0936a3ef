import { dirname, relative, sep } from 'node:path';
import { type PolicyRuleSummary, readWaivers, rules, type Waiver, type WaiverFile } from '@shapegate/validator';
import { settleFile } from '../config/file-settings.ts';
import type { ConfigurationFinder } from '../config/find-configurations.ts';
import { compileGlob, findGlobFault, type PathMatcher } from '../config/glob.ts';
import { showPath } from '../disk.ts';
import { ConfigProblem } from '../tool-problem.ts';

/** A file of waivers on disk. */
export interface ShelvedWaivers {
  /** As reports name it. */
  readonly file: string;
  /** Absolute: what its globs are relative to. */
  readonly folder: string;
  /** For code frames. */
  readonly text: string;
  readonly read: WaiverFile;
  /** Those in force that speak of a spec. */
  findFor(spec: string): readonly Waiver[];
}

/** The waiver files that configurations name, each read once. */
export class WaiverShelf {
  readonly #today: string;
  readonly #finder: ConfigurationFinder;
  readonly #policyRules: readonly PolicyRuleSummary[];
  readonly #files = new Map<string, ShelvedWaivers>();

  /** @param today the day of the run in UTC, `YYYY-MM-DD` */
  constructor(today: string, finder: ConfigurationFinder, policyRules: readonly PolicyRuleSummary[]) {
    this.#today = today;
    this.#finder = finder;
    this.#policyRules = policyRules;
  }

  /** Reads a file of waivers. Throws ConfigProblem where it does not fit its schema, ToolProblem where it cannot be read. */
  load(path: string): ShelvedWaivers {
    let shelved = this.#files.get(path);
    if (shelved === undefined) {
      shelved = this.#read(path);
      this.#files.set(path, shelved);
    }
    return shelved;
  }

  get files(): readonly ShelvedWaivers[] {
    return [...this.#files.values()];
  }

  #read(path: string): ShelvedWaivers {
    const folder = dirname(path);
    // The bytes are good until something else is read.
    const bytes = this.#finder.reader.read(path).slice();
    const settings = settleFile(path, this.#finder.find(folder));
    const format = /\.json$/i.test(path) ? 'json' : 'yaml';
    const policyRules = this.#policyRules;
    const known = new Set([...rules, ...policyRules].map(({ id }) => id));
    const options = { format, today: this.#today, known, rules: settings.rules, policyRules, findGlobFault } as const;
    const read = readWaivers(bytes, options);
    if (read.malformed) throw new ConfigProblem(showPath(path), read.findings);
    const matchers = new Map<string, PathMatcher>(read.waivers.map(({ file }) => [file, compileGlob(file)]));
    const findFor = (spec: string) => {
      const name = relative(folder, spec);
      const shown = sep === '/' ? name : name.replaceAll(sep, '/');
      return read.waivers.filter(({ file }) => matchers.get(file)?.(shown) === true);
    };
    return { file: showPath(path), folder, text: new TextDecoder().decode(bytes), read, findFor };
  }
}
