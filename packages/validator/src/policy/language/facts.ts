import { type Domain, intersectDomains, joinDomains } from './domain.ts';
import { partsBelow } from './narrow-parts.ts';

/** What is known at a place of an expression; made by a check and passed on to the next one. */
export interface Facts {
  /** Paths that are known to be there, such as `input.vpcConfig`. */
  readonly paths: ReadonlySet<string>;
  /** What is known of values, by the key of the expression that gives them. */
  readonly values: ReadonlyMap<string, Domain>;
}

export const noFacts: Facts = { paths: new Set(), values: new Map() };

/** What is known on one side of a condition; null for a side that is never reached. */
export type Outcome = Facts | null;

/** Of so many expressions something is remembered; what is said of others is as if it were not said. */
const mostValues = 64;

/** What is known where either side was taken. */
export function meetFacts(left: Outcome, right: Outcome): Outcome {
  if (left === null || left === right) return right;
  if (right === null) return left;
  return { paths: meetPaths(left.paths, right.paths), values: meetValues(left.values, right.values) };
}

function meetPaths(left: Facts['paths'], right: Facts['paths']): Facts['paths'] {
  return left === right ? left : new Set([...left].filter((fact) => right.has(fact)));
}

function meetValues(left: Facts['values'], right: Facts['values']): Facts['values'] {
  if (left === right) return left;
  const met = new Map<string, Domain>();
  for (const [key, one] of left) {
    const other = right.get(key);
    const joined = other === undefined ? null : joinDomains(one, other);
    if (joined !== null) met.set(key, joined);
  }
  return met;
}

/** The facts and some more paths that are there. */
export function addFacts(facts: Facts, added: readonly string[]): Facts {
  if (added.every((fact) => facts.paths.has(fact))) return facts;
  return { paths: new Set([...facts.paths, ...added]), values: facts.values };
}

/** The facts, and that the value of the expression with a key is in a domain; an expression without a key is not remembered. */
export function addDomain(facts: Facts, key: string | null, domain: Domain): Facts {
  if (key === null) return facts;
  const known = facts.values.get(key);
  if (known === undefined && facts.values.size >= mostValues) return facts;
  const values = new Map(facts.values);
  values.set(key, known === undefined ? domain : intersectDomains(known, domain));
  return { paths: facts.paths, values };
}

/** The facts without what is known of values. */
export function keepPaths({ paths }: Facts): Facts {
  return { paths, values: noFacts.values };
}

/** The fact that what is at a path is not null. */
export function notNull(path: string): string {
  return `${path} != null`;
}

/** Facts of one path, said of another: `filter` and `all` pass on what they found of their elements. */
export function moveFacts(facts: Outcome, from: string, to: string): string[] {
  return facts === null ? [] : partsBelow(facts.paths, from).map((part) => to + part);
}
