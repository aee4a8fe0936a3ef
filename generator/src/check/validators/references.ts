import type { ModelEvent } from '@shapegate/validator/leaves';
import type { Model, ResourceShape, ShapeId } from '../../model/model.ts';
import { isMember, isOfType, type Subject } from '../../model/selector/subject.ts';
import { report } from '../../syntax/event.ts';
import type { Node } from '../../syntax/node.ts';
import { readEntry, readText } from '../../syntax/node-entry.ts';
import { withArticle } from '../../syntax/with-article.ts';
import { listNames } from '../list-names.ts';
import { resolveId } from '../resolve-id.ts';
import type { CheckContext } from '../validator.ts';

const trait = 'smithy.api#references';

/** `@references` names resources, and members for all their identifiers. */
export function* checkReferences(context: CheckContext): Generator<ModelEvent> {
  for (const subject of context.bearers(trait)) {
    const list = subject.traits.get(trait)?.value;
    if (list?.kind !== 'array') continue;
    for (const reference of list.elements) yield* checkReference(context.model, subject, reference);
  }
}

function* checkReference(model: Model, subject: Subject, reference: Node): Generator<ModelEvent> {
  const written = readText(reference, 'resource');
  const service = readText(reference, 'service');
  if (service !== null) {
    const found = model.shapes.get(resolveId(model, service, subject.id));
    if (found !== undefined && found.type !== 'service')
      yield report(
        'error',
        'ReferencesTrait',
        subject,
        `\`${service}\` is ${withArticle(found.type)}, expected a service`,
        reference,
      );
  }
  if (written === null) return;
  const resource = model.shapes.get(resolveId(model, written, subject.id));
  if (resource === undefined) return;
  if (resource.type !== 'resource') {
    yield report(
      'error',
      'ReferencesTrait',
      subject,
      `\`${written}\` is ${withArticle(resource.type)}, expected a resource`,
      reference,
    );
    return;
  }
  const ids = readEntry(reference, 'ids');
  if (!isMember(subject) && subject.type !== 'structure') {
    yield* checkString(subject, reference, resource, ids);
    return;
  }
  if (ids?.kind === 'object') yield* checkExplicit(model, subject, reference, resource, ids);
  else if (readText(reference, 'rel') !== 'collection') yield* checkImplicit(model, subject, reference, resource);
}

function isString(model: Model, id: ShapeId): boolean {
  const target = model.shapes.get(id);
  return target === undefined || isOfType(target, 'string');
}

function* checkExplicit(
  model: Model,
  subject: Subject,
  reference: Node,
  resource: ResourceShape,
  ids: Extract<Node, { kind: 'object' }>,
): Generator<ModelEvent> {
  const isCollection = readText(reference, 'rel') === 'collection';
  if (ids.entries.length !== resource.identifiers.size && !isCollection) {
    const message = `found ${ids.entries.length} \`ids\`, expected one for each of ${listNames(resource.identifiers.keys())}`;
    yield report('error', 'ReferencesTrait', subject, message, reference);
  }
  const problems: string[] = [];
  for (const { key, value } of ids.entries) {
    if (!resource.identifiers.has(key)) problems.push(`\`${key}\` is no identifier of \`${resource.id}\``);
    if (isMember(subject) || subject.type !== 'structure' || value.kind !== 'string') continue;
    const member = subject.members.get(value.value);
    if (member === undefined) problems.push(`\`${value.value}\` is no member of \`${subject.id}\``);
    else if (!isString(model, member.target)) problems.push(`\`${member.id}\` is no string`);
  }
  if (problems.length > 0) yield report('error', 'ReferencesTrait', subject, problems.join(', '), reference);
}

/** A string refers to a resource by its one identifier. */
function* checkString(
  subject: Subject,
  reference: Node,
  resource: ResourceShape,
  ids: Node | undefined,
): Generator<ModelEvent> {
  if (ids?.kind === 'object' && ids.entries.length > 0)
    yield report('error', 'ReferencesTrait', subject, 'a string has no members that `ids` could name', reference);
  if (resource.identifiers.size !== 1)
    yield report(
      'error',
      'ReferencesTrait',
      subject,
      `one string cannot hold the ${resource.identifiers.size} identifiers of \`${resource.id}\``,
      reference,
    );
}

function* checkImplicit(
  model: Model,
  subject: Subject,
  reference: Node,
  resource: ResourceShape,
): Generator<ModelEvent> {
  if (isMember(subject) || subject.type !== 'structure') return;
  const names = [...resource.identifiers.keys()];
  const missing = names.filter((name) => !subject.members.has(name));
  const others = names.filter((name) => !isString(model, subject.members.get(name)?.target ?? ''));
  const problems = [
    ...(missing.length === 0 ? [] : [`\`${subject.id}\` has no members ${listNames(missing)} for \`${resource.id}\``]),
    ...(others.length === 0 ? [] : [`${listNames(others)} are no strings`]),
  ];
  if (problems.length > 0) yield report('error', 'ReferencesTrait', subject, problems.join(', '), reference);
}
