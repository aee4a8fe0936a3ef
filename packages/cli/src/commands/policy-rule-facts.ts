import type { Finding, JsonValue } from '@shapegate/validator';
import { builtIns, type LoadedRule } from '@shapegate/validator/policy';

/** A place in a policy file. */
export interface PolicyPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A request that a rule was tried on. */
export interface PolicyTestFacts extends PolicyPlace {
  /** What is merged over a valid request. */
  readonly input: JsonValue;
  /** What the test says of the target; null where it says nothing. */
  readonly region: string | null;
  readonly account: string | null;
}

/** All that is known of a policy's rule, for people and for programs; what the rule does not say is null. */
export interface PolicyRuleFacts {
  readonly id: string;
  readonly kind: 'policy';
  readonly severity: Finding['severity'];
  /** The message as it is written, or what is true of a request that the built-in lets pass. */
  readonly summary: string;
  readonly why: string | null;
  readonly links: readonly string[];
  readonly operations: readonly string[];
  readonly stated: PolicyPlace;
  /** Where policies that build on the first one change the rule. */
  readonly changed: readonly PolicyPlace[];
  readonly at: string | null;
  readonly when: string | null;
  readonly each: string | null;
  readonly assert: string | null;
  readonly uses: string | null;
  readonly with: JsonValue;
  readonly waivable: { readonly maxDays: number | null } | null;
  readonly overridable: boolean;
  readonly enabled: boolean;
  readonly tests: { readonly pass: readonly PolicyTestFacts[]; readonly fail: readonly PolicyTestFacts[] };
}

type Place = LoadedRule['rule']['place'];

function placeOf(place: Place, pointer: string): PolicyPlace {
  const { line, column } = place.rangeOf(pointer).start;
  return { file: place.file, line, column };
}

/** Gathers what is said of a rule, as it stands after every policy that speaks of it. */
export function describePolicyRule({ rule }: LoadedRule): PolicyRuleFacts {
  const uses = rule.field('uses') ?? null;
  const listTests = (tests: LoadedRule['rule']['tests']['pass']) =>
    tests.map(({ place, pointer, input, region, account }) =>
      Object.assign({ input: input.value, region, account }, placeOf(place, pointer)),
    );
  return {
    id: rule.id,
    kind: 'policy',
    severity: rule.severity,
    summary: rule.field('message') ?? builtIns.find(({ name }) => name === uses)?.summary ?? '',
    why: rule.field('why') ?? null,
    links: rule.field('links') ?? [],
    operations: rule.operations.map(({ value }) => value),
    stated: placeOf(rule.place, `${rule.pointer}/id`),
    changed: rule.layers.slice(1).map(({ place, pointer }) => placeOf(place, `${pointer}/id`)),
    at: rule.field('at') ?? null,
    when: rule.field('when') ?? null,
    each: rule.field('each') ?? null,
    assert: rule.field('assert') ?? null,
    uses,
    with: rule.field('with') ?? null,
    waivable: rule.waivable,
    overridable: rule.isOverridable,
    enabled: rule.isEnabled,
    tests: { pass: listTests(rule.tests.pass), fail: listTests(rule.tests.fail) },
  };
}

/** Whether a finding may be silenced, and for how long. */
export function writeWaivable({ waivable }: Pick<PolicyRuleFacts, 'waivable'>): string {
  if (waivable === null) return 'not waivable';
  return waivable.maxDays === null ? 'waivable' : `waivable for ${waivable.maxDays} days`;
}
