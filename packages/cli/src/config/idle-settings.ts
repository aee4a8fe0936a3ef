import { isAlwaysHeard, readDocuments } from '@shapegate/validator';
import { appendToken } from '@shapegate/validator/leaves';
import { showPath } from '../disk.ts';
import type { Configuration, ConfigurationText } from './configuration.ts';
import type { FileReader } from './file-reader.ts';

/** A setting that changes nothing, and where it stands. */
export interface IdleSetting {
  readonly rule: string;
  /** As `file:line:column`. */
  readonly at: string;
}

/** Severities that a configuration gives rules which are errors whatever it says. */
export function findIdleSettings({ file, says }: Configuration, reader: FileReader): readonly IdleSetting[] {
  const idle = [...listSettings(says)].filter(([, rule]) => isAlwaysHeard(rule));
  if (idle.length === 0) return [];
  const { documents, lines } = readDocuments(reader.read(file), file.endsWith('.json') ? 'json' : 'yaml');
  return idle.map(([pointer, rule]) => {
    const { line, column } = lines.position(documents[0]?.offsets(pointer, 'key')?.start ?? 0);
    return { rule, at: `${showPath(file)}:${line}:${column}` };
  });
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
