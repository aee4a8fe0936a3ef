import { anchorPattern } from './full-match.ts';
import { findEntry, findText, findTexts, hasFlag, listEntries, makeTrait } from './node-maker.ts';
import type { ReadNode } from './placed-node.ts';
import type { DataDefinition, MemberDefinition, Reference, ShapeDefinition, TraitApplication } from './tree.ts';

const api = (name: string): string => `smithy.api#${name}`;

/** Shapes that every Smithy model has under these names. */
const preludeTypes: ReadonlyMap<string, string> = new Map(
  ['String', 'Blob', 'Boolean', 'Timestamp', 'Byte', 'Short', 'Integer', 'Long', 'Float', 'Double'].map((name) => [
    name,
    name.toLowerCase(),
  ]),
);
const types: ReadonlyMap<string, DataDefinition['type']> = new Map([
  ['character', 'string'],
  ['bigdecimal', 'bigDecimal'],
  ['biginteger', 'bigInteger'],
  ...[...preludeTypes.values()].map((type) => [type, type] as [string, DataDefinition['type']]),
  ['list', 'list'],
  ['map', 'map'],
  ['structure', 'structure'],
]);
const timestampFormats: ReadonlyMap<string, string> = new Map([
  ['iso8601', 'date-time'],
  ['rfc822', 'http-date'],
  ['unixTimestamp', 'epoch-seconds'],
]);

/** Reads the shapes of a `service-2.json`; each makes at most one definition. */
export class Service2Shapes {
  readonly #namespace: string;
  readonly #protocol: string;
  readonly #shapes: ReadonlyMap<string, ReadNode>;
  readonly #streaming = new Set<string>();
  /** How often a shape is named, and whether as an input or output. */
  readonly #uses = new Map<string, number>();
  readonly #roles = new Map<string, 'input' | 'output'>();

  constructor(root: ReadNode, namespace: string, protocol: string) {
    this.#namespace = namespace;
    this.#protocol = protocol;
    this.#shapes = listEntries(root, 'shapes');
    for (const shape of this.#shapes.values()) {
      for (const member of listEntries(shape, 'members').values()) {
        if (hasFlag(member, 'streaming')) this.#streaming.add(findText(member, 'shape') ?? '');
        this.#count(member);
      }
      for (const name of ['member', 'key', 'value']) this.#count(findEntry(shape, name));
    }
    for (const operation of listEntries(root, 'operations').values())
      for (const name of ['input', 'output'] as const) {
        const node = findEntry(operation, name);
        this.#count(node);
        this.#roles.set(findText(node, 'shape') ?? '', name);
      }
  }

  #count(node: ReadNode | undefined): void {
    const name = findText(node, 'shape') ?? '';
    this.#uses.set(name, (this.#uses.get(name) ?? 0) + 1);
  }

  has(name: string): boolean {
    return this.#shapes.has(name);
  }

  refer(node: ReadNode | undefined): Reference | null {
    const name = findText(node, 'shape');
    if (node === undefined || name === undefined) return null;
    return { name: this.#isPrelude(name) ? api(name) : `${this.#namespace}#${name}`, place: node };
  }

  #isPrelude(name: string): boolean {
    const shape = this.#shapes.get(name);
    const type = findText(shape, 'type');
    if (shape?.kind !== 'object' || type === undefined || preludeTypes.get(name) !== type) return false;
    return shape.entries.every(({ key }) => key === 'type' || key === 'box') && !this.#streaming.has(name);
  }

  readAll(): ShapeDefinition[] {
    return [...this.#shapes].flatMap(([name, shape]) => (this.#isPrelude(name) ? [] : [this.#readShape(name, shape)]));
  }

  #readShape(name: string, shape: ReadNode): ShapeDefinition {
    const type = this.#typeOf(shape);
    const traits = [...readDocumentation(shape), ...this.#readShapeTraits(name, shape, type)];
    const base = { id: `${this.#namespace}#${name}`, place: shape, version: '2.0' as const, traits, mixins: [] };
    return { ...base, type, members: this.#readMembers(shape, type), resource: null };
  }

  #typeOf(shape: ReadNode): DataDefinition['type'] {
    if (findEntry(shape, 'enum') !== undefined) return 'enum';
    if (hasFlag(shape, 'document')) return 'document';
    if (hasFlag(shape, 'union') || hasFlag(shape, 'eventstream')) return 'union';
    return types.get(findText(shape, 'type') ?? '') ?? 'document';
  }

  *#readShapeTraits(name: string, shape: ReadNode, type: DataDefinition['type']): Generator<TraitApplication> {
    const [min, max, pattern] = ['min', 'max', 'pattern'].map((key) => findEntry(shape, key));
    const bounds = min ?? max;
    const isNumber = !['string', 'blob', 'list', 'map', 'enum'].includes(type);
    // A length is never less than 0, so beside a maximum that says nothing.
    const isEmpty = !isNumber && max !== undefined && min?.kind === 'number' && min.value === 0;
    if (bounds !== undefined && type !== 'enum')
      yield makeTrait(api(isNumber ? 'range' : 'length'), bounds, { min: isEmpty ? undefined : min, max });
    if (pattern?.kind === 'string' && type === 'string')
      yield makeTrait(api('pattern'), pattern, anchorPattern(pattern.value));
    const role = this.#uses.get(name) === 1 ? this.#roles.get(name) : undefined;
    if (role !== undefined && type === 'structure') yield makeTrait(api(role), shape);
    if (hasFlag(shape, 'sensitive')) yield makeTrait(api('sensitive'), shape);
    if (hasFlag(shape, 'eventstream') || hasFlag(shape, 'streaming') || this.#streaming.has(name))
      yield makeTrait(api('streaming'), shape);
    if (hasFlag(shape, 'requiresLength')) yield makeTrait(api('requiresLength'), shape);
    const format = timestampFormats.get(findText(shape, 'timestampFormat') ?? '');
    if (format !== undefined) yield makeTrait(api('timestampFormat'), shape, format);
    if (hasFlag(shape, 'exception') || findEntry(shape, 'error') !== undefined) yield* this.#readError(shape);
    yield* readDeprecation(shape);
  }

  *#readError(shape: ReadNode): Generator<TraitApplication> {
    const error = findEntry(shape, 'error');
    const status = findEntry(error, 'httpStatusCode');
    const sender = findEntry(error, 'senderFault');
    const isServer =
      hasFlag(shape, 'fault') ||
      (sender?.kind === 'boolean' && !sender.value) ||
      (status?.kind === 'number' && status.value >= 500);
    yield makeTrait(api('error'), error ?? shape, isServer ? 'server' : 'client');
    if (status !== undefined) yield makeTrait(api('httpError'), status, status);
    const code = findEntry(error, 'code');
    if (code !== undefined && this.#protocol === 'query')
      yield makeTrait('aws.protocols#awsQueryError', code, { code, httpResponseCode: status ?? 400 });
    if (findEntry(shape, 'retryable') !== undefined)
      yield makeTrait(
        api('retryable'),
        shape,
        hasFlag(findEntry(shape, 'retryable'), 'throttling') ? { throttling: true } : {},
      );
  }

  #readMembers(shape: ReadNode, type: DataDefinition['type']): MemberDefinition[] {
    switch (type) {
      case 'enum':
        return readEnumMembers(shape);
      case 'list':
        return this.#readNamed(shape, ['member']);
      case 'map':
        return this.#readNamed(shape, ['key', 'value']);
      case 'structure':
      case 'union': {
        const required = new Set(findTexts(shape, 'required'));
        const payload = findText(shape, 'payload');
        return [...listEntries(shape, 'members')].map(([name, member]) => {
          const traits = [...readDocumentation(member)];
          if (required.has(name)) traits.push(makeTrait(api('required'), member));
          traits.push(...this.#readMemberTraits(name, member));
          if (name === payload) traits.push(makeTrait(api('httpPayload'), member));
          return this.#makeMember(name, member, traits);
        });
      }
      default:
        return [];
    }
  }

  #readNamed(shape: ReadNode, names: readonly string[]): MemberDefinition[] {
    return names.flatMap((name) => {
      const member = findEntry(shape, name);
      if (member === undefined) return [];
      const xmlName = findText(member, 'locationName');
      const traits = [...readDocumentation(member)];
      if (this.#usesXml() && xmlName !== undefined && xmlName !== name)
        traits.push(makeTrait(api('xmlName'), member, xmlName));
      return [this.#makeMember(name, member, traits)];
    });
  }

  #makeMember(name: string, member: ReadNode, traits: TraitApplication[]): MemberDefinition {
    return { name, place: member, target: this.refer(member)?.name ?? null, elided: false, traits };
  }

  #usesXml(): boolean {
    return this.#protocol === 'query' || this.#protocol === 'ec2' || this.#protocol === 'rest-xml';
  }

  *#readMemberTraits(name: string, member: ReadNode): Generator<TraitApplication> {
    const locationName = findText(member, 'locationName') ?? name;
    const target = this.#shapes.get(findText(member, 'shape') ?? '');
    switch (findText(member, 'location')) {
      case 'uri':
        yield makeTrait(api('httpLabel'), member);
        break;
      case 'querystring':
        if (findText(target, 'type') === 'map') yield makeTrait(api('httpQueryParams'), member);
        else yield makeTrait(api('httpQuery'), member, locationName);
        break;
      case 'header':
        yield makeTrait(api('httpHeader'), member, locationName);
        break;
      case 'headers':
        yield makeTrait(api('httpPrefixHeaders'), member, findText(member, 'locationName') ?? '');
        break;
      case 'statusCode':
        yield makeTrait(api('httpResponseCode'), member);
        break;
      default:
        if (locationName !== name && this.#protocol === 'rest-json')
          yield makeTrait(api('jsonName'), member, locationName);
        if (locationName !== name && this.#usesXml()) yield makeTrait(api('xmlName'), member, locationName);
    }
    const format = timestampFormats.get(findText(member, 'timestampFormat') ?? '');
    if (format !== undefined) yield makeTrait(api('timestampFormat'), member, format);
    for (const flag of ['idempotencyToken', 'hostLabel', 'xmlAttribute'] as const)
      if (hasFlag(member, flag)) yield makeTrait(api(flag), member);
    if (hasFlag(member, 'eventpayload')) yield makeTrait(api('eventPayload'), member);
    if (hasFlag(member, 'eventheader')) yield makeTrait(api('eventHeader'), member);
    if (hasFlag(member, 'flattened') || hasFlag(target, 'flattened')) yield makeTrait(api('xmlFlattened'), member);
    const namespace = findEntry(member, 'xmlNamespace');
    const uri = findEntry(namespace, 'uri');
    if (uri !== undefined) yield makeTrait(api('xmlNamespace'), uri, { uri, prefix: findEntry(namespace, 'prefix') });
    const queryName = findEntry(member, 'queryName');
    if (queryName !== undefined) yield makeTrait('aws.protocols#ec2QueryName', queryName, queryName);
    const context = findEntry(findEntry(member, 'contextParam'), 'name');
    if (context !== undefined) yield makeTrait('smithy.rules#contextParam', context, { name: context });
    yield* readDeprecation(member);
  }
}

/** What an operation, a shape or a member says of itself in words. */
export function* readDocumentation(node: ReadNode): Generator<TraitApplication> {
  const documentation = findEntry(node, 'documentation');
  if (documentation?.kind === 'string') yield makeTrait(api('documentation'), documentation, documentation);
}

/** `deprecated` with what goes with it. */
export function* readDeprecation(node: ReadNode): Generator<TraitApplication> {
  if (hasFlag(node, 'deprecated'))
    yield makeTrait(api('deprecated'), node, {
      message: findEntry(node, 'deprecatedMessage'),
      since: findEntry(node, 'deprecatedSince'),
    });
}

/** `IN_PROGRESS` for `InProgress`: the file has the values alone. */
function readEnumMembers(shape: ReadNode): MemberDefinition[] {
  const values = findEntry(shape, 'enum');
  const names = new Set<string>();
  if (values?.kind !== 'array') return [];
  return values.elements.flatMap((node): MemberDefinition[] => {
    const value = node as ReadNode;
    if (value.kind !== 'string') return [];
    const words = value.value
      .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
      .replaceAll(/\W+/g, '_')
      .toUpperCase();
    const base = /^[A-Z_]/.test(words) ? words : `_${words}`;
    let name = base;
    for (let n = 2; names.has(name); n++) name = `${base}_${n}`;
    names.add(name);
    return [{ name, place: value, target: null, elided: false, traits: [makeTrait(api('enumValue'), value, value)] }];
  });
}
