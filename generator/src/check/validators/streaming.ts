import type { ModelEvent } from '@shapegate/validator/leaves';
import type { Member, Model, Shape, ShapeId } from '../../model/model.ts';
import { report } from '../../syntax/event.ts';
import { readEntry, readTexts } from '../../syntax/node-entry.ts';
import { listNames } from '../list-names.ts';
import type { CheckContext } from '../validator.ts';

const streaming = 'smithy.api#streaming';

/** Streams stand at the top of an input or output, always have a value, and carry structures as events. */
export function* checkStreams(context: CheckContext): Generator<ModelEvent> {
  const { model } = context;
  if (context.bearers(streaming).length === 0) return;
  for (const shape of context.shapes()) {
    if (shape.type === 'operation' || shape.type === 'service')
      for (const id of shape.errors)
        if (holdsStream(model, id))
          yield report('error', 'StreamingTrait', shape, `error \`${id}\` of \`${shape.id}\` contains a stream`);
    if (shape.type === 'union' && shape.traits.has(streaming)) {
      const others = [...shape.members.values()].filter(({ target }) => model.shapes.get(target)?.type !== 'structure');
      if (others.length > 0)
        yield report(
          'error',
          'StreamingTrait',
          shape,
          `events are structures, but ${listNames(others.map(({ name }) => name))} are none`,
        );
    }
    if (shape.type === 'operation') {
      const output = model.shapes.get(shape.output);
      if (output !== undefined && needsLength(model, shape.output))
        yield report(
          'error',
          'StreamingTrait',
          output,
          `a stream with \`@requiresLength\` is sent, but \`${output.id}\` is the output of \`${shape.id}\``,
        );
    }
    if (!('members' in shape)) continue;
    for (const member of shape.members.values()) {
      const problem = findMemberProblem(model, shape, member);
      if (problem !== null) yield report('error', 'StreamingTrait', member, problem);
    }
  }
  yield* checkPayloads(context);
}

/** Why a member may not have its target; null where it may. */
function findMemberProblem(model: Model, { type }: Shape, { id, target, traits }: Member): string | null {
  if (holdsStream(model, target)) return `\`${target}\` contains a stream and can only be an input or output`;
  const found = model.shapes.get(target);
  if (found?.traits.has(streaming) !== true) return null;
  if (type !== 'structure')
    return `found stream \`${target}\` in a ${type}, expected it at the top of an input or output`;
  if (found.type !== 'blob' || hasValue(traits)) return null;
  return `stream \`${id}\` may be missing, expected \`@required\` or \`@default\``;
}

function hasValue(traits: Shape['traits']): boolean {
  return traits.has('smithy.api#required') || traits.has('smithy.api#default');
}

function holdsStream(model: Model, id: ShapeId): boolean {
  const shape = model.shapes.get(id);
  if (shape?.type !== 'structure') return false;
  for (const { target } of shape.members.values()) if (model.shapes.get(target)?.traits.has(streaming)) return true;
  return false;
}

function needsLength(model: Model, id: ShapeId): boolean {
  const shape = model.shapes.get(id);
  if (shape?.type !== 'structure') return false;
  return [...shape.members.values()].some(({ target }) =>
    model.shapes.get(target)?.traits.has('smithy.api#requiresLength'),
  );
}

/** In protocols over HTTP a stream is the payload. */
function* checkPayloads(context: CheckContext): Generator<ModelEvent> {
  const { model } = context;
  for (const service of context.services()) {
    const usesPayload = [...service.traits.keys()].some((id) => {
      const definition = model.shapes.get(id)?.traits.get('smithy.api#protocolDefinition')?.value;
      return definition !== undefined && readTexts(readEntry(definition, 'traits')).includes('smithy.api#httpPayload');
    });
    if (!usesPayload) continue;
    for (const { input, output } of context.operationsOf(service))
      for (const id of [input, output]) {
        const shape = model.shapes.get(id);
        if (shape?.type !== 'structure') continue;
        for (const member of shape.members.values())
          if (model.shapes.get(member.target)?.traits.has(streaming) && !member.traits.has('smithy.api#httpPayload'))
            yield report(
              'error',
              'StreamingTrait',
              member,
              `stream \`${member.id}\` lacks \`@httpPayload\`, which the protocol of \`${service.id}\` needs`,
            );
      }
  }
}
