import type { ConstraintFailure, Limits } from './constraint-failure.ts';

/**
 * The message of a ValidationException in the words of `smithy.framework#ValidationException`: of several failures it
 * counts all and tells the first; the list of fields has the others.
 */
export function summarizeFailures(failures: readonly ConstraintFailure[]): string {
  const [first] = failures;
  if (first === undefined) return 'The request is not valid.';
  if (failures.length === 1) return `1 validation error detected. ${describeFailure(first)}`;
  const paths = new Set(failures.map(({ path }) => path)).size;
  const where = `${paths} ${paths === 1 ? 'path' : 'paths'}`;
  return `${failures.length} validation errors at ${where} detected. First failure: ${describeFailure(first)}`;
}

/** One failure in those words. The value itself is never repeated, so nothing secret comes back. */
export function describeFailure(failure: ConstraintFailure): string {
  const value = failure.constraint === 'length' ? `Value with length ${failure.length}` : 'Value';
  return `${value} at '${failure.path}' failed to satisfy constraint: Member ${describeConstraint(failure)}`;
}

function describeConstraint(failure: ConstraintFailure): string {
  switch (failure.constraint) {
    case 'required':
      return 'must not be null';
    case 'uniqueItems':
      return 'must have unique values';
    case 'enum':
      return `must satisfy enum value set: [${[...failure.values].sort().join(', ')}]`;
    case 'pattern':
      return `must satisfy regular expression pattern: ${failure.pattern}`;
    case 'length':
      return `must have length ${describeLimits(failure.limits)}`;
    case 'range':
      return `must be ${describeLimits(failure.limits)}`;
  }
}

function describeLimits({ min, max }: Limits): string {
  if (min === undefined) return `less than or equal to ${max}`;
  if (max === undefined) return `greater than or equal to ${min}`;
  return `between ${min} and ${max}, inclusive`;
}
