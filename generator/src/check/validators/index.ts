import type { Validator } from '../validator.ts';
import { checkDefaults } from './default-trait.ts';
import { checkEnumShapes } from './enum-shape.ts';
import { checkExclusiveMembers } from './exclusive-member.ts';
import { checkHostLabels } from './host-label.ts';
import { checkHttpBindings } from './http-binding.ts';
import { checkHttpMethods } from './http-method.ts';
import { checkHttpRequired } from './http-required.ts';
import { checkHttpUris } from './http-uri.ts';
import { checkLinters } from './linter.ts';
import { checkMediaTypes } from './media-type.ts';
import { checkInputsAndOutputs } from './operation-input-output.ts';
import { checkPatternAnchors } from './pattern-anchor.ts';
import { checkBounds } from './range-and-length.ts';
import { checkResourceBindings } from './resource-binding.ts';
import { checkResourceCycles, checkSingleBindings } from './resource-cycle.ts';
import { checkLifecycles } from './resource-lifecycle.ts';
import { checkSelectorSyntax } from './selector-syntax.ts';
import { checkServices } from './service.ts';
import { checkShapeNames } from './shape-name.ts';
import { checkRecursion } from './shape-recursion.ts';
import { checkStreams } from './streaming.ts';
import { checkTargets } from './target.ts';
import { checkTraitConflicts } from './trait-conflict.ts';
import { checkTraitMaturity } from './trait-maturity.ts';
import { checkTraitTargets } from './trait-target.ts';
import { checkTraitValidators } from './trait-validators.ts';
import { checkTraitValues } from './trait-value.ts';
import { checkUnions, checkUnitTargets } from './union.ts';
import { checkKnownTraits } from './unknown-trait.ts';

/** Every validator. A new one is a file beside this and a line here. */
export const validators: readonly Validator[] = [
  checkDefaults,
  checkEnumShapes,
  checkExclusiveMembers,
  checkHostLabels,
  checkHttpBindings,
  checkHttpMethods,
  checkHttpRequired,
  checkHttpUris,
  checkLinters,
  checkMediaTypes,
  checkInputsAndOutputs,
  checkPatternAnchors,
  checkBounds,
  checkResourceBindings,
  checkResourceCycles,
  checkSingleBindings,
  checkLifecycles,
  checkSelectorSyntax,
  checkServices,
  checkShapeNames,
  checkRecursion,
  checkStreams,
  checkTargets,
  checkTraitConflicts,
  checkTraitMaturity,
  checkTraitTargets,
  checkTraitValidators,
  checkTraitValues,
  checkUnions,
  checkUnitTargets,
  checkKnownTraits,
];
