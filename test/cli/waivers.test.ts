import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { goodSpec, makeFolder, run } from './run-shapegate.ts';
import { findSarifFaults } from './sarif-schema.ts';

const policy = `apiVersion: shapegate/v1
kind: Policy
metadata: { name: acme }
for: CreateModelImportJob
rules:
  - id: acme/encrypted
    message: the model must be encrypted with a key of ours
    at: /importedModelKmsKeyId
    assert: has(input.importedModelKmsKeyId)
    waivable: { maxDays: 90 }
    tests:
      pass: [{ importedModelKmsKeyId: alias/weights }]
      fail: [{ importedModelKmsKeyId: null }]
  - id: acme/named
    message: the name of the job begins with acme
    at: /jobName
    assert: input.jobName.startsWith("acme-")
    tests:
      pass: [{ jobName: acme-1 }]
      fail: [{ jobName: other-1 }]
`;
const configuration = `root: true
policies: [./policy/acme.yaml]
waivers: [./waivers.yaml]
targets: [{ files: ["specs/*.yaml"] }]
`;

/** The day so many days from today, in UTC as the tool counts. */
function dayIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

function waive(rule: string, pointer: string, expires: string): string {
  return `  - { rule: ${rule}, file: "specs/*.yaml", pointer: ${pointer}, reason: the key is being made, owner: nlp-team, ticket: NLP-7, expires: ${expires} }\n`;
}

const head = 'apiVersion: shapegate/v1\nkind: Waivers\nwaivers:\n';

interface Log {
  readonly runs: readonly [
    {
      readonly results: readonly { readonly ruleId: string; readonly suppressions: readonly object[] }[];
      readonly invocations: readonly [
        {
          readonly toolExecutionNotifications?: readonly {
            readonly message: { readonly text: string };
            readonly locations: readonly {
              readonly physicalLocation: {
                readonly artifactLocation: { readonly uri: string };
                readonly region: object;
              };
            }[];
          }[];
        },
      ];
    },
  ];
}

function withWaivers<T>(waivers: string, use: (cwd: string, setWaivers: (text: string) => void) => T): T {
  const folder = makeFolder({
    'shapegate.yaml': configuration,
    'policy/acme.yaml': policy,
    'waivers.yaml': head + waivers,
    'specs/a.yaml': goodSpec('acme-2026-11-23'),
  });
  try {
    return use(folder.path, (text) => writeFileSync(join(folder.path, 'waivers.yaml'), head + text));
  } finally {
    folder.remove();
  }
}

test('a waived finding of a policy is in SARIF with who agreed to it and until when', () => {
  const expires = dayIn(60);
  withWaivers(waive('acme/encrypted', '/importedModelKmsKeyId', expires), (cwd) => {
    const { status, stdout, stderr } = run(['lint', '--format=sarif'], { cwd });
    assert.is(status, 0, stdout);
    assert.is(stderr, '');
    const log = JSON.parse(stdout) as Log;
    assert.equal(findSarifFaults(log), []);
    const result = log.runs[0].results.find(({ ruleId }) => ruleId === 'acme/encrypted');
    assert.equal(result?.suppressions, [
      {
        kind: 'external',
        status: 'accepted',
        justification: `the key is being made (nlp-team, NLP-7, until ${expires})`,
        properties: { by: 'waiver', owner: 'nlp-team', ticket: 'NLP-7', expires },
      },
    ]);
    const answer = JSON.parse(run(['lint', '--format=json'], { cwd }).stdout);
    assert.equal(answer.files[0].findings[0].suppressed, {
      by: 'waiver',
      reason: `the key is being made (nlp-team, NLP-7, until ${expires})`,
      owner: 'nlp-team',
      ticket: 'NLP-7',
      expires,
    });
  });
});

test('a waiver that ends within two weeks is told, and changes neither a finding nor the exit status', () => {
  const rule = ['acme/encrypted', '/importedModelKmsKeyId'] as const;
  withWaivers(waive(...rule, dayIn(15)), (cwd, setWaivers) => {
    const before = run(['lint', '--format=json', '--fail-on=info'], { cwd });
    assert.is(before.stderr, '');
    setWaivers(waive(...rule, dayIn(14)));
    const { status, stdout, stderr } = run(['lint', '--format=json', '--fail-on=info'], { cwd });
    assert.is(status, before.status);
    assert.equal(JSON.parse(stdout).summary, JSON.parse(before.stdout).summary);
    assert.is(
      stderr,
      `note: waivers.yaml:4:7: the waiver of \`acme/encrypted\` ends in 14 days, its last day is ${dayIn(14)} (nlp-team, NLP-7)\n`,
    );
    assert.is(run(['plan', 'specs/a.yaml'], { cwd }).stderr, stderr);
    const log = JSON.parse(run(['lint', '--format=sarif'], { cwd }).stdout) as Log;
    assert.equal(findSarifFaults(log), []);
    const [notice] = log.runs[0].invocations[0].toolExecutionNotifications ?? [];
    assert.match(notice?.message.text ?? '', 'ends in 14 days');
    const { artifactLocation, region } = notice!.locations[0]!.physicalLocation;
    assert.is(artifactLocation.uri, 'waivers.yaml');
    assert.equal(region, { startLine: 4, startColumn: 7, endLine: 4, endColumn: 11 });
    const markdown = run(['lint', '--format=markdown'], { cwd }).stdout;
    assert.match(markdown, /^- <code>waivers.*4.*the waiver of <code>acme\/encrypted</m);
    const orders = run(['lint', '--format=github'], { cwd }).stdout.trimEnd().split('\n');
    assert.match(
      orders.at(-1) ?? '',
      /^::notice file=waivers\.yaml,line=4,col=7,endColumn=10,title=waiver::the waiver of/,
    );
    setWaivers(waive(...rule, dayIn(0)));
    assert.match(run(['lint'], { cwd }).stderr, 'ends today');
    setWaivers(waive(...rule, dayIn(-1)));
    const after = run(['lint'], { cwd });
    assert.is(after.status, 1);
    assert.not.match(after.stderr, 'note:');
    assert.match(after.stdout, 'waiver/expired');
  });
});

test('a waiver that silenced nothing is not told to end, and many are counted', () => {
  const all = Array.from({ length: 12 }, () => waive('acme/encrypted', '/importedModelKmsKeyId', dayIn(3)));
  withWaivers(waive('acme/encrypted', '/jobName', dayIn(3)), (cwd, setWaivers) => {
    const { stdout, stderr } = run(['lint'], { cwd });
    assert.is(stderr, '');
    assert.match(stdout, 'waiver/unused');
    setWaivers(all.join(''));
    const notes = run(['lint'], { cwd }).stderr.trimEnd().split('\n');
    assert.is(notes.length, 11);
    assert.is(notes.at(-1), 'note: 2 more waivers end soon');
  });
});

test("a waiver of a policy's rule keeps to the limits of the policy", () => {
  const told = (cwd: string) =>
    (
      JSON.parse(run(['lint', '--format=json'], { cwd }).stdout) as {
        files: { findings: { rule: string; message: string; suppressed: object | null }[] }[];
      }
    ).files.flatMap(({ findings }) => findings.filter(({ rule }) => rule !== 'name/fixed-job-name'));
  withWaivers(waive('acme/encrypted', '/importedModelKmsKeyId', dayIn(91)), (cwd, setWaivers) => {
    assert.equal(
      told(cwd).map(({ rule, message, suppressed }) => [rule, message, suppressed]),
      [
        ['acme/encrypted', 'the model must be encrypted with a key of ours', null],
        [
          'waiver/invalid',
          `the waiver of \`acme/encrypted\` lasts until ${dayIn(91)}, its policy allows 90 days`,
          null,
        ],
      ],
    );
    setWaivers(waive('acme/encrypted', '/importedModelKmsKeyId', dayIn(90)));
    assert.equal(
      told(cwd).map(({ rule, suppressed }) => [rule, suppressed !== null]),
      [['acme/encrypted', true]],
    );
    setWaivers(waive('acme/named', '/jobName', dayIn(10)));
    assert.match(run(['lint'], { cwd }).stdout, '`acme/named` cannot be waived');
  });
});

test('the baseline takes no finding of a rule that the policy lets nobody silence, and says so', () => {
  const waived = waive('acme/encrypted', '/importedModelKmsKeyId', dayIn(60));
  withWaivers(waived, (cwd) => {
    writeFileSync(join(cwd, 'specs/b.yaml'), goodSpec('other-2026-11-23'));
    const { status, stdout, stderr } = run(['lint', '--write-baseline'], { cwd });
    assert.is(status, 1);
    assert.match(stderr, 'has 0 findings now\n1 finding stays: its rule cannot be silenced\n');
    assert.match(stdout, '1 error in 2 specs of 2 files; 2 suppressed\n');
  });
});

test('a file of waivers is no spec where specs are counted', () => {
  withWaivers(waive('acme/encrypted', '/importedModelKmsKeyId', dayIn(-3)), (cwd) => {
    assert.match(run(['lint'], { cwd }).stdout, '2 errors in 1 spec of 2 files\n');
  });
});

test.run();
