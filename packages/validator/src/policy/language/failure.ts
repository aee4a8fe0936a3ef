/** A run-time error as a value, so that `&&` and `||` may absorb it; the place is that of the smallest expression that failed. */
export class Failure {
  readonly message: string;
  start = -1;
  end = -1;

  constructor(message: string) {
    this.message = message;
  }
}

/** Gives a failure its place, if none did before. */
export function placeFailure(failure: Failure, start: number, end: number): Failure {
  if (failure.start < 0) {
    failure.start = start;
    failure.end = end;
  }
  return failure;
}
