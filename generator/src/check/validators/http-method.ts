import type { ModelEvent } from '@shapegate/validator/leaves';
import type { OperationShape } from '../../model/model.ts';
import { placeOfTrait } from '../../model/selector/subject.ts';
import { report } from '../../syntax/event.ts';
import { findStructure, listBodyMembers, membersWith, readHttp } from '../http-bindings.ts';
import { listNames } from '../list-names.ts';
import type { CheckContext } from '../validator.ts';

/** What a method promises: whether it reads only, whether it may be repeated, whether it carries a body. */
const methods: ReadonlyMap<
  string,
  { readonly readonly: boolean | null; readonly idempotent: boolean | null; readonly body: boolean }
> = new Map([
  ['GET', { readonly: true, idempotent: false, body: false }],
  ['HEAD', { readonly: true, idempotent: false, body: false }],
  ['OPTIONS', { readonly: true, idempotent: false, body: true }],
  ['TRACE', { readonly: true, idempotent: false, body: false }],
  ['POST', { readonly: false, idempotent: null, body: true }],
  ['DELETE', { readonly: false, idempotent: true, body: false }],
  ['PUT', { readonly: false, idempotent: true, body: true }],
  ['PATCH', { readonly: false, idempotent: null, body: true }],
]);

/** An operation is marked as its HTTP method behaves. */
export function* checkHttpMethods(context: CheckContext): Generator<ModelEvent> {
  for (const shape of context.shapesOfType('operation')) yield* checkMethod(context, shape);
}

function* checkMethod({ model }: CheckContext, operation: OperationShape): Generator<ModelEvent> {
  const method = readHttp(operation)?.method ?? '';
  if (method === '') return;
  const place = placeOfTrait(operation, 'smithy.api#http');
  const capital = method.toUpperCase();
  const promise = methods.get(capital);
  if (promise === undefined) {
    yield report(
      'note',
      'HttpMethodSemantics.UnknownMethod',
      operation,
      `method \`${method}\` is none of HTTP's own`,
      place,
    );
    return;
  }
  if (capital !== method)
    yield report(
      'warning',
      'HttpMethodSemantics',
      operation,
      `found method \`${method}\`, expected \`${capital}\``,
      place,
    );
  if (capital === 'OPTIONS')
    yield report(
      'warning',
      'HttpMethodSemantics.OPTIONS',
      operation,
      'OPTIONS answers cross-origin requests; `@cors` on the service does that',
      place,
    );
  const isReadonly = operation.traits.has('smithy.api#readonly');
  const isIdempotent = operation.traits.has('smithy.api#idempotent');
  if (promise.readonly === true && !isReadonly)
    yield report(
      'warning',
      'HttpMethodSemantics.MissingReadonlyTrait',
      operation,
      `method \`${method}\` reads only, but the operation lacks \`@readonly\``,
      place,
    );
  if (promise.readonly === false && isReadonly)
    yield report(
      'warning',
      'HttpMethodSemantics.UnnecessaryReadonlyTrait',
      operation,
      `method \`${method}\` changes something, but the operation is \`@readonly\``,
      place,
    );
  if (promise.idempotent === true && !isIdempotent)
    yield report(
      'warning',
      'HttpMethodSemantics.MissingIdempotentTrait',
      operation,
      `method \`${method}\` can be repeated, but the operation lacks \`@idempotent\``,
      place,
    );
  if (promise.idempotent === false && isIdempotent)
    yield report(
      'warning',
      'HttpMethodSemantics.UnnecessaryIdempotentTrait',
      operation,
      `method \`${method}\` needs no \`@idempotent\``,
      place,
    );
  if (promise.body) return;
  const input = findStructure(model, operation.input);
  if (input === null) return;
  const payload = membersWith(input, 'httpPayload');
  const body = payload.length > 0 ? payload : listBodyMembers(input, 'input');
  if (body.length > 0)
    yield report(
      'danger',
      'HttpMethodSemantics.UnexpectedPayload',
      operation,
      `method \`${method}\` has no body in many clients, but ${listNames(body.map(({ name }) => name))} would be in it`,
      place,
    );
}
