import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import yargs from 'yargs';
import { commands } from '../../packages/cli/src/command-table.ts';
import { ShapeChecker, type ShapeSchema } from '../../packages/cli/src/config/check-shape.ts';
import { findOption, grammar } from '../../packages/cli/src/options.ts';
import { parseLint } from '../../packages/cli/src/parse-lint.ts';

/** What yargs makes of the arguments of lint, by the same table; null where it refuses them. */
function parseWithYargs(argv: readonly string[]): { values: Record<string, unknown>; paths: readonly string[] } | null {
  let refused = false;
  const lint = commands.find(({ name }) => name === 'lint');
  const cli = yargs([...argv])
    .parserConfiguration(grammar)
    .strict()
    .exitProcess(false)
    .help(false)
    .version(false)
    .fail(() => {
      refused = true;
    })
    .command('lint [paths..]', '', (builder) => {
      for (const option of lint?.options ?? []) {
        const { kind, choices } = findOption(option);
        if (kind === 'flag') builder.option(option, { type: 'boolean' });
        else
          builder.option(
            option,
            Object.assign(
              {
                type: kind === 'list' ? ('array' as const) : ('string' as const),
                string: true,
                requiresArg: kind !== 'optional',
              },
              choices === undefined ? {} : { choices },
            ),
          );
      }
      return builder.positional('paths', { type: 'string', array: true });
    });
  const parsed = cli.parseSync() as Record<string, unknown>;
  if (refused) return null;
  const { _: words, $0: _name, paths = [], ...values } = parsed;
  return {
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
    paths: [...(paths as string[]), ...(words as unknown[]).slice(1).map(String)],
  };
}

function assertSame(argv: readonly string[]): void {
  const fast = parseLint(argv);
  if (fast === null) return;
  const slow = parseWithYargs(argv);
  assert.ok(slow !== null, `yargs refuses ${JSON.stringify(argv)}`);
  assert.equal(fast.positionals, slow?.paths, JSON.stringify(argv));
  for (const name of commands.find((entry) => entry.name === 'lint')?.options ?? []) {
    const value = slow?.values[name];
    const texts = value === undefined ? [] : [value].flat().map(String);
    assert.equal(fast.texts(name), texts, `${name} of ${JSON.stringify(argv)}`);
  }
}

test('the hot path reads lint as yargs does', () => {
  for (const line of [
    'lint',
    'lint a.yaml b.yaml',
    'lint --region eu-central-1 a.yaml',
    'lint a.yaml --format json --format pretty=x.txt b.yaml',
    'lint --format=json a.yaml',
    'lint --model a --model b c.yaml',
    'lint --stdin --stdin-filename x.json',
    'lint --no-stdin a.yaml',
    'lint --max-warnings 5 -- --weird.yaml',
    'lint 123 0x10 1e3',
    'lint --region a --region b',
    'lint --account 012345678901 a',
    'lint --stdin=false a',
    'lint --stdin true a',
    'lint --operation=',
    'lint - a',
  ])
    assertSame(line.split(' '));
  const word = fc.oneof(
    fc.constantFrom(
      'a.yaml',
      '--',
      '-',
      '--format',
      '--format=json',
      '--region',
      '--region=x',
      '--stdin',
      '--no-stdin',
      '--model',
      'true',
      'false',
      '12',
      '--max-warnings',
      '--fail-on',
      'error',
      '--fail-on=info',
      '-x',
      '--unknown',
      '--format=',
      '=',
      'lint',
    ),
    fc.string({ maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (words) => assertSame(['lint', ...words])),
    { numRuns: 300 },
  );
});

// What stands under `rules` is checked against the rules themselves.
test("the configuration's schema is what Ajv takes it for", () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../packages/cli/schema/config.schema.json', import.meta.url), 'utf8'),
  ) as ShapeSchema & object;
  const ajv = new Ajv({ strict: true, allErrors: true });
  (addFormats as unknown as (ajv: Ajv) => void)(ajv);
  const validate = ajv.compile(schema);
  const text = fc.constantFrom('a.yaml', '', 'off', 'error', 'eu-central-1', '111122223333', 'types', 'allow', 'x');
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      text,
      fc.boolean(),
      fc.constant(null),
      fc.integer(),
      fc.array(tie('value'), { maxLength: 3 }),
      tie('mapping'),
    ),
    mapping: fc.dictionary(
      fc.constantFrom(
        'root',
        'targets',
        'files',
        'generate',
        'model',
        'emit',
        'out',
        'region',
        'account',
        'failOn',
        'references',
        'models',
        'operation',
      ),
      tie('value'),
      { maxKeys: 4 },
    ),
  }));
  fc.assert(
    fc.property(
      fc.oneof(value, fc.record({ targets: value, models: value, generate: value }, { requiredKeys: [] })),
      (candidate) => {
        const faults = new ShapeChecker(schema).check(JSON.parse(JSON.stringify(candidate)));
        assert.is(faults.length === 0, validate(candidate), JSON.stringify(candidate));
      },
    ),
    { numRuns: 2000 },
  );
});

test.run();
