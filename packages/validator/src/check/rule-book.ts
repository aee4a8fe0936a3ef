import type { FindingSeverity } from '../diagnostic/diagnostic.ts';
import type { AnyRule, ErasedTraitRule, ErasedValueRule } from '../rule/rule.ts';
import { rules } from '../rules/index.ts';
import { type JsonObject, type JsonValue, ownValue } from '../shape/json.ts';

/** A rule's options beside its severity; what is left out stays as it is. */
export interface RuleSetting {
  readonly severity?: FindingSeverity | 'off';
  /** False where neither a comment nor a waiver nor a baseline may silence it. */
  readonly waivable?: boolean;
  readonly [option: string]: JsonValue;
}

/** By rule id: the severity that takes the place of the rule's own (`off` silences it), or that and the rule's options. */
export type RuleSettings = Readonly<Record<string, FindingSeverity | 'off' | RuleSetting>>;

const noOptions: JsonObject = {};

export interface TraitRuleEntry {
  readonly id: string;
  readonly rule: ErasedTraitRule;
}

export interface ValueRuleEntry {
  readonly id: string;
  readonly rule: ErasedValueRule;
}

/** Rules by the trait that they answer to. */
export const traitRules: ReadonlyMap<string, readonly TraitRuleEntry[]> = groupByTrait();

/** Rules that are asked about every value, in the order of the catalogue. */
export const valueRules: readonly ValueRuleEntry[] = rules.flatMap(({ id, rule }) =>
  'stage' in rule && rule.stage === 'value' ? [{ id, rule }] : [],
);

const valueHint = new RegExp(valueRules.map(({ rule }) => rule.hint.source).join('|'), 'i');

/** False for a text to which no rule about values as such objects where the model takes it and the settings say nothing more. */
export function mayObject(text: string): boolean {
  return text === '' || valueHint.test(text);
}

/** True where the settings say nothing of the options of rules about values as such. */
export function isSilentOnValues(settings: RuleSettings): boolean {
  return valueRules.every(({ id }) => optionsOf(id, settings) === noOptions);
}

const byId = new Map<string, AnyRule>(rules.map(({ id, rule }) => [id, rule]));

/** The declaration of a built-in rule. */
export function findRule(id: string): AnyRule | undefined {
  return byId.get(id);
}

/** True for a rule that no setting silences or softens: what cannot be read, or a policy that fails, is never a pass. */
export function isAlwaysHeard(id: string): boolean {
  return id.startsWith('spec/') || id.startsWith('policy/');
}

/**
 * The severity at which a rule speaks.
 * @param enforced true where nothing may silence or soften what the model itself says, as in a gate
 */
export function severityOf(
  id: string,
  rule: AnyRule,
  settings: RuleSettings,
  enforced: boolean,
): FindingSeverity | 'off' {
  if (isAlwaysHeard(id) || (enforced && id.startsWith('shape/'))) return rule.severity;
  const setting = ownValue(settings, id);
  if (setting === undefined) return rule.severity;
  return typeof setting === 'string' ? setting : (setting.severity ?? rule.severity);
}

/** What the settings say of a rule's options. */
export function optionsOf(id: string, settings: RuleSettings): JsonObject {
  const setting = ownValue(settings, id);
  return typeof setting === 'object' ? setting : noOptions;
}

function groupByTrait(): Map<string, TraitRuleEntry[]> {
  const groups = new Map<string, TraitRuleEntry[]>();
  for (const { id, rule } of rules) {
    if (!('trait' in rule)) continue;
    const group = groups.get(rule.trait);
    if (group === undefined) groups.set(rule.trait, [{ id, rule }]);
    else group.push({ id, rule });
  }
  return groups;
}
