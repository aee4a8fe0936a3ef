import type { Api } from '@shapegate/validator';
import {
  comparePolicies,
  createPolicySet,
  makePolicySet,
  type PolicySet,
  type RuleChange,
} from '@shapegate/validator/policy';
import type { Arguments } from '../../arguments.ts';
import { escapeLine, writeJson } from '../../format/escape.ts';
import { readOneFormat } from '../../format/outputs.ts';
import { findOtherOperations } from '../../policy/policy-shelf.ts';
import { findSpecs } from '../../specs/find-specs.ts';
import { SpecLinter } from '../../specs/lint-specs.ts';
import type { LintedFile } from '../../specs/linted-file.ts';
import { readSpecOptions } from '../../specs/spec-options.ts';
import { write } from '../../terminal.ts';
import { ToolProblem } from '../../tool-problem.ts';
import { loadSound, type NamedPolicies } from './named-policies.ts';
import { answerProblems } from './policy-reports.ts';

/** What the newer policies say of a spec that the older ones did not, or no longer say. */
interface SpecChange {
  readonly file: string;
  readonly document: number;
  readonly before: 'valid' | 'invalid';
  readonly after: 'valid' | 'invalid';
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** `shapegate policy diff OLD NEW [specs]`: 1 where a spec changes verdict, else 0; 2 for policies that are invalid. */
export async function policyDiff(args: Arguments): Promise<number> {
  const format = readOneFormat(args.texts('format'));
  if (format !== 'pretty' && format !== 'json')
    throw new ToolProblem(`unknown format \`${format}\``, 'Known are pretty and json.');
  return answerProblems([{ format, file: null }], () => compare(format, args));
}

async function compare(format: 'pretty' | 'json', args: Arguments): Promise<number> {
  const [old = '', next = '', ...specs] = args.positionals;
  const load = (name: string) => loadSound([{ folder: process.cwd(), name, saidBy: null }], args);
  const before = await load(old);
  const after = await load(next);
  const rules = comparePolicies(before.loaded, after.loaded);
  const changes = specs.length === 0 ? [] : await compareSpecs(specs, before, after, args);
  if (format === 'json') write(1, writeJson({ version: 1, rules, specs: changes }));
  else write(1, writePretty(rules, changes, specs.length > 0));
  return changes.some((change) => change.before !== change.after) ? 1 : 0;
}

/** Asks only the two versions: what the catalogue and the configured policies say is the same under both. */
async function compareSpecs(
  specs: readonly string[],
  before: NamedPolicies,
  after: NamedPolicies,
  args: Arguments,
): Promise<SpecChange[]> {
  const linter = new SpecLinter(readSpecOptions(args));
  const versions = new Map<Api, readonly [PolicySet, PolicySet]>();
  const changes: SpecChange[] = [];
  for (const spec of findSpecs(specs)) {
    const linted = await linter.lint(spec);
    if (linted === null) continue;
    const { api } = linted;
    const sets = versions.get(api) ?? [await makeSet(before, api), await makeSet(after, api)];
    versions.set(api, sets);
    changes.push(...compareFile(linted, ...sets));
  }
  return changes;
}

/** What was loaded to be compared is made into a set; it is loaded anew for an API that it was not loaded for. */
async function makeSet({ files, loaded, apis }: NamedPolicies, api: Api): Promise<PolicySet> {
  if (apis.length === 1 && apis[0]?.table === api.table) return makePolicySet(loaded);
  return createPolicySet(files, api, { otherOperations: await findOtherOperations(files, api, async () => apis) });
}

function compareFile({ file, result }: LintedFile, older: PolicySet, newer: PolicySet): SpecChange[] {
  return result.documents.flatMap(({ index, request, target }) => {
    if (request === null) return [];
    const asked = { operation: request.operation, input: request.input, target, spec: { file, document: index } };
    const [was, is] = [older.check(asked), newer.check(asked)];
    const keyOf = ({ rule, pointer, severity }: (typeof was)[number]) => `${severity} ${rule} ${pointer}`.trimEnd();
    const [wasKeys, isKeys] = [new Set(was.map(keyOf)), new Set(is.map(keyOf))];
    const added = [...isKeys].filter((key) => !wasKeys.has(key));
    const removed = [...wasKeys].filter((key) => !isKeys.has(key));
    if (added.length === 0 && removed.length === 0) return [];
    const isRefused = result.findings.some(({ document, severity }) => document === index && severity === 'error');
    const verdictOf = (findings: typeof was) =>
      isRefused || findings.some(({ severity }) => severity === 'error') ? 'invalid' : 'valid';
    return [{ file, document: index, before: verdictOf(was), after: verdictOf(is), added, removed }];
  });
}

function writePretty(rules: readonly RuleChange[], specs: readonly SpecChange[], isAsked: boolean): string {
  const lines = rules.map(
    ({ rule, change, details }) =>
      `${change.padEnd(8)} ${rule}${details.length === 0 ? '' : `: ${details.join(', ')}`}`,
  );
  if (rules.length === 0) lines.push('the rules are the same');
  if (isAsked) lines.push('');
  for (const { file, document, before, after, added, removed } of specs) {
    const name = `${escapeLine(file)}${document === 0 ? '' : ` (document ${document + 1})`}`;
    lines.push(`${name}: ${before === after ? `still ${after}` : `${before} → ${after}`}`);
    lines.push(...added.map((key) => `  + ${escapeLine(key)}`), ...removed.map((key) => `  - ${escapeLine(key)}`));
  }
  if (isAsked && specs.length === 0) lines.push('no spec changes');
  return `${lines.join('\n')}\n`;
}
