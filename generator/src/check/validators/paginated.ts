import type { EventSeverity, ModelEvent } from '@shapegate/validator/leaves';
import { addTo } from '../../model/add-to.ts';
import type { Member, Model, OperationShape, ServiceShape, Shape } from '../../model/model.ts';
import { placeOfTrait } from '../../model/selector/subject.ts';
import { report } from '../../syntax/event.ts';
import { readText } from '../../syntax/node-entry.ts';
import { withArticle } from '../../syntax/with-article.ts';
import { findStructure } from '../http-bindings.ts';
import { listNames } from '../list-names.ts';
import type { CheckContext } from '../validator.ts';

const trait = 'smithy.api#paginated';

/** What a setting of `@paginated` can name. */
interface Setting {
  readonly key: 'inputToken' | 'outputToken' | 'items' | 'pageSize';
  readonly side: 'input' | 'output';
  readonly isNeeded: boolean;
  /** False where the first or the last page has none. */
  readonly canBeRequired: boolean;
  readonly types: readonly Shape['type'][];
  /** Those of the types that are better not used. */
  readonly poorTypes: readonly Shape['type'][];
}

const token = { isNeeded: true, canBeRequired: false, types: ['string', 'enum', 'map'], poorTypes: ['map'] } as const;
const settings: readonly Setting[] = [
  { key: 'inputToken', side: 'input', ...token },
  {
    key: 'pageSize',
    side: 'input',
    isNeeded: false,
    canBeRequired: true,
    types: ['integer', 'byte', 'short', 'long', 'intEnum'],
    poorTypes: ['byte', 'short', 'long'],
  },
  { key: 'outputToken', side: 'output', ...token },
  { key: 'items', side: 'output', isNeeded: false, canBeRequired: true, types: ['list', 'map'], poorTypes: [] },
];

/** The members that `@paginated` names exist and can be what they are named for. */
export function* checkPagination(context: CheckContext): Generator<ModelEvent> {
  if (context.bearers(trait).length === 0) return;
  const { model } = context;
  const owners = new Map<OperationShape, ServiceShape[]>();
  for (const service of context.services())
    for (const operation of context.operationsOf(service))
      if (operation.traits.has(trait)) addTo(owners, operation, service);
  for (const operation of context.shapesOfType('operation')) {
    if (!operation.traits.has(trait)) continue;
    const events = settings.flatMap((setting) => [...checkSetting(model, operation, null, setting)]);
    yield* events;
    // What the service adds is looked at where the operation's own settings are good.
    if (events.length > 0) continue;
    for (const service of owners.get(operation) ?? [])
      for (const setting of settings) yield* checkSetting(model, operation, service, setting);
  }
}

function* checkSetting(
  model: Model,
  operation: OperationShape,
  service: ServiceShape | null,
  { key, side, isNeeded, canBeRequired, types, poorTypes }: Setting,
): Generator<ModelEvent> {
  const tell = (severity: EventSeverity, kind: string, message: string): ModelEvent =>
    report(
      severity,
      `PaginatedTrait${kind === '' ? '' : `.${kind}.${key}`}`,
      operation,
      message,
      placeOfTrait(operation, trait),
    );
  const path = findSetting(operation, key) ?? (service === null ? null : findSetting(service, key));
  if (path === null) {
    if (service !== null && isNeeded)
      yield tell('error', '', `neither \`${operation.id}\` nor \`${service.id}\` names the \`${key}\``);
    return;
  }
  const steps = path.split('.');
  if (side === 'input' && steps.length > 1) {
    yield tell('error', '', `\`${key}\` is \`${path}\`, expected a member of the input itself`);
    return;
  }
  const member = followMembers(model, operation[side], steps);
  if (member === null) {
    yield tell('error', '', `\`${key}\` is \`${path}\`, which is no member of \`${operation[side]}\``);
    return;
  }
  const isRequired = member.traits.has('smithy.api#required');
  if (isRequired && !canBeRequired)
    yield tell('error', '', `\`${key}\` is \`${path}\`, which is required: the first or last page has none`);
  if (isRequired && key === 'pageSize')
    yield tell('warning', 'ShouldNotBeRequired', `\`${key}\` is \`${path}\`, which had better not be required`);
  const type = model.shapes.get(member.target)?.type;
  if (type !== undefined && !types.includes(type))
    yield tell('error', '', `\`${key}\` is ${withArticle(type)}, expected ${listNames(types)}`);
  else if (type !== undefined && poorTypes.includes(type))
    yield tell(
      'danger',
      'WrongShapeType',
      `\`${key}\` is ${withArticle(type)}, expected ${listNames(types.filter((one) => !poorTypes.includes(one)))}`,
    );
  if (steps.length > 2) yield tell('warning', 'DeeplyNested', `\`${key}\` is \`${path}\`, more than two members deep`);
}

function findSetting(bearer: Shape, key: string): string | null {
  const value = bearer.traits.get(trait)?.value;
  return value === undefined ? null : readText(value, key);
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
