import { askPolicies, noObjections, type Objections, type SaidBefore } from './check/ask-policies.ts';
import { askRules, type RuleQuestion } from './check/ask-rules.ts';
import { canNestFreely, isDeeperThan, mostLevels } from './check/input-depth.ts';
import type { PolicySet } from './check/policy-set.ts';
import type { Raised } from './check/raised.ts';
import { findRule, type RuleSettings, severityOf } from './check/rule-book.ts';
import { findRuleStart, type RuleStart } from './check/rule-stop.ts';
import { settleFindings } from './check/settle.ts';
import { siftMembers } from './check/sift-members.ts';
import type { ValueFinding } from './check/value-finding.ts';
import { joinFindings, mostFindings, restoreKeys, wordFindings } from './check/word-findings.ts';
import { findNearNames } from './diagnostic/near-names.ts';
import { parentPointer } from './diagnostic/pointer.ts';
import type { Target } from './rule/target.ts';
import type { TypeFacts } from './rules/shape/type.ts';
import type { OperationFacts } from './rules/spec/operation.ts';
import type { Api } from './shape/api.ts';
import { isObject, type JsonValue, ownValue } from './shape/json.ts';
import { checkStructure } from './structure/check-structure.ts';
import type { StructureHit } from './structure/structure-hit.ts';

/** What a check may be told beside the input; everything may be left out. */
export interface CheckOptions {
  readonly target?: Target;
  readonly rules?: RuleSettings;
  /** `allow` leaves values such as `${VAR}` unchecked, for templates; default `forbid`. `literal` takes them as written. */
  readonly references?: 'forbid' | 'allow' | 'literal';
  /** The text of a scalar where the input was read from text: `0x1F` for 31. */
  readonly textOf?: (pointer: string) => string | undefined;
  /** True where `rules` may neither silence nor soften `shape/*` and `spec/*`. */
  readonly enforced?: boolean;
  /** Policies that the input is asked about as well. */
  readonly policies?: PolicySet | undefined;
  /** Where the input is written, for policies. */
  readonly spec?: { readonly file: string; readonly document: number };
}

const noTarget: Target = {};
const noSpec = { file: '', document: 0 };
const noSettings: RuleSettings = {};
const noRenames: ReadonlyMap<string, string> = new Map();
const noContext = { target: noTarget, renamed: noRenames, behind: new Map(), objections: new Map() } as const;
const nothingRefused: ReadonlySet<string> = new Set();
const nothingSaid: SaidBefore = { raised: [], settled: new Map() };
const nothingSifted = { isClean: false, members: nothingRefused };

/**
 * Checks a value as the input of an operation: the model's constraints, then every rule of the catalogue; one mistake,
 * one finding, in the order of the input. An operation that the API does not have is the one finding `spec/operation`.
 * Throws only where the API itself is broken.
 */
export function checkInput(api: Api, operation: string, input: JsonValue, options: CheckOptions = {}): ValueFinding[] {
  const { rules: settings = noSettings, target = noTarget, references = 'forbid', enforced = false } = options;
  if (ownValue(api.table.operations, operation) === undefined) {
    const unknown = raiseStage('spec/operation', describeOperation(api, operation), settings, enforced);
    return wordFindings(unknown, { input, ...noContext });
  }
  if (canNestFreely(api.table, operation) && isDeeperThan(input, mostLevels)) return tellDepth(settings, enforced);
  const start = findRuleStart(api.table, operation, settings, enforced);
  const question = { operation, target, settings, references, enforced };
  // A gate asks the schema of all that it lets pass.
  const sifted = enforced || !isObject(input) ? nothingSifted : siftMembers(start, question, input);
  if (!sifted.isClean) return explainInput(api, start, question, input, sifted.members, options);
  const { shown } = askPoliciesOf(options, operation, input, nothingSaid);
  return shown.length === 0 ? [] : joinFindings([], shown, input, noRenames);
}

/** Says what is wrong with an input, of which it need not be anything. */
function explainInput(
  api: Api,
  start: RuleStart,
  question: RuleQuestion,
  input: JsonValue,
  clean: ReadonlySet<string>,
  options: CheckOptions,
): ValueFinding[] {
  const { operation, settings, target, enforced } = question;
  const structure = checkStructure(api, operation, input, clean);
  // A schema that does not nest never looks below an unknown key, but what follows does.
  if (structure.hits.length > 0 && isDeeperThan(input, mostLevels)) return tellDepth(settings, enforced);
  const textOf = (pointer: string) => options.textOf?.(restoreKeys(pointer, structure.renamed));
  const raised = raiseStructure(structure.hits, settings, enforced, textOf);
  const answers = askRules(start, question, { input: structure.input, refused: findRefused(structure.hits), clean });
  for (const finding of answers.raised) raised.push(finding);
  const objections = askPoliciesOf(options, operation, structure.input, { raised, settled: answers.settled });
  if (raised.length === 0 && objections.shown.length === 0 && structure.isWhole) return [];
  const { shown, behind } = settleFindings(raised, answers.settled);
  const findings = [...shown];
  // Nobody reads so many, and words, places and fixes for them all would take over the machine.
  // What is left out may be an error, so nothing silences that.
  if (findings.length > mostFindings || !answers.isWhole || !structure.isWhole)
    findings.push(...raiseStage('spec/limits', { what: 'findings', limit: mostFindings }, settings, true));
  const wording = { input, target, renamed: structure.renamed, behind, objections: objections.behind };
  const worded = wordFindings(findings, wording);
  return objections.shown.length === 0 ? worded : joinFindings(worded, objections.shown, input, structure.renamed);
}

function askPoliciesOf(
  { policies, target = noTarget, spec = noSpec }: CheckOptions,
  operation: string,
  input: JsonValue,
  said: SaidBefore,
): Objections {
  return policies === undefined ? noObjections : askPolicies(policies, { operation, input, target, spec }, said);
}

/** An objection to the input as a whole; none where the settings turn the rule off. */
function raiseStage(id: string, facts: unknown, settings: RuleSettings, enforced: boolean): Raised[] {
  const rule = findRule(id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  const severity = severityOf(id, rule, settings, enforced);
  if (severity === 'off') return [];
  return [{ id, rule, severity, pointer: '', part: 'value', facts, related: [], fix: null, covers: [], field: null }];
}

function tellDepth(settings: RuleSettings, enforced: boolean): ValueFinding[] {
  const tooDeep = raiseStage('spec/limits', { what: 'depth', limit: mostLevels }, settings, enforced);
  return wordFindings(tooDeep, { input: null, ...noContext });
}

/** The facts of an unknown operation; an empty name where nothing says one. */
export function describeOperation(api: Api, operation: string): OperationFacts {
  const known = Object.keys(api.table.operations);
  return { operation, near: findNearNames(operation, known), known };
}

function raiseStructure(
  hits: readonly StructureHit[],
  settings: RuleSettings,
  enforced: boolean,
  textOf: (pointer: string) => string | undefined,
): Raised[] {
  const raised: Raised[] = [];
  for (const hit of hits) {
    const rule = findRule(hit.rule);
    if (rule === undefined) throw new Error(`no rule ${hit.rule}`);
    const severity = severityOf(hit.rule, rule, settings, enforced);
    if (severity === 'off') continue;
    const related = hit.related.map(({ pointer, message }) => ({ pointer, part: 'value' as const, message }));
    const { pointer, part, fix } = hit;
    const facts = hit.rule === 'shape/type' ? quoteText(hit.facts, textOf(pointer)) : hit.facts;
    raised.push({ id: hit.rule, rule, severity, pointer, part, facts, related, fix, covers: [], field: null });
  }
  return raised;
}

/** A number or a boolean as it is written; a string's own text has quotes around it. */
function quoteText(facts: TypeFacts, written: string | undefined): TypeFacts {
  const { expected, found, text } = facts;
  return text === undefined || written === undefined || found === 'string' ? facts : { expected, found, text: written };
}

/** Pointers of the values that the structure refuses: for a wrong or a missing key, those of the mapping that has it. */
function findRefused(hits: readonly StructureHit[]): ReadonlySet<string> {
  if (hits.length === 0) return nothingRefused;
  const refused = new Set<string>();
  for (const hit of hits) {
    if (hit.part === 'value') refused.add(hit.pointer);
    else refused.add(parentPointer(hit.pointer));
  }
  return refused;
}
