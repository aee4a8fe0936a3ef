import { resolve } from 'node:path';
import type { RuleSettings } from '@shapegate/validator';
import { appendToken } from '@shapegate/validator/leaves';
import type { Configuration } from './configuration.ts';
import { matchesAny, pathIn, settleFile } from './file-settings.ts';

/** Where a configuration says a thing. */
export interface Origin {
  /** Absolute. */
  readonly file: string;
  /** A JSON pointer into the configuration. */
  readonly pointer: string;
}

/** A thing that holds for a file, and who says so; `origins` is empty where nobody does. */
export interface Traced<T> {
  readonly value: T;
  readonly origins: readonly Origin[];
}

/** What holds for a file, each with where it is said: what `settleFile` gives, traced. */
export interface TracedSettings {
  readonly claimed: Traced<boolean>;
  readonly operation: Traced<string | undefined>;
  readonly region: Traced<string | undefined>;
  readonly account: Traced<string | undefined>;
  readonly references: Traced<'allow' | 'forbid'>;
  readonly models: readonly Traced<string>[];
  readonly policies: readonly Traced<string>[];
  /** Files of waivers, absolute. */
  readonly waivers: readonly Traced<string>[];
  /** Absolute. */
  readonly baseline: Traced<string | null>;
  readonly rules: Readonly<Record<string, Traced<RuleSettings[string]>>>;
}

interface Said<T> extends Origin {
  readonly value: T;
}

function originOf({ file, pointer }: Origin): Origin {
  return { file, pointer };
}

function listSaid<T>(entries: readonly Said<T>[]): Traced<T>[] {
  return entries.map((said) => ({ value: said.value, origins: [originOf(said)] }));
}

/** The targets that claim a file, those of the nearest configuration first. */
function* findTargets(path: string, configurations: readonly Configuration[]) {
  for (const configuration of configurations) {
    const { file, says } = configuration;
    const name = pathIn(configuration, path);
    for (const [index, target] of (says.targets ?? []).entries())
      if (matchesAny(target.files, name)) yield { file, pointer: `/targets/${index}`, target };
  }
}

/** Every setting of rules that speaks of a file, the one that counts first at the front. */
function* findRules(
  path: string,
  configurations: readonly Configuration[],
): Iterable<Said<RuleSettings[string]> & { readonly id: string }> {
  for (const configuration of configurations) {
    const { file, says } = configuration;
    const name = pathIn(configuration, path);
    const blocks = [...(says.overrides ?? []).entries()]
      .filter(([, { files }]) => matchesAny(files, name))
      .map(([index, { rules }]) => ({ pointer: `/overrides/${index}/rules`, rules }))
      .reverse();
    for (const { pointer, rules } of [...blocks, { pointer: '/rules', rules: says.rules ?? {} }])
      for (const [id, value] of Object.entries(rules)) yield { file, pointer: appendToken(pointer, id), value, id };
  }
}

/** Those that have a say in what is merged: a setting of which nearer ones have stated everything has none. */
function findContributors(said: readonly Said<RuleSettings[string]>[]): Origin[] {
  const stated = new Set<string>();
  return said
    .filter(({ value }) => {
      const keys = typeof value === 'string' ? ['severity'] : Object.keys(value);
      const isNew = keys.some((key) => !stated.has(key));
      for (const key of keys) stated.add(key);
      return isNew;
    })
    .map(originOf);
}

/** Tells what holds for a file and which file says so. */
export function traceSettings(path: string, configurations: readonly Configuration[]): TracedSettings {
  const settled = settleFile(path, configurations);
  const targets = [...findTargets(path, configurations)];
  const traceTarget = (key: 'operation' | 'region' | 'account'): Traced<string | undefined> => {
    const found = targets.find(({ target }) => target[key] !== undefined);
    const origins = found === undefined ? [] : [{ file: found.file, pointer: `${found.pointer}/${key}` }];
    return { value: settled[key], origins };
  };
  const listed = (key: 'models' | 'policies' | 'waivers'): Said<string>[] =>
    configurations.flatMap(({ file, folder, says }) =>
      (says[key] ?? []).map((name, index) => ({
        file,
        pointer: `/${key}/${index}`,
        value: key === 'waivers' ? resolve(folder, name) : name,
      })),
    );
  const traceKey = (key: 'references' | 'baseline'): Origin[] => {
    const found = configurations.find(({ says }) => says[key] !== undefined);
    return found === undefined ? [] : [{ file: found.file, pointer: `/${key}` }];
  };
  const byRule = new Map<string, Said<RuleSettings[string]>[]>();
  for (const each of findRules(path, configurations)) byRule.set(each.id, [...(byRule.get(each.id) ?? []), each]);
  const rules = Object.entries(settled.rules).map(([id, value]) => [
    id,
    { value, origins: findContributors(byRule.get(id) ?? []) },
  ]);
  const targetModels = targets.flatMap(({ file, pointer, target }) =>
    target.model === undefined ? [] : [{ file, pointer: `${pointer}/model`, value: target.model }],
  );
  return {
    claimed: { value: settled.claimed, origins: targets.map(originOf) },
    operation: traceTarget('operation'),
    region: traceTarget('region'),
    account: traceTarget('account'),
    references: { value: settled.references, origins: traceKey('references') },
    models: listSaid([...targetModels, ...listed('models')]),
    policies: listSaid(listed('policies')),
    waivers: listSaid(listed('waivers')),
    baseline: { value: settled.baseline, origins: traceKey('baseline') },
    rules: Object.fromEntries(rules),
  };
}
