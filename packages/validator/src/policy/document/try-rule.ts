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
import { RuleBudget, SpecBudget } from '../language/budget.ts';
import { askRule, makeValues, type RuleProgram } from '../run/run-rule.ts';
import type { EffectiveRule } from './effective-rule.ts';

import { makeMinimalInput, testTarget } from './minimal-request.ts';
import type { TestText } from './policy-document.ts';

/** A test's request, made whole. */
export interface RuleTest {
  readonly text: TestText;
  readonly expects: 'pass' | 'fail';
  /** 0-based, in its list. */
  readonly index: number;
  readonly request: PolicyRequest;
}

/** How a test went. */
export interface TestOutcome {
  readonly test: RuleTest;
  /** False for a request that the rule was not asked about. */
  readonly isAsked: boolean;
  /** Null where the rule did what the test expects. */
  readonly fault: string | null;
}

/** Makes the requests of a rule's tests; tests that no request can be made of are reported and left out. */
export function prepareTests(rule: EffectiveRule, api: Api): RuleTest[] {
  const { pass, fail } = rule.tests;
  const seen = new Set<string>();
  return [
    ...pass.map((text, index) => ({ text, expects: 'pass' as const, index })),
    ...fail.map((text, index) => ({ text, expects: 'fail' as const, index })),
  ].flatMap(({ text, expects, index }) => {
    const request = makeRequest(rule, text, api);
    if (request === null) return [];
    const { operation, input, target, spec } = request;
    const key = canonicalizeJson([operation, input, target.region ?? null, target.account ?? null, { ...spec }]);
    if (seen.has(key)) {
      text.place.report(text.pointer, 'the test is useless: another of this rule asks the same');
      return [];
    }
    seen.add(key);
    return [{ text, expects, index, request }];
  });
}

function makeRequest(rule: EffectiveRule, text: TestText, api: Api): PolicyRequest | null {
  const operation = text.operation?.value ?? rule.operations[0]?.value ?? '';
  if (text.operation !== null && rule.elsewhere.includes(operation)) return null;
  if (text.operation !== null && !rule.operations.some(({ value }) => value === operation)) {
    text.place.report(text.operation.pointer, `the policy is not for \`${operation}\``);
    return null;
  }
  const root = findInputPlace(api.table, operation);
  if (root === null) return null;
  const merged = mergeInput(api.table, root, makeMinimalInput(api.table, operation), text.input.value);
  const target = { region: text.region ?? testTarget.region, account: text.account ?? testTarget.account };
  return isSound(text, operation, merged, api)
    ? { operation, input: merged, target, spec: { file: text.file ?? 'test.yaml', document: text.index ?? 0 } }
    : null;
}

type UnknownMember = Extract<StructureHit, { rule: 'shape/unknown-member' }>;

/** A member that the model does not have, or a value of another type, makes the test one of nothing. */
function isSound(text: TestText, operation: string, input: JsonValue, api: Api): boolean {
  let sound = true;
  for (const hit of checkStructure(api, operation, input).hits) {
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
export function mergeInput(table: ShapeTable, place: ShapePlace | null, base: JsonValue, patch: JsonValue): JsonValue {
  if (!isObject(patch)) return patch;
  const kept: JsonObject = isObject(base) && !isReplaced(place, patch) ? base : {};
  const merged = new Map(Object.entries(kept));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      merged.delete(key);
      continue;
    }
    const member = place === null ? null : findMember(place.shape, key);
    const inner = member === null ? null : enterMember(table, member);
    merged.set(key, mergeInput(table, inner, ownValue(kept, key) ?? null, value));
  }
  return Object.fromEntries(merged);
}

function isReplaced(place: ShapePlace | null, patch: JsonObject): boolean {
  return place?.shape.type === 'union' && Object.values(patch).some((value) => value !== null);
}

/** Runs a test. Never throws. */
export function runTest(program: RuleProgram, test: RuleTest, budget: SpecBudget = new SpecBudget()): TestOutcome {
  const { isAsked, hits, failure } = askRule(program, test.request, makeValues(test.request), new RuleBudget(budget));
  if (failure !== null) return { test, isAsked, fault: `the rule cannot be decided: ${failure.message}` };
  const [hit] = hits;
  if (test.expects === 'pass')
    return {
      test,
      isAsked,
      fault: hit === undefined ? null : `expected to pass, but the rule objects: ${hit.message}`,
    };
  const why = isAsked ? 'the rule has no objection' : 'the rule is not asked about it';
  return { test, isAsked, fault: hit === undefined ? `expected to fail, but ${why}` : null };
}

/** Reports what makes the tests of a rule too few to trust it: it must be seen to pass and to fail. */
export function reportMissingTests(rule: EffectiveRule): void {
  if (rule.field('assert') === undefined) return;
  const { place, pointer } = rule.placeOf('assert');
  const holder = pointer.slice(0, pointer.lastIndexOf('/'));
  const { pass, fail } = rule.tests;
  for (const [key, list] of [
    ['pass', pass],
    ['fail', fail],
  ] as const) {
    if (list.length > 0) continue;
    const isHere = parsePointer(holder).length > 0 && isObject(place.valueAt(`${holder}/tests`));
    place.report(
      isHere ? `${holder}/tests/${key}` : `${holder}/tests`,
      `the rule has no test that ${key === 'pass' ? 'passes' : 'fails'}`,
      {
        help: 'A rule needs one of each: it must have been seen to do both.',
        part: 'parent',
      },
    );
  }
}

/** Reports a rule that is asked about none of the requests that are to pass. */
export function reportUselessTests(rule: EffectiveRule, outcomes: readonly TestOutcome[]): void {
  if (rule.field('assert') === undefined) return;
  const { pass } = rule.tests;
  const passing = outcomes.filter(({ test }) => test.expects === 'pass');
  const [first] = passing;
  if (
    first !== undefined &&
    passing.length === pass.length &&
    passing.every(({ isAsked, fault }) => !isAsked && fault === null)
  )
    first.test.text.place.report(
      first.test.text.pointer,
      'the test is useless: the rule is not asked about it, and no other test passes',
      { help: 'Add a request that `when` holds for and that is as it should be.' },
    );
}
