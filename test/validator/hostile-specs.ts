// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these strings are what a rule looks for
/** A file that somebody wrote to harm who reads it. */
export interface HostileSpec {
  readonly text: string | Uint8Array;
  readonly format: 'yaml' | 'json';
  /** The model's default where it is left out. */
  readonly operation?: string;
}

const most = 10 * 1024 * 1024;
const yaml = (text: string | Uint8Array): HostileSpec => ({ text, format: 'yaml' });
const json = (text: string | Uint8Array): HostileSpec => ({ text, format: 'json' });
/** As often as it fits into the largest file. */
const fill = (unit: string, room = most - 200): string => unit.repeat(Math.floor(room / unit.length));
const count = (items: number, write: (index: number) => string): string =>
  Array.from({ length: items }, (_, i) => write(i)).join('');

function writeAliasBomb(): string {
  const lines = ['a0: &a0 [x,x,x,x,x,x,x,x,x]'];
  for (let i = 1; i < 40; i++) lines.push(`a${i}: &a${i} [${`*a${i - 1},`.repeat(9)}]`);
  return lines.join('\n');
}

function writeMergeBomb(): string {
  const lines = ['m0: &m0 {x: 1, y: 2}'];
  for (let i = 1; i < 60; i++) lines.push(`m${i}: &m${i}`, `  <<: [${`*m${i - 1},`.repeat(500)}]`, `  k${i}: 1`);
  return lines.join('\n');
}

function encodeUtf16(text: string, mark: boolean): Uint8Array {
  const bytes = new Uint8Array((text.length + (mark ? 1 : 0)) * 2);
  const units = mark ? `\ufeff${text}` : text;
  for (let i = 0; i < units.length; i++) {
    bytes[2 * i] = units.charCodeAt(i) & 255;
    bytes[2 * i + 1] = units.charCodeAt(i) >> 8;
  }
  return bytes;
}

function encodeUtf8(text: string, ...rest: number[]): Uint8Array {
  return new Uint8Array([...Buffer.from(text), ...rest]);
}

const nested = (levels: number): string => count(levels, (i) => `${' '.repeat(i)}a:\n`);
const fields = (items: number, write: (i: number) => string): string =>
  `{${count(items, (i) => `${i > 0 ? ',' : ''}${write(i)}`)}}`;
const escapes = '\\e[2J\\e]0;owned\\a\\x9b31m\\r\\u202e';

/** By what each does; texts are made when they are asked for. */
export const hostileSpecs: Readonly<Record<string, () => HostileSpec>> = {
  // Patterns that backtrack.
  'a job name of 63 characters': () => yaml(`jobName: a${'-'.repeat(61)}!`),
  'a model name of 63 characters': () => yaml(`importedModelName: ${'a'.repeat(62)}!`),
  'a token of 256 characters': () => yaml(`clientRequestToken: a${'-'.repeat(254)}!`),
  'a job identifier of 1,011 characters': () => ({
    ...yaml(`jobIdentifier: a${'-'.repeat(1009)}!`),
    operation: 'GetModelImportJob',
  }),
  'a model identifier of 1,011 characters': () => ({
    ...yaml(`modelIdentifier: a${'-a'.repeat(504)}!`),
    operation: 'GetImportedModel',
  }),
  'a name filter of 63 characters': () => ({
    ...yaml(`nameContains: a${'-'.repeat(61)}!`),
    operation: 'ListModelImportJobs',
  }),
  'an identifier of 10 MiB': () => ({ ...yaml(`jobIdentifier: a${fill('-')}!`), operation: 'GetModelImportJob' }),
  'an ARN of partitions': () => yaml(`roleArn: "arn:aws${fill('-a', 5000)}:iam::role/"`),
  'a URI of slashes': () => yaml(`modelDataSource: {s3DataSource: {s3Uri: "s3://acme${fill('/a', 1010)}!"}}`),
  'an address of 10 MiB': () => yaml(`modelDataSource: {s3DataSource: {s3Uri: "https://${fill('a.')}s3"}}`),
  'a key id of 2,048 slashes': () => yaml(`importedModelKmsKeyId: "alias/${fill('/', 2040)}!"`),
  'references that do not end': () => yaml(`jobName: "${fill('${a', 65_000)}"`),
  'templates that do not end': () => yaml(`jobName: "${fill('{{', 65_000)}"`),
  'commands that do not end': () => yaml(`jobName: "${fill('$(a', 65_000)}"`),
  'angles that do not end': () => yaml(`jobName: "${fill('<A', 4000)}"`),
  'words of a placeholder': () => yaml(`jobName: "${fill('your-', 4000)}"`),
  // Aliases and merges.
  'an alias bomb': () => yaml(writeAliasBomb()),
  'an alias bomb in an input': () => yaml(`${writeAliasBomb()}\njobTags: *a5`),
  'a text of 1 MiB and 90,000 aliases': () =>
    yaml(`jobName: &a "${'a'.repeat(2 ** 20)}"\nvpcConfig: {subnetIds: [${'*a,'.repeat(90_000)}]}`),
  'a text of 100 KiB and 300 aliases': () =>
    yaml(`jobName: &a "${'a'.repeat(102_400)}"\nvpcConfig: {subnetIds: [${'*a,'.repeat(300)}]}`),
  'a key of 1 MiB and 40,000 aliases': () =>
    yaml(`jobTags: [&a {"${'a'.repeat(2 ** 20)}": 1},${'*a,'.repeat(40_000)}]`),
  'a key of 1 MiB and 20,000 merges': () =>
    yaml(`a: &a {"${'a'.repeat(2 ** 20)}": 1}\njobTags: [${'{<<: *a},'.repeat(20_000)}]`),
  'circular aliases': () => yaml('jobTags: &a [*a, {key: *a}]\n---\na: &b {b: *b}\n---\n&c a: *c'),
  'a merge that holds itself': () => yaml('a: &a {<<: *a, b: 1}'),
  'a merge bomb': () => yaml(writeMergeBomb()),
  'a merge of 9,000 keys 5,000 times': () =>
    yaml(`a: &a ${fields(9000, (i) => `k${i}: 1`)}\nb:\n  <<: [${'*a,'.repeat(5000)}]`),
  '100,000 anchors': () => yaml(count(100_000, (i) => `- &a${i} x\n`)),
  // Depth.
  '100,000 levels of YAML flow': () => yaml('['.repeat(100_000)),
  '100,000 closed levels of YAML flow': () => yaml('['.repeat(100_000) + ']'.repeat(100_000)),
  '100,000 levels of YAML mappings': () => yaml('{a: '.repeat(100_000)),
  '100,000 levels of YAML lists': () => yaml('- '.repeat(100_000)),
  '100,000 levels of YAML keys': () => yaml('? '.repeat(100_000)),
  '4,000 levels of YAML block': () => yaml(nested(4000)),
  '100,000 levels of JSON lists': () => json('['.repeat(100_000) + ']'.repeat(100_000)),
  '100,000 levels of JSON mappings': () => json('{"a":'.repeat(100_000)),
  '60 levels, 90,000 wide': () => json(`${'{"jobTags":'.repeat(60)}[${'1,'.repeat(90_000)}1]${'}'.repeat(60)}`),
  // Size.
  '10 MiB of one plain scalar': () => yaml(`jobName: ${fill('a')}`),
  '10 MiB of one quoted scalar': () => yaml(`jobName: "${fill('a\\n')}"`),
  '10 MiB of one block scalar': () => yaml(`jobName: |\n${fill('  a: "b\n')}`),
  '10 MiB of one folded scalar': () => yaml(`jobName: >\n${fill('  a\n\n')}`),
  '10 MiB of one key': () => yaml(`"${fill('a')}": 1`),
  '10 MiB of one JSON text': () => json(`{"jobName": "${fill('\\u0061')}"}`),
  '10 MiB of one JSON key': () => json(`{"${fill('a')}": 1}`),
  '10 MiB of short YAML keys': () => yaml(count(900_000, (i) => `k${i}: 1\n`).slice(0, most)),
  '10 MiB of short JSON keys': () => json(`${fields(700_000, (i) => `"k${i}":1`)}`.slice(0, most)),
  '10 MiB of quotes': () => yaml(`a: ${fill('"')}`),
  '10 MiB of comments': () => yaml(`${fill('# shapegate-ignore\n')}jobName: a`),
  '10 MiB of one comment': () => yaml(`jobName: a # ${fill('x')}`),
  '10 MiB of spaces': () => yaml(`jobName: a${fill(' ')}`),
  '10 MiB of newlines': () => yaml(`jobName: a\n${fill('\n')}`),
  '10 MiB of newlines and an error': () => yaml(`${fill('\n')}"`),
  '10 MiB of carriage returns': () => json(`{"jobName": "a"${fill('\r')}}`),
  '10 MiB of tabs': () => yaml(`jobName: a\n${fill('\t')}`),
  '10 MiB of one line': () => json(`{"jobTags":[${fill('{"key":"a","value":"b"},')}{}]}`),
  'more than 10 MiB': () => yaml(`jobName: ${'a'.repeat(most)}`),
  '1,000,000 list items in YAML flow': () => yaml(`jobTags: [${'a,'.repeat(1_000_000)}]`),
  '1,000,000 list items in YAML block': () => yaml(`jobTags:\n${'- a\n'.repeat(1_000_000)}`),
  '1,000,000 empty list items': () => yaml(`jobTags:\n${'-\n'.repeat(1_000_000)}`),
  '1,000,000 list items in JSON': () => json(`{"jobTags":[${'1,'.repeat(1_000_000)}1]}`),
  // Numbers.
  'a number of 10 MiB': () => yaml(`jobName: ${fill('1')}`),
  'a hexadecimal number of 10 MiB': () => yaml(`jobName: 0x${fill('f')}`),
  'a JSON number of 10 MiB': () => json(`{"jobName": ${fill('1')}}`),
  'a fraction of 10 MiB': () => json(`{"jobName": 0.${fill('1')}e999999999}`),
  'a number beyond all numbers': () => ({ ...yaml('maxResults: 1e999999999999'), operation: 'ListModelImportJobs' }),
  // Documents.
  '100,000 document marks': () => yaml('---\n'.repeat(100_000)),
  '100,000 empty mappings': () => yaml('--- {}\n'.repeat(100_000)),
  '90,000 documents with an error each': () => yaml('---\njobname: 1\n'.repeat(90_000)),
  '90,000 documents with a key twice': () => yaml('---\n{a: 1, a: 2}\n'.repeat(90_000)),
  '1,000,000 document marks': () => yaml('---\n'.repeat(1_000_000)),
  '40,000 documents that cannot be read': () => yaml('---\n*a\n'.repeat(40_000)),
  '1,000,000 document ends': () => yaml('...\n'.repeat(1_000_000)),
  '100,000 directives': () => yaml(`${count(100_000, (i) => `%TAG !a${i}! b\n`)}--- a`),
  // Findings without number.
  '90,000 unknown keys': () => json(fields(90_000, (i) => `"jobNam${i}":1`)),
  '90,000 keys twice': () => json(fields(90_000, (i) => `"k${i >> 1}":1`)),
  '45,000 keys twice in one line of YAML': () => yaml(fields(90_000, (i) => `k${i >> 1}: 1`)),
  '90,000 keys twice under a key of 5 MiB': () =>
    json(`{"${'k'.repeat(most / 2)}":${fields(90_000, (i) => `"k${i >> 1}":1`)}}`),
  '90,000 wrong elements': () => json(`{"jobTags":[${count(90_000, () => '1,')}1]}`),
  '25,000 tags, each wrong': () =>
    json(`{"jobTags":[${count(25_000, (i) => `{"key":"aws:é${i}","valeu":"\u0001"},`.replace('\u0001', '!'))}1]}`),
  '30,000 tags of one key': () => json(`{"jobTags":[${count(30_000, () => '{"key":"team","value":"nlp"},')}1]}`),
  '95,000 subnets of one id': () =>
    json(`{"vpcConfig":{"subnetIds":[${count(95_000, () => '"subnet-0a1b2c3d",')}"a"],"securityGroupIds":[]}}`),
  '90,000 long subnets in one line': () =>
    json(
      `{"vpcConfig":{"subnetIds":[${count(90_000, () => `"subnet-${'a'.repeat(90)}",`)}"a"],"securityGroupIds":[]}}`,
    ),
  '95,000 subnets of one id in YAML block': () =>
    yaml(`vpcConfig:\n  subnetIds:\n${'  - subnet-0a1b2c3d\n'.repeat(95_000)}`),
  '95,000 nulls': () => json(`{"jobTags":[${'null,'.repeat(95_000)}null]}`),
  '30,000 placeholders': () => yaml(`jobTags:\n${'- {key: <KEY>, value: "${V}"}\n'.repeat(30_000)}`),
  // Keys and characters.
  'keys of every prototype': () =>
    json(
      '{"__proto__":{"jobName":"a"},"constructor":{"prototype":1},"toString":1,"hasOwnProperty":1,"valueOf":[],"input":{"__proto__":1}}',
    ),
  'keys of every prototype in YAML': () =>
    yaml('__proto__: &a {toString: 1}\nconstructor: *a\n<<: *a\njobTags: [{__proto__: 1, key: a, value: b}]'),
  'terminal escapes': () =>
    yaml(
      `jobName: "${escapes}"\n"${escapes}": 1\njobTags: [{key: "${escapes}", value: "${escapes}", "${escapes}": 1}]\nroleArn: "${escapes}"\nvpcConfig: {subnetIds: ["${escapes}"], securityGroupIds: ["sg-${escapes}"]}\nimportedModelKmsKeyId: "${escapes}"\nmodelDataSource: {s3DataSource: {s3Uri: "s3://a/${escapes}"}}`,
    ),
  'terminal escapes as they are': () => yaml(`jobName: "\u001b[2J"\n`),
  'terminal escapes in an operation': () =>
    yaml(`operation: "${escapes}"\nregion: "${escapes}"\naccount: "${escapes}"\n"${escapes}": 1\ninput: {}`),
  'terminal escapes in JSON': () => json('{"jobName":"\\u001b]0;owned\\u0007","\\u009b2J":1}'),
  'invalid UTF-8': () => yaml(encodeUtf8('jobName: a', 0xc3, 0x28)),
  '10 MiB of invalid UTF-8': () => yaml(new Uint8Array(most).fill(0xff)),
  'overlong UTF-8': () => json(encodeUtf8('{"jobName":"', 0xc0, 0x80)),
  'UTF-16 with a byte order mark': () => yaml(encodeUtf16('jobName: a', true)),
  'UTF-16 without a byte order mark': () => json(encodeUtf16('{"jobName": "a"}', false)),
  'NUL characters': () => yaml('jobName: "a\\0b"\nroleArn: "\\0"'),
  'NUL characters as they are': () => yaml('jobName: a\0b'),
  '10 MiB of NUL characters': () => yaml(new Uint8Array(most)),
  'lone surrogates': () => json('{"jobName":"\\ud800","\\udfff":1}'),
  'lone surrogates as they are': () => yaml('jobName: "\ud800"'),
  nothing: () => yaml(''),
  'a byte order mark alone': () => yaml('\ufeff'),
  'tags of code': () => yaml('jobName: !!js/function "function () { while (true); }"\n'),
};
