import type { ModelEvent } from '@shapegate/validator/leaves';
import { shapeClosure } from '../../model/closure.ts';
import type { ResourceShape, ShapeId } from '../../model/model.ts';
import { isMember, isOfType, type Subject } from '../../model/selector/subject.ts';
import { containerId } from '../../model/shape-id.ts';
import { readText } from '../node-entry.ts';
import { listNames, report } from '../report.ts';
import type { CheckContext } from '../validator.ts';
import { resolveId } from './references.ts';

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
    const container = shapes.get(containerId(member.id));
    const known = new Set([
      ...listReferences(context, member),
      ...(container === undefined ? [] : listReferences(context, container)),
      ...resources.listAround(containerId(member.id)),
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

/** The resources of a model by the names of their identifiers, and what each of them reaches. */
class ResourceNames {
  readonly #context: CheckContext;
  readonly #byName = new Map<string, ResourceShape[]>();
  readonly #closures = new Map<ResourceShape, ReadonlySet<ShapeId>>();
  readonly #around = new Map<ShapeId, readonly ShapeId[]>();

  constructor(context: CheckContext) {
    this.#context = context;
    for (const resource of context.shapesOfType('resource'))
      for (const name of resource.identifiers.keys()) {
        const known = this.#byName.get(name);
        if (known === undefined) this.#byName.set(name, [resource]);
        else known.push(resource);
      }
  }

  get isEmpty(): boolean {
    return this.#byName.size === 0;
  }

  find(name: string, target: ShapeId): readonly ResourceShape[] {
    return (this.#byName.get(name) ?? []).filter(({ identifiers }) => identifiers.get(name) === target);
  }

  /** The resources that lead to a shape, and their children: what is bound there needs no reference. */
  listAround(id: ShapeId): readonly ShapeId[] {
    const known = this.#around.get(id);
    if (known !== undefined) return known;
    const around = this.#context
      .shapesOfType('resource')
      .filter((resource) => this.#closureOf(resource).has(id))
      .flatMap((resource) => [resource.id, ...resource.resources]);
    this.#around.set(id, around);
    return around;
  }

  #closureOf(resource: ResourceShape): ReadonlySet<ShapeId> {
    const known = this.#closures.get(resource);
    if (known !== undefined) return known;
    const closure = shapeClosure(this.#context.model, [resource.id]);
    this.#closures.set(resource, closure);
    return closure;
  }
}
