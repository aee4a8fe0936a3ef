import type { ModelEvent } from '@shapegate/validator/leaves';
import type { ShapeId } from '../../model/model.ts';
import { isMember, type Subject } from '../../model/selector/subject.ts';
import { report } from '../../syntax/event.ts';
import { readText } from '../../syntax/node-entry.ts';
import type { CheckContext } from '../validator.ts';

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

function* listReferences(subject: Subject): Generator<readonly [relation: string, id: ShapeId]> {
  if (isMember(subject)) {
    yield ['target', subject.target];
    return;
  }
  for (const id of subject.mixins) yield ['mixin', id];
  switch (subject.type) {
    case 'operation':
      yield ['input', subject.input];
      yield ['output', subject.output];
      for (const id of subject.errors) yield ['error', id];
      break;
    case 'service':
      for (const id of subject.operations) yield ['operation', id];
      for (const id of subject.resources) yield ['resource', id];
      for (const id of subject.errors) yield ['error', id];
      break;
    case 'resource':
      for (const id of subject.identifiers.values()) yield ['identifier', id];
      for (const id of subject.properties.values()) yield ['property', id];
      for (const id of subject.operations) yield ['operation', id];
      for (const id of subject.collectionOperations) yield ['operation', id];
      for (const id of Object.values(subject.lifecycle)) yield ['operation', id];
      for (const id of subject.resources) yield ['resource', id];
      break;
  }
}
