import {
  type Api,
  compareUniqueValues,
  type Finding,
  type LintedDocument,
  type Range,
  type RuleSettings,
  readLintedDocuments,
  type UniqueValue,
} from '@shapegate/validator';
import { type KeptFile, textOf } from './keep-file.ts';
import type { FileReport } from './lint-report.ts';
import { byPlace } from './sort-findings.ts';

function isOff(setting: RuleSettings[string] | undefined): boolean {
  return (typeof setting === 'object' ? setting.severity : setting) === 'off';
}

/** The options of the rules across specs, without severities: of files that disagree the first to state one holds. What all turn off is off. */
function joinOptions(settings: ReadonlySet<RuleSettings>): RuleSettings {
  const joined: Record<string, RuleSettings[string]> = {};
  for (const rules of settings)
    for (const [id, setting] of Object.entries(rules)) {
      if (!id.startsWith('cross/') || typeof setting === 'string') continue;
      const { severity: _, ...options } = setting;
      joined[id] = Object.assign({}, options, joined[id]);
    }
  const [first = {}, ...others] = settings;
  for (const [id, setting] of Object.entries(first))
    if (id.startsWith('cross/') && isOff(setting) && others.every((rules) => isOff(rules[id]))) joined[id] = 'off';
  return joined;
}

function groupByApi(files: readonly KeptFile[]): Iterable<readonly KeptFile[]> {
  const byApi = new Map<Api, KeptFile[]>();
  for (const file of files) {
    const group = byApi.get(file.api);
    if (group === undefined) byApi.set(file.api, [file]);
    else group.push(file);
  }
  return byApi.values();
}

/** Finds the texts of unique values again, by reading the files that have them. */
class ValuePlaces {
  #last: { readonly kept: KeptFile; readonly documents: readonly LintedDocument[] } | null = null;

  locate(kept: KeptFile, { document, pointer }: UniqueValue): Range {
    if (this.#last?.kept !== kept) {
      const { file, format, api, operation } = kept;
      this.#last = { kept, documents: readLintedDocuments(textOf(kept), { file, format, api, operation }) };
    }
    const found = this.#last.documents.find(({ index }) => index === document);
    const place = found?.locate(pointer, 'value');
    // Only a file that somebody changes meanwhile has it no more.
    return place ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  }
}

/** What the specs of one run repeat of each other, by file, at the severity that each file's configuration says. */
export function compareSpecs(files: readonly KeptFile[]): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const group of groupByApi(files)) {
    const places = new ValuePlaces();
    const options = joinOptions(new Set(group.map(({ rules }) => rules)));
    const across = compareUniqueValues(group, options, (kept, unique) => places.locate(kept, unique));
    if (across.length === 0) continue;
    const rulesOf = new Map(group.map(({ file, rules }) => [file, rules]));
    for (const { file, finding } of across) {
      const setting = rulesOf.get(file)?.[finding.rule];
      const severity = (typeof setting === 'object' ? setting.severity : setting) ?? finding.severity;
      if (severity === 'off') continue;
      const settled = Object.assign({}, finding, { severity });
      const before = found.get(file);
      if (before === undefined) found.set(file, [settled]);
      else before.push(settled);
    }
  }
  return found;
}

/** The reports of a run: what each file has, and what it repeats of another; without texts. */
export function reportFiles(files: readonly KeptFile[]): FileReport[] {
  const repeated = compareSpecs(files);
  return files.map(({ file, documents, findings }) => {
    const more = repeated.get(file);
    const all = more === undefined ? findings : [...findings, ...more].sort(byPlace);
    return { file, text: '', documents, findings: all };
  });
}
