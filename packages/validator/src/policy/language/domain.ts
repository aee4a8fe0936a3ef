import { type Bounds, isNumber, stringType, type Type } from './type.ts';

/** What conditions have told of the value of an expression, beyond its type. */
export type Domain =
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'number'; readonly bounds: Bounds; readonly excluded: readonly number[] }
  | {
      readonly kind: 'text';
      /** All the values it may have; null where they are not known. */
      readonly values: readonly string[] | null;
      readonly excluded: readonly string[];
      /** Tests that its value has passed. */
      readonly tests: readonly ((text: string) => boolean)[];
    };

/** So many values and tests are remembered of one expression; what is beyond them is as if it were not said. */
const mostRemembered = 64;

export function makeText(part: Partial<Extract<Domain, { kind: 'text' }>>): Domain {
  return { kind: 'text', values: null, excluded: [], tests: [], ...part };
}

/** What holds where both are said. */
export function intersectDomains(left: Domain, right: Domain): Domain {
  if (left.kind === 'number' && right.kind === 'number')
    return {
      kind: 'number',
      bounds: {
        min: Math.max(left.bounds.min, right.bounds.min),
        max: Math.min(left.bounds.max, right.bounds.max),
      },
      excluded: addAll(left.excluded, right.excluded),
    };
  if (left.kind !== 'text' || right.kind !== 'text') return right;
  const { values } = right;
  return {
    kind: 'text',
    values: left.values === null ? values : left.values.filter((value) => values?.includes(value) ?? true),
    excluded: addAll(left.excluded, right.excluded),
    tests: addAll(left.tests, right.tests),
  };
}

function addAll<T>(left: readonly T[], right: readonly T[]): readonly T[] {
  if (right.length === 0) return left;
  const added = right.filter((each) => !left.includes(each));
  return added.length === 0 ? left : [...left, ...added].slice(0, mostRemembered);
}

/** What holds where one of them is said, it is not known which; null where that is nothing. */
export function joinDomains(left: Domain, right: Domain): Domain | null {
  if (left === right) return left;
  if (left.kind === 'truth') return right.kind === 'truth' && left.value === right.value ? left : null;
  if (left.kind === 'number') {
    if (right.kind !== 'number') return null;
    const bounds = {
      min: Math.min(left.bounds.min, right.bounds.min),
      max: Math.max(left.bounds.max, right.bounds.max),
    };
    const excluded = [
      ...left.excluded.filter((value) => right.excluded.includes(value) || isOutside(value, right.bounds)),
      ...right.excluded.filter((value) => !left.excluded.includes(value) && isOutside(value, left.bounds)),
    ];
    return { kind: 'number', bounds, excluded };
  }
  if (right.kind !== 'text') return null;
  const excluded = [...new Set([...left.excluded, ...right.excluded])].filter(
    (value) => isRuledOut(left, value) && isRuledOut(right, value),
  );
  const values = left.values === null || right.values === null ? null : addAll(left.values, right.values);
  const tests = left.tests.filter((test) => right.tests.includes(test));
  const isAll = values === null || values.length < mostRemembered;
  return { kind: 'text', values: isAll ? values : null, excluded, tests };
}

function isOutside(value: number, { min, max }: Bounds): boolean {
  return value < min || value > max;
}

/** Whether a text is known not to be the value. */
function isRuledOut(domain: Extract<Domain, { kind: 'text' }>, text: string): boolean {
  return (
    domain.excluded.includes(text) ||
    domain.values?.includes(text) === false ||
    domain.tests.some((test) => !test(text))
  );
}

/** Whether a value that a type allows is known not to be there. */
export function rulesOut(domain: Domain | undefined, type: Type): boolean {
  if (domain === undefined) return false;
  if (domain.kind === 'text')
    return type.kind === 'string' && type.values !== null && type.values.every((value) => isRuledOut(domain, value));
  if (domain.kind === 'truth' || !isNumber(type) || type.bounds.min !== type.bounds.max) return false;
  return domain.excluded.includes(type.bounds.min);
}

/** The type with what is known beyond it. That a condition has named all values but one of an enumeration tells nothing: it may get more. */
export function narrowType(type: Type, domain: Domain | undefined): Type {
  if (domain === undefined) return type;
  if (domain.kind === 'text') {
    if (domain.values === null || (type.kind !== 'string' && type.kind !== 'dyn')) return type;
    const known = type.kind === 'string' ? type : stringType;
    const values = known.values ?? domain.values;
    return { ...known, values: values?.filter((value) => !isRuledOut(domain, value)) ?? null };
  }
  if (domain.kind === 'truth' || !isNumber(type)) return type;
  let min = Math.max(type.bounds.min, domain.bounds.min);
  let max = Math.min(type.bounds.max, domain.bounds.max);
  if (type.kind !== 'double' && type.values === null) {
    for (; min <= max && domain.excluded.includes(min); min++);
    for (; max >= min && domain.excluded.includes(max); max--);
  }
  const values = type.values?.filter((value) => value >= min && value <= max);
  return { kind: type.kind, bounds: { min, max }, values: values ?? null };
}

/** Whether a type allows no value: what has it is never reached. */
export function isEmptyType(type: Type): boolean {
  if (isNumber(type)) return type.bounds.min > type.bounds.max || type.values?.length === 0;
  return type.kind === 'string' && type.values?.length === 0;
}
