import type { Validator } from '../validator.ts';
import { checkAuth } from './auth.ts';
import { checkBreakingChangePaths } from './breaking-change-paths.ts';
import { checkDefaults } from './default-trait.ts';
import { checkEnumShapes } from './enum-shape.ts';
import { checkEnumTraits } from './enum-trait.ts';
import { checkEventPayloads, checkFlattenedNames } from './event-payload.ts';
import { checkExamples } from './examples.ts';
import { checkExclusiveMembers } from './exclusive-member.ts';
import { checkHostLabels } from './host-label.ts';
import { checkHttpBindings } from './http-binding.ts';
import { checkHttpMethods } from './http-method.ts';
import { checkHttpRequired } from './http-required.ts';
import { checkHttpPayloads, checkStatusCodes } from './http-response.ts';
import { checkHttpUris } from './http-uri.ts';
import { checkIdempotencyTokens } from './idempotency.ts';
import { checkJsonNames } from './json-name.ts';
import { checkLinters } from './linter.ts';
import { checkMediaTypes } from './media-type.ts';
import { checkInputsAndOutputs } from './operation-input-output.ts';
import { checkPagination } from './paginated.ts';
import { checkPatternAnchors } from './pattern-anchor.ts';
import { checkBounds } from './range-and-length.ts';
import { checkReferences } from './references.ts';
import { checkResourceBindings } from './resource-binding.ts';
import { checkResourceCycles, checkSingleBindings } from './resource-cycle.ts';
import { checkLifecycles } from './resource-lifecycle.ts';
import { checkResourceProperties } from './resource-properties.ts';
import { checkSelectorSyntax } from './selector-syntax.ts';
import { checkServices } from './service.ts';
import { checkDocumentSupport, checkServiceAuth } from './service-auth.ts';
import { checkShapeClosures } from './shape-closure.ts';
import { checkShapeNames } from './shape-name.ts';
import { checkRecursion } from './shape-recursion.ts';
import { checkStreams } from './streaming.ts';
import { checkTargets } from './target.ts';
import { checkTraitAgreement } from './trait-agreement.ts';
import { checkTraitConflicts } from './trait-conflict.ts';
import { checkTraitMaturity } from './trait-maturity.ts';
import { checkTraitTargets } from './trait-target.ts';
import { checkTraitValidators } from './trait-validators.ts';
import { checkTraitValues } from './trait-value.ts';
import { checkTypedMetadata } from './typed-metadata.ts';
import { checkUnions, checkUnitTargets } from './union.ts';
import { checkKnownTraits } from './unknown-trait.ts';
import { checkUpdateDefaults } from './update-default.ts';

/** Every validator. A new one is a file beside this and a line here. */
export const validators: readonly Validator[] = [
  checkAuth,
  checkBreakingChangePaths,
  checkDefaults,
  checkEnumShapes,
  checkEnumTraits,
  checkEventPayloads,
  checkFlattenedNames,
  checkExamples,
  checkExclusiveMembers,
  checkHostLabels,
  checkHttpBindings,
  checkHttpMethods,
  checkHttpRequired,
  checkStatusCodes,
  checkHttpPayloads,
  checkHttpUris,
  checkIdempotencyTokens,
  checkJsonNames,
  checkLinters,
  checkMediaTypes,
  checkInputsAndOutputs,
  checkPagination,
  checkPatternAnchors,
  checkBounds,
  checkReferences,
  checkResourceBindings,
  checkResourceCycles,
  checkSingleBindings,
  checkLifecycles,
  checkResourceProperties,
  checkSelectorSyntax,
  checkServiceAuth,
  checkDocumentSupport,
  checkServices,
  checkShapeClosures,
  checkShapeNames,
  checkRecursion,
  checkStreams,
  checkTargets,
  checkTraitAgreement,
  checkTraitConflicts,
  checkTraitMaturity,
  checkTraitTargets,
  checkTraitValidators,
  checkTraitValues,
  checkTypedMetadata,
  checkUnions,
  checkUnitTargets,
  checkKnownTraits,
  checkUpdateDefaults,
];
