import type { ModelEvent } from '@shapegate/validator/leaves';
import { isDataType, memberProperties, propertiesOf, rootProperties } from './ast-properties.ts';
import { BindingReader, nameKind } from './bindings.ts';
import { makeEvent } from './event.ts';
import { type EntryVisitor, JsonFault, readJson } from './json-reader.ts';
import { identifier } from './names.ts';
import type { NodeEntry } from './node.ts';
import { type Place, SourceText } from './place.ts';
import { entryPlace, type ObjectEntry, PlacedTrait, type ReadNode } from './placed-node.ts';
import type {
  Application,
  MemberDefinition,
  MetadataEntry,
  OperationDefinition,
  Reference,
  ShapeDefinition,
  SmithyVersion,
  SourceTree,
  TraitApplication,
} from './tree.ts';
import { readVersion } from './version.ts';

const noEntries: readonly ObjectEntry[] = [];
const noMembers: readonly MemberDefinition[] = [];
const noTraits: readonly TraitApplication[] = [];
const noIds: ReadonlySet<string> = new Set();
/** Up to this many keys are compared with one another; most objects of an AST have two or three. */
const fewKeys = 12;

/** Reads a Smithy JSON AST, 1.0 or 2.0. What is wrong becomes an event; the rest of the file is still read. */
export function readJsonAst(file: string, text: string): { tree: SourceTree; events: ModelEvent[] } {
  const source = new SourceText(file, text);
  const events: ModelEvent[] = [];
  const reader = new AstReader(source, events);
  const root = readJson(source, reader);
  if (root instanceof JsonFault) {
    const place = source.place(root.offset, Math.min(root.offset + 1, text.length));
    const event = makeEvent('error', 'Model', place, { message: `not JSON: ${root.message}` });
    return { tree: { ...new AstReader(source, []).tree(), lostIds: null }, events: [event] };
  }
  reader.readRoot(root);
  return { tree: reader.tree(), events };
}

class AstReader implements EntryVisitor {
  readonly key = 'shapes';
  readonly #source: SourceText;
  readonly #events: ModelEvent[];
  readonly #bindings: BindingReader;
  readonly #metadata: MetadataEntry[] = [];
  readonly #definitions: ShapeDefinition[] = [];
  readonly #applications: Application[] = [];
  readonly #shapeIds = new Set<string>();
  readonly #traitIds = new Set<string>();
  /** Shapes that stand before the version of the model; null where they need not wait for it. */
  #waiting: ObjectEntry[] | null = [];
  #version: SmithyVersion = '1.0';
  // What is read of a list, which is then cut to its size: one that grows has room for sixteen more.
  readonly #members: MemberDefinition[] = [];
  readonly #traits: TraitApplication[] = [];

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
      traitIds: this.#traitIds,
      lostIds: this.#listLost(),
    };
  }

  /** Most files define what they name; the rest, to apply traits or because it could not be read, is looked for then. */
  #listLost(): ReadonlySet<string> {
    if (this.#shapeIds.size === this.#definitions.length) return noIds;
    const read = new Set(this.#definitions.map(({ id }) => id));
    for (const { target } of this.#applications) read.add(target.name);
    return new Set([...this.#shapeIds].filter((id) => !read.has(id)));
  }

  #report(place: Place, message: string, shape: string | null = null): void {
    this.#bindings.report(place, message, shape);
  }

  begin(before: readonly ObjectEntry[]): void {
    const version = findValue(before, 'smithy');
    if (version === undefined) return;
    this.#version = findVersion(version) ?? this.#version;
    this.#waiting = null;
  }

  visit(entry: ObjectEntry): void {
    if (this.#waiting === null) this.#readShape(entry);
    else this.#waiting.push(entry);
  }

  readRoot(root: ReadNode): void {
    const properties = this.#readObject(root, 'the model');
    const version = findValue(properties, 'smithy');
    if (version === undefined) this.#report(root, 'found no `smithy`, expected the version of the model');
    else {
      const read = findVersion(version);
      if (read === null) this.#report(version, 'unsupported Smithy version, expected `"1.0"` or `"2.0"`');
      else this.#version = read;
    }
    for (const entry of this.#waiting ?? []) this.#readShape(entry);
    const metadata = findValue(properties, 'metadata');
    if (metadata !== undefined)
      for (const entry of this.#readObject(metadata, 'the metadata'))
        this.#metadata.push({ key: entry.key, value: entry.value, place: entryPlace(entry) });
    const shapes = findValue(properties, 'shapes');
    if (shapes !== undefined) this.#readObject(shapes, 'the shapes');
    this.#warnOfOthers(properties, rootProperties, null);
  }

  /** One warning for all the keys of an object that mean nothing there. */
  #warnOfOthers(entries: readonly NodeEntry[], known: ReadonlySet<string>, shape: string | null): void {
    let first: NodeEntry | null = null;
    for (const entry of entries) if (!known.has(entry.key)) first ??= entry;
    if (first === null) return;
    const others = entries.filter(({ key }) => !known.has(key));
    const list = (keys: Iterable<string>): string => [...keys].map((key) => `\`${key}\``).join(', ');
    const message = `found ${list(others.map(({ key }) => key))}, expected only ${list(known)}`;
    this.#events.push(makeEvent('warning', 'Model', entryPlace(first), { message, shape }));
  }

  /** The entries of an object; the first of two equal keys is kept and the second is reported. */
  #readObject(node: ReadNode, what: string, shape: string | null = null): readonly ObjectEntry[] {
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

  #readShape(entry: ObjectEntry): void {
    const place = entry.keyPlace();
    if (this.#shapeIds.has(entry.key)) {
      this.#report(place, `\`${entry.key}\` stands twice in the shapes`);
      return;
    }
    this.#shapeIds.add(entry.key);
    const id = this.#bindings.knowId(entry.key);
    if (id === null) {
      this.#report(place, `found \`${entry.key}\`, expected an absolute shape id`);
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
    const mixins = this.#bindings.readReferences(findValue(properties, 'mixins'), id);
    const base = { id, place, version: this.#version, traits, mixins };
    if (type.value === 'operation') this.#definitions.push(this.#readOperation(base, properties));
    else if (type.value === 'service')
      this.#definitions.push({ ...base, type: 'service', ...this.#bindings.readService(entry.value, id) });
    else if (type.value === 'resource') {
      this.#checkResource(properties, id);
      this.#definitions.push({ ...base, type: 'resource', ...this.#bindings.readResource(entry.value, id) });
    } else if (isDataType(type.value)) {
      const members = this.#readMembers(type.value, properties, id);
      this.#definitions.push({
        id,
        place,
        version: this.#version,
        traits,
        mixins,
        type: type.value,
        members,
        resource: null,
      });
    } else this.#report(type, `unknown shape type \`${type.value}\``, id);
  }

  #checkResource(properties: readonly ObjectEntry[], id: string): void {
    const entry = findEntry(properties, 'properties');
    if (entry !== undefined && this.#version === '1.0')
      this.#report(entryPlace(entry), 'resource properties need Smithy version 2', id);
  }

  #readOperation(
    base: Pick<OperationDefinition, 'id' | 'place' | 'version' | 'traits' | 'mixins'>,
    properties: readonly ObjectEntry[],
  ): OperationDefinition {
    const errors = this.#bindings.readReferences(findValue(properties, 'errors'), base.id);
    const input = this.#readBound(properties, 'input', base.id);
    const output = this.#readBound(properties, 'output', base.id);
    const { id, place, version, traits, mixins } = base;
    return { id, place, version, traits, mixins, type: 'operation', input, output, errors };
  }

  #readBound(properties: readonly ObjectEntry[], name: string, shape: string): Reference | null {
    const value = findValue(properties, name);
    return value === undefined ? null : this.#bindings.readReference(value, shape);
  }

  #readMembers(type: string, properties: readonly ObjectEntry[], id: string): readonly MemberDefinition[] {
    const entries = this.#listMembers(type, properties, id);
    if (entries.length === 0) return noMembers;
    let count = 0;
    for (const entry of entries) {
      const member = this.#readMember(entry, id, type);
      if (member !== null) this.#members[count++] = member;
    }
    return this.#members.slice(0, count);
  }

  #listMembers(type: string, properties: readonly ObjectEntry[], id: string): readonly ObjectEntry[] {
    if (type === 'list' || type === 'set') return properties.filter(({ key }) => key === 'member');
    if (type === 'map') return ['key', 'value'].flatMap((name) => findEntry(properties, name) ?? []);
    const node = findValue(properties, 'members');
    return node === undefined ? noEntries : this.#readObject(node, 'the members', id);
  }

  #readMember(entry: ObjectEntry, shape: string, type: string): MemberDefinition | null {
    const { key: name, value } = entry;
    const id = `${shape}$${name}`;
    if (!identifier.test(name))
      this.#report(entry.keyPlace(), `found member \`${name}\`, expected letters, digits and underscores`, id);
    const properties = this.#readMemberProperties(value, id);
    // The members of an enum have a target in every AST (Unit), and none of ours needs it.
    const isEnum = type === 'enum' || type === 'intEnum';
    const target = isEnum ? null : (this.#bindings.readReference(value, id)?.name ?? null);
    if (target === null && !isEnum) return null;
    const traits = this.#readTraits(findValue(properties, 'traits'), id);
    return { name, place: entry.keyPlace(), target, elided: false, traits };
  }

  #readMemberProperties(node: ReadNode, id: string): readonly ObjectEntry[] {
    if (node.kind === 'object' && isPlainMember(node.entries)) return node.entries;
    const properties = this.#readObject(node, 'the member', id);
    this.#warnOfOthers(properties, memberProperties, id);
    return properties;
  }

  #readTraits(node: ReadNode | undefined, shape: string): readonly TraitApplication[] {
    if (node === undefined) return noTraits;
    let count = 0;
    for (const entry of this.#readObject(node, 'the traits', shape)) {
      const id = this.#bindings.knowId(entry.key);
      if (id !== null) {
        this.#traitIds.add(id);
        this.#traits[count++] = new PlacedTrait(id, entry);
      } else this.#report(entry, `found trait \`${entry.key}\`, expected an absolute shape id`, shape);
    }
    return count === 0 ? noTraits : this.#traits.slice(0, count);
  }
}

/** Null where the node is none that is known. */
function findVersion(node: ReadNode): SmithyVersion | null {
  return node.kind === 'string' ? readVersion(node.value) : null;
}

/** True for the properties of nearly every member: nothing that has to be reported. */
function isPlainMember(entries: readonly ObjectEntry[]): boolean {
  if (entries.length === 0 || entries.length > 2 || entries[0]?.key !== 'target') return false;
  return entries.length === 1 || entries[1]?.key === 'traits';
}

function findEntry(entries: readonly ObjectEntry[], key: string): ObjectEntry | undefined {
  for (const entry of entries) if (entry.key === key) return entry;
  return undefined;
}

function findValue(entries: readonly ObjectEntry[], key: string): ReadNode | undefined {
  for (const entry of entries) if (entry.key === key) return entry.value;
  return undefined;
}

function hasRepeatedKey(entries: readonly ObjectEntry[]): boolean {
  const { length } = entries;
  if (length > fewKeys) return new Set(entries.map(({ key }) => key)).size < length;
  for (let at = 1; at < length; at++) {
    const key = entries[at]?.key;
    for (let before = 0; before < at; before++) if (key === entries[before]?.key) return true;
  }
  return false;
}
