import fc from 'fast-check';
import type { Target } from '../../../packages/validator/src/rule/target.ts';
import type { JsonValue } from '../../../packages/validator/src/shape/json.ts';
import { compileLinear } from '../../../packages/validator/src/shape/pattern/matcher.ts';
import type {
  MemberEntry,
  PatternEntry,
  ShapeTable,
  Traits,
} from '../../../packages/validator/src/shape/shape-table.ts';
import { textOfPattern } from './pattern-text.ts';
import { targetOf, textOfPolicy } from './policy-text.ts';

/** A request that nothing can object to. */
export interface ValidRequest {
  readonly input: JsonValue;
  readonly target: Target;
}

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

interface TagsTrait {
  readonly limit: number;
  readonly key: string;
  readonly reservedPrefixes?: readonly string[];
}

const matchers = new Map<string, (text: string) => boolean>();

/** Whether a pattern of the model takes a text, as the linear engine says. */
export function matchesPattern(pattern: string, text: string): boolean {
  let test = matchers.get(pattern);
  if (test === undefined) {
    const matcher = compileLinear(pattern);
    if (matcher === null) throw new Error(`no matcher of the pattern ${pattern}`);
    test = (candidate) => matcher.test(candidate);
    matchers.set(pattern, test);
  }
  return test(text);
}

/** The traits that hold where a member leads: its own win over those of its target. */
export function traitsAt(table: ShapeTable, member: MemberEntry): Traits {
  return { ...table.shapes[member.target]?.traits, ...member.traits };
}

/** Texts that stand for another on purpose are another property's; legal text seldom looks like them. */
export function standsForItself(text: string): boolean {
  return !/<[a-z]|\{\{|\$[({a-z_]|…|\.\.\.(?:$|[:/])|(?:^|[:/])\.\.\.|\byour[-_ ]|amzn-s3-demo-|account[-_]?id|(?:change|replace)[-_ ]?me|(?:^|[:/])(?:subnet|sg|vpc)-x+(?:$|[:/])/i.test(
    text,
  );
}

/** Whether the model takes a text of these traits. */
export function fitsModel(traits: Traits, text: string): boolean {
  const { min = 0, max = Infinity } = (traits.length ?? {}) as Bounds;
  const length = [...text].length;
  const pattern = traits.pattern as PatternEntry | undefined;
  return length >= min && length <= max && (pattern === undefined || matchesPattern(pattern.pattern, text));
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    'true',
    'null',
    '1.5',
    '0x1F',
    '~',
    '',
    ' a ',
    'a: b',
    '- a',
    '# a',
    'é🦉',
    "it's",
    '"',
    '\\',
    'a\tb',
    '2026-11-23',
    '<<',
  ),
);

const two = (value: number) => String(value).padStart(2, '0');
const moment = fc
  .tuple(
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 23 }),
    fc.constantFrom('', '.5', '.123456'),
    fc.constantFrom('Z', '+02:00'),
  )
  .map(([day, hour, fraction, zone]) => `2026-02-${two(day)}T${two(hour)}:59:00${fraction}${zone}`);

class InputMaker {
  readonly #table: ShapeTable;
  readonly #target: Target;
  #depth = 0;

  constructor(table: ShapeTable, target: Target) {
    this.#table = table;
    this.#target = target;
  }

  make(member: MemberEntry): fc.Arbitrary<JsonValue> {
    const shape = this.#table.shapes[member.target];
    if (shape === undefined) throw new Error(`no shape ${member.target}`);
    const traits = traitsAt(this.#table, member);
    const { min = 0, max = Infinity } = (traits.length ?? {}) as Bounds;
    switch (shape.type) {
      case 'structure':
        return this.#makeStructure(shape.members, traits);
      case 'union':
        return fc.oneof(
          ...Object.entries(shape.members).map(([name, part]) =>
            this.#below(() => fc.record({ [name]: this.make(part) })),
          ),
        );
      case 'list':
        return this.#makeList(shape.member, traits, min, max);
      case 'map': {
        const key = this.#makeText(traitsAt(this.#table, shape.key));
        return this.#below(() =>
          fc.dictionary(key, this.make(shape.value), { minKeys: min, maxKeys: Math.min(max, min + 4) }),
        );
      }
      case 'enum':
        return fc.constantFrom(...shape.values);
      case 'intEnum':
        return fc.constantFrom(...shape.values);
      case 'boolean':
        return fc.boolean();
      case 'timestamp':
        return moment;
      case 'document':
        return fc.jsonValue({ maxDepth: 2, stringUnit: 'grapheme-ascii' }) as fc.Arbitrary<JsonValue>;
      case 'blob':
        return fc.base64String({ maxLength: 40 });
      case 'string':
        return this.#makeText(traits);
      default:
        return this.#makeNumber(shape.type, traits);
    }
  }

  /** Shapes that hold themselves are made only so deep. */
  #below(make: () => fc.Arbitrary<JsonValue>): fc.Arbitrary<JsonValue> {
    this.#depth += 1;
    const made = make();
    this.#depth -= 1;
    return made;
  }

  #makeStructure(members: Readonly<Record<string, MemberEntry>>, traits: Traits): fc.Arbitrary<JsonValue> {
    const vpc = (traits['shapegate#vpc'] ?? {}) as Readonly<Record<string, string>>;
    const needed = new Set(Object.values(vpc));
    const wanted = Object.entries(members).filter(([, { required }]) => required === true || this.#depth < 6);
    return this.#below(() =>
      fc
        .record(Object.fromEntries(wanted.map(([name, member]) => [name, this.make(member)])), {
          requiredKeys: wanted
            .filter(([name, { required }]) => required === true || needed.has(name))
            .map(([name]) => name),
          noNullPrototype: true,
        })
        .map((value) => value as JsonValue),
    );
  }

  #makeList(member: MemberEntry, traits: Traits, min: number, max: number): fc.Arbitrary<JsonValue> {
    const tags = traits['shapegate#tags'] as TagsTrait | undefined;
    const longest = Math.min(max, tags?.limit ?? 60);
    const element = this.#below(() => this.make(member));
    const few = { minLength: min, maxLength: Math.min(longest, min + 4) };
    const full = { minLength: longest, maxLength: longest, size: 'max' } as const;
    const listOf = (length: typeof few) => {
      if (tags !== undefined) return listOfTags(element, tags, length);
      if (traits.uniqueItems === undefined) return fc.array(element, length);
      return fc.uniqueArray(element, { ...length, selector: (item) => JSON.stringify(item) });
    };
    return this.#depth >= 6
      ? fc.array(element, { minLength: min, maxLength: min })
      : fc.oneof({ weight: 25, arbitrary: listOf(few) }, { weight: 1, arbitrary: listOf(full) });
  }

  #makeText(traits: Traits): fc.Arbitrary<string> {
    const { min = 0, max = Infinity } = (traits.length ?? {}) as Bounds;
    const longest = Math.min(max, 4096);
    const pattern = traits.pattern as PatternEntry | undefined;
    const text =
      textOfPolicy(traits, longest, this.#target) ??
      (pattern === undefined ? anyText : textOfPattern(pattern.pattern, longest));
    const padded = pattern === undefined ? text.map((short) => short.padEnd(min, 'x')) : text;
    return padded.filter((candidate) => standsForItself(candidate) && fitsModel(traits, candidate));
  }

  #makeNumber(type: string, traits: Traits): fc.Arbitrary<number> {
    const { min = -128, max = 127 } = (traits.range ?? {}) as Bounds;
    const whole = fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, max));
    const isReal = type === 'float' || type === 'double' || type === 'bigDecimal';
    return isReal ? fc.oneof(whole, fc.double({ min, max, noNaN: true })) : whole;
  }
}

/** Keys differ; an item of several empty strings would be a skeleton's. */
function listOfTags(
  element: fc.Arbitrary<JsonValue>,
  { key, reservedPrefixes = [] }: TagsTrait,
  length: { readonly minLength: number; readonly maxLength: number; readonly size?: 'max' },
): fc.Arbitrary<JsonValue> {
  const keyOf = (tag: JsonValue) => String((tag as Readonly<Record<string, JsonValue>>)[key]);
  const own = element.filter((tag) => !reservedPrefixes.some((start) => keyOf(tag).toLowerCase().startsWith(start)));
  return fc.uniqueArray(own, { ...length, selector: keyOf });
}

/** Inputs of an operation for a target that nothing can object to: from shapes and their policy traits alone. */
export function inputOf(table: ShapeTable, operation: string, target: Target): fc.Arbitrary<JsonValue> {
  const input = table.operations[operation]?.input;
  if (input === undefined) throw new Error(`no operation ${operation}`);
  return new InputMaker(table, target).make({ target: input });
}

/** Requests of an operation that nothing can object to. */
export function validRequest(table: ShapeTable, operation: string): fc.Arbitrary<ValidRequest> {
  const made = new Map<Target, fc.Arbitrary<ValidRequest>>();
  return targetOf(table.operations[operation]?.traits ?? {}).chain((target) => {
    let request = made.get(target);
    if (request === undefined) {
      request = inputOf(table, operation, target).map((input) => ({ input, target }));
      made.set(target, request);
    }
    return request;
  });
}

/** An operation's share of all samples: half of them are for those whose input a policy speaks of. */
export function countSamples(table: ShapeTable, operation: string, all: number): number {
  const isPlanned = (name: string) => Object.hasOwn(table.plan, table.operations[name]?.input ?? '');
  const names = Object.keys(table.operations);
  const alike = names.filter((name) => isPlanned(name) === isPlanned(operation));
  return Math.ceil(all / (alike.length === names.length ? 1 : 2) / alike.length);
}
