import { type FindingSeverity, findingSeverities } from '../diagnostic/diagnostic.ts';
import { parentPointer } from '../diagnostic/pointer.ts';
import type { Raised } from './raised.ts';

/**
 * Leaves one finding for each mistake: what a settled value hides goes, and what a more telling finding absorbs.
 * A finding never takes the place of a graver one, so that softening a rule cannot silence another.
 */
export function settleFindings(raised: readonly Raised[], settled: ReadonlyMap<string, FindingSeverity>): Raised[] {
  const shown = settled.size === 0 ? raised : raised.filter((finding) => !isHidden(finding, settled));
  const absorbers = new Map<string, Raised[]>();
  for (const finding of shown) {
    if ((finding.rule.absorbs ?? []).length === 0 || finding.field !== null) continue;
    for (const pointer of [finding.pointer, ...finding.covers]) {
      const others = absorbers.get(pointer);
      if (others === undefined) absorbers.set(pointer, [finding]);
      else others.push(finding);
    }
  }
  if (absorbers.size === 0) return [...shown];
  const absorbed = new Set<Raised>();
  for (const finding of shown) {
    const others = finding.part === 'key' ? [] : (absorbers.get(finding.pointer) ?? []);
    if (others.some((other) => other !== finding && !absorbed.has(other) && absorbs(other, finding)))
      absorbed.add(finding);
  }
  return shown.filter((finding) => !absorbed.has(finding));
}

function absorbs(other: Raised, finding: Raised): boolean {
  return (other.rule.absorbs ?? []).includes(finding.id) && !isGraver(finding.severity, other.severity);
}

function isHidden(finding: Raised, settled: ReadonlyMap<string, FindingSeverity>): boolean {
  if (finding.field !== null) return false;
  for (let pointer = finding.pointer; ; pointer = parentPointer(pointer)) {
    const severity = settled.get(pointer);
    const isHere = pointer === finding.pointer;
    const isItself = isHere && 'stage' in finding.rule && finding.rule.stage === 'value';
    if (
      severity !== undefined &&
      !isItself &&
      !(isHere && finding.part === 'key') &&
      !isGraver(finding.severity, severity)
    )
      return true;
    if (pointer === '') return false;
  }
}

function isGraver(one: FindingSeverity, other: FindingSeverity): boolean {
  return findingSeverities.indexOf(one) < findingSeverities.indexOf(other);
}
