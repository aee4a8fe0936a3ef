import type { ConfigurationFinder } from '../config/find-configurations.ts';
import { findIdleSettings } from '../config/idle-settings.ts';
import { findIdleTargets } from '../config/idle-targets.ts';
import { escapeLine } from '../format/escape.ts';
import { write } from '../terminal.ts';
import { PlaceFinder } from './place-finder.ts';
import { writePlace } from './write-place.ts';

/**
 * Tells on standard error what configurations say that changes nothing in a run: settings of rules that are always heard, and
 * targets that claim no spec.
 * @param specs absolute
 * @param folders absolute, those that were linted whole
 */
export function tellIdleSettings(
  { read, reader }: ConfigurationFinder,
  specs: readonly string[],
  folders: readonly string[],
): void {
  const places = new PlaceFinder(reader);
  for (const setting of findIdleSettings(read)) {
    const { rule } = setting;
    const why = rule.startsWith('spec/')
      ? 'what cannot be read cannot be checked'
      : 'what cannot be decided is no pass';
    write(2, `note: ${escapeLine(writePlace(places.find(setting)))}: \`${rule}\` stays an error: ${why}\n`);
  }
  for (const target of findIdleTargets(read, specs, folders)) {
    const globs = target.globs.map((glob) => `\`${glob}\``).join(', ');
    write(
      2,
      `note: ${escapeLine(`${writePlace(places.find(target))}: the target claims no spec: none matches ${globs}`)}\n`,
    );
  }
}
