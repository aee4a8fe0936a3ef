import type { FindingSeverity } from '../diagnostic/diagnostic.ts';
import type { Hit, Part, ValueFix } from '../rule/hit.ts';
import type { AnyRule } from '../rule/rule.ts';
import type { RelatedValue } from './value-finding.ts';

/** An objection with everything still open: other findings may absorb it, and its words are not made. */
export interface Raised {
  readonly id: string;
  readonly rule: AnyRule;
  readonly severity: FindingSeverity;
  /** Into the input as the structure has named it. */
  readonly pointer: string;
  readonly part: Part;
  readonly facts: unknown;
  readonly related: readonly RelatedValue[];
  readonly fix: ValueFix | null;
  /** Further pointers where it stands for the findings of the absorbed rules. */
  readonly covers: readonly string[];
  /** Set where the fault lies in the target and not in the input. */
  readonly field: 'region' | 'account' | null;
}

/** Places a rule's hit, whose pointers start at the value that the rule was asked about. */
export function raiseHit(
  id: string,
  rule: AnyRule,
  severity: FindingSeverity,
  base: string,
  hit: Hit<unknown>,
): Raised {
  const related = (hit.related ?? []).map(({ at, part = 'value', message }) => ({ pointer: base + at, part, message }));
  const fix = hit.fix === undefined ? null : moveFix(hit.fix, (pointer) => base + pointer);
  return {
    id,
    rule,
    severity,
    pointer: hit.field === undefined ? base + hit.at : '',
    part: hit.part ?? 'value',
    facts: hit.facts,
    related,
    fix,
    covers: (hit.covers ?? []).map((at) => base + at),
    field: hit.field ?? null,
  };
}

/** The same fix at the pointer that `move` makes of its own. */
export function moveFix(fix: ValueFix, move: (pointer: string) => string): ValueFix {
  const pointer = move(fix.pointer);
  switch (fix.kind) {
    case 'replace':
      return { title: fix.title, kind: 'replace', pointer, value: fix.value };
    case 'rename':
      return { title: fix.title, kind: 'rename', pointer, key: fix.key };
    case 'remove':
      return { title: fix.title, kind: 'remove', pointer };
    case 'quote':
      return { title: fix.title, kind: 'quote', pointer };
  }
}
