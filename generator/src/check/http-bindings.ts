import type { AggregateShape, Member, Model, OperationShape, Shape, ShapeId } from '../model/model.ts';
import { readText } from '../syntax/node-entry.ts';

/** The value of a trait that is a string; null where a member, or a shape, does not bear it. */
export function readBinding({ traits }: Member | Shape, trait: string): string | null {
  const value = traits.get(`smithy.api#${trait}`)?.value;
  return value?.kind === 'string' ? value.value : null;
}

/** Members of a structure that bear a trait of the prelude. */
export function membersWith(shape: AggregateShape, trait: string): Member[] {
  const id = `smithy.api#${trait}`;
  const bearers: Member[] = [];
  for (const member of shape.members.values()) if (member.traits.has(id)) bearers.push(member);
  return bearers;
}

/** The structure of this id; null where there is none. */
export function findStructure(model: Model, id: ShapeId): AggregateShape | null {
  const shape = model.shapes.get(id);
  return shape?.type === 'structure' ? shape : null;
}

/** The method and URI of an operation's `@http`; null where it has no URI to read. */
export function readHttp(operation: OperationShape): { readonly method: string; readonly uri: string } | null {
  const http = operation.traits.get('smithy.api#http')?.value;
  const uri = http === undefined ? null : readText(http, 'uri');
  return http === undefined || uri === null ? null : { method: readText(http, 'method') ?? '', uri };
}

/** A request, or a response: an output or an error. */
export type MessageSide = 'input' | 'output';

/**
 * The traits that take a member out of the body; on the other side each means nothing. `@hostLabel` is none of them: the
 * specification has it leave alone how its member is serialized.
 */
const elsewhere: Readonly<Record<MessageSide, readonly ShapeId[]>> = {
  input: ['httpLabel', 'httpQuery', 'httpQueryParams', 'httpHeader', 'httpPrefixHeaders'].map(preludeId),
  output: ['httpHeader', 'httpPrefixHeaders', 'httpResponseCode'].map(preludeId),
};

/** Members that travel in the body because nothing says otherwise; those of the payload left out. */
export function listBodyMembers(shape: Shape, side: MessageSide): Member[] {
  if (shape.type !== 'structure') return [];
  return [...shape.members.values()].filter(
    ({ traits }) => !traits.has('smithy.api#httpPayload') && !elsewhere[side].some((id) => traits.has(id)),
  );
}

function preludeId(trait: string): ShapeId {
  return `smithy.api#${trait}`;
}
