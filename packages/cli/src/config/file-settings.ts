import { relative, resolve, sep } from 'node:path';
import type { RuleSetting, RuleSettings } from '@shapegate/validator';
import type { Configuration, OverrideEntry, TargetEntry } from './configuration.ts';
import { compileGlob, type PathMatcher } from './glob.ts';

/** What the configurations say of one file; what none says is undefined. */
export interface FileSettings {
  /** True where a target claims the file. */
  readonly claimed: boolean;
  readonly operation: string | undefined;
  readonly region: string | undefined;
  readonly account: string | undefined;
  /** Models in the order in which they are asked for the operation. */
  readonly models: readonly ModelChoice[];
  /** Models that targets name for other files. */
  readonly otherModels: readonly ModelChoice[];
  readonly rules: RuleSettings;
  readonly references: 'allow' | 'forbid';
  /** Policies in force, those of every configuration. */
  readonly policies: readonly PolicyChoice[];
  /** Files of waivers, absolute. */
  readonly waivers: readonly string[];
  /** Absolute; null where none is configured. */
  readonly baseline: string | null;
}

/** Model files as a configuration names them. */
export interface ModelChoice {
  readonly folder: string;
  readonly files: readonly string[];
}

/** Policies as a configuration or the command line names them. */
export interface PolicyChoice {
  /** What paths are relative to. */
  readonly folder: string;
  /** A path, a glob, a folder or an installed package. */
  readonly name: string;
  /** The file that says so, as messages name it; null for the command line. */
  readonly saidBy: string | null;
}

const matchers = new Map<string, PathMatcher>();

/** Tells whether one of the globs means a path, written with `/`. */
export function matchesAny(globs: readonly string[], path: string): boolean {
  return globs.some((glob) => {
    let matcher = matchers.get(glob);
    if (matcher === undefined) {
      matcher = compileGlob(glob);
      matchers.set(glob, matcher);
    }
    return matcher(path);
  });
}

/**
 * A path as the globs of a configuration see it: relative to its folder, with `/`.
 * @param file absolute, without `..`
 */
export function pathIn({ folder }: Configuration, file: string): string {
  if (sep === '/' && file.startsWith(folder) && file[folder.length] === '/') return file.slice(folder.length + 1);
  const path = relative(folder, file);
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** The nearer says what holds; of severity and options it leaves the farther one those that it does not state. */
function mergeSetting(nearer: RuleSettings[string] | undefined, farther: RuleSettings[string]): RuleSettings[string] {
  if (nearer === undefined) return farther;
  if (typeof nearer === 'string' && typeof farther === 'string') return nearer;
  const asMapping = (setting: RuleSettings[string]): RuleSetting =>
    typeof setting === 'string' ? { severity: setting } : setting;
  return { ...asMapping(farther), ...asMapping(nearer) };
}

/** One configuration as it speaks of a file: the places of its targets and overrides that mean the file. */
interface Speaker {
  readonly configuration: Configuration;
  readonly targets: readonly TargetEntry[];
  readonly overrides: readonly OverrideEntry[];
}

/** What was settled for the files that the same targets and overrides mean, by these; a run has few such groups. */
const settled = new WeakMap<readonly Configuration[], Map<string, FileSettings>>();

/** Merges what the configurations say of a file, the nearest first: the first to state a thing holds. */
export function settleFile(file: string, configurations: readonly Configuration[]): FileSettings {
  let known = settled.get(configurations);
  if (known === undefined) {
    known = new Map();
    settled.set(configurations, known);
  }
  let key = '';
  const speakers = configurations.map((configuration): Speaker => {
    const { targets = [], overrides = [] } = configuration.says;
    if (targets.length === 0 && overrides.length === 0) return { configuration, targets, overrides };
    const path = pathIn(configuration, file);
    const isMeant = ({ files }: TargetEntry | OverrideEntry): boolean => {
      const matches = matchesAny(files, path);
      key += matches ? '1' : '0';
      return matches;
    };
    return { configuration, targets: targets.filter(isMeant), overrides: overrides.filter(isMeant) };
  });
  let settings = known.get(key);
  if (settings === undefined) {
    settings = mergeSettings(speakers);
    known.set(key, settings);
  }
  return settings;
}

function mergeSettings(speakers: readonly Speaker[]): FileSettings {
  const targets: TargetEntry[] = [];
  const models: ModelChoice[] = [];
  const otherModels: ModelChoice[] = [];
  const rules: Record<string, RuleSettings[string]> = {};
  for (const { configuration, targets: claiming, overrides } of speakers) {
    const { says, folder } = configuration;
    targets.push(...claiming);
    for (const { model } of claiming) if (model !== undefined) models.push({ folder, files: [model] });
    for (const target of says.targets ?? [])
      if (target.model !== undefined && !claiming.includes(target)) otherModels.push({ folder, files: [target.model] });
    if (says.models !== undefined && says.models.length > 0) models.push({ folder, files: says.models });
    const settings = [...overrides.map((entry) => entry.rules).reverse(), says.rules ?? {}];
    for (const [id, setting] of settings.flatMap((entries) => Object.entries(entries)))
      rules[id] = mergeSetting(rules[id], setting);
  }
  const configurations = speakers.map(({ configuration }) => configuration);
  const waivers = configurations.flatMap(({ says, folder }) =>
    (says.waivers ?? []).map((file) => resolve(folder, file)),
  );
  const based = configurations.find(({ says }) => says.baseline !== undefined);
  const references = configurations.find(({ says }) => says.references !== undefined)?.says.references;
  return {
    claimed: targets.length > 0,
    operation: targets.find(({ operation }) => operation !== undefined)?.operation,
    region: targets.find(({ region }) => region !== undefined)?.region,
    account: targets.find(({ account }) => account !== undefined)?.account,
    models,
    otherModels,
    rules,
    references: references ?? 'forbid',
    policies: configurations.flatMap(({ says, folder, file: saidBy }) =>
      (says.policies ?? []).map((name) => ({ folder, name, saidBy })),
    ),
    waivers: [...new Set(waivers)],
    baseline: based?.says.baseline === undefined ? null : resolve(based.folder, based.says.baseline),
  };
}
