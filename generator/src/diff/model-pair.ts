import type { ModelEvent } from '@shapegate/validator/leaves';
import { isBuiltIn } from '../model/built-in.ts';
import type { Member, Model, Shape, ShapeId } from '../model/model.ts';
import { canonicalText } from '../model/trait-merge.ts';
import type { Node } from '../syntax/node.ts';

/** A shape, or a member, of both models. */
export interface Change<Subject extends Shape | Member = Shape | Member> {
  readonly before: Subject;
  readonly after: Subject;
}

/** What one evaluator of differences looks at. Pure: it yields events. */
export type Evaluator = (pair: ModelPair) => Iterable<ModelEvent>;

/** Two models side by side: what is in one alone and what is in both; built-in shapes left out. */
export class ModelPair {
  readonly before: Model;
  readonly after: Model;
  readonly added: (Shape | Member)[] = [];
  readonly removed: (Shape | Member)[] = [];
  readonly shapes: Change<Shape>[] = [];
  readonly members: Change<Member>[] = [];

  private constructor(before: Model, after: Model) {
    this.before = before;
    this.after = after;
  }

  /** Compares all shapes of two models. */
  static of(before: Model, after: Model): ModelPair {
    const pair = new ModelPair(before, after);
    for (const shape of before.shapes.values()) {
      const other = after.shapes.get(shape.id);
      if (isBuiltIn(shape)) continue;
      if (other === undefined) pair.removed.push(shape);
      else if (!isBuiltIn(other)) pair.#addChange({ before: shape, after: other });
    }
    for (const shape of after.shapes.values())
      if (!isBuiltIn(shape) && !before.shapes.has(shape.id)) pair.added.push(shape);
    return pair;
  }

  /** A pair in which one subject alone has changed: what its trait and members would be told. */
  static between({ before, after }: ModelPair, change: Change<Shape>): ModelPair {
    const pair = new ModelPair(before, after);
    pair.#addChange(change);
    return pair;
  }

  #addChange(change: Change<Shape>): void {
    this.shapes.push(change);
    const olds = membersByName(change.before);
    const news = membersByName(change.after);
    for (const [name, member] of olds) {
      const other = news.get(name);
      if (other === undefined) this.removed.push(member);
      else this.members.push({ before: member, after: other });
    }
    for (const [name, member] of news) if (!olds.has(name)) this.added.push(member);
  }

  /** The changes of shapes that are of one type in both models. */
  *ofType<Type extends Shape['type']>(type: Type): Generator<Change<Extract<Shape, { type: Type }>>> {
    for (const change of this.shapes)
      if (change.before.type === type && change.after.type === type)
        yield change as unknown as Change<Extract<Shape, { type: Type }>>;
  }

  /** Shapes and members that are in both. */
  *subjects(): Generator<Change> {
    yield* this.shapes;
    yield* this.members;
  }
}

const noMembers: ReadonlyMap<string, Member> = new Map();

function membersByName(shape: Shape): ReadonlyMap<string, Member> {
  return 'members' in shape ? shape.members : noMembers;
}

/** A value in backticks, cut where it is long. */
export function showValue(node: Node): string {
  const text = canonicalText(node);
  return `\`${text.length > 80 ? `${text.slice(0, 79)}…` : text}\``;
}

/** The ids that are in one list and not in the other. */
export function without(ids: readonly ShapeId[], others: readonly ShapeId[]): ShapeId[] {
  return ids.filter((id) => !others.includes(id));
}
