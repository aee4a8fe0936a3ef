/** An option as yargs, completion and the hot path of `lint` know it. */
export interface OptionEntry {
  readonly name: string;
  /** `list` may be repeated; `flag` takes no value; `optional` takes one behind `=` alone, and is the empty text without. */
  readonly kind: 'text' | 'list' | 'number' | 'flag' | 'optional';
  readonly describe: string;
  readonly choices?: readonly string[];
}

/** Every option of every command, by name: the one table. */
export const options = {
  operation: { kind: 'text', describe: 'Operation of specs that name none' },
  model: { kind: 'list', describe: 'Model files or folders to use in place of the shipped model' },
  policy: { kind: 'list', describe: 'Policy files, folders or packages beside those of the configuration' },
  region: { kind: 'text', describe: 'Region the requests are sent to' },
  account: { kind: 'text', describe: 'Account that sends the requests' },
  format: {
    kind: 'list',
    describe: 'pretty, json, sarif, junit, github, gitlab, checkstyle or markdown, and =FILE to write it there',
  },
  'fail-on': { kind: 'text', describe: 'Lowest severity that fails', choices: ['error', 'warning', 'info'] },
  'max-warnings': { kind: 'number', describe: 'Fail above this number of warnings' },
  fix: { kind: 'flag', describe: 'Correct what can be corrected with certainty, in the files' },
  'fix-dry-run': { kind: 'flag', describe: 'Print what --fix would change, and write nothing' },
  'inline-suppressions': {
    kind: 'flag',
    describe: 'Let comments in specs silence findings, as is usual; --no-inline-suppressions in gates',
  },
  'write-baseline': { kind: 'flag', describe: 'Write what is found into the baseline' },
  'prune-baseline': { kind: 'flag', describe: 'Take out of the baseline what is no longer found' },
  yes: { kind: 'flag', describe: 'Taken for the sake of scripts: nothing is ever asked' },
  stdin: { kind: 'flag', describe: 'Read one spec from standard input' },
  'stdin-filename': { kind: 'text', describe: 'Name of the spec from standard input' },
  changed: {
    kind: 'optional',
    describe: 'Only files that are staged in git, or =REF that changed since the merge base with it',
  },
  'changed-only-lines': { kind: 'flag', describe: 'With --changed, only findings on documents that changed' },
  trust: { kind: 'text', describe: 'Read configuration, policies, waivers and baseline from this git revision' },
  'ignore-unknown': { kind: 'flag', describe: 'Leave out named files that no target claims and that are no envelopes' },
  cache: {
    kind: 'flag',
    describe: 'Remember what was found, in the cache folder of the user, and lint only what has changed',
  },
  concurrency: { kind: 'text', describe: 'Number of threads; auto, the default, is one' },
  shard: { kind: 'text', describe: 'Only one part of the files, such as 2/5' },
  check: { kind: 'flag', describe: 'Write nothing; fail when a file is stale, missing or extra' },
  emit: { kind: 'list', describe: 'Comma list of types, builder, schema, validator, client' },
  out: { kind: 'text', describe: 'Folder to write to' },
  witness: { kind: 'flag', describe: 'With each dangerous pattern a text that shows the danger' },
  prelude: { kind: 'flag', describe: 'Shapes that every model has as well' },
  draft: { kind: 'text', describe: 'Draft of JSON Schema', choices: ['7', '2020-12'] },
  document: { kind: 'flag', describe: 'Describe a spec document, for editors' },
  'endpoint-url': { kind: 'text', describe: 'Address to use in place of the service' },
  profile: { kind: 'text', describe: 'AWS profile' },
  wait: { kind: 'flag', describe: 'Wait until the jobs are done' },
  timeout: { kind: 'number', describe: 'Seconds to wait at most' },
  status: { kind: 'text', describe: 'Only jobs of this status', choices: ['InProgress', 'Completed', 'Failed'] },
  'name-contains': { kind: 'text', describe: 'Only those whose name holds this' },
  run: { kind: 'text', describe: 'Only rules whose id fits this regular expression; may be given several times' },
  coverage: { kind: 'flag', describe: 'Tell which branches the tests reach' },
  'coverage-threshold': { kind: 'number', describe: 'Fail where a rule has fewer percent of its branches covered' },
  mutate: { kind: 'flag', describe: 'Weaken each rule and demand that a test notices' },
  'write-lock': { kind: 'flag', describe: 'Write the hashes of the policies that come from elsewhere' },
  port: { kind: 'number', describe: 'Port to listen on; 0 takes a free one' },
  data: { kind: 'text', describe: 'Folder that keeps everything' },
  'job-seconds': { kind: 'number', describe: 'Seconds that a job takes' },
  quotas: { kind: 'flag', describe: "Hold requests to the service's quotas" },
} as const satisfies Record<string, Omit<OptionEntry, 'name'>>;

export type OptionName = keyof typeof options;

/** The entry of an option, with its name. */
export function findOption(name: OptionName): OptionEntry {
  return Object.assign({ name }, options[name]);
}

/** Gives options whose value is optional the empty text, so that no word behind them is taken for it. */
export function completeOptional(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--');
  return argv.map((word, index) => {
    const name = word.startsWith('--') && (end === -1 || index < end) ? word.slice(2) : '';
    return Object.hasOwn(options, name) && options[name as OptionName].kind === 'optional' ? `${word}=` : word;
  });
}

/** How argv is read, in yargs and on the hot path alike. */
export const grammar = {
  'boolean-negation': true,
  'camel-case-expansion': false,
  'dot-notation': false,
  'duplicate-arguments-array': true,
  'greedy-arrays': false,
  'parse-numbers': false,
  'parse-positional-numbers': false,
  'short-option-groups': false,
} as const;
