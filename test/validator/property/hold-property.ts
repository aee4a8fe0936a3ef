import fc from 'fast-check';

/** The same samples in every run. */
const seed = 20_261_123;

/** Checks a property on seeded samples; what fails is told with its path, unshrunk, and short enough to read. */
export function holdProperty<Sample extends [unknown, ...unknown[]]>(
  property: fc.IProperty<Sample>,
  numRuns: number,
): void {
  const details = fc.check(property, { numRuns, seed, endOnFailure: true });
  if (!details.failed) return;
  const cause =
    details.errorInstance instanceof Error ? details.errorInstance : new Error(String(details.errorInstance));
  const message = cause.message.length > 3000 ? `${cause.message.slice(0, 3000)}…` : cause.message;
  throw new Error(`after ${details.numRuns} samples (path ${details.counterexamplePath}): ${message}`);
}
