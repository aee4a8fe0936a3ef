import { dirname, resolve } from 'node:path';
import { isAlwaysHeard, type JsonValue } from '@shapegate/validator';
import type { Arguments } from '../arguments.ts';
import { type Origin, type TracedSettings, traceSettings } from '../config/trace-settings.ts';
import { showPath } from '../disk.ts';
import { escapeText, writeJson } from '../format/escape.ts';
import { readToday } from '../read-today.ts';
import { listWaivers } from '../silence/list-waivers.ts';
import { SpecLinter } from '../specs/lint-specs.ts';
import type { LintedFile } from '../specs/linted-file.ts';
import { readSpecOptions } from '../specs/spec-options.ts';
import { isToolProblem } from '../tool-problem.ts';
import { writeExplanation } from './explain-file-text.ts';
import { listPolicyRules, type NamedChoice } from './explain-policies.ts';
import type { Explanation, Shown } from './explanation.ts';
import { PlaceFinder } from './place-finder.ts';
import type { AnswerFormat } from './write-answers.ts';

/** What `explain` has to say of a file, and what keeps it from saying more. */
export interface FileAnswer {
  readonly write: (format: AnswerFormat) => string;
  /** A policy, a model or a waiver file that is broken or missing: all else is told. */
  readonly problem: Error | null;
}

/** What holds for a file, and who says so, in the two forms that it can be told. Throws ConfigProblem for a broken configuration. */
export async function explainFile(file: string, args: Arguments): Promise<FileAnswer> {
  const linter = new SpecLinter(readSpecOptions(args));
  const path = resolve(file);
  linter.finder.find(dirname(path));
  let problem: Error | null = null;
  const attempt = async <T>(find: () => T | Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await find();
    } catch (error) {
      if (!isToolProblem(error)) throw error;
      problem ??= error;
      return otherwise;
    }
  };
  const linted = await attempt(() => linter.lint({ file, isNamed: true }), null);
  const { finder } = linter;
  const configurations = finder.find(dirname(path));
  const traced = traceSettings(path, configurations);
  const places = new PlaceFinder(finder.reader);
  const from = (origins: readonly Origin[]) => origins.map((origin) => places.find(origin));
  const show: Show = ({ value, origins }) => ({ value: (value ?? null) as JsonValue, from: from(origins) });
  const showName = ({ value, origins }: TracedSettings['baseline']) =>
    show({ value: value === null ? null : showPath(value), origins });
  const policies: NamedChoice[] = [
    ...traced.policies.map(({ value: name, origins }) => {
      const saidBy = origins[0]?.file ?? path;
      return { choice: { folder: dirname(saidBy), name, saidBy }, from: from(origins) };
    }),
    ...args.texts('policy').map((name) => ({ choice: { folder: process.cwd(), name, saidBy: null }, from: [] })),
  ];
  const policyRules =
    linted === null || policies.length === 0
      ? []
      : listPolicyRules(policies, listAsked(linted, traced.operation.value), linted.api, finder.reader);
  const waiverFiles = [...new Set(traced.waivers.map(({ value }) => value))];
  const known = { today: readToday(), finder, policyRules: linted?.policies?.rules ?? [] };
  const explanation: Explanation = {
    version: 1,
    file: showPath(path),
    configurations: configurations.map((one) => showPath(one.file)),
    claimed: show(traced.claimed),
    ...showTarget(linted, traced, show),
    references: show(traced.references),
    baseline: showName(traced.baseline),
    models: traced.models.map(show),
    policies: policies.map(({ choice, from: said }) => ({ value: choice.name, from: said })),
    policyRules,
    waiverFiles: traced.waivers.map(showName),
    waivers: await attempt(() => listWaivers(path, waiverFiles, known), []),
    rules: Object.entries(traced.rules).map(([rule, setting]) =>
      Object.assign({ rule, idle: isAlwaysHeard(rule) }, show(setting)),
    ),
  };
  const write = (format: AnswerFormat) =>
    format === 'json' ? writeJson(explanation) : `${escapeText(writeExplanation(explanation).join('\n'))}\n`;
  return { write, problem };
}

type Show = (traced: { readonly value: unknown; readonly origins: readonly Origin[] }) => Shown;

/** The operations of a file's documents; where none can be read, the one that the configuration names. */
function listAsked({ result }: LintedFile, configured: string | undefined): ReadonlySet<string> {
  const asked = result.documents.flatMap(({ request }) => request?.operation ?? []);
  return new Set(asked.length > 0 || configured === undefined ? asked : [configured]);
}

/** What the envelope of a document says stands before what the configuration says. */
function showTarget(
  linted: LintedFile | null,
  traced: TracedSettings,
  show: Show,
): Pick<Explanation, 'operation' | 'region' | 'account' | 'documents'> {
  const keys = ['operation', 'region', 'account'] as const;
  const documents = (linted?.result.documents ?? []).map((document) => {
    const { file, result } = linted as LintedFile;
    const source = document.isEnvelope ? result.source.documents[document.index] : undefined;
    const said = (key: (typeof keys)[number]): Shown => {
      const start = source?.offsets(`/${key}`, 'value')?.start;
      if (start === undefined) return show(traced[key]);
      const { line, column } = result.source.lines.position(start);
      const value = key === 'operation' ? document.request?.operation : document.target[key];
      return { value: value ?? null, from: [{ file, pointer: `/${key}`, line, column }] };
    };
    return { document: document.index, operation: said('operation'), region: said('region'), account: said('account') };
  });
  const [only] = documents.length === 1 ? documents : [];
  return {
    operation: only?.operation ?? show(traced.operation),
    region: only?.region ?? show(traced.region),
    account: only?.account ?? show(traced.account),
    documents,
  };
}
