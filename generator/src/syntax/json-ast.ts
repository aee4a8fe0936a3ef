import type { ModelEvent } from '@shapegate/validator/leaves';
import { BindingReader, nameKind } from './bindings.ts';
import { makeEvent } from './event.ts';
import { JsonFault, readJson } from './json-reader.ts';
import { absoluteId, identifier } from './names.ts';
import type { Node, NodeEntry } from './node.ts';
import { type Place, SourceText } from './place.ts';
import { entryPlace } from './placed-node.ts';
import {
  type Application,
  type MemberDefinition,
  type MetadataEntry,
  type OperationDefinition,
  type Reference,
  type ShapeDefinition,
  type SmithyVersion,
  type SourceTree,
  simpleTypes,
  type TraitApplication,
} from './tree.ts';
import { readVersion } from './version.ts';

const memberTypes: ReadonlySet<string> = new Set([
  ...simpleTypes,
  'structure',
  'union',
  'enum',
  'intEnum',
  'list',
  'set',
  'map',
]);
const memberProperties: ReadonlySet<string> = new Set(['target', 'traits']);
const listProperties: ReadonlySet<string> = new Set(['type', 'traits', 'mixins', 'member']);
const mapProperties: ReadonlySet<string> = new Set(['type', 'traits', 'mixins', 'key', 'value']);
const aggregateProperties: ReadonlySet<string> = new Set(['type', 'traits', 'mixins', 'members']);
const simpleProperties: ReadonlySet<string> = new Set(['type', 'traits', 'mixins']);
const operationProperties: ReadonlySet<string> = new Set(['type', 'traits', 'mixins', 'input', 'output', 'errors']);
const rootProperties: ReadonlySet<string> = new Set(['smithy', 'metadata', 'shapes']);
const noEntries: readonly NodeEntry[] = [];
/** Up to this many keys are compared with one another; most objects of an AST have two or three. */
const fewKeys = 12;

/** Reads a Smithy JSON AST, 1.0 or 2.0. What is wrong becomes an event; the rest of the file is still read. */
export function readJsonAst(file: string, text: string): { tree: SourceTree; events: ModelEvent[] } {
  const events: ModelEvent[] = [];
  const source = new SourceText(file, text);
  const reader = new AstReader(source, events);
  const root = readJson(source);
  if (root instanceof JsonFault) {
    const place = source.place(root.offset, Math.min(root.offset + 1, text.length));
    events.push(makeEvent('error', 'Model', place, { message: `not JSON: ${root.message}` }));
  } else reader.readRoot(root);
  return { tree: reader.tree(), events };
}

class AstReader {
  readonly #source: SourceText;
  readonly #events: ModelEvent[];
  readonly #bindings: BindingReader;
  readonly #metadata: MetadataEntry[] = [];
  readonly #definitions: ShapeDefinition[] = [];
  readonly #applications: Application[] = [];
  readonly #traitIds = new Map<string, string>();
  #version: SmithyVersion = '1.0';

  constructor(source: SourceText, events: ModelEvent[]) {
    this.#source = source;
    this.#events = events;
    this.#bindings = new BindingReader('ast', events);
  }

  tree(): SourceTree {
    return {
      file: this.#source.file,
      version: this.#version,
      namespace: null,
      uses: [],
      metadata: this.#metadata,
      definitions: this.#definitions,
      applications: this.#applications,
      syntacticIds: [],
    };
  }

  #report(place: Place, message: string, shape: string | null = null): void {
    this.#bindings.report(place, message, shape);
  }

  readRoot(root: Node): void {
    const properties = this.#readObject(root, 'the model');
    const version = findValue(properties, 'smithy');
    if (version === undefined) this.#report(root, 'found no `smithy`, expected the version of the model');
    else {
      const read = version.kind === 'string' ? readVersion(version.value) : null;
      if (read === null) this.#report(version, 'unsupported Smithy version, expected `"1.0"` or `"2.0"`');
      else this.#version = read;
    }
    const metadata = findValue(properties, 'metadata');
    if (metadata !== undefined)
      for (const entry of this.#readObject(metadata, 'the metadata'))
        this.#metadata.push({ key: entry.key, value: entry.value, place: entryPlace(entry) });
    const shapes = findValue(properties, 'shapes');
    if (shapes !== undefined) for (const entry of this.#readObject(shapes, 'the shapes')) this.#readShape(entry);
    this.#warnOfOthers(properties, rootProperties, null);
  }

  /** One warning for all the keys of an object that mean nothing there. */
  #warnOfOthers(entries: readonly NodeEntry[], known: ReadonlySet<string>, shape: string | null): void {
    const first = entries.find(({ key }) => !known.has(key));
    if (first === undefined) return;
    const others = entries.filter(({ key }) => !known.has(key));
    const list = (keys: Iterable<string>): string => [...keys].map((key) => `\`${key}\``).join(', ');
    const message = `found ${list(others.map(({ key }) => key))}, expected only ${list(known)}`;
    this.#events.push(makeEvent('warning', 'Model', entryPlace(first), { message, shape }));
  }

  /** The entries of an object; the first of two equal keys is kept and the second is reported. */
  #readObject(node: Node, what: string, shape: string | null = null): readonly NodeEntry[] {
    if (node.kind !== 'object') {
      this.#report(node, `found ${nameKind(node)}, expected an object: ${what}`, shape);
      return noEntries;
    }
    const { entries } = node;
    if (!hasRepeatedKey(entries)) return entries;
    const keys = new Set<string>();
    return entries.filter((entry) => {
      if (keys.has(entry.key)) this.#report(entryPlace(entry), `\`${entry.key}\` stands twice in ${what}`, shape);
      return keys.size < keys.add(entry.key).size;
    });
  }

  #readShape(entry: NodeEntry): void {
    const id = entry.key;
    const place = entryPlace(entry);
    if (!absoluteId.test(id)) {
      this.#report(place, `found \`${id}\`, expected an absolute shape id`);
      return;
    }
    const properties = this.#readObject(entry.value, 'the shape', id);
    const type = findValue(properties, 'type');
    if (type?.kind !== 'string') {
      this.#report(type ?? place, 'found no `type`, expected the type of the shape', id);
      return;
    }
    const traits = this.#readTraits(findValue(properties, 'traits'), id);
    if (type.value === 'apply') {
      this.#applications.push({ target: { name: id, place }, traits });
      return;
    }
    if (id.includes('$')) {
      this.#report(place, `found member \`${id}\`, expected the id of a shape`, id);
      return;
    }
    // What services and resources bind is read, and its keys are looked at, elsewhere.
    if (type.value !== 'service' && type.value !== 'resource')
      this.#warnOfOthers(properties, propertiesOf(type.value), id);
    const base = {
      id,
      place,
      version: this.#version,
      traits,
      mixins: this.#bindings.readReferences(findValue(properties, 'mixins'), id),
    };
    if (type.value === 'operation') this.#definitions.push(this.#readOperation(base, properties));
    else if (type.value === 'service')
      this.#definitions.push({ ...base, type: 'service', ...this.#bindings.readService(entry.value, id) });
    else if (type.value === 'resource') {
      this.#checkResource(properties, id);
      this.#definitions.push({ ...base, type: 'resource', ...this.#bindings.readResource(entry.value, id) });
    } else if (memberTypes.has(type.value)) {
      const dataType = type.value as Extract<ShapeDefinition, { members: unknown }>['type'];
      this.#definitions.push({
        ...base,
        type: dataType,
        members: this.#readMembers(dataType, properties, id),
        resource: null,
      });
    } else this.#report(type, `unknown shape type \`${type.value}\``, id);
  }

  #checkResource(properties: readonly NodeEntry[], id: string): void {
    const entry = findEntry(properties, 'properties');
    if (entry !== undefined && this.#version === '1.0')
      this.#report(entryPlace(entry), 'resource properties need Smithy version 2', id);
  }

  #readOperation(
    base: Pick<OperationDefinition, 'id' | 'place' | 'version' | 'traits' | 'mixins'>,
    properties: readonly NodeEntry[],
  ): OperationDefinition {
    const read = (name: string): Reference | null => {
      const entry = findEntry(properties, name);
      return entry === undefined ? null : this.#bindings.readReference(entry.value, base.id);
    };
    const errors = this.#bindings.readReferences(findValue(properties, 'errors'), base.id);
    return { ...base, type: 'operation', input: read('input'), output: read('output'), errors };
  }

  #readMembers(type: string, properties: readonly NodeEntry[], id: string): MemberDefinition[] {
    const members: MemberDefinition[] = [];
    for (const entry of this.#listMembers(type, properties, id)) {
      const member = this.#readMember(entry, id, type);
      if (member !== null) members.push(member);
    }
    return members;
  }

  #listMembers(type: string, properties: readonly NodeEntry[], id: string): readonly NodeEntry[] {
    if (type === 'list' || type === 'set') return properties.filter(({ key }) => key === 'member');
    if (type === 'map') return ['key', 'value'].flatMap((name) => findEntry(properties, name) ?? []);
    const node = findValue(properties, 'members');
    return node === undefined ? noEntries : this.#readObject(node, 'the members', id);
  }

  #readMember(entry: NodeEntry, shape: string, type: string): MemberDefinition | null {
    const id = `${shape}$${entry.key}`;
    if (!identifier.test(entry.key))
      this.#report(entryPlace(entry), `found member \`${entry.key}\`, expected letters, digits and underscores`, id);
    const properties = this.#readMemberProperties(entry.value, id);
    // The members of an enum have a target in every AST (Unit), and none of ours needs it.
    const isEnum = type === 'enum' || type === 'intEnum';
    const target = isEnum ? null : this.#bindings.readReference(entry.value, id);
    if (target === null && !isEnum) return null;
    const traits = this.#readTraits(findValue(properties, 'traits'), id);
    return { name: entry.key, place: entryPlace(entry), target, elided: false, traits };
  }

  #readMemberProperties(node: Node, id: string): readonly NodeEntry[] {
    if (node.kind === 'object' && isPlainMember(node.entries)) return node.entries;
    const properties = this.#readObject(node, 'the member', id);
    this.#warnOfOthers(properties, memberProperties, id);
    return properties;
  }

  #readTraits(node: Node | undefined, shape: string): TraitApplication[] {
    const traits: TraitApplication[] = [];
    if (node === undefined) return traits;
    for (const entry of this.#readObject(node, 'the traits', shape)) {
      const place = entryPlace(entry);
      const id = this.#knowTraitId(entry.key);
      if (id !== null) traits.push({ id, value: entry.value, place });
      else this.#report(place, `found trait \`${entry.key}\`, expected an absolute shape id`, shape);
    }
    return traits;
  }

  /** Null where it is none. A model names few traits many times, and a map finds one string faster than its equal. */
  #knowTraitId(id: string): string | null {
    const known = this.#traitIds.get(id);
    if (known !== undefined) return known;
    if (!absoluteId.test(id)) return null;
    this.#traitIds.set(id, id);
    return id;
  }
}

/** True for the properties of nearly every member: nothing that has to be reported. */
function isPlainMember([first, second, third]: readonly NodeEntry[]): boolean {
  return first?.key === 'target' && (second === undefined || (second.key === 'traits' && third === undefined));
}

function findEntry(entries: readonly NodeEntry[], key: string): NodeEntry | undefined {
  for (const entry of entries) if (entry.key === key) return entry;
  return undefined;
}

function findValue(entries: readonly NodeEntry[], key: string): Node | undefined {
  return findEntry(entries, key)?.value;
}

function hasRepeatedKey(entries: readonly NodeEntry[]): boolean {
  const { length } = entries;
  if (length > fewKeys) return new Set(entries.map(({ key }) => key)).size < length;
  for (let at = 1; at < length; at++)
    for (let before = 0; before < at; before++) if (entries[at]?.key === entries[before]?.key) return true;
  return false;
}

function propertiesOf(type: string): ReadonlySet<string> {
  switch (type) {
    case 'list':
    case 'set':
      return listProperties;
    case 'map':
      return mapProperties;
    case 'structure':
    case 'union':
    case 'enum':
    case 'intEnum':
      return aggregateProperties;
    case 'operation':
      return operationProperties;
    default:
      return simpleProperties;
  }
}
