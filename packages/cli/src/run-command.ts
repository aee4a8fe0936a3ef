import { findNearNames } from '@shapegate/validator';
import yargs, { type Argv } from 'yargs';
import { Arguments } from './arguments.ts';
import { type CommandEntry, type CommandName, commands } from './command-table.ts';
import { explain } from './commands/explain.ts';
import { generate } from './commands/generate.ts';
import { init } from './commands/init.ts';
import { lint } from './commands/lint.ts';
import { modelHandlers } from './commands/model/model.ts';
import { policyCheck } from './commands/policy/policy-check.ts';
import { policyDiff } from './commands/policy/policy-diff.ts';
import { policyTest } from './commands/policy/policy-test.ts';
import { rules } from './commands/rules.ts';
import { schema } from './commands/schema.ts';
import { findOption, grammar, options } from './options.ts';
import { write } from './terminal.ts';
import { isToolProblem, ToolProblem } from './tool-problem.ts';
import { version } from './version.ts';

type Handler = (args: Arguments) => Promise<number>;

const handlers: Readonly<Partial<Record<CommandName, Handler>>> = {
  lint,
  init,
  explain,
  generate,
  rules,
  schema,
  ...modelHandlers,
  'policy check': policyCheck,
  'policy test': policyTest,
  'policy diff': policyDiff,
};

/** Commands that talk to a service are in a bundle of their own: loading it takes longer than all else. */
async function findHandler(name: CommandName): Promise<Handler> {
  const handler = handlers[name];
  if (handler !== undefined) return handler;
  const { networkHandlers } = await import('./network.ts');
  return networkHandlers[name as keyof typeof networkHandlers];
}

function addOptions(builder: Argv, entry: CommandEntry): Argv {
  for (const name of entry.options) {
    const { kind, describe: usual, choices } = findOption(name);
    const describe = entry.wording?.[name] ?? usual;
    const base = choices === undefined ? { describe } : { describe, choices };
    if (kind === 'flag') builder.option(name, Object.assign(base, { type: 'boolean' as const }));
    else {
      const type = kind === 'list' ? ('array' as const) : ('string' as const);
      builder.option(name, Object.assign(base, { type, string: true, requiresArg: kind !== 'optional' }));
    }
  }
  for (const [, word = '', many] of entry.positionals.matchAll(/[<[](\w+)(\.\.)?[>\]]/g))
    builder.positional(word, many === undefined ? { type: 'string' } : { type: 'string', array: true });
  return builder;
}

function readArguments(entry: CommandEntry, parsed: Readonly<Record<string, unknown>>): Arguments {
  const words = [...entry.positionals.matchAll(/[<[](\w+)/g)].map(([, word = '']) => word);
  const positionals = words.flatMap((word) => parsed[word] ?? []);
  // What stands behind `--` is left where the command's own words are.
  const behind = (parsed['_'] as readonly unknown[]).slice(entry.name.split(' ').length);
  return new Arguments(parsed, [...positionals, ...behind].map(String));
}

/** What groups are about that have nothing to do with the service. */
const groups: Readonly<Record<string, string>> = { model: 'models of APIs', policy: 'policies of your own' };

/** A group such as `jobs`: its commands are the entries that begin with the word. */
function addGroup(cli: Argv, group: string, run: (entry: CommandEntry) => (parsed: object) => Promise<void>): void {
  const members = commands.filter(({ name }) => name.startsWith(`${group} `));
  cli.command(
    group,
    `${members.map(({ name }) => name.slice(group.length + 1)).join(', ')}: ${groups[group] ?? `${group} of the service`}`,
    (inner) => {
      for (const entry of members)
        inner.command(
          `${entry.name.slice(group.length + 1)} ${entry.positionals}`.trim(),
          entry.describe,
          (builder) => addOptions(builder, entry),
          run(entry),
        );
      return inner.demandCommand(1, `say which: ${members.map(({ name }) => name).join(', ')}`);
    },
  );
}

function createCli(argv: readonly string[], run: (entry: CommandEntry) => (parsed: object) => Promise<void>): Argv {
  const cli = yargs([...argv])
    .scriptName('shapegate')
    .locale('en')
    .usage('$0 <command>\n\nStops a bad API request before it is sent.')
    .parserConfiguration(grammar)
    .version(version)
    .help()
    .completion('completion', 'Print a completion script for bash or zsh')
    .strict()
    .exitProcess(false)
    .wrap(Math.min(100, process.stdout.columns ?? 100))
    .demandCommand(1, 'say a command')
    .epilogue('Exit status: 0 nothing found, 1 findings, 2 the tool could not do its work.');
  const added = new Set<string>();
  for (const entry of commands) {
    const [group = '', member] = entry.name.split(' ');
    if (member !== undefined) {
      if (!added.has(group)) addGroup(cli, group, run);
      added.add(group);
    } else
      cli.command(
        `${entry.name} ${entry.positionals}`.trim(),
        entry.describe,
        (builder) => addOptions(builder, entry),
        run(entry),
      );
  }
  return cli;
}

/** Runs any command through yargs and says its exit status. Throws ToolProblem for argv that cannot be understood. */
export async function runCommand(argv: readonly string[]): Promise<number> {
  // yargs drops it from a list of paths, and no path means the working directory.
  if (argv.includes('-')) throw new ToolProblem('`-` is no path', '`lint --stdin` reads standard input.');
  let status = 0;
  let failure: unknown = null;
  const run = (entry: CommandEntry) => async (parsed: object) => {
    // yargs calls the handler although it has found a mistake, where it may not end the process.
    if (failure !== null) return;
    try {
      const handler = await findHandler(entry.name as CommandName);
      status = await handler(readArguments(entry, parsed as Readonly<Record<string, unknown>>));
    } catch (error) {
      failure = error;
    }
  };
  const cli = createCli(argv, run).fail((message, error) => {
    failure ??= isToolProblem(error) ? error : explainUsage(message ?? error?.message ?? 'bad usage', argv);
  });
  await cli.parseAsync([...argv], {}, (_error, _parsed, output) => {
    if (output !== '' && failure === null) write(1, `${output}\n`);
  });
  if (failure !== null) throw failure;
  return status;
}

/** The near name among these, as a question; empty where none is near. */
function askNear(unknown: string, known: readonly string[], before = ''): string {
  const near = findNearNames(unknown, known)[0];
  return near === undefined ? '' : `, did you mean \`${before}${near}\`?`;
}

/** The commands that have an option, unless they are too many to help. */
function tellOwners(owners: readonly CommandEntry[]): string {
  if (owners.length > 3) return '';
  return `, ${owners.map(({ name }) => `\`${name}\``).join(' and ')} ${owners.length === 1 ? 'has' : 'have'} it`;
}

/** What yargs has found, in one paragraph, with the near name of a command or an option that there is not. */
function explainUsage(found: string, argv: readonly string[]): ToolProblem {
  const help = '`shapegate --help` lists the commands, `shapegate COMMAND --help` the options of one.';
  const unknown = /^Unknown arguments?: ([^,]+)/.exec(found)?.[1];
  if (unknown === undefined) {
    const text = found.replaceAll(/\s*\n\s*/g, ' ').trim();
    return new ToolProblem(text.charAt(0).toLowerCase() + text.slice(1), help);
  }
  const words = argv.filter((word) => !word.startsWith('-'));
  const [group = '', member] = words;
  const say = (what: string) => new ToolProblem(what, help);
  if (!words.includes(unknown)) {
    const entry =
      commands.find(({ name }) => name === `${group} ${member}`) ?? commands.find(({ name }) => name === group);
    const others = commands.filter(({ options: own }) => own.some((name) => name === unknown));
    if (entry !== undefined && others.length > 0)
      return new ToolProblem(`\`${entry.name}\` has no option \`--${unknown}\`${tellOwners(others)}`, help);
    return say(`unknown option \`--${unknown}\`${askNear(unknown, entry?.options ?? Object.keys(options), '--')}`);
  }
  const names = commands.map(({ name }) => name.split(' '));
  const firsts = names.map(([first = '']) => first);
  if (!firsts.includes(group)) return say(`unknown command \`${unknown}\`${askNear(unknown, firsts)}`);
  const members = names.flatMap(([first, second]) => (first === group && second !== undefined ? [second] : []));
  if (members.length > 0 && unknown === member)
    return say(`unknown command \`${group} ${unknown}\`${askNear(unknown, members, `${group} `)}`);
  return say(`\`${unknown}\` is more than the command takes`);
}
