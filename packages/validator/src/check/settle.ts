import { type FindingSeverity, findingSeverities } from '../diagnostic/diagnostic.ts';
import { parentPointer } from '../diagnostic/pointer.ts';
import type { Raised } from './raised.ts';

/** What is told of what was raised. */
export interface SettledFindings {
  readonly shown: readonly Raised[];
  /** What a finding stands for, which is told where it is silenced itself. */
  readonly behind: ReadonlyMap<Raised, readonly Raised[]>;
}

const nothingBehind: ReadonlyMap<Raised, readonly Raised[]> = new Map();

/**
 * Leaves one finding for each mistake: what a settled value hides goes, and what a more telling finding absorbs.
 * A finding never takes the place of a graver one, so that softening a rule cannot silence another.
 */
export function settleFindings(
  raised: readonly Raised[],
  settled: ReadonlyMap<string, FindingSeverity>,
): SettledFindings {
  const behind = new Map<Raised, Raised[]>();
  const shown = settled.size === 0 ? raised : leaveOutHidden(raised, settled, behind);
  const absorbers = new Map<string, Raised[]>();
  for (const finding of shown) {
    if ((finding.rule.absorbs ?? []).length === 0 || finding.field !== null) continue;
    for (const pointer of [finding.pointer, ...finding.covers]) addTo(absorbers, pointer, finding);
  }
  if (absorbers.size === 0) return { shown, behind: behind.size === 0 ? nothingBehind : behind };
  const absorbed = new Set<Raised>();
  for (const finding of shown) {
    const others = finding.part === 'key' ? [] : (absorbers.get(finding.pointer) ?? []);
    const absorber = others.find((other) => other !== finding && !absorbed.has(other) && absorbs(other, finding));
    if (absorber === undefined) continue;
    absorbed.add(finding);
    addTo(behind, absorber, finding);
  }
  return { shown: shown.filter((finding) => !absorbed.has(finding)), behind };
}

/** The finding that settles a value: of a placeholder or a reference. None where those are allowed, or turned off. */
export function findSettling(raised: readonly Raised[], pointer: string): Raised | undefined {
  return raised.find((finding) => finding.pointer === pointer && isOfValue(finding));
}

function leaveOutHidden(
  raised: readonly Raised[],
  settled: ReadonlyMap<string, FindingSeverity>,
  behind: Map<Raised, Raised[]>,
): readonly Raised[] {
  return raised.filter((finding) => {
    const pointer = findHiding(finding, settled, isOfValue(finding));
    if (pointer === null) return true;
    const settling = findSettling(raised, pointer);
    if (settling !== undefined) addTo(behind, settling, finding);
    return false;
  });
}

function addTo<Key>(lists: Map<Key, Raised[]>, key: Key, finding: Raised): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [finding]);
  else list.push(finding);
}

function absorbs(other: Raised, finding: Raised): boolean {
  return (other.rule.absorbs ?? []).includes(finding.id) && !isGraver(finding.severity, other.severity);
}

/**
 * Where the value stands that hides a finding; null where none does.
 * @param isSettling true for the finding that settles a value, which hides all others there
 */
export function findHiding(
  finding: Pick<Raised, 'pointer' | 'part' | 'severity' | 'field'>,
  settled: ReadonlyMap<string, FindingSeverity>,
  isSettling: boolean,
): string | null {
  if (settled.size === 0 || finding.field !== null) return null;
  for (let pointer = finding.pointer; ; pointer = parentPointer(pointer)) {
    const severity = settled.get(pointer);
    const isHere = pointer === finding.pointer;
    if (
      severity !== undefined &&
      !(isHere && isSettling) &&
      !(isHere && finding.part === 'key') &&
      !isGraver(finding.severity, severity)
    )
      return pointer;
    if (pointer === '') return null;
  }
}

function isOfValue({ rule }: Raised): boolean {
  return 'stage' in rule && rule.stage === 'value';
}

function isGraver(one: FindingSeverity, other: FindingSeverity): boolean {
  return findingSeverities.indexOf(one) < findingSeverities.indexOf(other);
}
