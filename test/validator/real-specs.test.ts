import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createGate, lintText } from '@shapegate/validator';
import { api } from '@shapegate/validator/api';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

const folder = fileURLToPath(new URL('../../../shared/specs/real/', import.meta.url));

/** The Region that a spec's own text implies; the others run anywhere. */
const regions: Readonly<Record<string, string>> = {
  '01': 'us-west-2',
  '08': 'us-east-1',
  '13': 'us-east-1',
  '14': 'us-east-1',
};

/** `severity rule pointer line:column` of each finding, and the key that is to be written where a key is wrong. */
const expected: Readonly<Record<string, readonly string[]>> = {
  '01': [],
  '02': [],
  '03': ['info name/fixed-job-name /jobName 2:14'],
  '04': [
    'error value/placeholder /jobName 2:14',
    'error value/placeholder /importedModelName 3:24',
    'error value/placeholder /roleArn 4:14',
    'error value/placeholder /modelDataSource/s3DataSource/s3Uri 7:16',
  ],
  '06': ['info name/fixed-job-name /jobName 2:14', 'error value/placeholder /modelDataSource/s3DataSource/s3Uri 7:16'],
  '07': [],
  '08': [],
  '09': ['error value/placeholder /modelDataSource/s3DataSource/s3Uri 7:16'],
  '11': [
    'error shape/unknown-member /ImportedModelName 2:3 importedModelName',
    'error shape/unknown-member /JobName 3:3 jobName',
    'info name/fixed-job-name /JobName 3:14',
    'error shape/unknown-member /RoleArn 4:3 roleArn',
    'error value/placeholder /RoleArn 4:14',
    'error shape/unknown-member /ModelDataSource 5:3 modelDataSource',
    'error shape/unknown-member /ModelDataSource/S3DataSource 6:5 s3DataSource',
    'error shape/unknown-member /ModelDataSource/S3DataSource/S3Uri 7:7 s3Uri',
    'error s3/uri /ModelDataSource/S3DataSource/S3Uri 7:16',
  ],
  '13': [
    'warning token/fixed /clientRequestToken 10:25',
    'info vpc/single-subnet /vpcConfig/subnetIds 13:18',
    'error vpc/complete /vpcConfig/securityGroupIds 16:25',
  ],
  '14': [],
  '17': [
    'error shape/required /roleArn 2:3',
    'info name/fixed-job-name /jobName 2:14',
    'error value/placeholder /modelDataSource/s3DataSource/s3Uri 6:16',
  ],
  '18': ['error shape/unknown-member /tags 10:3'],
  '21': [
    'error shape/required /importedModelName 2:3',
    'error shape/required /jobName 2:3',
    'error shape/required /modelDataSource 2:3',
    'error shape/required /roleArn 2:3',
    'error shape/unknown-member /VpcConfig 2:3 vpcConfig',
    'error shape/unknown-member /VpcConfig/SecurityGroupIds 3:5 securityGroupIds',
    'error shape/unknown-member /VpcConfig/Subnets 6:5 subnetIds',
  ],
  // An unfilled skeleton: one finding a field.
  '23': [
    'error value/placeholder /jobName 1:10',
    'error value/placeholder /importedModelName 2:20',
    'error value/placeholder /roleArn 3:10',
    'error value/placeholder /modelDataSource/s3DataSource/s3Uri 6:12',
    'error value/placeholder /jobTags/0/key 8:8',
    'error value/placeholder /jobTags/0/value 9:10',
    'error value/placeholder /importedModelTags/0/key 11:8',
    'error value/placeholder /importedModelTags/0/value 12:10',
    'error value/placeholder /clientRequestToken 13:21',
    'error value/placeholder /vpcConfig/subnetIds/0 16:5',
    'error value/placeholder /vpcConfig/securityGroupIds/0 18:5',
    'error value/placeholder /importedModelKmsKeyId 19:24',
  ],
};

/** Words that the help must have for the reader to know what to do. */
const helps: Readonly<Record<string, readonly string[]>> = {
  '13': ['securityGroupIds', 'leave the whole structure out'],
  '17': ['Add `roleArn`'],
  '18': ['jobTags', 'importedModelTags'],
};

function lintFile(file: string) {
  const region = regions[file.slice(0, 2)];
  return lintText(readFileSync(`${folder}${file}`), {
    file,
    format: file.endsWith('.json') ? 'json' : 'yaml',
    api,
    target: region === undefined ? { account: '123456789012' } : { region, account: '123456789012' },
  });
}

const files = existsSync(folder) ? readdirSync(folder).sort() : [];
if (files.length === 0) console.log('skip real specs: the shared folder is not here');

for (const file of files) {
  test(`real spec ${file}`, () => {
    const number = file.slice(0, 2);
    const { findings, documents } = lintFile(file);
    assert.equal(
      findings.map(({ severity, rule, pointer, range, fix }) => {
        const rename = rule === 'shape/unknown-member' ? fix?.edits[0]?.text.replaceAll('"', '') : undefined;
        const words = [severity, rule, pointer, `${range.start.line}:${range.start.column}`, rename];
        return words.filter((word) => word !== undefined).join(' ');
      }),
      expected[number],
    );
    const help = findings.map((finding) => finding.help).join('\n');
    for (const words of helps[number] ?? []) assert.ok(help.includes(words), `${words} in ${help}`);

    const request = documents[0]?.request;
    const gate = createGate(api, documents[0] === undefined ? {} : { target: documents[0].target });
    const verdict = gate.check(request?.operation ?? '', request?.input).verdict;
    assert.is(verdict, findings.some(({ severity }) => severity === 'error') ? 'invalid' : 'valid');
  });
}

test('the name that hangs a backtracking engine is answered at once, at the gate and in text', () => {
  const jobName = `a${'-'.repeat(61)}!`;
  const input = {
    jobName,
    importedModelName: 'support-bot',
    roleArn: 'arn:aws:iam::111122223333:role/model-import',
    modelDataSource: { s3DataSource: { s3Uri: 's3://acme-weights/support-bot/' } },
  };
  const started = performance.now();
  const checked = createGate(api).check('CreateModelImportJob', input);
  const { findings } = lintText(JSON.stringify(input), { file: 'a.json', format: 'json', api });
  assert.ok(performance.now() - started < 2000);
  const errorsOf = (all: readonly { readonly severity: string; readonly rule: string; readonly pointer: string }[]) =>
    all.filter(({ severity }) => severity === 'error').map(({ rule, pointer }) => `${rule} ${pointer}`);
  assert.equal(errorsOf(checked.findings), ['name/charset /jobName']);
  assert.equal(errorsOf(findings), ['name/charset /jobName']);
});

test.run();
