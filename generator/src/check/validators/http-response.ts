import type { ModelEvent } from '@shapegate/validator/leaves';
import type { ShapeId } from '../../model/model.ts';
import { placeOfTrait } from '../../model/selector/subject.ts';
import { report } from '../../syntax/event.ts';
import { readNumber } from '../../syntax/node-entry.ts';
import { findStructure, listBodyMembers, type MessageSide, membersWith } from '../http-bindings.ts';
import { listNames } from '../list-names.ts';
import type { CheckContext } from '../validator.ts';

/** Status codes say what happened: 2xx for an operation, 4xx for an error of the client, 5xx for one of the server. */
export function* checkStatusCodes(context: CheckContext): Generator<ModelEvent> {
  for (const operation of context.shapesOfType('operation')) {
    const http = operation.traits.get('smithy.api#http')?.value;
    const code = http === undefined ? null : readNumber(http, 'code');
    if (code === null) continue;
    const place = placeOfTrait(operation, 'smithy.api#http');
    if (code < 200 || code > 299)
      yield report(
        'danger',
        'HttpResponseCodeSemantics',
        operation,
        `status ${code} is no success, expected 200 to 299`,
        place,
      );
    const output = code === 204 || code === 205 ? findStructure(context.model, operation.output) : null;
    const body = output === null ? [] : [...listBodyMembers(output, 'output'), ...membersWith(output, 'httpPayload')];
    if (body.length > 0)
      yield report(
        'warning',
        'HttpResponseCodeSemantics',
        operation,
        `status ${code} has no body, but ${listNames(body.map(({ name }) => name))} would be in it`,
        place,
      );
  }
  for (const shape of context.bearers('smithy.api#httpError')) {
    const code = shape.traits.get('smithy.api#httpError')?.value;
    const error = shape.traits.get('smithy.api#error')?.value;
    if (code?.kind !== 'number' || error?.kind !== 'string') continue;
    const first = error.value === 'client' ? 400 : 500;
    if (code.value < first || code.value > first + 99)
      yield report(
        'danger',
        'HttpResponseCodeSemantics',
        shape,
        `status ${code.text} of a ${error.value} error, expected ${first} to ${first + 99}`,
        code,
      );
  }
}

/** Where one member is the payload, all others travel elsewhere. */
export function* checkHttpPayloads(context: CheckContext): Generator<ModelEvent> {
  const sides = listSides(context);
  for (const shape of context.shapesOfType('structure')) {
    const sent = sides.get(shape.id);
    const [payload] = sent === undefined ? [] : membersWith(shape, 'httpPayload');
    if (sent === undefined || payload === undefined) continue;
    const others = new Set([...sent].flatMap((side) => listBodyMembers(shape, side)));
    if (others.size > 0)
      yield report(
        'error',
        'HttpPayload',
        shape,
        `\`${payload.name}\` is the whole body, but ${listNames([...others].map(({ name }) => name))} would be in it too`,
      );
  }
}

/** The sides that a structure travels on over HTTP. */
function listSides(context: CheckContext): ReadonlyMap<ShapeId, ReadonlySet<MessageSide>> {
  const sides = new Map<ShapeId, Set<MessageSide>>();
  const note = (id: ShapeId, side: MessageSide): void => {
    sides.set(id, (sides.get(id) ?? new Set()).add(side));
  };
  for (const { id } of context.bearers('smithy.api#error')) note(id, 'output');
  for (const { input, output, traits } of context.shapesOfType('operation'))
    if (traits.has('smithy.api#http')) {
      note(input, 'input');
      note(output, 'output');
    }
  return sides;
}
