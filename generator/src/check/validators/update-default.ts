import type { ModelEvent } from '@shapegate/validator/leaves';
import { shapeName } from '../../model/shape-id.ts';
import { report } from '../../syntax/event.ts';
import { findStructure, membersWith } from '../http-bindings.ts';
import { listNames } from '../list-names.ts';
import type { CheckContext } from '../validator.ts';

/** An update cannot tell a default from a value that was left out. */
export function* checkUpdateDefaults(context: CheckContext): Generator<ModelEvent> {
  const updates = new Set<string>();
  for (const shape of context.shapesOfType('resource'))
    if (shape.lifecycle.update !== undefined) updates.add(shape.lifecycle.update);
  for (const operation of context.shapesOfType('operation')) {
    const isPatch = /^(?:Update|Patch)(?![a-z])/.test(shapeName(operation.id)) || updates.has(operation.id);
    const input = isPatch ? findStructure(context.model, operation.input) : null;
    const names = input === null ? [] : membersWith(input, 'default').map(({ name }) => name);
    if (names.length > 0)
      yield report(
        'warning',
        'DefaultValueInUpdate',
        operation,
        `an update cannot tell defaults from what is left out, but ${listNames(names)} have them`,
      );
  }
}
