import type { ModelEvent } from '@shapegate/validator/leaves';
import type { OperationShape } from '../../model/model.ts';
import { placeOfTrait } from '../../model/selector/subject.ts';
import { report } from '../../syntax/event.ts';
import { readHttp } from '../http-bindings.ts';
import { findUriProblem, parseHttpUri } from '../http-uri.ts';
import type { CheckContext } from '../validator.ts';

/** URIs of `@http` can be read, and have one greedy label at most, which is their last. */
export function* checkHttpUris(context: CheckContext): Generator<ModelEvent> {
  for (const shape of context.shapesOfType('operation')) yield* checkUri(shape);
}

function* checkUri(operation: OperationShape): Generator<ModelEvent> {
  const http = readHttp(operation);
  if (http === null) return;
  const place = placeOfTrait(operation, 'smithy.api#http');
  const uri = parseHttpUri(http.uri);
  if (uri === null) {
    const message = `\`${http.uri}\` is no URI: ${findUriProblem(http.uri)}`;
    yield report('error', 'HttpUriFormat', operation, message, place);
    return;
  }
  const { segments } = uri;
  const greedy = segments.filter((segment) => segment.greedy);
  if (greedy.length > 1)
    yield report(
      'danger',
      'HttpUriGreedyLabel.MultipleGreedyLabels',
      operation,
      `\`${http.uri}\` has ${greedy.length} greedy labels, expected one at most`,
      place,
    );
  const lastLabel = segments.findLast(({ label }) => label !== null);
  if (greedy.some((segment) => segment !== lastLabel))
    yield report(
      'danger',
      'HttpUriGreedyLabel.GreedyLabelIsNotLastLabel',
      operation,
      `a label follows the greedy one in \`${http.uri}\``,
      place,
    );
}
