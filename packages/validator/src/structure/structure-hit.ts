import type { Part, ValueFix } from '../rule/hit.ts';
import type { EnumFacts } from '../rules/shape/enum.ts';
import type { LengthFacts } from '../rules/shape/length.ts';
import type { PatternFacts } from '../rules/shape/pattern.ts';
import type { RangeFacts } from '../rules/shape/range.ts';
import type { RequiredFacts } from '../rules/shape/required.ts';
import type { TypeFacts } from '../rules/shape/type.ts';
import type { UnionFacts } from '../rules/shape/union.ts';
import type { UniqueItemsFacts } from '../rules/shape/unique-items.ts';
import type { UnknownMemberFacts } from '../rules/shape/unknown-member.ts';

/** Of more hits in one input the first are looked at: nobody reads so many, and each costs half a kilobyte until it is sorted out. */
export const mostHits = 20_000;

/** What each structural rule needs to make its message. */
export interface StructureFacts {
  'shape/enum': EnumFacts;
  'shape/length': LengthFacts;
  'shape/pattern': PatternFacts;
  'shape/range': RangeFacts;
  'shape/required': RequiredFacts;
  'shape/type': TypeFacts;
  'shape/union': UnionFacts;
  'shape/unique-items': UniqueItemsFacts;
  'shape/unknown-member': UnknownMemberFacts;
}

interface HitOf<Rule extends keyof StructureFacts> {
  readonly rule: Rule;
  /** Into the input as `nameMembers` gives it. */
  readonly pointer: string;
  readonly part: Part;
  readonly facts: StructureFacts[Rule];
  readonly fix: ValueFix | null;
  readonly related: readonly { readonly pointer: string; readonly message: string }[];
}

/** Where a value breaks a constraint of the model, and the facts. */
export type StructureHit = { [Rule in keyof StructureFacts]: HitOf<Rule> }[keyof StructureFacts];

/** Makes a hit about a value; a key's or a missing member's part, a fix and related places are told by name. */
export function makeHit<Rule extends keyof StructureFacts>(
  rule: Rule,
  pointer: string,
  facts: StructureFacts[Rule],
  more: { readonly part?: Part; readonly fix?: ValueFix; readonly related?: HitOf<Rule>['related'] } = {},
): StructureHit {
  const { part = 'value', fix = null, related = [] } = more;
  return { rule, pointer, part, facts, fix, related } as HitOf<Rule> as StructureHit;
}
