import type { Validator } from './validator.ts';
import { checkArnTemplates } from './validators/arn-template.ts';
import { checkAuth } from './validators/auth.ts';
import { checkBreakingChangePaths } from './validators/breaking-change-paths.ts';
import { checkOrigins } from './validators/cors-origin.ts';
import { checkDefaults } from './validators/default-trait.ts';
import { checkDeprecatedShapes } from './validators/deprecated-shape.ts';
import { checkEnumShapes } from './validators/enum-shape.ts';
import { checkEnumTraits } from './validators/enum-trait.ts';
import { checkEventPayloads, checkFlattenedNames } from './validators/event-payload.ts';
import { checkExamples } from './validators/examples.ts';
import { checkExclusiveMembers } from './validators/exclusive-member.ts';
import { checkHostLabels } from './validators/host-label.ts';
import { checkHttpBindings } from './validators/http-binding.ts';
import { checkIgnoredBindings } from './validators/http-binding-ignored.ts';
import { checkHttpMethods } from './validators/http-method.ts';
import { checkHttpRequired } from './validators/http-required.ts';
import { checkHttpPayloads, checkStatusCodes } from './validators/http-response.ts';
import { checkHttpUris } from './validators/http-uri.ts';
import { checkHttpUriConflicts } from './validators/http-uri-conflict.ts';
import { checkIdempotencyTokens } from './validators/idempotency.ts';
import { checkJsonNames } from './validators/json-name.ts';
import { checkLinters } from './validators/linter.ts';
import { checkMediaTypes } from './validators/media-type.ts';
import { checkMixins } from './validators/mixin.ts';
import { checkInputsAndOutputs } from './validators/operation-input-output.ts';
import { checkPagination } from './validators/paginated.ts';
import { checkPatterns } from './validators/pattern.ts';
import { checkBounds } from './validators/range-and-length.ts';
import { checkReferences } from './validators/references.ts';
import { checkResourceBindings } from './validators/resource-binding.ts';
import { checkResourceCycles, checkSingleBindings } from './validators/resource-cycle.ts';
import { checkIdentifierNames } from './validators/resource-identifier.ts';
import { checkLifecycles } from './validators/resource-lifecycle.ts';
import { checkResourceProperties } from './validators/resource-properties.ts';
import { checkRuleSetParameters, checkStaticParameters } from './validators/rule-set-parameters.ts';
import { checkSdkServiceIds } from './validators/sdk-service-id.ts';
import { checkSelectorSyntax } from './validators/selector-syntax.ts';
import { checkServices } from './validators/service.ts';
import { checkDocumentSupport, checkServiceAuth } from './validators/service-auth.ts';
import { checkServiceBoundOperations } from './validators/service-bound-operation.ts';
import { checkShapeClosures } from './validators/shape-closure.ts';
import { checkShapeNames } from './validators/shape-name.ts';
import { checkEndlessUnions, checkRecursion } from './validators/shape-recursion.ts';
import { checkStreams } from './validators/streaming.ts';
import { checkTargets } from './validators/target.ts';
import { checkTraitAgreement } from './validators/trait-agreement.ts';
import { checkTraitConflicts } from './validators/trait-conflict.ts';
import { checkTraitMaturity } from './validators/trait-maturity.ts';
import { checkTraitTargets } from './validators/trait-target.ts';
import { checkTraitValidators } from './validators/trait-validators.ts';
import { checkTraitValues } from './validators/trait-value.ts';
import { checkTypedMetadata } from './validators/typed-metadata.ts';
import { checkUnions, checkUnitTargets } from './validators/union.ts';
import { checkKnownTraits } from './validators/unknown-trait.ts';
import { findUnmarkedReferences } from './validators/unmarked-reference.ts';
import { checkUpdateDefaults } from './validators/update-default.ts';
import { checkWaiters } from './validators/waitable.ts';
import { checkWaiterNames } from './validators/waiter-names.ts';

/** Every validator. A new one is a file beside this and a line here. */
export const validators: readonly Validator[] = [
  checkArnTemplates,
  checkAuth,
  checkBreakingChangePaths,
  checkOrigins,
  checkDefaults,
  checkDeprecatedShapes,
  checkEnumShapes,
  checkEnumTraits,
  checkEventPayloads,
  checkFlattenedNames,
  checkExamples,
  checkExclusiveMembers,
  checkHostLabels,
  checkHttpBindings,
  checkIgnoredBindings,
  checkHttpMethods,
  checkHttpRequired,
  checkStatusCodes,
  checkHttpPayloads,
  checkHttpUris,
  checkHttpUriConflicts,
  checkIdempotencyTokens,
  checkJsonNames,
  checkLinters,
  checkMediaTypes,
  checkMixins,
  checkInputsAndOutputs,
  checkPagination,
  checkPatterns,
  checkBounds,
  checkReferences,
  checkResourceBindings,
  checkIdentifierNames,
  checkResourceCycles,
  checkSingleBindings,
  checkLifecycles,
  checkResourceProperties,
  checkRuleSetParameters,
  checkStaticParameters,
  checkSdkServiceIds,
  checkSelectorSyntax,
  checkServiceAuth,
  checkDocumentSupport,
  checkServiceBoundOperations,
  checkServices,
  checkShapeClosures,
  checkShapeNames,
  checkRecursion,
  checkEndlessUnions,
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
  findUnmarkedReferences,
  checkUpdateDefaults,
  checkWaiters,
  checkWaiterNames,
];
