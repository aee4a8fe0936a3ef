export type { SettingFault } from './check/find-setting-fault.ts';
export { findSettingFault } from './check/find-setting-fault.ts';
export type { PolicyProblem, PolicyRequest, PolicyRuleSummary, PolicySet } from './check/policy-set.ts';
export type { RuleSetting, RuleSettings } from './check/rule-book.ts';
export { isAlwaysHeard } from './check/rule-book.ts';
export type { RelatedValue, ValueFinding } from './check/value-finding.ts';
export type { CheckOptions } from './check.ts';
export { checkInput } from './check.ts';
export type { AcrossOptions, ComparedFile, FileFinding, LintedFile } from './cross/lint-across.ts';
export { compareUniqueValues, lintAcross } from './cross/lint-across.ts';
export { findUniqueValues, type UniqueValue } from './cross/unique-values.ts';
export type { Diagnostic, Edit, Finding, FindingSeverity, Fix, Related, Suppressed } from './diagnostic/diagnostic.ts';
export { findingSeverities } from './diagnostic/diagnostic.ts';
export { LineIndex } from './diagnostic/line-index.ts';
export { findNearNames } from './diagnostic/near-names.ts';
export type { Position, Range } from './diagnostic/range.ts';
export type { FixOutcome } from './fix/apply-fixes.ts';
export { applyFixes } from './fix/apply-fixes.ts';
export type { Gate, GateOptions, GateWaiver, Valid, Verdict } from './gate.ts';
export { createGate, isValid } from './gate.ts';
export type { LintOptions } from './lint/lint-options.ts';
export type { LintedDocument } from './lint/linted-document.ts';
export type { LintResult } from './lint.ts';
export { lintText, readLintedDocuments } from './lint.ts';
export type { Part, ValueFix } from './rule/hit.ts';
export type { OptionSchema, RuleOption, RuleOptions } from './rule/option.ts';
export { renderRulePage } from './rule/page.ts';
export type { AnyRule, RuleText } from './rule/rule.ts';
export type { Target } from './rule/target.ts';
export type { NamedRule } from './rules/index.ts';
export { rules } from './rules/index.ts';
export type { Api } from './shape/api.ts';
export type { JsonObject, JsonValue } from './shape/json.ts';
export type { ShapeTable } from './shape/shape-table.ts';
export type { SourceComment } from './source/comments.ts';
export type { SourceFile } from './source/read-documents.ts';
export { readDocuments } from './source/read-documents.ts';
export type { SourceDocument } from './source/source-document.ts';
export type { SourceHit } from './source/source-hit.ts';
export { applyWaivers, type WaivedFindings } from './suppression/apply-waivers.ts';
export {
  applyBaseline,
  type BaselineEntry,
  type BaselineFault,
  keyOfEntry,
  makeEntry,
  readBaseline,
  writeBaseline,
} from './suppression/baseline.ts';
export { directiveWord } from './suppression/directive.ts';
export { isSilenceable } from './suppression/is-silenceable.ts';
export { readWaivers, type WaiverFile, type WaiverOptions, type WaiverUse } from './suppression/read-waivers.ts';
export { listThrough, silenceThrough } from './suppression/stand-ins.ts';
export type { SuppressOptions } from './suppression/suppress-inline.ts';
export { suppressInline } from './suppression/suppress-inline.ts';
export type { Waiver } from './suppression/waiver.ts';
export { canonicalizeJson, digestSha256, hashValue } from './value-hash.ts';
