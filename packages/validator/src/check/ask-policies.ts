import type { FindingSeverity } from '../diagnostic/diagnostic.ts';
import { parentPointer } from '../diagnostic/pointer.ts';
import type { PolicyRequest, PolicySet } from './policy-set.ts';
import type { Raised } from './raised.ts';
import type { ValueFinding } from './value-finding.ts';

/**
 * Asks policies about an input that the catalogue has been asked about. Of a value that stands for another nothing more
 * is said; and a policy that fails on an input which the model refuses has nothing to add to the refusal.
 */
export function askPolicies(
  policies: PolicySet,
  request: PolicyRequest,
  raised: readonly Raised[],
  settled: ReadonlyMap<string, FindingSeverity>,
): ValueFinding[] {
  if (policies.problems.length > 0) return [explainBroken(policies)];
  const isRefused = raised.some(
    ({ id, severity }) => severity === 'error' && (id.startsWith('shape/') || id.startsWith('value/')),
  );
  return policies.check(request).filter(({ rule, pointer, field }) => {
    if (rule === 'policy/runtime' && (isRefused || settled.size > 0)) return false;
    return field !== null || !isSettled(pointer, settled);
  });
}

function isSettled(pointer: string, settled: ReadonlyMap<string, FindingSeverity>): boolean {
  if (settled.size === 0) return false;
  for (let at = pointer; at !== ''; at = parentPointer(at)) if (settled.has(at)) return true;
  return false;
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
