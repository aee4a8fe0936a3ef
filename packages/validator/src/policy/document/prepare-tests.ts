import type { PolicyRequest } from '../../check/policy-set.ts';
import { wordRule } from '../../check/word-rule.ts';
import { parsePointer } from '../../diagnostic/pointer.ts';
import { rule as shapeType } from '../../rules/shape/type.ts';
import { rule as unknownMember } from '../../rules/shape/unknown-member.ts';
import type { Api } from '../../shape/api.ts';
import { isObject, type JsonObject, type JsonValue, ownValue } from '../../shape/json.ts';
import type { ShapeTable } from '../../shape/shape-table.ts';
import { valueAtTokens } from '../../shape/value-at-tokens.ts';
import { checkStructure } from '../../structure/check-structure.ts';
import { enterMember, findInputPlace, findMember, type ShapePlace } from '../../structure/shape-place.ts';
import type { StructureHit } from '../../structure/structure-hit.ts';
import { canonicalizeJson } from '../../value-hash.ts';
import type { EffectiveRule } from './effective-rule.ts';
import { makeMinimalInput, testTarget } from './minimal-request.ts';
import { findModelRefusal, type ModelRefusal } from './model-refusal.ts';
import type { TestText } from './policy-document.ts';

/** A test's request, made whole. */
export interface RuleTest {
  readonly text: TestText;
  readonly expects: 'pass' | 'fail';
  /** 0-based, in its list. */
  readonly index: number;
  readonly request: PolicyRequest;
  /** Why the model never takes such a request, policies or none; null where it does. */
  readonly refusal: ModelRefusal | null;
}

/** Makes the requests of a rule's tests; tests that no request can be made of, or that show nothing, are reported and left out. */
export function prepareTests(rule: EffectiveRule, api: Api): RuleTest[] {
  const { pass, fail } = rule.tests;
  const prepared = new Map<string, RuleTest>();
  const contradicted = new Set<RuleTest>();
  for (const { text, expects, index } of [
    ...pass.map((text, index) => ({ text, expects: 'pass' as const, index })),
    ...fail.map((text, index) => ({ text, expects: 'fail' as const, index })),
  ]) {
    const made = makeRequest(rule, text, api);
    if (made === null) continue;
    const { operation, input, target, spec } = made.request;
    const key = canonicalizeJson([operation, input, target.region ?? null, target.account ?? null, { ...spec }]);
    const known = prepared.get(key);
    if (known === undefined) prepared.set(key, { text, expects, index, ...made });
    else if (known.expects === expects)
      text.place.report(text.pointer, 'the test is useless: another of this rule asks the same');
    else {
      contradicted.add(known);
      const at = known.text.place.nameOf(known.text.pointer);
      text.place.report(text.pointer, `the test asks the same as one that is to ${known.expects}`, {
        help: `It is at ${at}; keep the one that is meant.`,
      });
    }
  }
  return [...prepared.values()].filter((test) => !contradicted.has(test));
}

function makeRequest(rule: EffectiveRule, text: TestText, api: Api): Pick<RuleTest, 'request' | 'refusal'> | null {
  const operation = text.operation?.value ?? rule.operations[0]?.value ?? '';
  if (text.operation !== null && rule.elsewhere.includes(operation)) return null;
  if (text.operation !== null && !rule.operations.some(({ value }) => value === operation)) {
    text.place.report(text.operation.pointer, `the policy is not for \`${operation}\``);
    return null;
  }
  const root = findInputPlace(api.table, operation);
  if (root === null) return null;
  const around = makeMinimalInput(api.table, operation);
  const input = mergeInput(api.table, root, around, text.input.value);
  const { hits } = checkStructure(api, operation, input);
  if (!isSound(text, hits)) return null;
  const target = { region: text.region ?? testTarget.region, account: text.account ?? testTarget.account };
  const spec = { file: text.file ?? 'test.yaml', document: text.index ?? 0 };
  const refusal =
    hits.length === 0 ? null : findModelRefusal(text.input.value, hits, checkStructure(api, operation, around).hits);
  return { request: { operation, input, target, spec }, refusal };
}

type UnknownMember = Extract<StructureHit, { rule: 'shape/unknown-member' }>;

/** A member that the model does not have, or a value of another type, makes the test one of nothing. */
function isSound(text: TestText, hits: readonly StructureHit[]): boolean {
  let sound = true;
  for (const hit of hits) {
    if (hit.rule !== 'shape/unknown-member' && hit.rule !== 'shape/type') continue;
    const { message, help } =
      hit.rule === 'shape/type' ? wordRule(shapeType, hit.facts) : wordRule(unknownMember, tellWritten(text, hit));
    text.place.report(text.input.pointer + hit.pointer, message, { help, part: hit.part });
    sound = false;
  }
  return sound;
}

/** Facts in which a member that only the request around a test has is not there already. */
function tellWritten({ input }: TestText, { pointer, facts }: UnknownMember): UnknownMember['facts'] {
  const holder = valueAtTokens(input.value, parsePointer(pointer).slice(0, -1));
  const isWritten = isObject(holder) && facts.near.some((name) => Object.hasOwn(holder, name));
  return isWritten ? facts : { ...facts, taken: false };
}

/** Merges as RFC 7396 does: `null` takes a member out, a list takes the other's place; so does another member of a union. */
function mergeInput(table: ShapeTable, place: ShapePlace | null, base: JsonValue, patch: JsonValue): JsonValue {
  if (!isObject(patch)) return patch;
  const kept: JsonObject = isObject(base) && !isReplaced(place, patch) ? base : {};
  const merged = new Map(Object.entries(kept));
  for (const [key, value] of Object.entries(patch)) {
    const member = place === null ? null : findMember(place.shape, key);
    // What a structure does not have cannot be taken out: it stays, and is told.
    if (value === null && (member !== null || !hasMembers(place))) {
      merged.delete(key);
      continue;
    }
    const inner = member === null ? null : enterMember(table, member);
    merged.set(key, mergeInput(table, inner, ownValue(kept, key) ?? null, value));
  }
  return Object.fromEntries(merged);
}

function hasMembers(place: ShapePlace | null): boolean {
  return place?.shape.type === 'structure' || place?.shape.type === 'union';
}

function isReplaced(place: ShapePlace | null, patch: JsonObject): boolean {
  return place?.shape.type === 'union' && Object.values(patch).some((value) => value !== null);
}
