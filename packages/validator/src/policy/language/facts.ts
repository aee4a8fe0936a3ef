import type { Facts } from './environment.ts';

/** What is known on one side of a condition; null for a side that is never reached. */
export type Outcome = Facts | null;

/** What is known where either side was taken. */
export function meetFacts(left: Outcome, right: Outcome): Outcome {
  if (left === null || left === right) return right;
  if (right === null) return left;
  return new Set([...left].filter((fact) => right.has(fact)));
}

/** The facts and some more. */
export function addFacts(facts: Facts, added: readonly string[]): Facts {
  return added.every((fact) => facts.has(fact)) ? facts : new Set([...facts, ...added]);
}

/** The fact that what is at a path is not null. */
export function notNull(path: string): string {
  return `${path} != null`;
}

/** Facts below one path, said of another: `filter` and `all` pass on what they found of their elements. */
export function moveFacts(facts: Outcome, from: string, to: string): string[] {
  if (facts === null) return [];
  return [...facts].filter((fact) => fact.startsWith(from)).map((fact) => to + fact.slice(from.length));
}
