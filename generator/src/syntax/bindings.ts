import type { ModelEvent } from '@shapegate/validator/leaves';
import { makeEvent } from './event.ts';
import { absoluteId } from './names.ts';
import type { Node, NodeEntry } from './node.ts';
import { readEntry } from './node-entry.ts';
import type { Place } from './place.ts';
import { entryPlace } from './placed-node.ts';
import {
  lifecycles,
  type NamedReference,
  type Reference,
  type ResourceDefinition,
  type ServiceDefinition,
} from './tree.ts';

const noReferences: readonly Reference[] = [];

/** What a service or resource binds, read from an object node; IDL text and AST differ in how a reference looks. */
export class BindingReader {
  readonly #notation: 'idl' | 'ast';
  readonly #events: ModelEvent[];
  readonly #known = new Map<string, string>();

  constructor(notation: 'idl' | 'ast', events: ModelEvent[]) {
    this.#notation = notation;
    this.#events = events;
  }

  report(place: Place, message: string, shape: string | null = null): void {
    this.#events.push(makeEvent('error', 'Model', place, { message, shape }));
  }

  /**
   * The same id as one string for all that name it, since a map finds a string faster than its equal and a model names
   * few shapes many times; null where it is no absolute id.
   */
  knowId(id: string): string | null {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    if (!absoluteId.test(id)) return null;
    this.#known.set(id, id);
    return id;
  }

  /** A shape id: a bare string in IDL, `{ "target": … }` in an AST. */
  readReference(node: Node, shape: string): Reference | null {
    if (this.#notation === 'idl') {
      if (node.kind === 'string') return { name: node.value, place: node };
    } else if (node.kind === 'object') {
      const target = readEntry(node, 'target');
      if (target?.kind === 'string') {
        const name = this.knowId(target.value);
        if (name !== null) return { name, place: target };
        this.report(target, `found \`${target.value}\`, expected an absolute shape id`, shape);
        return null;
      }
    }
    const expected = this.#notation === 'idl' ? 'a shape id' : 'an object with a `target`';
    this.report(node, `found ${nameKind(node)}, expected ${expected}`, shape);
    return null;
  }

  readReferences(node: Node | undefined, shape: string): readonly Reference[] {
    if (node === undefined) return noReferences;
    if (node.kind !== 'array') {
      this.report(node, `found ${nameKind(node)}, expected a list of shape ids`, shape);
      return [];
    }
    return node.elements.flatMap((element) => this.readReference(element, shape) ?? []);
  }

  readNamedReferences(node: Node | undefined, shape: string): NamedReference[] {
    return this.#readEntries(node, shape).flatMap(({ key, value }) => {
      const target = this.readReference(value, shape);
      return target === null ? [] : [{ name: key, target }];
    });
  }

  readString(node: Node | undefined, shape: string): string | null {
    if (node === undefined) return null;
    if (node.kind === 'string') return node.value;
    this.report(node, `found ${nameKind(node)}, expected a string`, shape);
    return null;
  }

  readService(
    node: Node,
    shape: string,
  ): Omit<ServiceDefinition, 'type' | 'id' | 'place' | 'version' | 'traits' | 'mixins'> {
    const value = this.#readProperties(node, shape, ['version', 'operations', 'resources', 'errors', 'rename']);
    return {
      serviceVersion: this.readString(value('version'), shape),
      operations: this.readReferences(value('operations'), shape),
      resources: this.readReferences(value('resources'), shape),
      errors: this.readReferences(value('errors'), shape),
      rename: this.#readEntries(value('rename'), shape).flatMap((entry) => {
        const to = this.readString(entry.value, shape);
        return to === null ? [] : [{ from: { name: entry.key, place: entryPlace(entry) }, to }];
      }),
    };
  }

  readResource(
    node: Node,
    shape: string,
  ): Omit<ResourceDefinition, 'type' | 'id' | 'place' | 'version' | 'traits' | 'mixins'> {
    const value = this.#readProperties(node, shape, [
      'identifiers',
      'properties',
      ...lifecycles,
      'operations',
      'collectionOperations',
      'resources',
    ]);
    return {
      identifiers: this.readNamedReferences(value('identifiers'), shape),
      properties: this.readNamedReferences(value('properties'), shape),
      lifecycle: lifecycles.flatMap((name) => {
        const bound = value(name);
        const target = bound === undefined ? null : this.readReference(bound, shape);
        return target === null ? [] : [{ name, target }];
      }),
      operations: this.readReferences(value('operations'), shape),
      collectionOperations: this.readReferences(value('collectionOperations'), shape),
      resources: this.readReferences(value('resources'), shape),
    };
  }

  #readEntries(node: Node | undefined, shape: string): readonly NodeEntry[] {
    if (node === undefined) return [];
    if (node.kind === 'object') return node.entries;
    this.report(node, `found ${nameKind(node)}, expected an object`, shape);
    return [];
  }

  #readProperties(node: Node, shape: string, known: readonly string[]): (key: string) => Node | undefined {
    const found = new Map<string, Node>();
    for (const entry of this.#readEntries(node, shape)) {
      const { key, value } = entry;
      const inAst = this.#notation === 'ast' && (key === 'type' || key === 'traits' || key === 'mixins');
      if (!known.includes(key) && !inAst) {
        const message = `found property \`${key}\`, expected one of ${known.map((name) => `\`${name}\``).join(', ')}`;
        this.#events.push(makeEvent('warning', 'Model', entryPlace(entry), { message, shape }));
      }
      if (found.has(key)) this.report(entryPlace(entry), `property \`${key}\` stands twice`, shape);
      found.set(key, value);
    }
    return (key) => found.get(key);
  }
}

/** What a node is, in words: "a string", "an object". */
export function nameKind(node: Node): string {
  switch (node.kind) {
    case 'object':
      return 'an object';
    case 'array':
      return 'a list';
    case 'null':
      return 'null';
    default:
      return `a ${node.kind}`;
  }
}
