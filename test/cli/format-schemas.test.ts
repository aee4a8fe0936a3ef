import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { environment, goodSpec, makeFolder, run } from './run-shapegate.ts';
import { findSarifFaults } from './sarif-schema.ts';
import { readElements, validateJunit } from './xml-document.ts';

const fixtures = ['format', 'every-rule'].map((name) =>
  fileURLToPath(new URL(`../fixtures/${name}/`, import.meta.url)),
);

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly snippet?: { readonly text: string };
}

interface ArtifactLocation {
  readonly uri: string;
  readonly uriBaseId?: string;
  readonly index?: number;
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [
    { readonly physicalLocation: { readonly artifactLocation: ArtifactLocation; readonly region: Region } },
  ];
  readonly relatedLocations: readonly object[];
  readonly fixes: readonly {
    readonly artifactChanges: readonly [
      {
        readonly replacements: readonly {
          readonly deletedRegion: Region;
          readonly insertedContent: { readonly text: string };
        }[];
      },
    ];
  }[];
  readonly suppressions: readonly { readonly kind: string; readonly justification: string }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly Rule[] } };
      readonly artifacts: readonly { readonly location: ArtifactLocation }[];
      readonly invocations: readonly { readonly executionSuccessful: boolean }[];
      readonly results: readonly Result[];
    },
  ];
}

interface Rule {
  readonly id: string;
  readonly help?: { readonly text: string; readonly markdown: string };
}

interface Told {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly help: string;
  readonly range: { readonly start: { readonly line: number; readonly column: number } };
  readonly fix: object | null;
  readonly suppressed: { readonly reason: string } | null;
}

interface Answer {
  readonly files: readonly { readonly file: string; readonly findings: readonly Told[] }[];
}

function print(cwd: string, format: string, more: readonly string[] = [], env: NodeJS.ProcessEnv = {}): string {
  return run(['lint', `--format=${format}`, ...more], { cwd, env: { ...environment, ...env } }).stdout;
}

function readSarif(cwd: string, more: readonly string[] = [], env: NodeJS.ProcessEnv = {}) {
  const log = JSON.parse(print(cwd, 'sarif', more, env)) as Log;
  assert.equal(findSarifFaults(log), []);
  return log.runs[0];
}

function listFindings(cwd: string): { readonly file: string; readonly finding: Told }[] {
  const { files } = JSON.parse(print(cwd, 'json')) as Answer;
  return files.flatMap(({ file, findings }) => findings.map((finding) => ({ file, finding })));
}

test('a schema that is asked refuses what is wrong', () => {
  assert.ok(findSarifFaults({ version: '2.1.0', runs: [{ tool: {} }] }).length > 0);
  assert.throws(() => validateJunit('<testsuites><testcase/></testsuites>'));
});

for (const cwd of fixtures) {
  const findings = listFindings(cwd);

  test(`SARIF is valid and has every finding: ${cwd.split('/').at(-2)}`, () => {
    const { results, tool, artifacts } = readSarif(cwd);
    const { rules } = tool.driver;
    assert.is(results.length, findings.length);
    for (const [index, { file, finding }] of findings.entries()) {
      const result = results[index] as Result;
      const { artifactLocation, region } = result.locations[0].physicalLocation;
      assert.is(result.ruleId, finding.rule);
      assert.is(rules[result.ruleIndex]?.id, finding.rule);
      assert.is(decodeURIComponent(artifactLocation.uri), file);
      assert.match(artifactLocation.uri, /^[\w/.~!*'()%-]+$/);
      assert.equal(artifacts[artifactLocation.index ?? -1]?.location, artifactLocation);
      assert.equal({ line: region.startLine, column: region.startColumn }, finding.range.start);
      assert.is(result.fixes.length, finding.fix === null ? 0 : 1);
      assert.is(result.suppressions[0]?.justification, finding.suppressed?.reason);
      const said = finding.help === '' ? finding.message : `${finding.message}\n${finding.help}`;
      assert.is(result.message.text.replaceAll('\\](', '](').replaceAll('{{', '{').replaceAll('}}', '}'), said);
    }
    const fingerprints = new Set(results.map(({ partialFingerprints }) => partialFingerprints['finding/v1']));
    assert.is(fingerprints.size, results.length);
    for (const { id, help } of rules) assert.match(help?.markdown ?? '', `# ${id}\n`);
  });

  test(`JUnit is valid, and a suppressed finding is skipped: ${cwd.split('/').at(-2)}`, () => {
    const xml = print(cwd, 'junit');
    validateJunit(xml);
    const failing = findings.filter(({ finding }) => finding.suppressed === null && finding.severity === 'error');
    const failures = readElements(xml, 'failure').map(({ attributes }) => attributes);
    assert.equal(
      failures,
      failing.map(({ finding }) => ({ type: finding.rule, message: finding.message })),
    );
    const skipped = findings.filter(({ finding }) => finding.suppressed !== null);
    assert.is(readElements(xml, 'skipped').length, skipped.length);
    const [sum] = readElements(xml, 'testsuites');
    assert.is(sum?.attributes.failures, String(failing.length));
    assert.is(sum?.attributes.tests, String(readElements(xml, 'testcase').length));
    const strict = readElements(print(cwd, 'junit', ['--fail-on=info']), 'failure');
    assert.is(strict.length, findings.length - skipped.length);
  });

  test(`Checkstyle says what JSON says: ${cwd.split('/').at(-2)}`, () => {
    const xml = print(cwd, 'checkstyle');
    const shown = findings.filter(({ finding }) => finding.suppressed === null);
    assert.equal(
      readElements(xml, 'error').map(({ attributes }) => attributes),
      shown.map(({ finding: { range, severity, message, help, rule } }) => ({
        line: String(range.start.line),
        column: String(range.start.column),
        severity,
        message: help === '' ? message : `${message}\n${help}`,
        source: `shapegate.${rule}`,
      })),
    );
    const { files } = JSON.parse(print(cwd, 'json')) as Answer;
    assert.equal(
      readElements(xml, 'file').map(({ attributes }) => attributes.name),
      files.map(({ file }) => file),
    );
  });

  test(`GitLab names each finding once: ${cwd.split('/').at(-2)}`, () => {
    const issues = JSON.parse(print(cwd, 'gitlab')) as {
      readonly fingerprint: string;
      readonly check_name: string;
      readonly severity: string;
      readonly description: string;
      readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
    }[];
    const shown = findings.filter(({ finding }) => finding.suppressed === null);
    assert.equal(
      issues.map(({ check_name, location: { path, lines } }) => [path, lines.begin, check_name]),
      shown.map(({ file, finding }) => [file, finding.range.start.line, finding.rule]),
    );
    assert.is(new Set(issues.map(({ fingerprint }) => fingerprint)).size, issues.length);
    for (const { severity } of issues) assert.ok(['info', 'minor', 'major', 'critical', 'blocker'].includes(severity));
  });
}

const wrong = goodSpec('nightly-2026.11');

test('a fingerprint stays when lines move, and changes with the value', () => {
  const name = (text: string) => {
    const folder = makeFolder({ 'spec.yaml': text });
    try {
      return readSarif(folder.path, ['spec.yaml']).results.find(({ ruleId }) => ruleId === 'name/charset')
        ?.partialFingerprints['finding/v1'];
    } finally {
      folder.remove();
    }
  };
  assert.match(name(wrong) ?? '', /^[0-9a-f]{64}$/);
  assert.is(name(`# moved\n\n\n${wrong}`), name(wrong));
  assert.is.not(name(goodSpec('nightly-2026.12')), name(wrong));
});

test('the fix of SARIF is the fix that --fix makes', () => {
  const folder = makeFolder({ 'spec.yaml': wrong });
  try {
    const result = readSarif(folder.path, ['spec.yaml']).results.find(({ ruleId }) => ruleId === 'name/charset');
    const [replacement] = result?.fixes[0]?.artifactChanges[0].replacements ?? [];
    assert.ok(replacement !== undefined);
    const { startLine, startColumn, endLine, endColumn } = replacement.deletedRegion;
    assert.is(startLine, endLine);
    const lines = wrong.split('\n');
    const line = lines[startLine - 1] ?? '';
    lines[startLine - 1] =
      line.slice(0, startColumn - 1) + replacement.insertedContent.text + line.slice(endColumn - 1);
    run(['lint', '--fix', 'spec.yaml'], { cwd: folder.path });
    assert.is(readFileSync(`${folder.path}/spec.yaml`, 'utf8'), lines.join('\n'));
  } finally {
    folder.remove();
  }
});

test('CI names the root that code hosts look for paths from', () => {
  const folder = makeFolder({ 'team/specs/a.yaml': wrong });
  try {
    const cwd = `${folder.path}/team`;
    const github = print(cwd, 'github', ['specs/a.yaml'], { GITHUB_WORKSPACE: folder.path });
    assert.match(github, '::error file=team/specs/a.yaml,line=');
    assert.match(
      print(cwd, 'gitlab', ['specs/a.yaml'], { CI_PROJECT_DIR: folder.path }),
      '"path": "team/specs/a.yaml"',
    );
    const { results } = readSarif(cwd, ['specs/a.yaml'], { GITHUB_WORKSPACE: folder.path });
    assert.is(results[0]?.locations[0].physicalLocation.artifactLocation.uri, 'team/specs/a.yaml');
    assert.match(print(cwd, 'github', ['specs/a.yaml'], { GITHUB_WORKSPACE: '/elsewhere' }), 'file=specs/a.yaml');
  } finally {
    folder.remove();
  }
});

test('a broken configuration is told in every form that programs read', () => {
  const folder = makeFolder({ 'shapegate.yaml': 'rutes: {}\n', 'spec.yaml': wrong });
  try {
    const { results, invocations } = readSarif(folder.path, ['spec.yaml']);
    assert.is(results.length, 1);
    assert.is(results[0]?.locations[0].physicalLocation.artifactLocation.uri, 'shapegate.yaml');
    assert.is(invocations[0]?.executionSuccessful, false);
    validateJunit(print(folder.path, 'junit', ['spec.yaml']));
  } finally {
    folder.remove();
  }
});

test.run();
