import { relative, sep } from 'node:path';

const specSchema = 'dist/schema/draft-07/CreateModelImportJob.document.schema.json';

/** The folder of the installed package, relative to the working directory, for editors. */
function showPackage(holder: string): string {
  const path = `${relative(process.cwd(), holder).replaceAll(sep, '/') || '.'}/node_modules/shapegate`;
  return path.startsWith('.') ? path : `./${path}`;
}

/** What a modeline says of a file in a folder below: the path leads from the file. */
function writeModeline(schema: string, depth: number): string {
  const path = depth === 0 ? schema : `${'../'.repeat(depth)}${schema.replace(/^\.\//, '')}`;
  return `# yaml-language-server: $schema=${path}\n`;
}

/**
 * What a repository of import jobs begins with, by name: configuration, example spec and policy, and editor settings.
 * @param holder the folder whose `node_modules` has this package, absolute; null where there is none
 */
export function makeFirstFiles(holder: string | null): Readonly<Record<string, string>> {
  const installed = showPackage(holder ?? process.cwd());
  const region = process.env['AWS_REGION'] ?? process.env['AWS_DEFAULT_REGION'] ?? '';
  const isRegion = /^[a-z]{2}(?:-[a-z]+)+-\d$/.test(region);
  return {
    'shapegate.yaml': `${writeModeline(`${installed}/schema/config.schema.json`, 0)}root: true
targets:
  - files: ["imports/**/*.{yaml,yml,json}"]
    operation: CreateModelImportJob
${isRegion ? `    region: ${region}\n` : ''}policies: ["./policy/*.yaml"]
failOn: error
`,
    'imports/example.yaml': `${writeModeline(`${installed}/${specSchema}`, 1)}jobName: example-2026-01-31
importedModelName: example
roleArn: arn:aws:iam::111122223333:role/model-import
modelDataSource:
  s3DataSource:
    s3Uri: s3://acme-weights/example/
jobTags:
  - { key: team, value: nlp }
`,
    'policy/tags.yaml': `${writeModeline(`${installed}/schema/policy.schema.json`, 1)}apiVersion: shapegate/v1
kind: Policy
metadata: { name: tags, version: 1 }
for: CreateModelImportJob
rules:
  - id: own/tags
    severity: error
    uses: required-tags
    with: { on: [/jobTags], keys: [team] }
`,
    '.vscode/settings.json': `${JSON.stringify(
      {
        'yaml.schemas': {
          [`${installed}/${specSchema}`]: 'imports/**/*.{yaml,yml}',
          [`${installed}/schema/config.schema.json`]: 'shapegate.{yaml,yml}',
          [`${installed}/schema/policy.schema.json`]: 'policy/*.yaml',
          [`${installed}/schema/waivers.schema.json`]: 'waivers.yaml',
        },
        'json.schemas': [{ fileMatch: ['imports/**/*.json'], url: `${installed}/${specSchema}` }],
      },
      null,
      2,
    )}\n`,
  };
}
