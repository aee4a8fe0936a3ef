import { findNearNames, type ModelEvent } from '@shapegate/validator/leaves';
import type { ServiceShape } from '../../model/model.ts';
import { nameKind } from '../../syntax/bindings.ts';
import { makeEvent, report } from '../../syntax/event.ts';
import { readEntry, readText } from '../../syntax/node-entry.ts';
import type { Place } from '../../syntax/place.ts';
import { entryPlace } from '../../syntax/placed-node.ts';
import {
  listBindings,
  listEntries,
  type ParameterBinding,
  type ParameterType,
  readType,
  typeOfValue,
} from '../parameter-bindings.ts';
import type { CheckContext } from '../validator.ts';

/** What a service's endpoint rules are written in: as a tree, or as a decision diagram. */
const ruleSets = ['endpointRuleSet', 'endpointBdd'];

/** What is bound to a parameter of the endpoint rules is of the parameter's type, and there is such a parameter. */
export function* checkRuleSetParameters(context: CheckContext): Generator<ModelEvent> {
  for (const service of context.services()) {
    const sets = ruleSets.flatMap((name) => readParameters(service, name) ?? []);
    if (sets.length === 0) continue;
    const bindings = [...listBindings(context, service)];
    const bound = yield* agreeBindings(bindings);
    for (const parameters of sets) yield* compareParameters(service, parameters, bound);
  }
}

/** The value of a static parameter is one that a parameter can have. */
export function* checkStaticParameters(context: CheckContext): Generator<ModelEvent> {
  for (const operation of context.bearers('smithy.rules#staticContextParams'))
    for (const { key, value } of listEntries(operation, 'staticContextParams')) {
      const written = readEntry(value, 'value');
      if (written === undefined || typeOfValue(written) !== null) continue;
      const found = written.kind === 'array' ? 'a list of other things' : nameKind(written);
      const message = `static parameter \`${key}\` is ${found}, expected a string, true or false, or a list of strings`;
      yield report('error', 'StaticContextParamsTrait', operation, message, written);
    }
}

interface Parameter {
  readonly type: ParameterType | null;
  readonly isBuiltIn: boolean;
  readonly place: Place;
}

/** The parameters of a rule set by name; null where the service has none to look at. */
function readParameters(service: ServiceShape, name: string): ReadonlyMap<string, Parameter> | null {
  const value = service.traits.get(`smithy.rules#${name}`)?.value;
  const parameters = value === undefined ? undefined : readEntry(value, 'parameters');
  if (parameters?.kind !== 'object') return null;
  return new Map(
    parameters.entries.map((entry) => {
      const type = readType(readText(entry.value, 'type'));
      const isBuiltIn = readEntry(entry.value, 'builtIn') !== undefined;
      return [entry.key, { type, isBuiltIn, place: entryPlace(entry) }];
    }),
  );
}

/** The first binding of each name that has a type; an event for each that is of another, or that no parameter can take. */
function* agreeBindings(
  bindings: readonly ParameterBinding[],
): Generator<ModelEvent, ReadonlyMap<string, ParameterBinding>> {
  const bound = new Map<string, ParameterBinding>();
  for (const binding of bindings) {
    const { trait, name, type, subject, place } = binding;
    const refuse = (kind: string, message: string): ModelEvent =>
      report('error', `RuleSetParameter.${trait}.${kind}`, subject, message, place);
    if (type === null && trait === 'ContextParam') {
      const message = `\`${subject.id}\` is bound to \`${name}\`, expected a string, a boolean or a list of strings`;
      yield refuse('UnsupportedType', message);
      continue;
    }
    const known = bound.get(name);
    if (known === undefined || known.type === null) bound.set(name, binding);
    else if (type !== null && type !== known.type)
      yield refuse(
        'InconsistentType',
        `parameter \`${name}\` is a ${type} here, expected a ${known.type} as on \`${known.subject.id}\``,
      );
  }
  return bound;
}

function* compareParameters(
  service: ServiceShape,
  parameters: ReadonlyMap<string, Parameter>,
  bound: ReadonlyMap<string, ParameterBinding>,
): Generator<ModelEvent> {
  const tell = (kind: string, place: Place, message: string, help = ''): ModelEvent =>
    makeEvent('error', `RuleSetParameter.RuleSet.${kind}`, place, { message, help, shape: service.id });
  for (const [name, { type, subject, place }] of bound) {
    const parameter = parameters.get(name);
    if (parameter === undefined) {
      const [near] = findNearNames(name, parameters.keys());
      const help = near === undefined ? '' : `did you mean \`${near}\`?`;
      yield tell('UnmatchedName', place, `the rule set of \`${service.id}\` has no parameter \`${name}\``, help);
    } else if (!parameter.isBuiltIn && type !== null && parameter.type !== null && type !== parameter.type) {
      const message = `parameter \`${name}\` is a ${parameter.type}, but \`${subject.id}\` binds a ${type}`;
      yield tell('TypeMismatch', parameter.place, message);
    }
  }
}
