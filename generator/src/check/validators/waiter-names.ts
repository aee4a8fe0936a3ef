import type { ModelEvent } from '@shapegate/validator/leaves';
import type { ServiceShape } from '../../model/model.ts';
import { report } from '../../syntax/event.ts';
import { entryPlace } from '../../syntax/placed-node.ts';
import { listNames } from '../list-names.ts';
import { findTwins } from '../twins.ts';
import type { CheckContext } from '../validator.ts';
import { listWaiters } from '../waiters.ts';

/** No two waiters of a service have one name, case aside. */
export function* checkWaiterNames(context: CheckContext): Generator<ModelEvent> {
  if (context.bearers('smithy.waiters#waitable').length === 0) return;
  for (const service of context.services()) yield* checkNamesWithin(context, service);
}

function* checkNamesWithin(context: CheckContext, service: ServiceShape): Generator<ModelEvent> {
  const waiters = context
    .operationsOf(service)
    .flatMap((operation) => listWaiters(operation).map((entry) => ({ operation, entry })));
  for (const twins of findTwins(waiters, ({ entry }) => entry.key.toLowerCase()).values())
    for (const { operation, entry } of twins) {
      const others = twins.filter((twin) => twin.entry !== entry).map((twin) => twin.operation.id);
      const message = `waiter \`${entry.key}\` of \`${service.id}\` has the name of one of ${listNames(new Set(others))}, case aside`;
      yield report('error', 'UniqueWaiterNames', operation, message, entryPlace(entry));
    }
}
