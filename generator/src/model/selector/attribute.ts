import type { Node } from '../../syntax/node.ts';
import type { ServiceShape, ShapeId, Traits } from '../model.ts';
import { containerId, memberName, namespaceOf, shapeName } from '../shape-id.ts';
import type { AttributePath } from './selector-tree.ts';
import type { Subject } from './subject.ts';

/** What an attribute of a shape can be while a path is followed into it. */
export type Attribute =
  | { readonly kind: 'subject'; readonly subject: Subject; readonly variables: Variables }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'id'; readonly id: ShapeId }
  | { readonly kind: 'node'; readonly node: Node }
  | { readonly kind: 'traits'; readonly traits: Traits }
  | { readonly kind: 'service'; readonly service: ServiceShape }
  | { readonly kind: 'variables'; readonly variables: Variables }
  /** Several values at once, such as `(values)` of a list. */
  | { readonly kind: 'several'; readonly values: readonly Attribute[] };

/** The shapes that `$name(…)` has kept. */
export type Variables = ReadonlyMap<string, ReadonlySet<Subject>>;

/** Follows a path; null where there is nothing. */
export function followPath(start: Attribute, path: AttributePath): Attribute | null {
  let current: Attribute | null = start;
  for (const key of path) {
    if (current === null) return null;
    current = readKey(current, key);
  }
  return current;
}

function readKey(attribute: Attribute, key: string): Attribute | null {
  switch (attribute.kind) {
    case 'subject':
      return readSubjectKey(attribute, key);
    case 'id':
      return readIdKey(attribute.id, key);
    case 'traits':
      return readTraitsKey(attribute.traits, key);
    case 'node':
      return readNodeKey(attribute.node, key);
    case 'service':
      if (key === 'id') return { kind: 'id', id: attribute.service.id };
      return key === 'version' ? makeText(attribute.service.version) : null;
    case 'variables': {
      const kept = attribute.variables.get(key);
      if (kept === undefined) return null;
      const { variables } = attribute;
      return gather([...kept].map((subject) => ({ kind: 'subject', subject, variables })));
    }
    case 'several':
      if (key === '(first)') return attribute.values[0] ?? null;
      return gather(attribute.values.flatMap((value) => readKey(value, key) ?? []));
    default:
      return key === '(length)' ? makeText(String([...attribute.text].length)) : null;
  }
}

function readSubjectKey(
  { subject, variables }: Extract<Attribute, { kind: 'subject' }>,
  key: string,
): Attribute | null {
  switch (key) {
    case 'id':
      return { kind: 'id', id: subject.id };
    case 'trait':
      return { kind: 'traits', traits: subject.traits };
    case 'service':
      return 'type' in subject && subject.type === 'service' ? { kind: 'service', service: subject } : null;
    case 'var':
      return { kind: 'variables', variables };
    default:
      return null;
  }
}

function readIdKey(id: ShapeId, key: string): Attribute | null {
  switch (key) {
    case 'namespace':
      return makeText(namespaceOf(id));
    case 'name':
      return makeText(shapeName(id));
    case 'member': {
      const member = memberName(id);
      return member === null ? null : makeText(member);
    }
    case '(length)':
      return makeText(String(id.length));
    case 'container':
      return makeText(containerId(id));
    default:
      return null;
  }
}

function readTraitsKey(traits: Traits, key: string): Attribute | null {
  switch (key) {
    case '(keys)':
      return gather([...traits.keys()].map((id) => ({ kind: 'id', id })));
    case '(values)':
      return gather([...traits.values()].map(({ value }) => ({ kind: 'node', node: value })));
    case '(length)':
      return makeText(String(traits.size));
    default: {
      const trait = traits.get(key.includes('#') ? key : `smithy.api#${key}`);
      return trait === undefined ? null : { kind: 'node', node: trait.value };
    }
  }
}

function readNodeKey(node: Node, key: string): Attribute | null {
  if (node.kind === 'object') {
    if (key === '(keys)') return gather(node.entries.map((entry) => makeText(entry.key)));
    if (key === '(values)') return gather(node.entries.map((entry) => ({ kind: 'node', node: entry.value })));
    if (key === '(length)') return makeText(String(node.entries.length));
    const value = node.entries.find((entry) => entry.key === key)?.value;
    return value === undefined ? null : { kind: 'node', node: value };
  }
  if (node.kind === 'array') {
    if (key === '(values)') return gather(node.elements.map((element) => ({ kind: 'node', node: element })));
    return key === '(length)' ? makeText(String(node.elements.length)) : null;
  }
  return node.kind === 'string' && key === '(length)' ? makeText(String([...node.value].length)) : null;
}

function makeText(text: string): Attribute {
  return { kind: 'text', text };
}

function gather(values: readonly Attribute[]): Attribute {
  return { kind: 'several', values };
}

/** The values that a comparison sees: several are taken one by one, nothing is no value. */
export function listTexts(attribute: Attribute | null): string[] {
  if (attribute === null) return [];
  if (attribute.kind === 'several') return attribute.values.flatMap(listTexts);
  return [textOf(attribute)];
}

/** The single attributes that a scope stands for. */
export function listScopes(attribute: Attribute | null): readonly Attribute[] {
  if (attribute === null) return [];
  return attribute.kind === 'several' ? attribute.values.flatMap(listScopes) : [attribute];
}

function textOf(attribute: Attribute): string {
  switch (attribute.kind) {
    case 'text':
      return attribute.text;
    case 'id':
      return attribute.id;
    case 'subject':
      return attribute.subject.id;
    case 'node':
      switch (attribute.node.kind) {
        case 'string':
          return attribute.node.value;
        case 'number':
          return attribute.node.text;
        case 'boolean':
          return String(attribute.node.value);
        default:
          return '';
      }
    default:
      return '';
  }
}
