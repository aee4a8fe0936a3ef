import { findNearNames, type ModelEvent, startOfFile } from '@shapegate/validator/leaves';
import { serviceOperations } from '../model/closure.ts';
import type { Model, ServiceShape } from '../model/model.ts';
import { shapeName } from '../model/shape-id.ts';
import { type ApiView, readMembers, readText } from './api-view.ts';

/** Says why no one service of the model can be generated from: there is none, there are several, or an operation is unknown. */
export function refuse(model: Model, services: readonly ServiceShape[], wanted: readonly string[]): ModelEvent {
  const all = services.flatMap((service) => serviceOperations(model, service).map(({ id }) => shapeName(id)));
  const names = [...new Set(all)];
  const unknown = wanted.find((name) => !names.includes(name));
  if (services.length === 0)
    return makeEvent('Service', 'the model has no service', 'add a `service` shape', services[0]);
  if (unknown !== undefined) {
    const near = findNearNames(unknown, names).map((name) => `\`${name}\``);
    const help = near.length === 0 ? `one of ${names.sort().join(', ')}` : `did you mean ${near.join(' or ')}?`;
    return makeEvent('Operation', `the service has no operation \`${unknown}\``, help, services[0]);
  }
  const ids = services.map(({ id }) => `\`${id}\``).join(', ');
  if (names.length === 0)
    return makeEvent('Service', `the service ${ids} has no operations`, 'bind one to it', services[0]);
  const help = 'name operations that one of them has';
  return makeEvent('Service', `the model has several services with these operations: ${ids}`, help, services[1]);
}

/** Runs what follows the structures of a model down; null where they nest deeper than the stack is. */
export function boundDepth<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Says that a model is beyond what can be generated from. */
export function refuseDepth(service: ServiceShape): ModelEvent {
  return makeEvent(
    'Depth',
    'the structures of the model nest too deeply to generate from',
    'let them nest less',
    service,
  );
}

function makeEvent(rule: string, message: string, help: string, service: ServiceShape | undefined): ModelEvent {
  return {
    rule,
    severity: 'error',
    message,
    help,
    file: service?.place.file ?? '',
    range: service?.place.range ?? startOfFile,
    shape: service?.id ?? null,
  };
}

/** Warns of each pattern that schemas and validators have to leave out. */
export function reportLeftOut(view: ApiView): ModelEvent[] {
  const events: ModelEvent[] = [];
  for (const shape of view.shapes.values()) {
    for (const holder of [shape, ...readMembers(shape).values()]) {
      const pattern = readText(holder, 'pattern');
      const decision = pattern === undefined ? undefined : view.patterns.get(pattern);
      if (decision === undefined || decision.regexp !== null) continue;
      const isRun = decision.kind === 'linear';
      const place = holder.traits.get('smithy.api#pattern')?.place ?? holder.place;
      events.push({
        rule: 'PatternLeftOut',
        severity: 'warning',
        message: `the pattern \`${pattern}\` is left out of the JSON Schema: no equal one is safe in a backtracking engine`,
        help: isRun ? 'lint and the gate check it with the linear-time engine' : 'nothing checks it',
        file: place.file,
        range: place.range,
        shape: holder.id,
      });
    }
  }
  return events;
}
