import type { ModelEvent } from '@shapegate/validator/leaves';
import type { ShapeId } from '../../model/model.ts';
import { listEdges } from '../../model/selector/neighbours.ts';
import { isMember, type Subject } from '../../model/selector/subject.ts';
import { report } from '../../syntax/event.ts';
import { readText } from '../../syntax/node-entry.ts';
import type { CheckContext } from '../validator.ts';

/** Those that say of a reference all that matters here: `create` and the like are operations as well. */
const relations: ReadonlySet<string> = new Set([
  ...['mixin', 'input', 'output', 'error', 'operation', 'resource', 'identifier', 'property'],
]);

/** What is deprecated is referred to knowingly. */
export function* checkDeprecatedShapes(context: CheckContext): Generator<ModelEvent> {
  const { shapes } = context.model;
  if (context.bearers('smithy.api#deprecated').every(isMember)) return;
  for (const subject of context.subjects())
    for (const [relation, id] of listReferences(subject)) {
      const deprecated = shapes.get(id)?.traits.get('smithy.api#deprecated')?.value;
      if (deprecated === undefined) continue;
      const [why, since] = [readText(deprecated, 'message'), readText(deprecated, 'since')];
      const message = `${relation} \`${id}\` is deprecated${since === null ? '' : ` since ${since}`}${why === null ? '' : `: ${why}`}`;
      yield report('warning', `DeprecatedShape.${id}`, subject, message);
    }
}

function* listReferences(subject: Subject): Generator<[relation: string, id: ShapeId]> {
  if (isMember(subject)) yield ['target', subject.target];
  else for (const edge of listEdges(subject)) if (relations.has(edge[0])) yield edge;
}
