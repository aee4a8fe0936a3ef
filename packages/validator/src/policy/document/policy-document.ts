import type { FindingSeverity } from '../../diagnostic/diagnostic.ts';
import type { JsonObject, JsonValue } from '../../shape/json.ts';
import type { PolicyPlace } from './policy-place.ts';

/** A value of a policy document, and the pointer to it in the document. */
export interface Spot<Value> {
  readonly value: Value;
  readonly pointer: string;
}

/** A rule's test: an input merged over a valid request, or a whole request. */
export interface TestText {
  readonly place: PolicyPlace;
  readonly pointer: string;
  readonly operation: Spot<string> | null;
  readonly region: string | null;
  readonly account: string | null;
  /** What `spec.file` is. */
  readonly file: string | null;
  /** What `spec.document` is. */
  readonly index: number | null;
  /** The part that is merged, and where it stands. */
  readonly input: Spot<JsonObject>;
}

export interface RuleTests {
  readonly pass: readonly TestText[];
  readonly fail: readonly TestText[];
  /** Which of the two have a test that cannot be read, which has been reported. */
  readonly unread: ReadonlySet<'pass' | 'fail'>;
}

/** What a policy says of waivers for one of its rules; `maxDays` null for no limit. */
export type Waivable = { readonly maxDays: number | null } | null;

/** A rule as a document writes it; what it does not say is undefined. */
export interface RuleText {
  readonly place: PolicyPlace;
  readonly pointer: string;
  readonly id: string;
  readonly severity: FindingSeverity | undefined;
  readonly message: string | undefined;
  readonly why: string | undefined;
  readonly links: readonly string[] | undefined;
  readonly at: string | undefined;
  readonly when: string | undefined;
  readonly assert: string | undefined;
  readonly each: string | undefined;
  readonly uses: string | undefined;
  readonly with: JsonValue | undefined;
  readonly waivable: Waivable | undefined;
  readonly overridable: boolean | undefined;
  readonly enabled: boolean | undefined;
  readonly tests: RuleTests;
}

/** A document of kind `Policy`. */
export interface PolicyDocument {
  readonly kind: 'Policy';
  readonly place: PolicyPlace;
  readonly name: string;
  /** False where `for` is left out: its rules state others anew, each for the operations that the other is for. */
  readonly hasOperations: boolean;
  readonly operations: readonly Spot<string>[];
  /** Operations of other APIs. */
  readonly elsewhere: readonly string[];
  readonly bases: readonly Spot<string>[];
  readonly rules: readonly RuleText[];
}

/** A document of kind `PolicyTests`: more tests of rules that other documents state. */
export interface PolicyTestsDocument {
  readonly kind: 'PolicyTests';
  readonly place: PolicyPlace;
  readonly tests: readonly { readonly rule: Spot<string>; readonly tests: RuleTests }[];
}
