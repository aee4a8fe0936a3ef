import type { FindingSeverity } from '../diagnostic/diagnostic.ts';
import { parsePointer } from '../diagnostic/pointer.ts';
import type { PolicyFinding, PolicyRequest, PolicySet } from './policy-set.ts';
import type { Raised } from './raised.ts';
import { findHiding, findSettling } from './settle.ts';
import type { ValueFinding } from './value-finding.ts';

/** What policies object to. */
export interface Objections {
  readonly shown: readonly ValueFinding[];
  /** What other findings stand for, which is told where they are silenced. */
  readonly behind: ReadonlyMap<Raised, readonly ValueFinding[]>;
}

export const noObjections: Objections = { shown: [], behind: new Map() };

/** What the catalogue has said of the input. */
export interface SaidBefore {
  readonly raised: readonly Raised[];
  readonly settled: ReadonlyMap<string, FindingSeverity>;
}

/**
 * Asks policies about an input that the catalogue has been asked about. Of a value that stands for another nothing more
 * is said; and a policy that fails on what the model refuses has nothing to add to the refusal.
 */
export function askPolicies(policies: PolicySet, request: PolicyRequest, said: SaidBefore): Objections {
  if (policies.problems.length > 0) return { shown: [explainBroken(policies)], behind: new Map() };
  const found = policies.check(request);
  if (found.length === 0) return noObjections;
  const shown: ValueFinding[] = [];
  const behind = new Map<Raised, ValueFinding[]>();
  for (const { reads, ...finding } of found) {
    const cause = finding.rule === 'policy/runtime' ? findRefusal(reads, said) : findSettled(finding, said);
    if (cause === null) shown.push(finding);
    else if (cause !== 'reference') behind.set(cause, [...(behind.get(cause) ?? []), finding]);
  }
  return { shown, behind };
}

/** What speaks of a value in place of a policy: a finding, or that the value is a reference which nothing objects to. */
type Cause = Raised | 'reference' | null;

function findSettled(finding: ValueFinding, { raised, settled }: SaidBefore): Cause {
  const pointer = findHiding(finding, settled, false);
  return pointer === null ? null : (findSettling(raised, pointer) ?? 'reference');
}

function findRefusal(reads: PolicyFinding['reads'], { raised, settled }: SaidBefore): Cause {
  const isRead = (pointer: string): boolean => {
    const [member] = parsePointer(pointer);
    return member === undefined || reads === null || reads.has(member);
  };
  const refusal = raised.find(
    ({ id, severity, pointer }) =>
      severity === 'error' && (id.startsWith('shape/') || id.startsWith('value/')) && isRead(pointer),
  );
  if (refusal !== undefined) return refusal;
  for (const [pointer, severity] of settled)
    if (severity === 'error' && isRead(pointer)) return findSettling(raised, pointer) ?? 'reference';
  return null;
}

/** Nothing is decided by policies that are broken. */
function explainBroken({ problems }: PolicySet): ValueFinding {
  const [first] = problems;
  const start = first?.finding.range.start;
  return {
    rule: 'policy/invalid',
    severity: 'error',
    message: `a policy is broken: ${first?.finding.message ?? ''}`,
    help: `correct ${first?.file}:${start?.line}:${start?.column}`,
    pointer: '',
    part: 'value',
    field: null,
    related: [],
    fix: null,
    valueHash: '',
  };
}
