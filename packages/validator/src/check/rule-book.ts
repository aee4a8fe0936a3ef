import type { FindingSeverity } from '../diagnostic/diagnostic.ts';
import type { AnyRule, ErasedTraitRule, ErasedValueRule } from '../rule/rule.ts';
import { rules } from '../rules/index.ts';
import { ownValue } from '../shape/json.ts';

/** Severities that take the place of the rules' own; `off` silences a rule. */
export type RuleSettings = Readonly<Record<string, FindingSeverity | 'off'>>;

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

const byId = new Map<string, AnyRule>(rules.map(({ id, rule }) => [id, rule]));

/** The declaration of a built-in rule. */
export function findRule(id: string): AnyRule | undefined {
  return byId.get(id);
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
  if (enforced && (id.startsWith('shape/') || id.startsWith('spec/'))) return rule.severity;
  return ownValue(settings, id) ?? rule.severity;
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
