import type { ModelEvent } from '@shapegate/validator/leaves';
import { BindingReader } from './bindings.ts';
import type { NodeParser } from './node-parser.ts';
import { ObjectNode } from './placed-node.ts';
import type { TokenCursor } from './token-cursor.ts';
import type { TraitParser } from './trait-parser.ts';
import {
  type DataDefinition,
  type MemberDefinition,
  type OperationDefinition,
  type Reference,
  type ShapeDefinition,
  type SmithyVersion,
  simpleTypes,
  type TraitApplication,
} from './tree.ts';

/** What the control section and the namespace say to every statement of a file. */
export interface FileSettings {
  readonly version: SmithyVersion;
  readonly namespace: string;
  readonly inputSuffix: string;
  readonly outputSuffix: string;
}

/** What all definitions begin with. */
type Head = Pick<ShapeDefinition, 'id' | 'place' | 'version' | 'traits' | 'mixins'>;
type OperationPart = 'input' | 'output' | 'errors';

const simple: ReadonlySet<string> = new Set(simpleTypes);
const memberKinds: ReadonlySet<string> = new Set(['list', 'set', 'map', 'structure', 'union', 'enum', 'intEnum']);

/** Reads one shape statement, from the shape's type on; the traits before it have been read. */
export class ShapeParser {
  readonly #cursor: TokenCursor;
  readonly #nodes: NodeParser;
  readonly #traits: TraitParser;
  readonly #settings: FileSettings;
  readonly #bindings: BindingReader;
  readonly definitions: ShapeDefinition[] = [];

  constructor(
    cursor: TokenCursor,
    nodes: NodeParser,
    traits: TraitParser,
    settings: FileSettings,
    events: ModelEvent[],
  ) {
    this.#cursor = cursor;
    this.#nodes = nodes;
    this.#traits = traits;
    this.#settings = settings;
    this.#bindings = new BindingReader('idl', events);
  }

  parseShape(traits: readonly TraitApplication[]): void {
    const cursor = this.#cursor;
    const typePlace = cursor.place;
    const type = cursor.word;
    const { version } = this.#settings;
    if (
      !simple.has(type) &&
      !memberKinds.has(type) &&
      type !== 'operation' &&
      type !== 'resource' &&
      type !== 'service'
    )
      throw cursor.fault(`unknown shape type \`${type}\``);
    cursor.next();
    cursor.takeSpaces();
    const { place } = cursor;
    const name = cursor.takeWord();
    if ((type === 'enum' || type === 'intEnum') && version === '1.0')
      this.#bindings.report(typePlace, `found \`${type}\` in a model of version 1.0, expected version 2`);
    const id = `${this.#settings.namespace}#${name}`;
    if (type === 'set' && version === '2.0')
      this.#bindings.report(typePlace, 'found `set` in a model of version 2.0, expected a `list` with `@uniqueItems`');
    cursor.skipSpaces();
    const resource = type === 'structure' ? this.#parseResource() : null;
    const head: Head = { id, place, version, traits, mixins: this.#parseMixins() };
    if (simple.has(type)) this.#add({ ...head, type: type as 'string', members: [], resource });
    else {
      cursor.skipBlankAndDocs();
      if (memberKinds.has(type)) this.#parseData(type as 'structure', head, resource);
      else if (type === 'operation') this.#parseOperation(head);
      else this.#parseEntity(type as 'service' | 'resource', head);
    }
    cursor.takeLineEnd();
  }

  #add(definition: ShapeDefinition): void {
    this.definitions.push(definition);
  }

  #parseResource(): Reference | null {
    const cursor = this.#cursor;
    if (!cursor.isWord('for')) return null;
    if (this.#settings.version === '1.0')
      throw cursor.fault('found `for` in a model of version 1.0, expected version 2');
    cursor.next();
    cursor.takeSpaces();
    const resource = this.#nodes.parseShapeId(false);
    cursor.skipSpaces();
    return resource;
  }

  #parseMixins(): Reference[] {
    const cursor = this.#cursor;
    const mixins: Reference[] = [];
    if (!cursor.isWord('with')) return mixins;
    if (this.#settings.version === '1.0')
      throw cursor.fault('found mixins in a model of version 1.0, expected version 2');
    cursor.next();
    cursor.skipBlankAndDocs();
    cursor.take('left bracket');
    cursor.skipBlankAndDocs();
    do {
      mixins.push(this.#nodes.parseShapeId(false));
      cursor.skipBlankAndDocs();
    } while (!cursor.is('right bracket'));
    cursor.next();
    return mixins;
  }

  #parseData(type: DataDefinition['type'], head: Head, resource: Reference | null): void {
    const isEnum = type === 'enum' || type === 'intEnum';
    const members = this.#parseMembers(isEnum, head).filter(({ name, place }) => {
      const allowed = type === 'map' ? ['key', 'value'] : type === 'list' || type === 'set' ? ['member'] : null;
      if (allowed === null || allowed.includes(name)) return true;
      const expected = allowed.map((one) => `\`${one}\``).join(' and ');
      this.#bindings.report(place, `found member \`${name}\` in a ${type}, expected ${expected}`, head.id);
      return false;
    });
    this.#add({ ...head, type, members, resource });
  }

  #parseMembers(isEnum: boolean, head: Pick<Head, 'id'>): MemberDefinition[] {
    const cursor = this.#cursor;
    const members: MemberDefinition[] = [];
    const names = new Set<string>();
    cursor.take('left brace');
    cursor.skipBlank();
    while (!cursor.is('right brace') && !cursor.is('end')) {
      const traits = this.#traits.parseDocsAndTraits();
      if (cursor.is('right brace') && traits.length === 1 && traits[0]?.id === 'smithy.api#documentation') {
        // A doc comment before the closing brace documents nothing, and that is all that is wrong.
        throw this.#cursor.fault('found a documentation comment without a member after it', traits[0].place);
      }
      const member = isEnum ? this.#parseEnumMember(traits) : this.#parseMember(traits);
      if (names.has(member.name))
        this.#bindings.report(member.place, `member \`${member.name}\` stands twice`, head.id);
      else members.push(member);
      names.add(member.name);
      cursor.skipBlank();
    }
    cursor.dropDocs();
    cursor.take('right brace');
    return members;
  }

  #parseEnumMember(traits: TraitApplication[]): MemberDefinition {
    const cursor = this.#cursor;
    const { place } = cursor;
    const name = cursor.takeWord();
    this.#parseAssignment('smithy.api#enumValue', traits);
    return { name, place, target: null, elided: false, traits };
  }

  #parseMember(traits: TraitApplication[]): MemberDefinition {
    const cursor = this.#cursor;
    const elided = cursor.is('dollar');
    if (elided) {
      if (this.#settings.version === '1.0')
        throw cursor.fault('found `$` before a member in version 1.0, expected version 2');
      cursor.next();
    }
    const { place } = cursor;
    const name = cursor.takeWord();
    let target: string | null = null;
    if (!elided) {
      cursor.skipSpaces();
      cursor.take('colon');
      cursor.skipSpaces();
      target = this.#nodes.parseShapeId(false).name;
    }
    this.#parseAssignment('smithy.api#default', traits);
    return { name, place, target, elided, traits };
  }

  /** `= value` and the end of its line; nothing where there is no `=`. */
  #parseAssignment(trait: string, traits: TraitApplication[]): void {
    const cursor = this.#cursor;
    cursor.skipSpaces();
    if (!cursor.is('equal')) return;
    if (this.#settings.version === '1.0')
      throw cursor.fault('found `=` after a member in version 1.0, expected version 2');
    cursor.next();
    cursor.skipSpaces();
    const value = this.#nodes.parseNode();
    traits.push({ id: trait, value, place: value });
    cursor.skipSpaces();
    if (cursor.is('comma')) cursor.next();
    cursor.takeLineEnd();
  }

  #parseOperation(head: Head): void {
    const cursor = this.#cursor;
    const found = new Map<OperationPart, readonly Reference[]>();
    cursor.take('left brace');
    cursor.skipBlankAndDocs();
    while (!cursor.is('right brace')) {
      const { place } = cursor;
      const key = cursor.takeWord();
      cursor.skipBlankAndDocs();
      if (key !== 'input' && key !== 'output' && key !== 'errors')
        throw cursor.fault(`unknown property \`${key}\`, expected \`input\`, \`output\` or \`errors\``);
      if (found.has(key)) throw cursor.fault(`\`${key}\` of \`${head.id}\` stands twice`, place);
      found.set(key, key === 'errors' ? this.#parseErrors() : [this.#parseInputOrOutput(key, head)]);
      if (!cursor.is('right brace')) cursor.takeBlank();
      cursor.dropDocs();
    }
    cursor.next();
    const definition: OperationDefinition = {
      ...head,
      type: 'operation',
      input: found.get('input')?.[0] ?? null,
      output: found.get('output')?.[0] ?? null,
      errors: found.get('errors') ?? [],
    };
    this.#add(definition);
  }

  #parseErrors(): Reference[] {
    const cursor = this.#cursor;
    cursor.take('colon');
    cursor.skipBlankAndDocs();
    cursor.take('left bracket');
    cursor.skipBlankAndDocs();
    const errors: Reference[] = [];
    while (!cursor.is('right bracket')) {
      errors.push(this.#nodes.parseShapeId(false));
      cursor.skipBlankAndDocs();
    }
    cursor.next();
    return errors;
  }

  #parseInputOrOutput(key: 'input' | 'output', operation: Head): Reference {
    const cursor = this.#cursor;
    if (!cursor.is('walrus')) {
      cursor.take('colon');
      cursor.skipBlankAndDocs();
      return this.#nodes.parseShapeId(false);
    }
    if (this.#settings.version === '1.0')
      throw cursor.fault('found `:=` in a model of version 1.0, expected version 2');
    const { place } = cursor;
    cursor.next();
    const id = operation.id + (key === 'input' ? this.#settings.inputSuffix : this.#settings.outputSuffix);
    const traits = this.#traits.parseDocsAndTraits();
    traits.push({ id: `smithy.api#${key}`, value: null, place });
    const resource = this.#parseResource();
    const mixins = this.#parseMixins();
    cursor.skipBlankAndDocs();
    const members = this.#parseMembers(false, { id });
    const { version } = operation;
    this.#add({ id, place, version, traits, mixins, type: 'structure', members, resource });
    return { name: id, place };
  }

  #parseEntity(type: 'service' | 'resource', head: Head): void {
    const cursor = this.#cursor;
    const { start } = cursor;
    cursor.take('left brace');
    cursor.skipBlankAndDocs();
    const ids = this.#nodes.syntacticIds.length;
    const entries = this.#nodes.parseEntries('right brace');
    // The ids in it are references of the shape, not values to be made absolute on their own.
    this.#nodes.syntacticIds.length = ids;
    const { end } = cursor;
    cursor.next();
    const node = new ObjectNode(cursor.source, start, end, entries);
    if (type === 'service') this.#add({ ...head, type, ...this.#bindings.readService(node, head.id) });
    else {
      const properties = entries.find(({ key }) => key === 'properties');
      if (properties !== undefined && this.#settings.version === '1.0')
        this.#bindings.report(properties.value, 'resource properties need Smithy version 2', head.id);
      this.#add({ ...head, type, ...this.#bindings.readResource(node, head.id) });
    }
  }
}
