import type { JsonObject, JsonValue, ModelEvent } from '@shapegate/validator/leaves';
import { isObject, ownValue } from '@shapegate/validator/leaves';
import type { OperationShape, Shape, ShapeId } from '../model/model.ts';
import { type ApiView, readTrait } from './api-view.ts';
import type { ImportStatement } from './file.ts';
import { NameScope } from './identifier.ts';
import { nameTypes, type TypeNames } from './types.ts';

/** What the client's emitters are given: the part of a model that one client is made of, and every name in it. */
export interface ClientSubject {
  readonly view: ApiView;
  readonly types: TypeNames;
  readonly names: ClientNames;
}

/** The exported names of a client beside those of its types; none stands twice. */
export interface ClientNames {
  /** Such as `ParcelsClient`. */
  readonly client: string;
  /** What all exceptions of the service extend. */
  readonly baseException: string;
  /** The unions of all inputs and of all outputs. */
  readonly serviceInput: string;
  readonly serviceOutput: string;
  /** By shape id: the schema constants of operations, aggregates and marked simple shapes. */
  readonly schemas: ReadonlyMap<ShapeId, string>;
  /** By operation name. */
  readonly commands: ReadonlyMap<string, string>;
  readonly pages: ReadonlyMap<string, string>;
  readonly items: ReadonlyMap<string, string>;
}

/** What generated files import or declare beside the model's names. */
const ownNames = [
  'AsyncGenerator',
  'Command',
  'ClientConfiguration',
  'EndpointParameterInstructions',
  'EndpointRules',
  'Error',
  'ExceptionOptions',
  'MetadataBearer',
  'NonNullable',
  'PaginateOptions',
  'ResolvedConfiguration',
  'ServiceClient',
  'ServiceDescription',
  'ServiceException',
  'TypeRegistry',
  'addEndpoint',
  'commands',
  'createErrorRegistry',
  'endpointOnly',
  'endpointParameters',
  'endpointRules',
  'listItems',
  'paginate',
  'registerErrors',
  'service',
];

/** Names everything that a client exports. */
export function nameClient(view: ApiView): ClientSubject {
  const types = nameTypes(view);
  const scope = new NameScope([...ownNames, ...types.values()]);
  const sdkId = readMember(readTrait(view.service, 'aws.api#service'), 'sdkId') ?? serviceName(view);
  const prefix = sdkId.replace(/[^A-Za-z0-9]+/g, '');
  const schemas = new Map<ShapeId, string>();
  for (const [name, shape] of [...view.shapes, ...view.operations]) schemas.set(shape.id, scope.take(`${name}$`));
  const nameAll = (form: (name: string) => string) =>
    new Map([...view.operations.keys()].map((name) => [name, scope.take(form(name))] as const));
  const names: ClientNames = {
    client: scope.take(`${prefix}Client`),
    baseException: scope.take(`${prefix}ServiceException`),
    serviceInput: scope.take('ServiceInput'),
    serviceOutput: scope.take('ServiceOutput'),
    schemas,
    commands: nameAll((name) => `${name}Command`),
    pages: nameAll((name) => `paginate${name}`),
    items: nameAll((name) => `iterate${name}`),
  };
  return { view, types, names };
}

/** The service's name without its namespace. */
export function serviceName(view: ApiView): string {
  return view.service.id.slice(view.service.id.indexOf('#') + 1);
}

/** A member of a JSON mapping where it is text; undefined otherwise. */
export function readMember(value: JsonValue | undefined, key: string): string | undefined {
  const text = isObject(value) ? ownValue(value, key) : undefined;
  return typeof text === 'string' ? text : undefined;
}

/** A trait's value where it is a mapping; undefined otherwise. */
export function readMapping(holder: Pick<Shape, 'traits'>, id: string): JsonObject | undefined {
  const value = readTrait(holder, id);
  return isObject(value) ? value : undefined;
}

/** True for the input or output of an operation that has none. */
export function isUnit(id: ShapeId): boolean {
  return id === 'smithy.api#Unit';
}

/**
 * A name of ours in a generated file, imported or declared: marked with `$`, which the name of no shape has, where a
 * type of the model is called the same.
 */
export function ownName({ types }: ClientSubject, name: string): string {
  return new Set(types.values()).has(name) ? `$${name}` : name;
}

/** An import of names of ours from our packages or from a sibling that declares them with `ownName`. */
export function importOwn(
  subject: ClientSubject,
  from: string,
  names: readonly string[],
  types: readonly string[] = [],
): ImportStatement {
  const isSibling = from.startsWith('.');
  const alias = (name: string) => {
    const own = ownName(subject, name);
    return own === name || isSibling ? own : `${name} as ${own}`;
  };
  return { kind: 'import', from, names: names.map(alias), types: types.map(alias) };
}

/** The types of an operation's input and output; an empty mapping where the operation has none. */
export function typesOf({ types }: ClientSubject, operation: OperationShape): { input: string; output: string } {
  const nameOf = (id: ShapeId) => (isUnit(id) ? undefined : types.get(id));
  return { input: nameOf(operation.input) ?? 'Record<string, never>', output: nameOf(operation.output) ?? 'object' };
}

/** Of some types' texts, those that `types.ts` declares; sorted, each once. */
export function keepDeclared({ types }: ClientSubject, texts: Iterable<string>): string[] {
  const declared = new Set(types.values());
  return [...new Set(texts)].filter((text) => declared.has(text)).sort();
}

/** An event about the service or one of its shapes, at the shape's place. */
export function createClientEvent(
  shape: Shape,
  rule: string,
  severity: ModelEvent['severity'],
  message: string,
  help = '',
): ModelEvent {
  return { rule, severity, message, help, file: shape.place.file, range: shape.place.range, shape: shape.id };
}
