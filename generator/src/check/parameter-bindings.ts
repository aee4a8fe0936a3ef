import type { Member, Model, OperationShape, ServiceShape, ShapeId } from '../model/model.ts';
import type { Subject } from '../model/selector/subject.ts';
import type { Node, NodeEntry } from '../syntax/node.ts';
import { readEntry, readText } from '../syntax/node-entry.ts';
import type { Place } from '../syntax/place.ts';
import { entryPlace } from '../syntax/placed-node.ts';
import { findStructure } from './http-bindings.ts';
import type { CheckContext } from './validator.ts';

/** What a parameter of a rule set can be. */
export type ParameterType = 'string' | 'boolean' | 'stringArray';

/** What a trait binds to a parameter of the rule set. */
export interface ParameterBinding {
  readonly trait: 'ClientContextParams' | 'StaticContextParams' | 'OperationContextParams' | 'ContextParam';
  readonly name: string;
  /** Null where it cannot be told, or is reported with the value. */
  readonly type: ParameterType | null;
  readonly subject: Subject;
  readonly place: Place;
}

/** All that a service and its operations bind to parameters of its rule set. */
export function* listBindings(context: CheckContext, service: ServiceShape): Generator<ParameterBinding> {
  const { model } = context;
  // One structure may be the input of several operations.
  const seen = new Set<Member>();
  const hasMembers = context.bearers('smithy.rules#contextParam').length > 0;
  for (const entry of listEntries(service, 'clientContextParams'))
    yield bind('ClientContextParams', service, entry, readType(readText(entry.value, 'type')));
  for (const operation of context.operationsOf(service)) {
    for (const entry of listEntries(operation, 'staticContextParams'))
      yield bind('StaticContextParams', operation, entry, typeOfValue(readEntry(entry.value, 'value')));
    for (const entry of listEntries(operation, 'operationContextParams'))
      yield bind('OperationContextParams', operation, entry, typeOfPath(model, operation, entry.value));
    if (!hasMembers) continue;
    for (const member of findStructure(model, operation.input)?.members.values() ?? []) {
      const trait = member.traits.get('smithy.rules#contextParam');
      const name = trait === undefined ? null : readText(trait.value, 'name');
      if (trait === undefined || name === null || seen.has(member)) continue;
      seen.add(member);
      const type = typeOfTarget(model, member.target);
      yield { trait: 'ContextParam', name, type, subject: member, place: trait.place };
    }
  }
}

/** The entries of a map-like trait of `smithy.rules`. */
export function listEntries({ traits }: Subject, name: string): readonly NodeEntry[] {
  const value = traits.get(`smithy.rules#${name}`)?.value;
  return value?.kind === 'object' ? value.entries : [];
}

/** `String` and `string` are one: rule sets have both. */
export function readType(written: string | null): ParameterType | null {
  const types: readonly ParameterType[] = ['string', 'boolean', 'stringArray'];
  return types.find((type) => type.toLowerCase() === written?.toLowerCase()) ?? null;
}

/** The type of a value; null where no parameter can have it. */
export function typeOfValue(value: Node | undefined): ParameterType | null {
  if (value?.kind === 'string' || value?.kind === 'boolean') return value.kind;
  const isTexts = value?.kind === 'array' && value.elements.every(({ kind }) => kind === 'string');
  return isTexts ? 'stringArray' : null;
}

function bind(
  trait: ParameterBinding['trait'],
  subject: Subject,
  entry: NodeEntry,
  type: ParameterType | null,
): ParameterBinding {
  return { trait, name: entry.key, type, subject, place: entryPlace(entry) };
}

function typeOfTarget({ shapes }: Model, id: ShapeId): ParameterType | null {
  const shape = shapes.get(id);
  if (shape?.type === 'enum') return 'string';
  if (shape?.type === 'string' || shape?.type === 'boolean') return shape.type;
  const member = shape?.type === 'list' ? shape.members.get('member') : undefined;
  const element = shapes.get(member?.target ?? '')?.type;
  return element === 'string' || element === 'enum' ? 'stringArray' : null;
}

/** The type of what a path leads to, where it is made of names alone. */
function typeOfPath(model: Model, operation: OperationShape, definition: Node): ParameterType | null {
  const path = readText(definition, 'path') ?? '';
  if (!/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(path)) return null;
  let target = operation.input;
  for (const name of path.split('.')) {
    const member: Member | undefined = findStructure(model, target)?.members.get(name);
    if (member === undefined) return null;
    target = member.target;
  }
  return typeOfTarget(model, target);
}
