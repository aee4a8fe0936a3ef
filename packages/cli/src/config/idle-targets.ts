import { isWithin } from '../disk.ts';
import type { Configuration } from './configuration.ts';
import { matchesAny, pathIn } from './file-settings.ts';
import type { Origin } from './trace-settings.ts';

/** A target that claims no spec of a run, and the globs that it has. */
export interface IdleTarget extends Origin {
  readonly globs: readonly string[];
}

/**
 * Targets that claim none of the specs of a run, where all that they could claim was looked at: a slip in such a glob leaves a
 * gate blind.
 * @param specs absolute
 * @param folders absolute, those that were linted whole
 */
export function findIdleTargets(
  configurations: readonly Configuration[],
  specs: readonly string[],
  folders: readonly string[],
): IdleTarget[] {
  return configurations.flatMap((configuration) => {
    const { file, folder, says } = configuration;
    if (!isWithin(folder, folders)) return [];
    return (says.targets ?? []).flatMap(({ files: globs }, index): IdleTarget[] => {
      const isMet = specs.some((spec) => matchesAny(globs, pathIn(configuration, spec)));
      return isMet ? [] : [{ file, pointer: `/targets/${index}/files`, globs }];
    });
  });
}
