import type { Validator } from '../validator.ts';
import { checkEnumShapes } from './enum-shape.ts';
import { checkSelectorSyntax } from './selector-syntax.ts';
import { checkTargets } from './target.ts';
import { checkTraitConflicts } from './trait-conflict.ts';
import { checkTraitTargets } from './trait-target.ts';
import { checkTraitValues } from './trait-value.ts';
import { checkKnownTraits } from './unknown-trait.ts';

/** Every validator. A new one is a file beside this and a line here. */
export const validators: readonly Validator[] = [
  checkTargets,
  checkSelectorSyntax,
  checkKnownTraits,
  checkTraitValues,
  checkTraitTargets,
  checkTraitConflicts,
  checkEnumShapes,
];
