import type { ModelEvent } from '@shapegate/validator/leaves';
import { addTo } from '../../model/add-to.ts';
import { neighbourIds } from '../../model/closure.ts';
import type { ResourceShape, Shape, ShapeId } from '../../model/model.ts';
import { isMember, isOfType, type Subject } from '../../model/selector/subject.ts';
import { report } from '../../syntax/event.ts';
import { readText } from '../../syntax/node-entry.ts';
import { listNames } from '../list-names.ts';
import { resolveId } from '../resolve-id.ts';
import type { CheckContext } from '../validator.ts';

/** No model of AWS needs a hundredth of these. */
const mostSteps = 500_000;

/** A member with the name and target of a resource's identifier says which resource it means. */
export function* findUnmarkedReferences(context: CheckContext): Generator<ModelEvent> {
  const { shapes } = context.model;
  const resources = new ResourceNames(context);
  if (resources.isEmpty) return;
  for (const member of context.subjects()) {
    if (!isMember(member)) continue;
    const candidates = resources.find(member.name, member.target);
    const target = shapes.get(member.target);
    if (candidates.length === 0 || target === undefined || !isOfType(target, 'string')) continue;
    const container = shapes.get(member.container);
    if (resources.isTired) return;
    const known = new Set([
      ...listReferences(context, member),
      ...(container === undefined ? [] : listReferences(context, container)),
      ...resources.listAround(member.container),
    ]);
    const unknown = candidates.filter(({ id }) => !known.has(id));
    if (unknown.length === 0) continue;
    const message = `\`${member.id}\` looks like the identifier of ${listNames(unknown.map(({ id }) => id))}, but no \`@references\` says so`;
    yield report('warning', 'MemberShouldReferenceResource', member, message);
  }
}

/** The resources that a shape's `@references` names. */
function listReferences({ model }: CheckContext, subject: Subject): ShapeId[] {
  const list = subject.traits.get('smithy.api#references')?.value;
  if (list?.kind !== 'array') return [];
  return list.elements.map((one) => resolveId(model, readText(one, 'resource') ?? '', subject.id));
}

/** The resources of a model by the names of their identifiers, and what leads to each of them. */
class ResourceNames {
  readonly #context: CheckContext;
  readonly #byName = new Map<string, ResourceShape[]>();
  #last: { readonly id: ShapeId; readonly around: readonly ShapeId[] } | null = null;
  #steps = 0;
  #users: Map<ShapeId, Shape[]> | null = null;

  constructor(context: CheckContext) {
    this.#context = context;
    for (const resource of context.shapesOfType('resource'))
      for (const name of resource.identifiers.keys()) addTo(this.#byName, name, resource);
  }

  /** Whether the model is so tangled that looking on would take minutes. It is for a warning, and that can be missing. */
  get isTired(): boolean {
    return this.#steps > mostSteps;
  }

  get isEmpty(): boolean {
    return this.#byName.size === 0;
  }

  find(name: string, target: ShapeId): readonly ResourceShape[] {
    return (this.#byName.get(name) ?? []).filter(({ identifiers }) => identifiers.get(name) === target);
  }

  /** The resources that lead to a shape, and their children: what is bound there needs no reference. */
  listAround(id: ShapeId): readonly ShapeId[] {
    // Members of one shape come one after the other; what is around each of all shapes could fill the memory.
    if (this.#last?.id === id) return this.#last.around;
    const around: ShapeId[] = [];
    const seen = new Set([id]);
    for (const below of seen)
      for (const user of this.#listUsers(below)) {
        if (user.type === 'resource' && !seen.has(user.id)) around.push(user.id, ...user.resources);
        seen.add(user.id);
        this.#steps++;
      }
    this.#last = { id, around };
    return around;
  }

  #listUsers(id: ShapeId): readonly Shape[] {
    if (this.#users === null) {
      this.#users = new Map();
      for (const shape of this.#context.shapes())
        for (const next of neighbourIds(shape)) addTo(this.#users, next, shape);
    }
    return this.#users.get(id) ?? [];
  }
}
