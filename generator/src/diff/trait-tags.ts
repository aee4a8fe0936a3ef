import type { EventSeverity } from '@shapegate/validator/leaves';
import type { Member, Model, Shape } from '../model/model.ts';
import { isSameValue } from '../model/trait-merge.ts';
import type { Node } from '../syntax/node.ts';
import { readEntry, readTexts } from '../syntax/node-entry.ts';

export type OneChange = 'add' | 'remove' | 'update';

/** How a value differs from what it was; null where it does not, or where there never was one. */
export function findChange(before: Node | undefined, after: Node | undefined): OneChange | null {
  if (before === undefined) return after === undefined ? null : 'add';
  if (after === undefined) return 'remove';
  return isSameValue(before, after) ? null : 'update';
}

/** A change of a trait, or of a part of its value, that a tag on its definition judges. */
interface TaggedChange {
  readonly severity: EventSeverity;
  readonly kind: OneChange;
  /** Where in the value, with `/` before each part; empty for the whole. */
  readonly path: string;
  readonly before: Node | undefined;
  readonly after: Node | undefined;
}

const tagForm = /^diff\.(error|danger|warning)\.(add|remove|update|const)$/;
/** Values are followed so far; a definition that contains itself has no end. */
const deepest = 64;

/** True where the old tags of a trait's definition, `diff.error.add` and the like, say what its changes mean. */
export function isTagged(definition: Shape): boolean {
  return listTags(definition).some((tag) => tagForm.test(tag) || tag === 'diff.contents');
}

/** The changes that the tags on a trait's definition judge, with `diff.contents` those within its value as well. */
export function* findTagged(
  model: Model,
  definition: Shape,
  before: Node | undefined,
  after: Node | undefined,
): Generator<TaggedChange> {
  yield* judge(definition, '', before, after);
  if (listTags(definition).includes('diff.contents') && before !== undefined && after !== undefined)
    yield* visit(definition, '', before, after, 0);

  function* judge(
    bearer: Shape | Member,
    path: string,
    old: Node | undefined,
    now: Node | undefined,
  ): Generator<TaggedChange> {
    const kind = findChange(old, now);
    for (const tag of kind === null ? [] : listTags(bearer)) {
      const [, severity, change] = tagForm.exec(tag) ?? [];
      if (kind !== null && (change === kind || change === 'const'))
        yield { severity: severity as EventSeverity, kind, path, before: old, after: now };
    }
  }

  function* visit(
    shape: Shape,
    path: string,
    old: Node | undefined,
    now: Node | undefined,
    depth: number,
  ): Generator<TaggedChange> {
    if (!('members' in shape) || depth > deepest) return;
    for (const [key, member] of listParts(shape, old, now)) {
      const [inner, outer] = [partOf(old, key), partOf(now, key)];
      if (inner === undefined && outer === undefined) continue;
      yield* judge(member, `${path}/${key}`, inner, outer);
      const target = model.shapes.get(member.target);
      if (target !== undefined) yield* visit(target, `${path}/${key}`, inner, outer, depth + 1);
    }
  }
}

function listTags(bearer: Shape | Member): readonly string[] {
  return readTexts(bearer.traits.get('smithy.api#tags')?.value);
}

/** The parts of two values by key, each with the member that describes it. */
function* listParts(
  shape: Extract<Shape, { members: unknown }>,
  old: Node | undefined,
  now: Node | undefined,
): Generator<readonly [string, Member]> {
  const element = shape.members.get(shape.type === 'map' ? 'value' : 'member');
  if (shape.type === 'structure' || shape.type === 'union') {
    for (const [name, member] of shape.members) yield [name, member];
  } else if ((shape.type === 'map' || shape.type === 'list') && element !== undefined) {
    const keys = new Set<string>();
    for (const node of [old, now])
      if (node?.kind === 'object') for (const { key } of node.entries) keys.add(key);
      else if (node?.kind === 'array') for (const index of node.elements.keys()) keys.add(String(index));
    for (const key of keys) yield [key, element];
  }
}

function partOf(node: Node | undefined, key: string): Node | undefined {
  if (node?.kind === 'array') return node.elements[Number(key)];
  return node === undefined ? undefined : readEntry(node, key);
}
