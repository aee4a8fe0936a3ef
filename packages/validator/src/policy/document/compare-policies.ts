import { findLoosening, logic, severityRank } from './effective-rule.ts';
import type { LoadedPolicies, LoadedRule } from './load-policies.ts';
import type { RuleText } from './policy-document.ts';
import { isSameLogic } from './same-logic.ts';

/** What became of a rule between two versions of the policies. */
export interface RuleChange {
  readonly rule: string;
  /** `changed`: its logic is another, so only specs can tell; `reworded`: it decides as before. */
  readonly change: 'added' | 'removed' | 'stricter' | 'looser' | 'changed' | 'reworded';
  /** What is different, in a few words each. */
  readonly details: readonly string[];
}

const words = ['message', 'why', 'links', 'at'] as const;

/** Compares two versions of policies rule by rule; rules that are as they were are left out. */
export function comparePolicies(before: LoadedPolicies, after: LoadedPolicies): RuleChange[] {
  const old = new Map(before.rules.filter(isOn).map((each) => [each.rule.id, each]));
  const next = new Map(after.rules.filter(isOn).map((each) => [each.rule.id, each]));
  const ids = [...new Set([...old.keys(), ...next.keys()])].sort();
  return ids.flatMap((id): RuleChange[] => {
    const [was, is] = [old.get(id), next.get(id)];
    if (was === undefined) return [{ rule: id, change: 'added', details: [] }];
    if (is === undefined) return [{ rule: id, change: 'removed', details: [] }];
    return compareRule(was, is);
  });
}

function isOn({ rule }: LoadedRule): boolean {
  return rule.isEnabled;
}

function compareRule({ rule: was }: LoadedRule, { rule: is }: LoadedRule): RuleChange[] {
  const stricter: string[] = [];
  const looser: string[] = [];
  const changed = logic.filter((field) => !isSameLogic(was.field(field), is.field(field)));
  if (was.severity !== is.severity) {
    const list = severityRank[is.severity] > severityRank[was.severity] ? stricter : looser;
    list.push(`severity \`${was.severity}\` → \`${is.severity}\``);
  }
  const operations = (rule: typeof was) => rule.operations.map(({ value }) => value);
  const lost = operations(was).filter((name) => !operations(is).includes(name));
  const gained = operations(is).filter((name) => !operations(was).includes(name));
  if (lost.length > 0) looser.push(`no longer for ${lost.join(', ')}`);
  if (gained.length > 0) stricter.push(`for ${gained.join(', ')} as well`);
  if (JSON.stringify(was.waivable) !== JSON.stringify(is.waivable)) {
    const layer = { ...was.layers[0], ...noFields, waivable: is.waivable } as RuleText;
    const isLooser = findLoosening(was, layer).length > 0;
    (isLooser ? looser : stricter).push(isLooser ? 'more waivers' : 'fewer waivers');
  }
  if (was.isOverridable !== is.isOverridable)
    (is.isOverridable ? looser : stricter).push(is.isOverridable ? 'overridable' : 'no longer overridable');
  const details = [...stricter, ...looser, ...changed.map((field) => `another \`${field}\``)];
  const reworded = words.filter((field) => JSON.stringify(was.field(field)) !== JSON.stringify(is.field(field)));
  if (details.length === 0)
    return reworded.length === 0
      ? []
      : [{ rule: was.id, change: 'reworded', details: reworded.map((field) => `another \`${field}\``) }];
  const isMixed = changed.length > 0 || (stricter.length > 0 && looser.length > 0);
  return [{ rule: was.id, change: isMixed ? 'changed' : stricter.length > 0 ? 'stricter' : 'looser', details }];
}

const noFields = {
  severity: undefined,
  enabled: undefined,
  overridable: undefined,
  when: undefined,
  each: undefined,
  assert: undefined,
  uses: undefined,
  with: undefined,
};
