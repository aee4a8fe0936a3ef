import type { ModelEvent } from '@shapegate/validator/leaves';
import { findServices, serviceOperations } from '../../model/closure.ts';
import type { Member, Model, OperationShape, ServiceShape } from '../../model/model.ts';
import { findStructure } from '../http-bindings.ts';
import { readText } from '../node-entry.ts';
import { placeOfTrait, report } from '../report.ts';
import type { CheckContext } from '../validator.ts';

const trait = 'smithy.api#paginated';

/** The members that `@paginated` names exist and can be what they are named for. */
export function* checkPagination(context: CheckContext): Generator<ModelEvent> {
  const { model } = context;
  const owners = new Map<string, ServiceShape>();
  for (const service of findServices(model))
    for (const { id } of serviceOperations(model, service)) owners.set(id, service);
  for (const operation of context.shapesOfType('operation'))
    if (operation.traits.has(trait)) yield* checkOperation(model, operation, owners.get(operation.id));
}

function* checkOperation(
  model: Model,
  operation: OperationShape,
  service: ServiceShape | undefined,
): Generator<ModelEvent> {
  const place = placeOfTrait(operation, trait);
  const refuse = (message: string, severity: 'error' | 'warning' = 'error', suffix = ''): ModelEvent =>
    report(severity, `PaginatedTrait${suffix}`, operation, message, place);
  const setting = (key: string): string | null => {
    for (const bearer of [operation, service]) {
      const value = bearer?.traits.get(trait)?.value;
      const text = value === undefined ? null : readText(value, key);
      if (text !== null) return text;
    }
    return null;
  };
  const checks = [
    { key: 'inputToken', side: operation.input, needed: true, types: ['string', 'map', 'structure'] },
    { key: 'pageSize', side: operation.input, needed: false, types: ['byte', 'short', 'integer', 'long'] },
    { key: 'outputToken', side: operation.output, needed: true, types: ['string', 'map', 'structure'] },
    { key: 'items', side: operation.output, needed: false, types: ['list', 'map'] },
  ];
  for (const { key, side, needed, types } of checks) {
    const path = setting(key);
    if (path === null) {
      if (needed) yield refuse(`neither \`${operation.id}\` nor its service names the \`${key}\``);
      continue;
    }
    if ((key === 'inputToken' || key === 'pageSize') && path.includes('.')) {
      yield refuse(`\`${key}\` is \`${path}\`, expected a member of the input itself`);
      continue;
    }
    if (path.split('.').length > 2)
      yield refuse(`\`${key}\` is \`${path}\`, more than two members deep`, 'warning', `.DeeplyNested.${key}`);
    const member = followMembers(model, side, path.split('.'));
    if (member === null) {
      yield refuse(`\`${key}\` is \`${path}\`, which is no member of \`${side}\``);
      continue;
    }
    if (key !== 'items' && key !== 'pageSize' && member.traits.has('smithy.api#required'))
      yield refuse(`\`${key}\` is \`${path}\`, which is required: the first or last page has none`);
    const target = model.shapes.get(member.target);
    if (target !== undefined && !types.includes(target.type)) {
      yield refuse(`\`${key}\` is a ${target.type}, expected ${types.join(' or ')}`);
    }
  }
}

function followMembers(model: Model, start: string, path: readonly string[]): Member | null {
  let holder = findStructure(model, start);
  let member: Member | null = null;
  for (const name of path) {
    member = holder?.members.get(name) ?? null;
    if (member === null) return null;
    holder = findStructure(model, member.target);
  }
  return member;
}
