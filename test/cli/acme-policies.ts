/** A policy of a made-up organisation, in parts, for the tests that run the command line on it. */
const key = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
export const policy = (rules: string, more = '') => `apiVersion: shapegate/v1
kind: Policy
metadata: { name: acme }
for: CreateModelImportJob
${more}rules:
${rules}`;
export const encrypted = (assertion = 'has(input.importedModelKmsKeyId)', more = '') => `  - id: acme/encrypted
    severity: warning
    message: a key of ours is missing
    at: /importedModelKmsKeyId
    assert: ${assertion}
${more}    tests:
      pass: [{ importedModelKmsKeyId: "${key}" }]
      fail: [{ importedModelKmsKeyId: null }]
`;
export const buckets = `  - id: acme/buckets
    uses: allowed-buckets
    with: { on: /modelDataSource/s3DataSource/s3Uri, buckets: [acme-imports] }
`;
export const root = 'root: true\npolicies: ["./policy/*.yaml"]\n';

export type Finding = { rule: string; message: string; range: { start: { line: number; column: number } } };

interface Answer {
  readonly files: readonly {
    readonly file: string;
    readonly findings: readonly { readonly rule: string; readonly suppressed: unknown; readonly message: string }[];
  }[];
}

export function rulesOf(stdout: string): string[] {
  const { files } = JSON.parse(stdout) as Answer;
  return files.flatMap(({ file, findings }) =>
    findings
      .filter(({ rule, suppressed }) => /^(?:acme|policy|waiver|suppression)\//.test(rule) && suppressed === null)
      .map(({ rule }) => `${file} ${rule}`),
  );
}
