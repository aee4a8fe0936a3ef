import type { ModelEvent } from '@shapegate/validator/leaves';
import { shapeClosure } from '../model/closure.ts';
import type { ShapeId } from '../model/model.ts';
import { shapeName } from '../model/shape-id.ts';
import { report } from '../syntax/event.ts';
import { type ModelPair, without } from './model-pair.ts';

/** What services and resources bind, and no longer bind. */
export function* compareBindings(pair: ModelPair): Generator<ModelEvent> {
  for (const type of ['service', 'resource'] as const)
    for (const { before, after } of pair.ofType(type)) {
      const parent = type === 'service' ? 'Service' : 'Resource';
      for (const [key, kind] of [
        ['operations', 'Operation'],
        ['resources', 'Resource'],
      ] as const) {
        for (const id of without(after[key], before[key]))
          yield report(
            'note',
            `Added${kind}Binding.To${parent}.${shapeName(id)}`,
            after,
            `${type} \`${after.id}\` now binds \`${id}\``,
          );
        for (const id of without(before[key], after[key]))
          yield report(
            'error',
            `Removed${kind}Binding.From${parent}.${shapeName(id)}`,
            after,
            `${type} \`${after.id}\` no longer binds \`${id}\``,
          );
      }
    }
}

/** Another input or output, and errors that came or went. */
export function* compareOperations(pair: ModelPair): Generator<ModelEvent> {
  for (const { before, after } of pair.ofType('operation')) {
    for (const [key, id] of [
      ['input', 'ChangedOperationInput'],
      ['output', 'ChangedOperationOutput'],
    ] as const)
      if (before[key] !== after[key])
        yield report(
          'error',
          id,
          after,
          `${key} of \`${after.id}\` changed from \`${before[key]}\` to \`${after[key]}\``,
        );
    for (const id of without(after.errors, before.errors))
      yield report(
        'warning',
        `AddedOperationError.${shapeName(id)}`,
        after,
        `operation \`${after.id}\` may now fail with \`${id}\``,
      );
    for (const id of without(before.errors, after.errors))
      yield report(
        'warning',
        `RemovedOperationError.${shapeName(id)}`,
        after,
        `operation \`${after.id}\` no longer fails with \`${id}\``,
      );
  }
}

/** Errors and renames of services. */
export function* compareServices(pair: ModelPair): Generator<ModelEvent> {
  for (const { before, after } of pair.ofType('service')) {
    for (const id of without(after.errors, before.errors))
      yield report(
        'warning',
        'AddedServiceError',
        after,
        `every operation of \`${after.id}\` may now fail with \`${id}\``,
      );
    for (const id of without(before.errors, after.errors))
      yield report(
        'warning',
        'RemovedServiceError',
        after,
        `\`${id}\` is no longer an error of every operation of \`${after.id}\``,
      );
    for (const [id, name] of before.rename) {
      const now = after.rename.get(id);
      if (now === undefined)
        yield report('error', 'ServiceRename', after, `\`${id}\` is no longer renamed to \`${name}\``);
      else if (now !== name)
        yield report(
          'error',
          'ServiceRename',
          after,
          `\`${id}\` was renamed to \`${name}\` and is now renamed to \`${now}\``,
        );
    }
    const added = [...after.rename].filter(([id]) => !before.rename.has(id));
    if (added.length === 0) continue;
    const closure = shapeClosure(pair.before, [before.id]);
    for (const [id, name] of added)
      if (closure.has(id))
        yield report(
          'error',
          'ServiceRename',
          after,
          `\`${id}\` was in the service before and is now renamed to \`${name}\``,
        );
  }
}

/** Identifiers are how a resource is found. */
export function* compareIdentifiers(pair: ModelPair): Generator<ModelEvent> {
  const show = (identifiers: ReadonlyMap<string, ShapeId>): string =>
    [...identifiers]
      .map(([name, id]) => `\`${name}: ${id}\``)
      .sort()
      .join(', ') || 'none';
  for (const { before, after } of pair.ofType('resource')) {
    const [old, now] = [show(before.identifiers), show(after.identifiers)];
    if (old === now) continue;
    yield report(
      'error',
      'ChangedResourceIdentifiers',
      after,
      `identifiers of \`${after.id}\` changed from ${old} to ${now}`,
    );
  }
}
