import type { Member, Shape, ShapeId, Traits } from '../model/model.ts';
import { findSubject } from '../model/selector/subject.ts';
import { canonicalText } from '../model/trait-merge.ts';
import { nameKind } from '../syntax/bindings.ts';
import { deepestJsonNesting } from '../syntax/nesting.ts';
import type { Node } from '../syntax/node.ts';
import { readFlag, readNumber, readText } from './node-entry.ts';
import type { CheckContext } from './validator.ts';

/** Where and why a value does not fit its shape. */
export interface Misfit {
  readonly kind: 'type' | 'required' | 'unknown member' | 'constraint';
  /** What a Smithy event id has after its name for this kind of fault; empty for most. */
  readonly suffix: string;
  readonly node: Node;
  readonly path: readonly string[];
  readonly message: string;
}

const wholeTypes: ReadonlyMap<string, readonly [bigint, bigint] | null> = new Map([
  ['byte', [-(2n ** 7n), 2n ** 7n - 1n]],
  ['short', [-(2n ** 15n), 2n ** 15n - 1n]],
  ['integer', [-(2n ** 31n), 2n ** 31n - 1n]],
  ['intEnum', [-(2n ** 31n), 2n ** 31n - 1n]],
  ['long', [-(2n ** 63n), 2n ** 63n - 1n]],
  ['bigInteger', null],
] as const);

const absoluteId = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*#[A-Za-z_]\w*(?:\$[A-Za-z_]\w*)?$/;

/** Compares a node with the shape that it should have: types, members, and all constraints on the way. */
export function* findMisfits(context: CheckContext, node: Node, target: ShapeId): Generator<Misfit> {
  yield* new NodeFit(context).visitShape(node, target, []);
}

/** As `findMisfits`, for the value of a member: its own constraints hold, and those of its target. */
export function* findMemberMisfits(context: CheckContext, node: Node, member: Member): Generator<Misfit> {
  yield* new NodeFit(context).visitMember(node, member, []);
}

type Path = readonly string[];

class NodeFit {
  readonly #context: CheckContext;

  constructor(context: CheckContext) {
    this.#context = context;
  }

  *visitMember(node: Node, member: Member, path: Path): Generator<Misfit> {
    yield* this.#visitConstraints(node, member, path, member.traits);
    yield* this.visitShape(node, member.target, path);
  }

  *visitShape(node: Node, id: ShapeId, path: Path): Generator<Misfit> {
    const shape = this.#context.model.shapes.get(id);
    // A shape that does not exist is reported where it is named.
    if (shape === undefined || path.length > deepestJsonNesting) return;
    const problem = this.#findTypeProblem(node, shape);
    if (problem !== null) {
      yield { kind: 'type', suffix: '', node, path, message: problem };
      return;
    }
    yield* this.#visitConstraints(node, shape, path, shape.traits);
    if (shape.type === 'structure' || shape.type === 'union') yield* this.#visitAggregate(node, shape, path);
    else if (shape.type === 'list' || shape.type === 'map') yield* this.#visitCollection(node, shape, path);
  }

  #findTypeProblem(node: Node, shape: Shape): string | null {
    const { type } = shape;
    const refuse = (expected: string): string => `found ${nameKind(node)}, expected ${expected} for \`${shape.id}\``;
    switch (type) {
      case 'document':
        return null;
      case 'string':
      case 'blob':
        return node.kind === 'string' ? null : refuse('a string');
      case 'enum': {
        if (node.kind !== 'string') return refuse('a string');
        const values = [...shape.members.values()].flatMap(({ traits }) => {
          const value = traits.get('smithy.api#enumValue')?.value;
          return value?.kind === 'string' ? [value.value] : [];
        });
        if (values.includes(node.value)) return null;
        return `found \`${node.value}\`, expected one of ${values.map((value) => `\`${value}\``).join(', ')}`;
      }
      case 'boolean':
        return node.kind === 'boolean' ? null : refuse('true or false');
      case 'timestamp':
        return node.kind === 'string' || node.kind === 'number' ? null : refuse('a timestamp');
      case 'float':
      case 'double':
        return node.kind === 'number' || isSpecialNumber(node) ? null : refuse('a number');
      case 'bigDecimal':
        return node.kind === 'number' ? null : refuse('a number');
      case 'list':
        return node.kind === 'array' ? null : refuse('a list');
      case 'map':
      case 'structure':
      case 'union':
        return node.kind === 'object' ? null : refuse('an object');
      case 'operation':
      case 'resource':
      case 'service':
        return refuse('nothing: it is no data');
      default:
        return findWholeProblem(node, type) ?? null;
    }
  }

  *#visitAggregate(node: Node, shape: Shape, path: Path): Generator<Misfit> {
    if (node.kind !== 'object' || !('members' in shape)) return;
    for (const { key, value } of node.entries) {
      const member = shape.members.get(key);
      if (member === undefined) {
        const names = [...shape.members.keys()];
        const known = names.length === 0 ? 'none' : names.map((name) => `\`${name}\``).join(', ');
        const message = `unknown member \`${key}\` of \`${shape.id}\`, expected ${known}`;
        yield {
          kind: 'unknown member',
          suffix: `UnknownMember.${shape.id}.${key}`,
          node: value,
          path: [...path, key],
          message,
        };
      } else yield* this.visitMember(value, member, [...path, key]);
    }
    const { entries } = node;
    for (const member of shape.members.values())
      if (member.traits.has('smithy.api#required') && !entries.some(({ key }) => key === member.name)) {
        const message = `missing required member \`${member.name}\` of \`${shape.id}\``;
        yield { kind: 'required', suffix: '', node, path, message };
      }
    if (shape.type === 'union' && entries.length !== 1) {
      const message = `found ${entries.length} members of union \`${shape.id}\`, expected one`;
      yield { kind: 'constraint', suffix: '', node, path, message };
    }
  }

  *#visitCollection(node: Node, shape: Shape, path: Path): Generator<Misfit> {
    if (!('members' in shape)) return;
    const sparse = shape.traits.has('smithy.api#sparse');
    const member = shape.members.get(shape.type === 'map' ? 'value' : 'member');
    const key = shape.members.get('key');
    if (member === undefined) return;
    if (node.kind === 'array') {
      for (const [index, element] of node.elements.entries())
        if (!(sparse && element.kind === 'null')) yield* this.visitMember(element, member, [...path, String(index)]);
    } else if (node.kind === 'object')
      for (const entry of node.entries) {
        const keyNode: Node = { kind: 'string', value: entry.key, file: entry.value.file, range: entry.keyRange };
        if (key !== undefined) yield* this.visitMember(keyNode, key, [...path, entry.key]);
        if (!(sparse && entry.value.kind === 'null'))
          yield* this.visitMember(entry.value, member, [...path, entry.key]);
      }
  }

  *#visitConstraints(node: Node, bearer: Shape | Member, path: Path, traits: Traits): Generator<Misfit> {
    if (traits.size === 0) return;
    const trait = (name: string): Node | undefined => traits.get(`smithy.api#${name}`)?.value;
    const make = (message: string, suffix = ''): Misfit => ({ kind: 'constraint', suffix, node, path, message });
    const length = trait('length');
    if (length !== undefined) {
      const size = sizeOf(node);
      const min = readNumber(length, 'min');
      const max = readNumber(length, 'max');
      if (size !== null && ((min !== null && size < min) || (max !== null && size > max)))
        yield make(`found a length of ${size}, expected ${describeBounds(min, max)} for \`${bearer.id}\``);
    }
    const range = trait('range');
    if (range !== undefined && node.kind === 'number') {
      const min = readNumber(range, 'min');
      const max = readNumber(range, 'max');
      if ((min !== null && node.value < min) || (max !== null && node.value > max)) {
        const holder = 'target' in bearer ? 'Member' : 'Target';
        const message = `found ${node.text}, expected ${describeBounds(min, max)} for \`${bearer.id}\``;
        yield make(message, `${holder}.InvalidRange`);
      }
    }
    const pattern = trait('pattern');
    if (pattern?.kind === 'string' && node.kind === 'string') {
      // A pattern that cannot be matched in linear time is left to the check of patterns.
      const matcher = this.#context.compilePattern(pattern.value);
      if (matcher !== null && !matcher.test(node.value))
        yield make(
          `found \`${clip(node.value)}\`, expected a match of \`${clip(pattern.value)}\` for \`${bearer.id}\``,
        );
    }
    if (trait('uniqueItems') !== undefined && node.kind === 'array') {
      const seen = new Set<string>();
      for (const [index, element] of node.elements.entries()) {
        const text = canonicalText(element);
        if (seen.has(text)) yield make(`element ${index} stands twice, expected unique items`);
        seen.add(text);
      }
    }
    const idRef = trait('idRef');
    if (idRef !== undefined && node.kind === 'string') {
      if (!absoluteId.test(node.value))
        yield {
          kind: 'type',
          suffix: '',
          node,
          path,
          message: `found \`${clip(node.value)}\`, expected an absolute shape id`,
        };
      else {
        const message = this.#findReferenceProblem(node.value, idRef);
        if (message !== null) yield make(message);
      }
    }
  }

  #findReferenceProblem(id: string, idRef: Node): string | null {
    const own = readText(idRef, 'errorMessage');
    const subject = findSubject(this.#context.model, id);
    if (subject === undefined)
      return readFlag(idRef, 'failWhenMissing') ? (own ?? `shape \`${id}\` is not in the model`) : null;
    const selector = readText(idRef, 'selector') ?? '*';
    if (selector === '*') return null;
    if (this.#context.matches(selector, subject) !== false) return null;
    return own ?? `shape \`${id}\` does not match the selector \`${selector}\``;
  }
}

function isSpecialNumber(node: Node): boolean {
  return node.kind === 'string' && (node.value === 'NaN' || node.value === 'Infinity' || node.value === '-Infinity');
}

function findWholeProblem(node: Node, type: string): string | null {
  if (node.kind !== 'number') return `found ${nameKind(node)}, expected a whole number`;
  if (!Number.isInteger(node.value)) return `found ${node.text}, expected a whole number`;
  const bounds = wholeTypes.get(type);
  if (bounds === undefined || bounds === null) return null;
  const value = BigInt(node.value);
  return value < bounds[0] || value > bounds[1] ? `found ${node.text}, which no ${type} can hold` : null;
}

/** Strings are measured in code points; blobs in bytes of their base64 text are left alone. */
function sizeOf(node: Node): number | null {
  switch (node.kind) {
    case 'string':
      return [...node.value].length;
    case 'array':
      return node.elements.length;
    case 'object':
      return node.entries.length;
    default:
      return null;
  }
}

function describeBounds(min: number | null, max: number | null): string {
  if (min === null) return `at most ${max}`;
  return max === null ? `at least ${min}` : `${min} to ${max}`;
}

function clip(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
