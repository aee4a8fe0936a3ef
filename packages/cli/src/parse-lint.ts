import parse from 'yargs-parser';
import { Arguments } from './arguments.ts';
import { commands } from './command-table.ts';
import { findOption, grammar, type OptionEntry } from './options.ts';

function namesOf(entries: readonly OptionEntry[], kind: OptionEntry['kind']): string[] {
  return entries.filter((entry) => entry.kind === kind).map(({ name }) => name);
}

/**
 * Reads the arguments of `lint` by the table and the grammar that yargs reads all commands by, without yargs, which
 * takes as long to load as a spec to lint. Null where they hold anything that yargs has to explain: help, a mistake.
 */
export function parseLint(argv: readonly string[]): Arguments | null {
  // The most common use, by a hook: paths and nothing else.
  if (argv[0] === 'lint' && !argv.some((word) => word.startsWith('-'))) return new Arguments({}, argv.slice(1));
  const entries = (commands.find(({ name }) => name === 'lint')?.options ?? []).map(findOption);
  const valued = entries.filter(({ kind }) => kind !== 'flag').map(({ name }) => name);
  const demanding = entries.filter(({ kind }) => kind !== 'flag' && kind !== 'optional').map(({ name }) => name);
  const { argv: parsed, error } = parse.detailed([...argv], {
    boolean: namesOf(entries, 'flag'),
    array: namesOf(entries, 'list'),
    string: valued,
    narg: Object.fromEntries(demanding.map((name) => [name, Number.NaN])),
    configuration: grammar,
  });
  const { _: words, ...values } = parsed;
  const [command, ...positionals] = words.map(String);
  // A lone `-` is read differently by the two, and means nothing here.
  if (error !== null || command !== 'lint' || argv.includes('-')) return null;
  for (const [name, value] of Object.entries(values)) {
    const entry = entries.find((candidate) => candidate.name === name);
    if (entry?.kind === 'optional') continue;
    if (entry === undefined || value === '' || (Array.isArray(value) && (value.length === 0 || value.includes(''))))
      return null;
    if (entry.choices !== undefined && ![value].flat().every((one) => entry.choices?.includes(String(one))))
      return null;
  }
  return new Arguments(values, positionals);
}
