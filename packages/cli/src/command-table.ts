import type { OptionName } from './options.ts';

/** A command as help and completion know it; its code is a file in `commands/`. */
export interface CommandEntry {
  /** The words that call it: `jobs list`. */
  readonly name: string;
  /** What follows the words, as yargs writes it: `<x>` is required, `[x]` is not, `..` may be repeated. */
  readonly positionals: string;
  readonly describe: string;
  readonly options: readonly OptionName[];
  /** What an option says where it means something else than in other commands. */
  readonly wording?: Readonly<Partial<Record<OptionName, string>>>;
}

const twoForms = { format: 'pretty or json' };
const twoFormsOrFile = { format: 'pretty or json, and =FILE to write it there' };

const target: readonly OptionName[] = ['operation', 'region', 'account'];
const service: readonly OptionName[] = ['region', 'endpoint-url', 'profile'];

/** Every command, in the order of the help. */
export const commands = [
  {
    name: 'lint',
    positionals: '[paths..]',
    describe: 'Check specs; a folder means the specs below it',
    options: [
      ...target,
      'policy',
      'model',
      'format',
      'fail-on',
      'max-warnings',
      'fix',
      'fix-dry-run',
      'inline-suppressions',
      'write-baseline',
      'prune-baseline',
      'stdin',
      'stdin-filename',
      'changed',
      'changed-only-lines',
      'trust',
      'ignore-unknown',
      'shard',
      'cache',
      'concurrency',
    ],
  },
  {
    name: 'explain',
    positionals: '<subject>',
    describe: 'Explain a rule, built-in or of a policy, or what holds for a file and where that is said',
    options: ['policy', 'model', 'format'],
    wording: twoFormsOrFile,
  },
  {
    name: 'rules',
    positionals: '',
    describe: 'List the built-in rules and those of the policies in force here',
    options: ['policy', 'model', 'format'],
    wording: twoFormsOrFile,
  },
  {
    name: 'generate',
    positionals: '',
    describe: 'Write types, builder, schema, validator and client from a model',
    options: ['check', 'model', 'operation', 'emit', 'out'],
    wording: {
      model: 'Model files or folders to read; with --emit and --out, in place of the configuration',
      operation: 'Comma list of operations; all of the model where it is left out',
    },
  },
  {
    name: 'schema',
    positionals: '<operation>',
    describe: "Print the JSON Schema of an operation's input",
    options: ['draft', 'document', 'model'],
  },
  {
    name: 'policy check',
    positionals: '[policies..]',
    describe: 'Check policies and run their tests',
    options: ['model', 'format', 'write-lock'],
  },
  {
    name: 'policy test',
    positionals: '[policies..]',
    describe: 'Run the tests of policies and tell how each went',
    options: ['model', 'run', 'format', 'coverage', 'coverage-threshold', 'mutate'],
    wording: { format: 'pretty, json or junit' },
  },
  {
    name: 'policy diff',
    positionals: '<old> <new> [specs..]',
    describe: 'Tell which rules became stricter or looser, and which specs change verdict',
    options: [...target, 'model', 'format'],
    wording: twoForms,
  },
  {
    name: 'model check',
    positionals: '<paths..>',
    describe: 'Check a model: its files and folders together are one',
    options: ['format', 'witness'],
    wording: { format: 'pretty, json or sarif, and =FILE to write it there' },
  },
  {
    name: 'model ast',
    positionals: '<paths..>',
    describe: 'Print a model as a Smithy JSON AST, or as Smithy text with --format smithy',
    options: ['format', 'out'],
    wording: { format: 'json, a JSON AST, or smithy, text', out: 'Folder to write to, a file for each namespace' },
  },
  {
    name: 'model select',
    positionals: '<selector> <paths..>',
    describe: 'Print the ids of the shapes that a selector matches',
    options: ['prelude'],
  },
  {
    name: 'model diff',
    positionals: '<old> <new>',
    describe: 'Tell what changed between two models and what breaks; takes REVISION:PATH',
    options: ['format'],
    wording: { format: 'pretty, json or sarif, and =FILE to write it there' },
  },
  {
    name: 'plan',
    positionals: '<spec>',
    describe: 'Print the request as it would be sent; asks no network',
    options: [...target, 'policy', 'endpoint-url', 'profile'],
  },
  {
    name: 'submit',
    positionals: '<specs..>',
    describe: 'Check all specs, then send them',
    options: [...target, 'policy', 'endpoint-url', 'profile', 'wait', 'timeout'],
  },
  {
    name: 'jobs list',
    positionals: '',
    describe: 'List jobs',
    options: [...service, 'status', 'name-contains'],
  },
  { name: 'jobs get', positionals: '<job>', describe: 'Print a job, by name or ARN', options: service },
  {
    name: 'jobs wait',
    positionals: '<job>',
    describe: 'Wait until a job is done, and print it',
    options: [...service, 'timeout'],
  },
  {
    name: 'models list',
    positionals: '',
    describe: 'List the models that jobs have made',
    options: [...service, 'name-contains'],
  },
  { name: 'models get', positionals: '<name>', describe: 'Print a model, by name or ARN', options: service },
  { name: 'models delete', positionals: '<name>', describe: 'Delete a model', options: service },
  {
    name: 'emulator',
    positionals: '',
    describe: "Run the service's stand-in on loopback",
    options: ['port', 'data', 'job-seconds', 'quotas'],
  },
  {
    name: 'init',
    positionals: '',
    describe: 'Write a configuration, an example spec and policy, a hook and settings for editors',
    options: ['yes'],
  },
] as const satisfies readonly CommandEntry[];

export type CommandName = (typeof commands)[number]['name'];
