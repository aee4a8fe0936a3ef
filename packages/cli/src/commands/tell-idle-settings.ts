import type { ConfigurationFinder } from '../config/find-configurations.ts';
import { findIdleSettings } from '../config/idle-settings.ts';
import { escapeLine } from '../format/escape.ts';
import { write } from '../terminal.ts';

/** Tells on standard error which settings of the configurations change nothing, and why. */
export function tellIdleSettings({ read, reader }: ConfigurationFinder): void {
  for (const { rule, at } of read.flatMap((configuration) => findIdleSettings(configuration, reader))) {
    const why = rule.startsWith('spec/')
      ? 'what cannot be read cannot be checked'
      : 'what cannot be decided is no pass';
    write(2, `note: ${escapeLine(at)}: \`${rule}\` stays an error: ${why}\n`);
  }
}
