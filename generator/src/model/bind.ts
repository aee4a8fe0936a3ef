import type {
  NamedReference,
  OperationDefinition,
  Reference,
  ResourceDefinition,
  ServiceDefinition,
} from '../syntax/tree.ts';
import type { OperationShape, ResourceShape, ServiceShape, Shape, ShapeId } from './model.ts';
import type { Scope } from './scope.ts';

type ShapeHead = Pick<Shape, 'id' | 'place' | 'traits' | 'mixins' | 'own'>;

const unit = 'smithy.api#Unit';

/** An operation with what its mixins bring; its own input and output win, errors add up. */
export function bindOperation(
  { id, place, traits, mixins, own }: ShapeHead,
  { input, output, errors }: OperationDefinition,
  scope: Scope,
  from: readonly Shape[],
): OperationShape {
  const inherited = from.filter((mixin) => mixin.type === 'operation');
  return {
    id,
    place,
    traits,
    mixins,
    own,
    type: 'operation',
    input: input === null ? inheritSide(inherited, 'input') : scope.resolve(input.name),
    output: output === null ? inheritSide(inherited, 'output') : scope.resolve(output.name),
    errors: joinIds(
      inherited.map((mixin) => mixin.errors),
      errors,
      scope,
    ),
  };
}

function inheritSide(mixins: readonly OperationShape[], key: 'input' | 'output'): ShapeId {
  return mixins.findLast((mixin) => mixin[key] !== unit)?.[key] ?? unit;
}

/** A resource with what its mixins bring. */
export function bindResource(
  head: ShapeHead,
  definition: ResourceDefinition,
  scope: Scope,
  mixins: readonly Shape[],
): ResourceShape {
  const inherited = mixins.filter((mixin) => mixin.type === 'resource');
  const lifecycle: Record<string, ShapeId> = {};
  for (const mixin of inherited) Object.assign(lifecycle, mixin.lifecycle);
  for (const { name, target } of definition.lifecycle) lifecycle[name] = scope.resolve(target.name);
  const join = (key: 'operations' | 'collectionOperations' | 'resources'): ShapeId[] =>
    joinIds(
      inherited.map((mixin) => mixin[key]),
      definition[key],
      scope,
    );
  const name = (key: 'identifiers' | 'properties'): Map<string, ShapeId> =>
    joinNamed(
      inherited.map((mixin) => mixin[key]),
      definition[key],
      scope,
    );
  return {
    ...head,
    type: 'resource',
    identifiers: name('identifiers'),
    properties: name('properties'),
    lifecycle,
    operations: join('operations'),
    collectionOperations: join('collectionOperations'),
    resources: join('resources'),
  };
}

/** A service with what its mixins bring. */
export function bindService(
  head: ShapeHead,
  definition: ServiceDefinition,
  scope: Scope,
  mixins: readonly Shape[],
): ServiceShape {
  const inherited = mixins.filter((mixin) => mixin.type === 'service');
  const rename = new Map<ShapeId, string>();
  for (const mixin of inherited) for (const [from, to] of mixin.rename) rename.set(from, to);
  for (const { from, to } of definition.rename) rename.set(scope.resolve(from.name), to);
  const join = (key: 'operations' | 'resources' | 'errors'): ShapeId[] =>
    joinIds(
      inherited.map((mixin) => mixin[key]),
      definition[key],
      scope,
    );
  return {
    ...head,
    type: 'service',
    version: definition.serviceVersion ?? inherited.findLast((mixin) => mixin.version !== '')?.version ?? '',
    operations: join('operations'),
    resources: join('resources'),
    errors: join('errors'),
    rename,
  };
}

function joinIds(inherited: readonly (readonly ShapeId[])[], own: readonly Reference[], scope: Scope): ShapeId[] {
  const ids = own.map(({ name }) => scope.resolve(name));
  return inherited.length === 0 ? ids : [...new Set([...inherited.flat(), ...ids])];
}

function joinNamed(
  inherited: readonly ReadonlyMap<string, ShapeId>[],
  own: readonly NamedReference[],
  scope: Scope,
): Map<string, ShapeId> {
  const joined = new Map<string, ShapeId>();
  for (const named of inherited) for (const [name, id] of named) joined.set(name, id);
  for (const { name, target } of own) joined.set(name, scope.resolve(target.name));
  return joined;
}
