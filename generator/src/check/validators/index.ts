import type { Validator } from '../validator.ts';
import { checkDefaults } from './default-trait.ts';
import { checkEnumShapes } from './enum-shape.ts';
import { checkLinters } from './linter.ts';
import { checkSelectorSyntax } from './selector-syntax.ts';
import { checkShapeNames } from './shape-name.ts';
import { checkRecursion } from './shape-recursion.ts';
import { checkTargets } from './target.ts';
import { checkTraitConflicts } from './trait-conflict.ts';
import { checkTraitTargets } from './trait-target.ts';
import { checkTraitValues } from './trait-value.ts';
import { checkUnions, checkUnitTargets } from './union.ts';
import { checkKnownTraits } from './unknown-trait.ts';

/** Every validator. A new one is a file beside this and a line here. */
export const validators: readonly Validator[] = [
  checkDefaults,
  checkEnumShapes,
  checkLinters,
  checkSelectorSyntax,
  checkShapeNames,
  checkRecursion,
  checkTargets,
  checkTraitConflicts,
  checkTraitTargets,
  checkTraitValues,
  checkUnions,
  checkUnitTargets,
  checkKnownTraits,
];
