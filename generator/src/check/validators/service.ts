import type { ModelEvent } from '@shapegate/validator/leaves';
import { shapeClosure } from '../../model/closure.ts';
import type { Model, ServiceShape, Shape, Traits } from '../../model/model.ts';
import { findSubject, isMember } from '../../model/selector/subject.ts';
import { namespaceOf, shapeName } from '../../model/shape-id.ts';
import { canonicalText } from '../../model/trait-merge.ts';
import { report } from '../../syntax/event.ts';
import { findTwins } from '../twins.ts';
import type { CheckContext } from '../validator.ts';

/** Within a service a name, its case aside, means one shape; `rename` says otherwise only where it can. */
export function* checkServices(context: CheckContext): Generator<ModelEvent> {
  const { model } = context;
  for (const service of context.services()) {
    if (service.rename.size === 0 && context.sharedNames().size === 0) continue;
    const closure: Shape[] = [];
    for (const id of shapeClosure(model, [service.id])) {
      const shape = model.shapes.get(id);
      // No input and no output is nothing to conflict with.
      if (shape !== undefined && id !== 'smithy.api#Unit') closure.push(shape);
    }
    yield* checkRenames(model, service, closure);
    yield* checkNames(model, service, closure);
  }
}

function* checkRenames(model: Model, service: ServiceShape, closure: readonly Shape[]): Generator<ModelEvent> {
  if (service.rename.size === 0) return;
  const reached = new Set(closure.map(({ id }) => id));
  for (const [from, to] of service.rename) {
    const subject = findSubject(model, from);
    const refuse = (why: string): ModelEvent =>
      report('error', 'Service', service, `\`${service.id}\` renames \`${from}\` to \`${to}\`, but ${why}`);
    if (!/^(?:_+[A-Za-z0-9]|[A-Za-z])\w*$/.test(to)) yield refuse('that is no name of a shape');
    if (shapeName(from) === to) yield refuse('that is its name');
    if (subject !== undefined && isMember(subject)) yield refuse('members cannot be renamed');
    else if (subject === undefined || !reached.has(from)) yield refuse('the shape is not in the service');
    else if (subject.type === 'service' || subject.type === 'resource' || subject.type === 'operation')
      yield refuse(`the name of ${subject.type === 'operation' ? 'an' : 'a'} ${subject.type} is its own`);
  }
}

function* checkNames(model: Model, service: ServiceShape, closure: readonly Shape[]): Generator<ModelEvent> {
  const twins = findTwins(closure, ({ id }) => (service.rename.get(id) ?? shapeName(id)).toLowerCase());
  for (const shapes of twins.values())
    for (const shape of shapes)
      for (const other of shapes) {
        if (shape === other || namespaceOf(shape.id) === 'smithy.api') continue;
        // Two ids of one namespace that differ in case are told of in any case.
        if (namespaceOf(shape.id) === namespaceOf(other.id) && service.rename.size === 0) continue;
        const message = `\`${shape.id}\` and \`${other.id}\` have one name in \`${service.id}\`, expected a \`rename\` of one of them`;
        yield report(weighConflict(model, shape, other), 'Service', shape, message);
      }
}

/** Lists in lists are followed so far. */
const deepest = 50;

/** Simple shapes that mean the same may share a name, lists of them had better not, nothing else can. */
function weighConflict(model: Model, a: Shape, b: Shape, depth = 0): 'note' | 'warning' | 'error' {
  if (a.type !== b.type || describeTraits(a.traits) !== describeTraits(b.traits)) return 'error';
  if (a.type === 'list' && b.type === 'list') {
    const [first, second] = [a.members.get('member'), b.members.get('member')];
    if (first === undefined || second === undefined || describeTraits(first.traits) !== describeTraits(second.traits))
      return 'error';
    const [one, other] = [model.shapes.get(first.target), model.shapes.get(second.target)];
    if (one === undefined || other === undefined || depth > deepest) return 'warning';
    return weighConflict(model, one, other, depth + 1) === 'error' ? 'error' : 'warning';
  }
  if (a.type === 'enum' || a.type === 'intEnum') return 'note';
  return 'members' in a || a.type === 'operation' || a.type === 'resource' || a.type === 'service' ? 'error' : 'note';
}

function describeTraits(traits: Traits): string {
  return [...traits.values()]
    .map(({ id, value }) => `${id} ${canonicalText(value)}`)
    .sort()
    .join('\n');
}
