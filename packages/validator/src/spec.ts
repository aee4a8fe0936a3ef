import { describeOperation } from './check.ts';
import { findNearNames, isSameWord } from './diagnostic/near-names.ts';
import { appendToken } from './diagnostic/pointer.ts';
import { accountPattern, isAccountId } from './rule/account-id.ts';
import type { Part, ValueFix } from './rule/hit.ts';
import type { Target } from './rule/target.ts';
import { kindOf } from './rule/value-kind.ts';
import type { MappingFacts } from './rules/spec/mapping.ts';
import type { OperationFacts } from './rules/spec/operation.ts';
import type { Api } from './shape/api.ts';
import { isObject, type JsonObject, type JsonValue, ownValue } from './shape/json.ts';
import type { StructureFacts } from './structure/structure-hit.ts';

/** What a document's surroundings say of it: the command line or the configuration. */
export interface SpecSurroundings {
  readonly api: Api;
  /** The operation of a document that names none; the model's default where this is left out. */
  readonly operation?: string;
  /** What holds where an envelope says nothing. */
  readonly target?: Target;
  /** The text of a scalar of the document, where it was read from text. */
  readonly textOf?: (pointer: string) => string | undefined;
}

interface FaultFacts extends StructureFacts {
  'spec/mapping': MappingFacts;
  'spec/operation': OperationFacts;
}

interface FaultOf<Rule extends keyof FaultFacts> {
  readonly rule: Rule;
  /** Into the document. */
  readonly at: string;
  readonly part: Part;
  readonly facts: FaultFacts[Rule];
  /** Its pointer, too, is into the document. */
  readonly fix: ValueFix | null;
}

/** What is wrong with a document before its input is looked at. */
export type SpecFault = { [Rule in keyof FaultFacts]: FaultOf<Rule> }[keyof FaultFacts];

/** A field of the envelope whose text is worth the questions that are asked about every value. */
export interface SpecField {
  readonly name: 'region' | 'account';
  readonly value: string;
  /** True where it cannot be what the field wants. */
  readonly refused: boolean;
}

/** A document's parts told apart. */
export interface Spec {
  readonly isEnvelope: boolean;
  /** Null where the document cannot be checked: a fault says why. */
  readonly request: { readonly operation: string; readonly input: JsonObject } | null;
  readonly target: Target;
  /** Where in the document the input stands: `/input` in an envelope. */
  readonly inputPointer: '' | '/input';
  readonly faults: readonly SpecFault[];
  readonly fields: readonly SpecField[];
}

const envelopeKeys = ['operation', 'region', 'account', 'input'];

/** Tells an envelope from a bare input and reads what it says; what it says wins over its surroundings. */
export function readSpec(document: JsonValue, surroundings: SpecSurroundings): Spec {
  if (!isObject(document)) {
    const fault = makeFault('spec/mapping', '', { found: kindOf(document) });
    return refuse(false, surroundings.target ?? {}, [fault]);
  }
  const { api } = surroundings;
  const named = ownValue(document, 'operation');
  const stated = surroundings.operation ?? api.table.service.defaultOperation ?? '';
  const likely = typeof named === 'string' && ownValue(api.table.operations, named) !== undefined ? named : stated;
  if (hasMember(api, likely, 'input')) return readBare(document, stated, surroundings);
  if (isObject(ownValue(document, 'input'))) return readEnvelope(document, stated, surroundings);
  return isBrokenEnvelope(document)
    ? readEnvelope(document, stated, surroundings)
    : readBare(document, stated, surroundings);
}

/** An `input` that is no mapping, and beside it nothing but what an envelope has. */
function isBrokenEnvelope(document: JsonObject): boolean {
  const keys = Object.keys(document);
  return keys.length > 1 && keys.includes('input') && keys.every((key) => envelopeKeys.includes(key));
}

function readBare(document: JsonObject, stated: string, { api, target = {} }: SpecSurroundings): Spec {
  if (ownValue(api.table.operations, stated) === undefined)
    return refuse(false, target, [makeFault('spec/operation', '', describeOperation(api, stated))]);
  const request = { operation: stated, input: document };
  return { isEnvelope: false, request, target, inputPointer: '', faults: [], fields: [] };
}

function readEnvelope(document: JsonObject, stated: string, surroundings: SpecSurroundings): Spec {
  const { api, target = {} } = surroundings;
  const explain = (key: string) => explainType(document, key, surroundings.textOf?.(appendToken('', key)));
  const faults: SpecFault[] = [];
  const operation = readOperation(document, stated, api, faults, explain);
  const region = readField(document, 'region', target.region, faults, explain);
  const account = readField(document, 'account', target.account, faults, explain);
  const fields: SpecField[] = [];
  if (region !== undefined && Object.hasOwn(document, 'region'))
    fields.push({ name: 'region', value: region, refused: region === '' });
  if (account !== undefined && Object.hasOwn(document, 'account')) {
    const refused = !isAccountId(account);
    if (refused) faults.push(makeFault('shape/pattern', '/account', { value: account, pattern: accountPattern }));
    fields.push({ name: 'account', value: account, refused });
  }
  for (const key of Object.keys(document))
    if (!envelopeKeys.includes(key)) faults.push(explainStranger(document, key, operation, api));
  const input = ownValue(document, 'input') ?? null;
  if (!isObject(input)) faults.push(makeFault('spec/mapping', '/input', { found: kindOf(input) }));
  const found = makeTarget(
    region,
    fields.some(({ name, refused }) => name === 'account' && refused) ? undefined : account,
  );
  if (operation === null || !isObject(input)) return { ...refuse(true, found, faults), fields };
  return { isEnvelope: true, request: { operation, input }, target: found, inputPointer: '/input', faults, fields };
}

function readOperation(
  document: JsonObject,
  stated: string,
  api: Api,
  faults: SpecFault[],
  explain: (key: string) => SpecFault,
): string | null {
  const value = ownValue(document, 'operation');
  const isKnown = (name: string) => ownValue(api.table.operations, name) !== undefined;
  if (value !== undefined && typeof value !== 'string') {
    faults.push(explain('operation'));
    return null;
  }
  const name = value ?? stated;
  if (isKnown(name)) return name;
  const facts = describeOperation(api, name);
  const [only] = facts.near;
  const isSlip = value !== undefined && only !== undefined && facts.near.length === 1;
  const fix: ValueFix | null = isSlip
    ? { title: `write \`${only}\``, kind: 'replace', pointer: '/operation', value: only }
    : null;
  faults.push(makeFault('spec/operation', value === undefined ? '' : '/operation', facts, fix));
  // The same word in another case is certain enough to go on with.
  return only !== undefined && isSameWord(only, name) ? only : null;
}

function readField(
  document: JsonObject,
  key: 'region' | 'account',
  otherwise: string | undefined,
  faults: SpecFault[],
  explain: (key: string) => SpecFault,
): string | undefined {
  const value = ownValue(document, key);
  if (value === undefined) return otherwise;
  if (typeof value === 'string') return value;
  faults.push(explain(key));
  return undefined;
}

function explainType(document: JsonObject, key: string, text: string | undefined): SpecFault {
  const value = ownValue(document, key) ?? null;
  const at = appendToken('', key);
  const found = kindOf(value);
  if (value === null) {
    const fix = { title: 'leave it out', kind: 'remove', pointer: at } as const;
    return makeFault('shape/type', at, { expected: 'string', found }, fix);
  }
  if (typeof value === 'object') return makeFault('shape/type', at, { expected: 'string', found });
  const fix = { title: 'put it in quotes', kind: 'quote', pointer: at } as const;
  return makeFault('shape/type', at, { expected: 'string', found, text: text ?? String(value) }, fix);
}

/** A key beside `input` that an envelope does not have: a slip of one that it has, or one that belongs into the input. */
function explainStranger(document: JsonObject, key: string, operation: string | null, api: Api): SpecFault {
  const at = appendToken('', key);
  const absent = envelopeKeys.filter((name) => !Object.hasOwn(document, name));
  if (operation !== null && hasMember(api, operation, key)) {
    const facts = { member: key, parent: '', near: [`input.${key}`], reason: 'near' } as const;
    return makeFault('shape/unknown-member', at, facts, null, 'key');
  }
  const near = findNearNames(key, envelopeKeys);
  const [only] = near;
  const reason = only === undefined ? 'unknown' : isSameWord(only, key) ? 'case' : 'near';
  const fix: ValueFix | null =
    only !== undefined && near.length === 1 && absent.includes(only)
      ? { title: `rename it to \`${only}\``, kind: 'rename', pointer: at, key: only }
      : null;
  return makeFault('shape/unknown-member', at, { member: key, parent: '', near, reason }, fix, 'key');
}

function hasMember(api: Api, operation: string, member: string): boolean {
  const entry = ownValue(api.table.operations, operation);
  const shape = entry === undefined ? undefined : ownValue(api.table.shapes, entry.input);
  return shape?.type === 'structure' && ownValue(shape.members, member) !== undefined;
}

function makeTarget(region: string | undefined, account: string | undefined): Target {
  const target: { region?: string; account?: string } = {};
  if (region !== undefined) target.region = region;
  if (account !== undefined) target.account = account;
  return target;
}

function makeFault<Rule extends keyof FaultFacts>(
  rule: Rule,
  at: string,
  facts: FaultFacts[Rule],
  fix: ValueFix | null = null,
  part: Part = 'value',
): SpecFault {
  return { rule, at, part, facts, fix } as FaultOf<Rule> as SpecFault;
}

function refuse(isEnvelope: boolean, target: Target, faults: readonly SpecFault[]): Spec {
  return { isEnvelope, request: null, target, inputPointer: isEnvelope ? '/input' : '', faults, fields: [] };
}
