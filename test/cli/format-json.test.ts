import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { goodSpec, makeFolder, run } from './run-shapegate.ts';

/** What turns the direction of text around, and an order to a CI system. */
const forged = '\u202e##[error]';
const policy = (severity: string) => `apiVersion: shapegate/v1
kind: Policy
metadata: { name: acme }
for: CreateModelImportJob
rules:
  - id: acme/encrypted
    severity: ${severity}
    message: a key of ours is missing
    assert: has(input.importedModelKmsKeyId)
    tests:
      pass: [{ importedModelKmsKeyId: "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab" }]
      fail: [{ importedModelKmsKeyId: null }]
`;

const files = {
  [`model/${forged}.smithy`]: '$version: "2.0"\nnamespace acme.jobs\nstructure Job { name: Missing }\n',
  [`old/${forged}.yaml`]: policy('warning'),
  [`new/${forged}.yaml`]: policy('error'),
  [`specs/${forged}.yaml`]: goodSpec(),
};

const commands: readonly string[] = [
  'model check model --format json',
  'model check model --format sarif',
  'policy test old --format json',
  'policy diff old new specs --format json',
];

for (const command of commands)
  test(`${command} forges nothing on a terminal and says names as they are`, () => {
    const folder = makeFolder(files);
    try {
      const { stdout, stderr } = run(command.split(' '), { cwd: folder.path });
      assert.ok(stdout !== '', stderr);
      assert.not.match(stdout, /\u202e|##\[/);
      assert.ok(
        JSON.stringify(JSON.parse(stdout)).includes(command.endsWith('sarif') ? encodeURIComponent(forged) : forged),
      );
    } finally {
      folder.remove();
    }
  });

test.run();
