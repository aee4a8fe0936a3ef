import { isBuiltIn } from '../model/built-in.ts';
import type { Member, Model, ServiceShape, Shape, ShapeId, Trait, Traits } from '../model/model.ts';
import { namespaceOf, shapeName } from '../model/shape-id.ts';
import { compareIds, listWritten, ownMembers, sortEntries } from './ast.ts';
import { printIdlNode, printKey } from './node-text.ts';

/** One text of a model, named after its namespace. */
export interface IdlText {
  readonly file: string;
  readonly text: string;
}

const prelude = 'smithy.api';

/**
 * Writes a model as Smithy IDL 2.0, a text a namespace, that reads back as the same model: shapes and traits sorted,
 * members in source order. Metadata stands in the first text.
 */
export function writeIdl(model: Model): IdlText[] {
  const shapes = [...model.shapes.values()].filter((shape) => !isBuiltIn(shape)).sort(compareIds);
  const namespaces = [...new Set(shapes.map(({ id }) => namespaceOf(id)))];
  const metadata = sortEntries(model.metadata)
    .map(([key, value]) => `metadata ${printKey(key)} = ${printIdlNode(value)}\n`)
    .join('');
  const head = `$version: "2.0"\n${metadata === '' ? '' : `\n${metadata}`}`;
  if (namespaces.length === 0) return [{ file: 'model.smithy', text: head }];
  return namespaces.map((namespace, index) => ({
    file: `${namespace}.smithy`,
    text: new NamespaceWriter(model, namespace).write(
      index === 0 ? head : '$version: "2.0"\n',
      shapes.filter(({ id }) => namespaceOf(id) === namespace),
    ),
  }));
}

class NamespaceWriter {
  readonly #model: Model;
  readonly #namespace: string;
  readonly #used = new Map<string, ShapeId>();

  constructor(model: Model, namespace: string) {
    this.#model = model;
    this.#namespace = namespace;
  }

  write(head: string, shapes: readonly Shape[]): string {
    const written = shapes.map((shape) => this.#writeShape(shape));
    const uses = [...this.#used.values()].sort().map((id) => `use ${id}\n`);
    const start = `${head}\nnamespace ${this.#namespace}\n${uses.length === 0 ? '' : `\n${uses.join('')}`}`;
    return [start, ...written].join('\n');
  }

  /** The shortest name that means the shape in this text. */
  #name(id: ShapeId): string {
    const name = shapeName(id);
    const { shapes } = this.#model;
    if (namespaceOf(id) === this.#namespace) return name;
    if (shapes.has(`${this.#namespace}#${name}`)) return id;
    if (namespaceOf(id) === prelude) return shapes.has(id) ? name : id;
    if (shapes.has(`${prelude}#${name}`) || !shapes.has(id)) return id;
    const known = this.#used.get(name);
    if (known === undefined) this.#used.set(name, id);
    return known === undefined || known === id ? name : id;
  }

  #writeShape(shape: Shape): string {
    const mixins = shape.mixins.length === 0 ? '' : ` with [${shape.mixins.map((id) => this.#name(id)).join(' ')}]`;
    const body = this.#writeBody(shape);
    const start = `${this.#writeTraits(shape.own?.traits ?? shape.traits, '')}${shape.type} ${shapeName(shape.id)}${mixins}`;
    const laid = sortEntries(shape.own?.memberTraits ?? []).map(([name, traits]) => {
      const inner = listWritten(traits).map((trait) => `  ${this.#writeTrait(trait, '  ')}\n`);
      return inner.length === 0 ? '' : `\napply ${shapeName(shape.id)}$${name} {\n${inner.join('')}}\n`;
    });
    return `${start}${body === null ? '' : ` ${writeBlock(body)}`}\n${laid.join('')}`;
  }

  /** The lines between the braces; null for a shape without them. */
  #writeBody(shape: Shape): string[] | null {
    const list = (key: string, ids: readonly ShapeId[]): string[] =>
      ids.length === 0 ? [] : [`  ${key}: [\n${ids.map((id) => `    ${this.#name(id)}\n`).join('')}  ]\n`];
    const named = (key: string, ids: ReadonlyMap<string, ShapeId>): string[] =>
      ids.size === 0
        ? []
        : [`  ${key}: {\n${[...ids].map(([name, id]) => `    ${printKey(name)}: ${this.#name(id)}\n`).join('')}  }\n`];
    switch (shape.type) {
      case 'operation': {
        const own = shape.own?.bindings?.type === 'operation' ? shape.own.bindings : shape;
        const { input, output } = shape;
        return [`  input: ${this.#name(input)}\n`, `  output: ${this.#name(output)}\n`, ...list('errors', own.errors)];
      }
      case 'resource': {
        const own = shape.own?.bindings?.type === 'resource' ? shape.own.bindings : shape;
        return [
          ...named('identifiers', own.identifiers),
          ...named('properties', own.properties),
          ...Object.entries(own.lifecycle).map(([name, id]) => `  ${name}: ${this.#name(id)}\n`),
          ...(['operations', 'collectionOperations', 'resources'] as const).flatMap((key) => list(key, own[key])),
        ];
      }
      case 'service':
        return this.#writeService(shape, list);
      default:
        return 'members' in shape ? ownMembers(shape).map((member) => this.#writeMember(member, shape.type)) : null;
    }
  }

  #writeService(shape: ServiceShape, list: (key: string, ids: readonly ShapeId[]) => string[]): string[] {
    const own = shape.own?.bindings?.type === 'service' ? shape.own.bindings : shape;
    const renames = [...own.rename].map(([from, to]) => `    ${JSON.stringify(from)}: ${JSON.stringify(to)}\n`);
    return [
      ...(shape.version === '' ? [] : [`  version: ${JSON.stringify(shape.version)}\n`]),
      ...(['operations', 'resources', 'errors'] as const).flatMap((key) => list(key, own[key])),
      ...(renames.length === 0 ? [] : [`  rename: {\n${renames.join('')}  }\n`]),
    ];
  }

  #writeMember({ name, target, traits }: Member, type: Shape['type']): string {
    const isEnum = type === 'enum' || type === 'intEnum';
    const assigned = `${prelude}#${isEnum ? 'enumValue' : 'default'}`;
    const value = traits.get(assigned)?.value;
    const others = new Map([...traits].filter(([id]) => id !== assigned));
    const end = value === undefined ? '' : ` = ${printIdlNode(value, '  ')}`;
    return `${this.#writeTraits(others, '  ')}  ${name}${isEnum ? '' : `: ${this.#name(target)}`}${end}\n`;
  }

  /** Documentation first and as a comment where a comment can hold it. */
  #writeTraits(traits: Traits, indent: string): string {
    const documentation = traits.get(`${prelude}#documentation`);
    const comment = documentation === undefined ? null : writeComment(documentation, indent);
    const others = listWritten(traits).filter((trait) => trait !== documentation || comment === null);
    return (comment ?? '') + others.map((trait) => `${indent}${this.#writeTrait(trait, indent)}\n`).join('');
  }

  #writeTrait({ id, value }: Trait, indent: string): string {
    const name = `@${this.#name(id)}`;
    if (value.kind !== 'object') return `${name}(${printIdlNode(value, indent)})`;
    const type = this.#model.shapes.get(id)?.type;
    const impliesObject = type === undefined || type === 'structure' || type === 'union' || type === 'map';
    if (value.entries.length === 0) return impliesObject ? name : `${name}({})`;
    const inner = value.entries.map(({ key, value: one }) => `${printKey(key)}: ${printIdlNode(one, `${indent}  `)}`);
    const line = inner.join(', ');
    if (!line.includes('\n') && line.length + indent.length + name.length < 100) return `${name}(${line})`;
    return `${name}(\n${inner.map((one) => `${indent}  ${one}\n`).join('')}${indent})`;
  }
}

function writeBlock(lines: readonly string[]): string {
  return lines.length === 0 ? '{}' : `{\n${lines.join('')}}`;
}

/** Null where the text has what a comment cannot hold as it is. */
function writeComment({ value }: Trait, indent: string): string | null {
  if (value.kind !== 'string' || /[\x00-\x09\x0b-\x1f\x7f]/.test(value.value)) return null;
  return value.value
    .split('\n')
    .map((line) => `${indent}///${line === '' ? '' : ` ${line}`}\n`)
    .join('');
}
