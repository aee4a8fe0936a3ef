import { isAlwaysHeard } from '@shapegate/validator';
import { appendToken } from '@shapegate/validator/leaves';
import type { Configuration, ConfigurationText } from './configuration.ts';
import type { Origin } from './trace-settings.ts';

/** A setting that changes nothing, and the rule that it is about. */
export interface IdleSetting extends Origin {
  readonly rule: string;
}

/** Severities that a configuration gives rules which are errors whatever it says. */
export function findIdleSettings(configurations: readonly Configuration[]): IdleSetting[] {
  return configurations.flatMap(({ file, says }) =>
    [...listSettings(says)].flatMap(([pointer, rule]) => (isAlwaysHeard(rule) ? [{ file, pointer, rule }] : [])),
  );
}

function* listSettings({ rules = {}, overrides = [] }: ConfigurationText): Iterable<[pointer: string, rule: string]> {
  const blocks = [rules, ...overrides.map((override) => override.rules)];
  for (const [index, block] of blocks.entries())
    for (const [rule, setting] of Object.entries(block)) {
      const severity = typeof setting === 'string' ? setting : (setting.severity ?? 'error');
      const at = index === 0 ? '/rules' : `/overrides/${index - 1}/rules`;
      if (severity !== 'error') yield [appendToken(at, rule), rule];
    }
}
