import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { decidePattern } from '../../generator/src/check/pattern/decide.ts';
import { runNative } from './pattern-native.ts';

const decide = suite('decide on a pattern');

const arn = 'arn:aws(-[^:]+)?:';
const job = `${arn}bedrock:[a-z0-9-]{1,20}:[0-9]{12}:model-import-job/[a-z0-9]{12}`;
const key = '(key/[a-zA-Z0-9-]{36})|(alias/[a-zA-Z0-9-_/]+)';

const native = [
  '^([0-9a-zA-Z][_-]?)+$',
  '^[a-zA-Z0-9](-*[a-zA-Z0-9])*$',
  '^[a-zA-Z0-9]([-a-zA-Z0-9]{0,254}[a-zA-Z0-9])?$',
  "^s3://[a-z0-9][-.a-z0-9]{1,61}(?:/[-!_*'().a-z0-9A-Z]+(?:/[-!_*'().a-z0-9A-Z]+)*)?/?$",
  `^${arn}kms:[a-zA-Z0-9-]*:[0-9]{12}:key/[a-zA-Z0-9-]{36}$`,
  `^(?:(${arn}kms:[a-zA-Z0-9-]*:[0-9]{12}:(${key}))|([a-zA-Z0-9-]{36})|(alias/[a-zA-Z0-9-_/]+))$`,
  `^${arn}iam::([0-9]{12})?:role/.+$`,
  '^\\S*$',
  '^[\\s\\S]*[\\s\\S]*$',
  '[a-f0-9]{8}-([a-z0-9]{4}-){3}[a-z0-9]{12}',
  '^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$',
  '^(?!aws:).+$',
  '^(\\d{1,3}\\.){3}\\d{1,3}$',
  '^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$',
];
for (const pattern of native) {
  decide(`leaves ${pattern} as it is`, () => {
    assert.equal(decidePattern(pattern), { kind: 'native', regexp: pattern, ambiguity: 'linear' });
  });
}

const rewritten: [pattern: string, ambiguity: string, regexp: string][] = [
  ['^[a-zA-Z0-9](-*[a-zA-Z0-9\\+\\-\\.])*$', 'exponential', '^[0-9A-Za-z][+\\-.0-9A-Za-z]*$'],
  [
    `^(?:(${job})|([a-zA-Z0-9](-*[a-zA-Z0-9\\+\\-\\.])*))$`,
    'exponential',
    '^(?:arn:aws(?:-[^:]+)?:bedrock:[-0-9a-z]{1,20}:[0-9]{12}:model-import-job/[0-9a-z]{12}|[0-9A-Za-z][+\\-.0-9A-Za-z]*)$',
  ],
  ['^([0-9]+)+$', 'exponential', '^[0-9]+$'],
  ['^(a?){30}a{30}$', 'exponential', '^a{30,60}$'],
  ['^([A-Za-z](-|_|.)?)+$', 'exponential', '^(?:[A-Za-z][^\\n\\rA-Za-z\\u2028\\u2029]?)+$'],
  ['^[a-zA-Z0-9_](([a-zA-Z0-9_]+)*([a-zA-Z0-9_]+))?$', 'exponential', '^[0-9A-Z_a-z]+$'],
  ['^[0-9](.[0-9]*)*$', 'exponential', '^[0-9].*$'],
  ['^.*\\.*$', 'polynomial', '^.*$'],
  ['^.*\\..*\\..*$', 'polynomial', '^[^\\n\\r.\\u2028\\u2029]*\\.[^\\n\\r.\\u2028\\u2029]*\\..*$'],
  ['^\\s*[a-z ]*$', 'polynomial', ''],
  ['[a-z]+$', 'polynomial', '[a-z]$'],
  ['^a{1,63}b?a{1,63}$', 'polynomial', '^(?:a{2,126}|a{1,63}ba{1,63})$'],
  ['^x{1,63}(x{1,63}\\.){0,2}x{1,63}$', 'polynomial', '^x{2,126}(?:\\.x{1,63}){0,2}$'],
  ['^[A-Za-z0-9\\_\\-]+$', 'linear', '^[-0-9A-Z_a-z]+$'],
  ['^\\p{Alnum}+\\z', 'linear', '^[0-9A-Za-z]+$'],
  ['^(?i)(true|false)$', 'linear', '^(?:[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$'],
];
for (const [pattern, ambiguity, regexp] of rewritten) {
  decide(`rewrites ${pattern}`, () => {
    const decision = decidePattern(pattern);
    assert.is(decision.kind, 'rewritten');
    assert.is(decision.ambiguity, ambiguity);
    if (regexp !== '') assert.is(decision.regexp, regexp);
    assert.is(decidePattern(decision.regexp!).kind, 'native', 'the rewrite is linear itself');
  });
}

const leftToTheLinearEngine = [
  '^(a{0,50}){0,50}$',
  '^arn:.*:glue:.*:\\d{12}:catalog$',
  '^[a-zA-Z0-9]{1,63}(-*[a-zA-Z0-9\\+\\-\\.]){0,63}$',
  '^(?=(a+)+b)c',
  '^a*(?=a*b)',
  '^(\\b[0-9]?[0-9]?)*$',
  '^(?:(a|[^a])*?(?=a)a*)$',
];
for (const pattern of leftToTheLinearEngine) {
  decide(`leaves ${pattern} to the linear engine`, () => {
    const { kind, regexp, ambiguity } = decidePattern(pattern);
    assert.equal([kind, regexp], ['linear', null]);
    assert.is.not(ambiguity, 'linear');
  });
}

decide('says what nothing can run', () => {
  for (const pattern of ['(a)\\1', 'a{2,1}', '[', '(?>a)b', 'a'.repeat(50_000), '('.repeat(10_000)]) {
    assert.equal(decidePattern(pattern), { kind: 'unsupported', regexp: null, ambiguity: 'unknown' });
  }
});

decide('is not hung by a pattern', () => {
  const hostile = [
    '((((a?){99}b?){99}c?){99}d?){99}',
    `^${'(a|a)'.repeat(60)}$`,
    `^${'a?'.repeat(300)}${'a'.repeat(300)}$`,
    `${'(a*'.repeat(150)}${')*'.repeat(150)}`,
    `^(${Array.from({ length: 400 }, (_, at) => `a{${at},${at * 3}}`).join('|')})*$`,
    `${'.*'.repeat(200)}$`,
    `^${'[a-z]{0,1000}'.repeat(50)}$`,
    `^${'.*x'.repeat(120)}$`,
    '(?:(?:){99999}){99999}',
  ];
  const started = Date.now();
  for (const pattern of hostile) {
    const decision = decidePattern(pattern);
    assert.is.not(decision.kind, 'native', pattern.slice(0, 40));
    if (decision.regexp !== null) new RegExp(decision.regexp, 'u');
  }
  assert.ok(Date.now() - started < 30_000);
});

decide('keeps a witness within the length that the model allows', () => {
  const { witness } = decidePattern('^[a-zA-Z0-9](-*[a-zA-Z0-9\\+\\-\\.])*$', { maxLength: 40 });
  assert.ok(witness !== undefined && witness.length <= 40);
});

const exponential = [
  '^[a-zA-Z0-9](-*[a-zA-Z0-9\\+\\-\\.])*$',
  '^([A-Za-z](-|_|.)?)+$',
  '^[a-zA-Z0-9_](([a-zA-Z0-9_]+)*([a-zA-Z0-9_]+))?$',
];
for (const pattern of exponential) {
  decide(`has a witness that hangs RegExp on ${pattern}, and a rewrite that it does not`, async () => {
    const { witness, regexp } = decidePattern(pattern);
    assert.is(await runNative(pattern, witness!, 1_500), 'killed');
    assert.is(await runNative(regexp!, witness!, 20_000), 'false');
  });
}

decide('has a witness that slows RegExp down on a polynomial pattern', async () => {
  const pattern = '^.*a.*a.*a.*b$';
  const { witness, ambiguity } = decidePattern(pattern);
  assert.is(ambiguity, 'polynomial');
  assert.is(await runNative(pattern, witness!, 1_500), 'killed');
});

decide.run();
