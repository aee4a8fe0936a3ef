import type { AggregateShape, CollectionShape, Member, Shape, ShapeId, Traits } from '../model/model.ts';
import { findSubject } from '../model/selector/subject.ts';
import { canonicalText } from '../model/trait-merge.ts';
import { nameKind } from '../syntax/bindings.ts';
import { absoluteId } from '../syntax/names.ts';
import { deepestJsonNesting } from '../syntax/nesting.ts';
import type { Node } from '../syntax/node.ts';
import { readFlag, readNumber, readText } from '../syntax/node-entry.ts';
import { entryPlace, makeImplied } from '../syntax/placed-node.ts';
import { parseDecimal } from './decimal.ts';
import { listNames } from './list-names.ts';
import {
  describeBounds,
  findEndlessProblem,
  findIntEnumProblem,
  findRangeProblem,
  findWholeProblem,
  isSpecialNumber,
} from './number-problems.ts';
import { findTimestampProblem } from './timestamp.ts';
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

/** The traits that `#visitConstraints` knows. */
const constraints: ReadonlySet<ShapeId> = new Set(
  ['length', 'range', 'enum', 'pattern', 'uniqueItems', 'idRef'].map((name) => `smithy.api#${name}`),
);

const surrogatePairs = /[\ud800-\udbff][\udc00-\udfff]/g;
const timestampFormat = 'smithy.api#timestampFormat';

const noMisfits: readonly Misfit[] = [];

/** Compares a node with the shape that it should have: types, members, and all constraints on the way. */
export function findMisfits(context: CheckContext, node: Node, target: ShapeId): readonly Misfit[] {
  return new NodeFit(context).compare(node, target);
}

/** `findMisfits` for many nodes: it keeps what it learns of the shapes. */
export function makeFitCheck(context: CheckContext): (node: Node, target: ShapeId) => readonly Misfit[] {
  const fit = new NodeFit(context);
  return (node, target) => fit.compare(node, target);
}

/** As `findMisfits`, for the value of a member: its own constraints hold, and those of its target. */
export function findMemberMisfits(context: CheckContext, node: Node, member: Member): readonly Misfit[] {
  return new NodeFit(context).compareWithMember(node, member);
}

/** Walks down values. One is taken for each trait of a model, so it makes nothing where nothing is wrong. */
class NodeFit {
  #misfits: Misfit[] = [];
  readonly #context: CheckContext;
  /** The keys from the value's root to the node that is visited. */
  readonly #path: string[] = [];
  readonly #constrained = new Map<Traits, boolean>();

  constructor(context: CheckContext) {
    this.#context = context;
  }

  compare(node: Node, target: ShapeId): readonly Misfit[] {
    this.#visitShape(node, target);
    return this.#takeMisfits();
  }

  compareWithMember(node: Node, member: Member): readonly Misfit[] {
    this.#visitMember(node, member);
    return this.#takeMisfits();
  }

  #takeMisfits(): readonly Misfit[] {
    if (this.#misfits.length === 0) return noMisfits;
    const misfits = this.#misfits;
    this.#misfits = [];
    return misfits;
  }

  #isConstrained(traits: Traits): boolean {
    let known = this.#constrained.get(traits);
    if (known === undefined) {
      known = hasConstraint(traits);
      this.#constrained.set(traits, known);
    }
    return known;
  }

  #refuse(kind: Misfit['kind'], node: Node, message: string, suffix = ''): void {
    this.#misfits.push({ kind, suffix, node, path: [...this.#path], message });
  }

  #visitMember(node: Node, member: Member): void {
    if (this.#isConstrained(member.traits)) this.#visitConstraints(node, member);
    const problem = findTimestampProblem(node, member.traits.get(timestampFormat)?.value, null);
    if (problem !== null) this.#refuse('constraint', node, problem);
    this.#visitShape(node, member.target, member.traits.has(timestampFormat));
  }

  #visitInner(key: string, node: Node, member: Member): void {
    this.#path.push(key);
    this.#visitMember(node, member);
    this.#path.pop();
  }

  /** @param isFormatKnown whether a timestamp has been compared with what its member says */
  #visitShape(node: Node, id: ShapeId, isFormatKnown = false): void {
    const shape = this.#context.model.shapes.get(id);
    // A shape that does not exist is reported where it is named.
    if (shape === undefined || this.#path.length > deepestJsonNesting) return;
    const problem = this.#findTypeProblem(node, shape);
    if (problem !== null) {
      this.#refuse('type', node, problem);
      return;
    }
    if (this.#isConstrained(shape.traits)) this.#visitConstraints(node, shape);
    const misread =
      shape.type === 'timestamp' && !isFormatKnown
        ? findTimestampProblem(node, shape.traits.get(timestampFormat)?.value, shape.id)
        : findIntEnumProblem(node, shape);
    if (misread !== null) this.#refuse('constraint', node, misread);
    if (shape.type === 'structure' || shape.type === 'union') this.#visitAggregate(node, shape);
    else if (shape.type === 'list' || shape.type === 'map') this.#visitCollection(node, shape);
  }

  #findTypeProblem(node: Node, shape: Shape): string | null {
    const { type } = shape;
    switch (type) {
      case 'document':
        return null;
      case 'string':
      case 'blob':
        return node.kind === 'string' ? null : refuseKind(node, shape, 'a string');
      case 'enum': {
        if (node.kind !== 'string') return refuseKind(node, shape, 'a string');
        const values = [...shape.members.values()].flatMap(({ traits }) => {
          const value = traits.get('smithy.api#enumValue')?.value;
          return value?.kind === 'string' ? [value.value] : [];
        });
        if (values.includes(node.value)) return null;
        return `found \`${node.value}\`, expected one of ${values.map((value) => `\`${value}\``).join(', ')}`;
      }
      case 'boolean':
        return node.kind === 'boolean' ? null : refuseKind(node, shape, 'true or false');
      case 'timestamp':
        // Its form is looked at with the member, which may say another one.
        return null;
      case 'float':
      case 'double':
        return node.kind === 'number' || isSpecialNumber(node) ? null : refuseKind(node, shape, 'a number');
      case 'bigDecimal':
        if (node.kind === 'number' || (node.kind === 'string' && parseDecimal(node.value) !== null)) return null;
        return refuseKind(node, shape, 'a number');
      case 'list':
        return node.kind === 'array' ? null : refuseKind(node, shape, 'a list');
      case 'map':
      case 'structure':
      case 'union':
        return node.kind === 'object' ? null : refuseKind(node, shape, 'an object');
      case 'operation':
      case 'resource':
      case 'service':
        return refuseKind(node, shape, 'nothing: it is no data');
      default:
        return findWholeProblem(node, type);
    }
  }

  #visitAggregate(node: Node, shape: AggregateShape): void {
    if (node.kind !== 'object') return;
    const { entries } = node;
    for (const { key, value } of entries) {
      const member = shape.members.get(key);
      if (member !== undefined) this.#visitInner(key, value, member);
      else {
        const known = [...shape.members.keys()].map((name) => `\`${name}\``).join(', ') || 'none';
        this.#path.push(key);
        const message = `unknown member \`${key}\` of \`${shape.id}\`, expected ${known}`;
        this.#refuse('unknown member', value, message, `UnknownMember.${shape.id}.${key}`);
        this.#path.pop();
      }
    }
    for (const member of shape.members.values())
      if (member.traits.has('smithy.api#required') && !entries.some(({ key }) => key === member.name))
        this.#refuse('required', node, `missing required member \`${member.name}\` of \`${shape.id}\``);
    if (shape.type === 'union' && entries.length !== 1)
      this.#refuse('constraint', node, `found ${entries.length} members of union \`${shape.id}\`, expected one`);
  }

  #visitCollection(node: Node, shape: CollectionShape): void {
    const sparse = shape.traits.has('smithy.api#sparse');
    const member = shape.members.get(shape.type === 'map' ? 'value' : 'member');
    const key = shape.members.get('key');
    if (member === undefined) return;
    if (node.kind === 'array') {
      for (const [index, element] of node.elements.entries())
        if (!(sparse && element.kind === 'null')) this.#visitInner(String(index), element, member);
    } else if (node.kind === 'object')
      for (const entry of node.entries) {
        if (key !== undefined) this.#visitInner(entry.key, makeImplied({ text: entry.key }, entryPlace(entry)), key);
        if (!(sparse && entry.value.kind === 'null')) this.#visitInner(entry.key, entry.value, member);
      }
  }

  #visitConstraints(node: Node, bearer: Shape | Member): void {
    const { traits } = bearer;
    const length = traits.get('smithy.api#length')?.value;
    if (length !== undefined) {
      const size = sizeOf(node);
      const min = readNumber(length, 'min');
      const max = readNumber(length, 'max');
      if (size !== null && ((min !== null && size < min) || (max !== null && size > max)))
        this.#refuse(
          'constraint',
          node,
          `found a length of ${size}, expected ${describeBounds(min, max)} for \`${bearer.id}\``,
        );
    }
    const range = traits.get('smithy.api#range')?.value;
    if (range !== undefined) this.#visitRange(node, bearer, range);
    const values = traits.get('smithy.api#enum')?.value;
    if (values?.kind === 'array' && node.kind === 'string') {
      const known = values.elements.map((element) => readText(element, 'value') ?? '');
      if (!known.includes(node.value))
        this.#refuse('constraint', node, `found \`${clip(node.value)}\`, expected one of ${listNames(known)}`);
    }
    const pattern = traits.get('smithy.api#pattern')?.value;
    if (pattern?.kind === 'string' && node.kind === 'string') {
      // A pattern that cannot be matched in linear time is left to the check of patterns.
      const matcher = this.#context.compilePattern(pattern.value);
      if (matcher !== null && !matcher.test(node.value)) {
        const message = `found \`${clip(node.value)}\`, expected a match of \`${clip(pattern.value)}\` for \`${bearer.id}\``;
        this.#refuse('constraint', node, message);
      }
    }
    if (node.kind === 'array' && traits.has('smithy.api#uniqueItems')) {
      const seen = new Set<string>();
      for (const [index, element] of node.elements.entries()) {
        const text = canonicalText(element);
        if (seen.has(text)) this.#refuse('constraint', node, `element ${index} stands twice, expected unique items`);
        seen.add(text);
      }
    }
    const idRef = traits.get('smithy.api#idRef')?.value;
    if (idRef !== undefined && node.kind === 'string') {
      if (absoluteId.test(node.value)) {
        const message = this.#findReferenceProblem(node.value, idRef);
        if (message !== null) this.#refuse('constraint', node, message);
      } else this.#refuse('type', node, `found \`${clip(node.value)}\`, expected an absolute shape id`);
    }
  }

  #visitRange(node: Node, bearer: Shape | Member, range: Node): void {
    const isHere = 'target' in bearer;
    const type = isHere ? this.#context.model.shapes.get(bearer.target)?.type : bearer.type;
    const problem = findRangeProblem(node, type ?? '', range);
    const suffix = `${isHere ? 'Member' : 'Target'}.InvalidRange`;
    if (problem !== null) this.#refuse('constraint', node, `${problem} for \`${bearer.id}\``, suffix);
    const endless = findEndlessProblem(node, range);
    if (endless !== null) this.#refuse('constraint', node, `${endless} for \`${bearer.id}\``);
  }

  #findReferenceProblem(id: string, idRef: Node): string | null {
    const own = readText(idRef, 'errorMessage');
    const subject = findSubject(this.#context.model, id);
    if (subject === undefined)
      return readFlag(idRef, 'failWhenMissing') && !this.#context.model.lost.has(id)
        ? (own ?? `shape \`${id}\` is not in the model`)
        : null;
    const selector = readText(idRef, 'selector') ?? '*';
    if (selector === '*') return null;
    if (this.#context.matches(selector, subject) !== false) return null;
    return own ?? `shape \`${id}\` does not match the selector \`${selector}\``;
  }
}

function hasConstraint(traits: Traits): boolean {
  for (const id of traits.keys()) if (constraints.has(id)) return true;
  return false;
}

function refuseKind(node: Node, { id }: Shape, expected: string): string {
  return `found ${nameKind(node)}, expected ${expected} for \`${id}\``;
}

/** Strings are measured in code points; blobs in bytes of their base64 text are left alone. */
function sizeOf(node: Node): number | null {
  switch (node.kind) {
    case 'string':
      return node.value.length - (node.value.match(surrogatePairs)?.length ?? 0);
    case 'array':
      return node.elements.length;
    case 'object':
      return node.entries.length;
    default:
      return null;
  }
}

function clip(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
