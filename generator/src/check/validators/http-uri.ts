import type { ModelEvent } from '@shapegate/validator/leaves';
import { addTo } from '../../model/add-to.ts';
import type { OperationShape } from '../../model/model.ts';
import { placeOfTrait } from '../../model/selector/subject.ts';
import { report } from '../../syntax/event.ts';
import { readText } from '../../syntax/node-entry.ts';
import { findUriProblem, type HttpUri, parseHttpUri } from '../http-uri.ts';
import { listNames } from '../list-names.ts';
import type { CheckContext } from '../validator.ts';

/** URIs of `@http` can be read, have one greedy label at most and at the end, and no two of a service are the same. */
export function* checkHttpUris(context: CheckContext): Generator<ModelEvent> {
  for (const shape of context.shapesOfType('operation')) yield* checkUri(shape);
  for (const service of context.services()) yield* checkConflicts(context.operationsOf(service));
}

function readUri(
  operation: OperationShape,
): { method: string; text: string; uri: HttpUri | null; host: string } | null {
  const http = operation.traits.get('smithy.api#http')?.value;
  const text = http === undefined ? null : readText(http, 'uri');
  if (http === undefined || text === null) return null;
  const endpoint = operation.traits.get('smithy.api#endpoint')?.value;
  const host = endpoint === undefined ? '' : (readText(endpoint, 'hostPrefix') ?? '');
  return { method: readText(http, 'method') ?? '', text, uri: parseHttpUri(text), host };
}

function* checkUri(operation: OperationShape): Generator<ModelEvent> {
  const read = readUri(operation);
  if (read === null) return;
  const place = placeOfTrait(operation, 'smithy.api#http');
  if (read.uri === null) {
    const message = `\`${read.text}\` is no URI: ${findUriProblem(read.text)}`;
    yield report('error', 'HttpUriFormat', operation, message, place);
    return;
  }
  const { segments } = read.uri;
  const greedy = segments.filter((segment) => segment.greedy);
  if (greedy.length > 1)
    yield report(
      'danger',
      'HttpUriGreedyLabel.MultipleGreedyLabels',
      operation,
      `\`${read.text}\` has ${greedy.length} greedy labels, expected one at most`,
      place,
    );
  const lastLabel = segments.findLast(({ label }) => label !== null);
  if (greedy.some((segment) => segment !== lastLabel))
    yield report(
      'danger',
      'HttpUriGreedyLabel.GreedyLabelIsNotLastLabel',
      operation,
      `a label follows the greedy one in \`${read.text}\``,
      place,
    );
}

function* checkConflicts(operations: readonly OperationShape[]): Generator<ModelEvent> {
  const alike = new Map<string, OperationShape[]>();
  for (const operation of operations) {
    const read = readUri(operation);
    if (read?.uri === null || read === null) continue;
    const path = read.uri.segments
      .map(({ label, greedy, text }) => (label === null ? text : greedy ? '{+}' : '{}'))
      .join('/');
    const query = [...read.uri.query]
      .map(([key, value]) => `${key}=${value ?? ''}`)
      .sort()
      .join('&');
    const host = read.host.replaceAll(/\{[^}]*\}/g, '{}');
    const key = `${read.method} ${host} ${path} ${query}`;
    addTo(alike, key, operation);
  }
  for (const group of alike.values()) {
    if (group.length < 2) continue;
    const message = `${listNames(group.map(({ id }) => id))} have one URI`;
    for (const operation of group)
      yield report('error', 'HttpUriConflict', operation, message, placeOfTrait(operation, 'smithy.api#http'));
  }
}
