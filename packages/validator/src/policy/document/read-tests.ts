import { isAccountId } from '../../rule/account-id.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import type { Api } from '../../shape/api.ts';
import { type JsonObject, ownValue } from '../../shape/json.ts';
import { isOperation } from './known-operation.ts';
import { MappingReader, nameKind } from './mapping-reader.ts';
import type { RuleTests, Spot, TestText } from './policy-document.ts';
import type { PolicyPlace } from './policy-place.ts';

/** Each makes a test a whole request. */
const requestKeys = ['region', 'account', 'file', 'document', 'input'] as const;

/** Reads the tests of policies. */
export class TestReader {
  readonly #api: Api;
  readonly #otherOperations: readonly string[];
  /** Those of `requestKeys` that are members of an input. */
  readonly #members: readonly string[];

  constructor(api: Api, otherOperations: readonly string[]) {
    this.#api = api;
    this.#otherOperations = otherOperations;
    const inputs = Object.values(api.table.operations).map(({ input }) => ownValue(api.table.shapes, input));
    this.#members = requestKeys.filter((key) =>
      inputs.some((shape) => shape?.type === 'structure' && Object.hasOwn(shape.members, key)),
    );
  }

  /** The `tests` of a rule. */
  readOwn(place: PolicyPlace, pointer: string, value: JsonObject | undefined): RuleTests {
    if (value === undefined) return { pass: [], fail: [], unread: new Set() };
    return this.#readTests(new MappingReader(place, pointer, value, ['pass', 'fail']));
  }

  /** The `tests` of a document of kind `PolicyTests`. */
  readSeparate(reader: MappingReader): { rule: Spot<string>; tests: RuleTests }[] {
    if (!reader.has('tests')) reader.place.report('/tests', '`tests` is missing', { part: 'parent' });
    return reader.mappings('tests').flatMap(({ value, pointer }) => {
      const inner = new MappingReader(reader.place, pointer, value, ['rule', 'pass', 'fail']);
      const rule = inner.requiredText('rule');
      const tests = this.#readTests(inner);
      return rule === undefined ? [] : [{ rule: { value: rule, pointer: inner.at('rule') }, tests }];
    });
  }

  #readTests(reader: MappingReader): RuleTests {
    const unread = new Set<'pass' | 'fail'>();
    const readList = (key: 'pass' | 'fail'): TestText[] => {
      const { problems } = reader.place;
      const before = problems.length;
      const tests = reader.mappings(key).flatMap(({ value, pointer }) => {
        const known = problems.length;
        const test = this.#read(reader.place, pointer, value);
        // What is wrong with a test is told: that it asks what another asks, or nothing, is no second mistake.
        return test === null || problems.length > known ? [] : [test];
      });
      if (problems.length > before || reader.place.isMeant(reader.at(key))) unread.add(key);
      return tests;
    };
    return { pass: readList('pass'), fail: readList('fail'), unread };
  }

  /** A mapping with `input` is a whole request, unless an operation has a member of that name. */
  #read(place: PolicyPlace, pointer: string, value: JsonObject): TestText | null {
    const bare = bareTest(place, pointer, value);
    const own = requestKeys.filter((key) => Object.hasOwn(value, key));
    if (own.length === 0 || own.some((key) => this.#members.includes(key))) return bare;
    const reader = new MappingReader(place, pointer, value, ['operation', ...requestKeys]);
    const region = reader.text('region') ?? null;
    const account = reader.text('account') ?? null;
    if (account !== null && !isAccountId(account))
      place.report(reader.at('account'), `the account ${quoteValue(account)} is not 12 digits`);
    const name = reader.text('operation');
    const operation = name === undefined ? null : { value: name, pointer: reader.at('operation') };
    const isElsewhere = operation !== null && this.#otherOperations.includes(operation.value);
    if (operation !== null && !isElsewhere && !isOperation(place, operation.pointer, operation.value, this.#api))
      return null;
    if (reader.has('input') && reader.mapping('input') === undefined) return null;
    const input = { value: reader.mapping('input') ?? {}, pointer: reader.at('input') };
    const file = reader.text('file') ?? null;
    return { place, pointer, operation, region, account, file, index: readIndex(reader), input };
  }
}

function bareTest(place: PolicyPlace, pointer: string, value: JsonObject): TestText {
  const input = { value, pointer };
  return { place, pointer, operation: null, region: null, account: null, file: null, index: null, input };
}

function readIndex(reader: MappingReader): number | null {
  const value = reader.value('document');
  if (value === undefined || (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0))
    return value ?? null;
  reader.place.report(reader.at('document'), `found ${nameKind(value)}, expected a whole number of at least 0`);
  return null;
}
