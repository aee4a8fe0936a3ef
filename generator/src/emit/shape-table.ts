import type {
  JsonValue,
  MemberEntry,
  OperationEntry,
  PatternEntry,
  PlanEntry,
  PlanMember,
  ServiceEntry,
  ShapeEntry,
  ShapeTable,
  Traits as TableTraits,
} from '@shapegate/validator/leaves';
import { isObject } from '@shapegate/validator/leaves';
import type { Member, OperationShape, Traits } from '../model/model.ts';
import { toJson } from '../syntax/node.ts';
import {
  type ApiView,
  type DataShape,
  isRequired,
  listErrors,
  lookUp,
  readEnumValues,
  readMembers,
  readText,
  readTrait,
  sortEntries,
} from './api-view.ts';
import { printLiteral } from './escape.ts';
import type { TypeScriptSource } from './file.ts';

/** What the table keeps of `smithy.api#` on shapes and members: constraints and bindings, not documentation. */
const keptTraits = new Set([
  'default',
  'deprecated',
  'error',
  'httpError',
  'httpHeader',
  'httpLabel',
  'httpPayload',
  'httpPrefixHeaders',
  'httpQuery',
  'httpQueryParams',
  'httpResponseCode',
  'idempotencyToken',
  'idempotent',
  'jsonName',
  'length',
  'mediaType',
  'paginated',
  'pattern',
  'range',
  'readonly',
  'sensitive',
  'sparse',
  'streaming',
  'timestampFormat',
  'uniqueItems',
]);

/** Traits of this namespace are the policy vocabulary: each is kept, and the plan leads to it. */
const vocabulary = 'shapegate#';
const prelude = 'smithy.api#';

/** Everything that the run time knows of the API, as data. */
export function buildShapeTable(view: ApiView): ShapeTable {
  return {
    service: describeService(view),
    operations: mapEntries(view.operations, (operation) => describeOperation(view, operation)),
    shapes: mapEntries(view.shapes, (shape) => describeShape(view, shape)),
    plan: planPolicies(view),
  };
}

/** The shape table as a module. */
export function emitShapeTable(view: ApiView): TypeScriptSource {
  return {
    kind: 'typescript',
    path: 'shape-table.ts',
    emitter: 'shape table',
    statements: [
      { kind: 'import', from: '@shapegate/validator/runtime', types: ['ShapeTable'] },
      {
        kind: 'const',
        name: 'table',
        type: 'ShapeTable',
        doc: { text: 'What rules, policies, gate and emulator know of the API.' },
        value: printTable(buildShapeTable(view)),
      },
    ],
  };
}

function printTable(table: ShapeTable): string {
  // The table is JSON data by its type; only optional keys keep the compiler from seeing it.
  const text = printLiteral(table as unknown as JsonValue);
  // Behind a computed key the compiler no longer knows what type is wanted.
  return text.includes("['__proto__']:") ? `${text} as const` : text;
}

function mapEntries<T, R>(entries: ReadonlyMap<string, T>, map: (value: T) => R): Record<string, R> {
  return Object.fromEntries([...entries].map(([key, value]) => [key, map(value)]));
}

function describeService(view: ApiView): ServiceEntry {
  const { service } = view;
  const api = readTrait(service, 'aws.api#service');
  const sigv4 = readTrait(service, 'aws.auth#sigv4');
  const text = (holder: JsonValue | undefined, key: string) => {
    const value = isObject(holder) ? holder[key] : undefined;
    return typeof value === 'string' ? value : null;
  };
  const name = service.id.slice(service.id.indexOf('#') + 1);
  const standard = [...view.operations].find(([, operation]) => operation.traits.has('shapegate#defaultOperation'));
  return {
    id: service.id,
    version: service.version,
    title: readText(service, 'title') ?? name,
    sdkId: text(api, 'sdkId') ?? name,
    endpointPrefix: text(api, 'endpointPrefix'),
    signingName: text(sigv4, 'name'),
    protocol: findProtocol(view),
    defaultOperation: standard?.[0] ?? null,
    traits: keepTraits(view, service.traits) ?? {},
  };
}

/** The trait on the service whose own definition says that it is a protocol; by its known namespaces where the model has no definition. */
function findProtocol(view: ApiView): string | null {
  const ids = [...view.service.traits.keys()].sort();
  const defined = ids.find((id) => view.model.shapes.get(id)?.traits.has('smithy.api#protocolDefinition'));
  return defined ?? ids.find((id) => /^(?:aws|smithy)\.protocols#/.test(id)) ?? null;
}

function describeOperation(view: ApiView, operation: OperationShape): OperationEntry {
  const http = readTrait(operation, 'http');
  const { method, uri, code } = isObject(http) ? http : {};
  return {
    http:
      typeof method === 'string' && typeof uri === 'string'
        ? { method, uri, code: typeof code === 'number' ? code : 200 }
        : null,
    input: lookUp(view, operation.input).name,
    output: lookUp(view, operation.output).name,
    errors: listErrors(view.service, operation).map((id) => lookUp(view, id).name),
    traits: keepTraits(view, operation.traits) ?? {},
  };
}

function describeShape(view: ApiView, shape: DataShape): ShapeEntry {
  const kept = keepTraits(view, shape.traits);
  const traits = kept === undefined ? {} : { traits: kept };
  const values = readEnumValues(shape);
  const member = (name: string) => describeMember(view, readMembers(shape).get(name));
  switch (shape.type) {
    case 'structure':
    case 'union':
      return {
        type: shape.type,
        members: mapEntries(new Map(sortEntries(shape.members)), (m) => describeMember(view, m)),
        ...traits,
      };
    case 'list':
      return { type: 'list', member: member('member'), ...traits };
    case 'map':
      return { type: 'map', key: member('key'), value: member('value'), ...traits };
    case 'intEnum':
      return { type: 'intEnum', values: (values ?? []).map(({ value }) => Number(value)), ...traits };
    case 'enum':
      return { type: 'enum', values: (values ?? []).map(({ value }) => String(value)), ...traits };
    case 'string':
      if (values !== null) return { type: 'enum', values: values.map(({ value }) => String(value)), ...traits };
      return { type: 'string', ...traits };
    default:
      return { type: shape.type, ...traits };
  }
}

function describeMember(view: ApiView, member: Member | undefined): MemberEntry {
  if (member === undefined) throw new Error('a list or map without its member');
  const traits = keepTraits(view, member.traits);
  return {
    target: lookUp(view, member.target).name,
    ...(isRequired(member) ? { required: true as const } : {}),
    ...(traits === undefined ? {} : { traits }),
  };
}

function keepTraits(view: ApiView, traits: Traits): TableTraits | undefined {
  const kept: (readonly [string, JsonValue])[] = [];
  for (const [id, trait] of sortEntries(traits)) {
    const short = id.startsWith(prelude) ? id.slice(prelude.length) : id;
    if (!keptTraits.has(short) && !id.startsWith(vocabulary)) continue;
    const value = toJson(trait.value);
    kept.push([short, short === 'pattern' && typeof value === 'string' ? describePattern(view, value) : value]);
  }
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function describePattern(view: ApiView, pattern: string): JsonValue {
  const entry: PatternEntry = { pattern, regexp: view.patterns.get(pattern)?.regexp ?? null };
  return { pattern: entry.pattern, regexp: entry.regexp };
}

/** Finds the shapes from which a walk meets the vocabulary, and leaves out all others. */
function planPolicies(view: ApiView): Record<string, PlanEntry> {
  const own = (traits: Traits) => keepVocabulary(view, traits);
  const leading = new Set<string>();
  const reaches = (shape: DataShape) =>
    own(shape.traits) !== undefined ||
    [...readMembers(shape).values()].some(
      (m) => own(m.traits) !== undefined || leading.has(lookUp(view, m.target).name),
    );
  for (let before = -1; before < leading.size; ) {
    before = leading.size;
    for (const [name, shape] of view.shapes) if (!leading.has(name) && reaches(shape)) leading.add(name);
  }
  const plan: [string, PlanEntry][] = [];
  for (const [name, shape] of view.shapes) {
    if (!leading.has(name)) continue;
    const traits = own(shape.traits);
    const members: (readonly [string, PlanMember])[] = [];
    for (const [memberName, member] of sortEntries(readMembers(shape))) {
      const target = lookUp(view, member.target).name;
      const memberTraits = own(member.traits);
      if (memberTraits === undefined && !leading.has(target)) continue;
      members.push([
        memberName,
        { ...(leading.has(target) ? { target } : {}), ...(memberTraits === undefined ? {} : { traits: memberTraits }) },
      ]);
    }
    plan.push([
      name,
      {
        ...(traits === undefined ? {} : { traits }),
        ...(members.length === 0 ? {} : { members: Object.fromEntries(members) }),
      },
    ]);
  }
  return Object.fromEntries(plan);
}

function keepVocabulary(view: ApiView, traits: Traits): TableTraits | undefined {
  const kept = Object.entries(keepTraits(view, traits) ?? {}).filter(([id]) => id.startsWith(vocabulary));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
