import type { ErasedStageRule, StageRule } from '../rule/rule.ts';

/** Declares the words of a rule whose check is a stage of its own; the stage hands over the facts. */
export function ruleOf<Facts>(
  stage: StageRule['stage'],
  declaration: Omit<StageRule<Facts>, 'stage'>,
): ErasedStageRule {
  const rule: StageRule<Facts> = { ...declaration, stage };
  // The stage makes the facts with this file's own type.
  return rule as unknown as ErasedStageRule;
}
