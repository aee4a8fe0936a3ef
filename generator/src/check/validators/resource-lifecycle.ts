import type { ModelEvent } from '@shapegate/validator/leaves';
import { report } from '../../syntax/event.ts';
import type { CheckContext } from '../validator.ts';

/** What a lifecycle asks of its operation: true for must, false for must not. */
const demands: Readonly<Record<string, { readonly readonly?: boolean; readonly idempotent?: boolean }>> = {
  create: { readonly: false },
  put: { readonly: false, idempotent: true },
  read: { readonly: true },
  update: { readonly: false },
  delete: { readonly: false, idempotent: true },
  list: { readonly: true },
};

/** The operations of a lifecycle are read-only and idempotent as the lifecycle is. */
export function* checkLifecycles(context: CheckContext): Generator<ModelEvent> {
  for (const resource of context.shapesOfType('resource')) {
    for (const [lifecycle, id] of Object.entries(resource.lifecycle)) {
      const operation = context.model.shapes.get(id);
      if (operation?.type !== 'operation') continue;
      for (const [trait, must] of Object.entries(demands[lifecycle] ?? {})) {
        if (operation.traits.has(`smithy.api#${trait}`) === must) continue;
        const expected = must ? `lacks \`@${trait}\`` : `is marked \`@${trait}\``;
        yield report(
          'error',
          'ResourceLifecycle',
          resource,
          `\`${lifecycle}\` of \`${resource.id}\` is \`${id}\`, which ${expected}`,
        );
      }
    }
  }
}
