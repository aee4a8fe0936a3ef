import { isAbsolute } from 'node:path';
import { type Finding, LineIndex, type Range, type Suppressed } from '@shapegate/validator';
import type { FileReport } from '../specs/lint-report.ts';
import { version } from '../version.ts';
import { writeJson } from './escape.ts';
import { encodePath, writeFileUri } from './file-uri.ts';
import { Fingerprints } from './fingerprints.ts';
import { type EndingWaiver, type RunFacts, wordEnding } from './run-facts.ts';
import { describeRule, escapeMessage, nameLevel } from './sarif-rules.ts';
import { seeFromWorkspace } from './workspace.ts';

const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
const base = 'SRCROOT';
/** Characters of a snippet at most; a place that is longer has none. */
const longestSnippet = 500;

function writeRegion({ start, end }: Range): object {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function writeSuppression({ reason, ...facts }: Suppressed): object {
  const kind = facts.by === 'inline' ? 'inSource' : 'external';
  return { kind, status: 'accepted', justification: reason, properties: facts };
}

/** What is about the run and no finding, so that nobody's count of results changes with the day. */
function writeNotices(waivers: readonly EndingWaiver[], artifacts: Artifacts): object {
  if (waivers.length === 0) return {};
  const toolExecutionNotifications = waivers.map((waiver) => ({
    level: 'note',
    message: { text: escapeMessage(wordEnding(waiver)) },
    locations: [
      { physicalLocation: { artifactLocation: artifacts.locate(waiver.file), region: writeRegion(waiver.range) } },
    ],
    properties: { rule: waiver.rule, owner: waiver.owner, ticket: waiver.ticket, expires: waiver.expires },
  }));
  return { toolExecutionNotifications };
}

/** Files by the path that reports have, each once. */
class Artifacts {
  readonly #prefix: string;
  readonly #indices: ReadonlyMap<string, number>;

  constructor(reports: readonly FileReport[], prefix: string) {
    this.#prefix = prefix;
    const files = new Set(reports.map(({ file }) => file));
    this.#indices = new Map([...files].map((file, index) => [file, index]));
  }

  /** In the order of their indices. */
  list(): object[] {
    return [...this.#indices.keys()].map((file) => ({
      location: this.locate(file),
      roles: ['analysisTarget'],
      encoding: 'UTF-8',
      sourceLanguage: /\.json$/i.test(file) ? 'json' : 'yaml',
    }));
  }

  /** The path from the repository's root. */
  path(file: string): string {
    return seeFromWorkspace(this.#prefix, file);
  }

  locate(file: string): object {
    // Another drive has no relative path.
    const place = isAbsolute(file)
      ? { uri: writeFileUri(file) }
      : { uri: encodePath(this.path(file)), uriBaseId: base };
    const index = this.#indices.get(file);
    return index === undefined ? place : Object.assign(place, { index });
  }
}

function cutSnippet(text: string, index: LineIndex, { start, end }: Range): string | null {
  const from = index.offset(start);
  const to = index.offset(end);
  return to > from && to - from <= longestSnippet && to <= text.length ? text.slice(from, to) : null;
}

/** Writes the results of one file. */
class ResultWriter {
  readonly #report: FileReport;
  readonly #artifacts: Artifacts;
  readonly #index: LineIndex;

  constructor(report: FileReport, artifacts: Artifacts) {
    this.#report = report;
    this.#artifacts = artifacts;
    this.#index = new LineIndex(report.text);
  }

  write(finding: Finding, ruleIndex: number, fingerprint: string): object {
    const { rule, severity, message, help, suppressed, pointer, document, valueHash } = finding;
    return {
      ruleId: rule,
      ruleIndex,
      level: nameLevel(severity),
      message: { text: escapeMessage(help === '' ? message : `${message}\n${help}`) },
      locations: [this.#writeLocation(finding)],
      relatedLocations: finding.related.map(({ file, range, message: said }, id) => ({
        id,
        physicalLocation: { artifactLocation: this.#artifacts.locate(file), region: writeRegion(range) },
        message: { text: escapeMessage(said) },
      })),
      fixes: this.#writeFixes(finding),
      suppressions: suppressed === null ? [] : [writeSuppression(suppressed)],
      partialFingerprints: { 'finding/v1': fingerprint },
      properties: { pointer, document, valueHash },
    };
  }

  #writeLocation({ range, pointer }: Finding): object {
    const { file, text } = this.#report;
    const snippet = cutSnippet(text, this.#index, range);
    const region = writeRegion(range);
    const shown = snippet === null ? region : Object.assign(region, { snippet: { text: snippet } });
    const physicalLocation = { artifactLocation: this.#artifacts.locate(file), region: shown };
    if (pointer === '') return { physicalLocation };
    return { physicalLocation, logicalLocations: [{ fullyQualifiedName: pointer, kind: 'value' }] };
  }

  #writeFixes({ fix }: Finding): object[] {
    if (fix === null) return [];
    const replacements = fix.edits.map(({ range, text }) => ({
      deletedRegion: writeRegion(range),
      insertedContent: { text },
    }));
    const artifactLocation = this.#artifacts.locate(this.#report.file);
    return [{ description: { text: escapeMessage(fix.title) }, artifactChanges: [{ artifactLocation, replacements }] }];
  }
}

/**
 * The answer of lint as SARIF 2.1.0: one run, with the rules that have found something.
 * @param prefix where the working directory stands in the repository
 */
export function formatSarif(
  reports: readonly FileReport[],
  prefix: string,
  { isComplete, policyRules, endingWaivers = [] }: RunFacts,
): string {
  const ids = [...new Set(reports.flatMap(({ findings }) => findings.map(({ rule }) => rule)))].sort();
  const ruleIndices = new Map(ids.map((id, index) => [id, index]));
  const artifacts = new Artifacts(reports, prefix);
  const fingerprints = new Fingerprints();
  const results = reports.flatMap((report) => {
    if (report.findings.length === 0) return [];
    const writer = new ResultWriter(report, artifacts);
    const path = artifacts.path(report.file);
    return report.findings.map((finding) =>
      writer.write(finding, ruleIndices.get(finding.rule) ?? -1, fingerprints.take(path, finding)),
    );
  });
  const run = {
    tool: {
      driver: {
        name: 'shapegate',
        version,
        semanticVersion: version,
        language: 'en-US',
        rules: ids.map((id) => describeRule(id, policyRules)),
      },
    },
    invocations: [{ executionSuccessful: isComplete, ...writeNotices(endingWaivers, artifacts) }],
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: {
      [base]: { description: { text: 'the root of the repository, or else where shapegate was run' } },
    },
    artifacts: artifacts.list(),
    results,
  };
  return writeJson({ $schema: schema, version: '2.1.0', runs: [run] });
}
