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
    if (value === undefined) return { pass: [], fail: [] };
    const reader = new MappingReader(place, pointer, value, ['pass', 'fail']);
    return { pass: this.#readList(reader, 'pass'), fail: this.#readList(reader, 'fail') };
  }

  /** The `tests` of a document of kind `PolicyTests`. */
  readSeparate(reader: MappingReader): { rule: Spot<string>; tests: RuleTests }[] {
    if (!reader.has('tests')) reader.place.report('/tests', '`tests` is missing', { part: 'parent' });
    return reader.mappings('tests').flatMap(({ value, pointer }) => {
      const inner = new MappingReader(reader.place, pointer, value, ['rule', 'pass', 'fail']);
      const rule = inner.requiredText('rule');
      const tests = { pass: this.#readList(inner, 'pass'), fail: this.#readList(inner, 'fail') };
      return rule === undefined ? [] : [{ rule: { value: rule, pointer: inner.at('rule') }, tests }];
    });
  }

  #readList(reader: MappingReader, key: 'pass' | 'fail'): TestText[] {
    const requests = reader.mappings(key);
    return requests.flatMap(({ value, pointer }) => this.#read(reader.place, pointer, value) ?? []);
  }

  /** A mapping with `input` is a whole request, unless an operation has a member of that name. */
  #read(place: PolicyPlace, pointer: string, value: JsonObject): TestText | null {
    const bare = bareTest(place, pointer, value);
    const own = requestKeys.filter((key) => Object.hasOwn(value, key));
    if (own.length === 0 || own.some((key) => this.#members.includes(key))) return bare;
    const reader = new MappingReader(place, pointer, value, ['operation', ...requestKeys]);
    const region = reader.text('region') ?? null;
    const account = reader.text('account') ?? null;
    if (account !== null && !/^\d{12}$/.test(account))
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
