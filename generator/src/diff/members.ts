import type { ModelEvent } from '@shapegate/validator/leaves';
import type { Member, Model, Shape } from '../model/model.ts';
import { containerId } from '../model/shape-id.ts';
import { isSameValue } from '../model/trait-merge.ts';
import { report } from '../syntax/event.ts';
import type { Node } from '../syntax/node.ts';
import { readNumber } from '../syntax/node-entry.ts';
import { type Change, type ModelPair, showValue } from './model-pair.ts';

const required = 'smithy.api#required';
const defaulted = 'smithy.api#default';
const clientOptional = 'smithy.api#clientOptional';
const input = 'smithy.api#input';

/** A new member that has to be there breaks everyone who does not know it. */
export function* findAddedRequired(pair: ModelPair): Generator<ModelEvent> {
  for (const subject of pair.added)
    if ('target' in subject && subject.traits.has(required) && !subject.traits.has(defaulted)) {
      if (pair.after.shapes.get(containerId(subject.id))?.type !== 'structure') continue;
      const message = `new member \`${subject.id}\` is required and has no default`;
      yield report('error', 'AddedRequiredMember', subject, message);
    }
}

/** Whether a client may meet the member without a value, and so whether generated types say so. */
function isNullable(model: Model, member: Member): boolean {
  const container = model.shapes.get(member.container);
  if (container?.type === 'list' || container?.type === 'map')
    return member.name !== 'key' && container.traits.has('smithy.api#sparse');
  if (container?.type !== 'structure') return false;
  if (container.traits.has(input) || member.traits.has(clientOptional)) return true;
  const value = member.traits.get(defaulted)?.value;
  return !member.traits.has(required) && (value === undefined || value.kind === 'null');
}

/** Members that could be without a value and no longer can, or the other way round. */
export function* compareNullability(pair: ModelPair): Generator<ModelEvent> {
  for (const change of pair.members) {
    const { before, after } = change;
    const was = isNullable(pair.before, before);
    if (was === isNullable(pair.after, after)) {
      yield* warnOfRequired(change);
      continue;
    }
    const now = was ? 'could be without a value and now cannot' : 'always had a value and now may have none';
    const message = (why: string): string => `member \`${after.id}\` ${now}${why === '' ? '' : `: ${why}`}`;
    const reasons = [...findReasons(pair, change)];
    if (reasons.length === 0) yield report('error', 'ChangedNullability', after, message(''));
    for (const [severity, suffix, why] of reasons)
      yield report(severity, `ChangedNullability.${suffix}`, after, message(why));
  }
}

/** Generated types stay as they are, as in inputs, and the service refuses what it took before. */
function* warnOfRequired({ before, after }: Change<Member>): Generator<ModelEvent> {
  const trait = after.traits.get(required);
  if (trait === undefined || before.traits.has(required)) return;
  const message = `\`@required\` is new on \`${after.id}\`: requests that leave it out may be refused`;
  yield report('warning', 'ChangedNullability.AddedRequiredTrait', after, message, trait.place);
}

function* findReasons(
  pair: ModelPair,
  { before, after }: Change<Member>,
): Generator<['error' | 'danger' | 'warning', string, string]> {
  const had = pair.before.shapes.get(containerId(before.id))?.traits.has(input) ?? false;
  const has = pair.after.shapes.get(containerId(after.id))?.traits.has(input) ?? false;
  const isAdded = (id: string): boolean => !before.traits.has(id) && after.traits.has(id);
  const isRemoved = (id: string): boolean => before.traits.has(id) && !after.traits.has(id);
  if (had && !has) yield ['error', 'RemovedInputTrait', '`@input` is gone from its structure'];
  else if (!had && has) yield ['danger', 'AddedInputTrait', '`@input` is new on its structure'];
  if (had || has) return;
  if (isAdded(clientOptional) && before.traits.has(required) && after.traits.has(required))
    yield ['error', 'AddedClientOptionalTrait', '`@clientOptional` is new on a required member'];
  if (isRemoved(clientOptional) && before.traits.has(required) && after.traits.has(required))
    yield ['error', 'RemovedClientOptionalTrait', '`@clientOptional` is gone from a required member'];
  const type = pair.after.shapes.get(after.target)?.type;
  const isAggregate = type === 'structure' || type === 'union';
  if (isAdded(required) && !after.traits.has(clientOptional))
    yield isAggregate
      ? ['warning', 'AddedRequiredTrait.StructureOrUnion', `\`@required\` is new on a member that is a ${type}`]
      : ['error', 'AddedRequiredTrait', '`@required` is new'];
  if (isAdded(defaulted) && !isRemoved(required))
    yield ['error', 'AddedDefaultTrait', '`@default` is new, and the member was not required before'];
  const [old, now] = [before, after].map(({ traits }) => traits.get(defaulted)?.value.kind);
  if (old === 'null' && now !== undefined && now !== 'null')
    yield ['error', 'AddedNullDefault', '`@default` was null and now has a value'];
  if (now === 'null' && old !== undefined && old !== 'null')
    yield ['error', 'RemovedNullDefault', '`@default` had a value and now is null'];
  if (isRemoved(required) && !after.traits.has(defaulted) && !before.traits.has(clientOptional))
    yield isAggregate
      ? ['warning', 'RemovedRequiredTrait.StructureOrUnion', `\`@required\` is gone from a member that is a ${type}`]
      : ['error', 'RemovedRequiredTrait', '`@required` is gone and no `@default` has taken its place'];
}

/** Defaults are in generated code, so another one is another meaning. */
export function* compareDefaults(pair: ModelPair): Generator<ModelEvent> {
  for (const { before, after } of pair.subjects()) {
    const old = before.traits.get(defaulted)?.value;
    const now = after.traits.get(defaulted)?.value;
    const event = judgeDefault(pair.after, after, old, now);
    if (event !== null) yield report(event[0], 'ChangedDefault', after, event[1], now);
  }
}

function judgeDefault(
  model: Model,
  after: Shape | Member,
  old: Node | undefined,
  now: Node | undefined,
): ['error' | 'danger', string] | null {
  const isMember = 'target' in after;
  const subject = `\`${after.id}\``;
  if (old === undefined && now === undefined) return null;
  if (now === undefined) {
    const target = isMember ? model.shapes.get(after.target)?.traits.get(defaulted)?.value : undefined;
    if (isMember && old?.kind === 'null' && (target === undefined || target.kind === 'null')) return null;
    return ['error', `the default of ${subject} was removed`];
  }
  if (old === undefined) {
    if (!isMember) return ['error', `${subject} now has the default ${showValue(now)}`];
    if (after.traits.has('smithy.api#addedDefault') || now.kind === 'null') return null;
    return ['error', `${subject} now has the default ${showValue(now)} and does not say so with \`@addedDefault\``];
  }
  if (isSameValue(old, now)) return null;
  const message = `the default of ${subject} changed from ${showValue(old)} to ${showValue(now)}`;
  if (!isMember) return ['error', message];
  const type = model.shapes.get(after.target)?.type;
  return [isZero(old, type) === isZero(now, type) ? 'danger' : 'error', message];
}

/** The value that version 1 gave without being told. */
function isZero(value: Node, type: Shape['type'] | undefined): boolean {
  if (value.kind === 'boolean') return type === 'boolean' && !value.value;
  return value.kind === 'number' && value.value === 0 && type !== 'timestamp' && !type?.startsWith('big');
}

/** Bounds that are closer than they were. */
export function* compareBounds(pair: ModelPair): Generator<ModelEvent> {
  for (const { before, after } of pair.subjects())
    for (const [name, id] of [
      ['length', 'ChangedLengthTrait'],
      ['range', 'ChangedRangeTrait'],
    ] as const) {
      const old = before.traits.get(`smithy.api#${name}`);
      const now = after.traits.get(`smithy.api#${name}`);
      if (old === undefined || now === undefined) continue;
      const { place } = now;
      const [oldMin, newMin] = [readNumber(old.value, 'min') ?? 0, readNumber(now.value, 'min') ?? 0];
      const [oldMax, newMax] = [readNumber(old.value, 'max'), readNumber(now.value, 'max')];
      if (newMin > oldMin)
        yield report(
          'error',
          id,
          after,
          `the least ${name} of \`${after.id}\` rose from ${oldMin} to ${newMin}`,
          place,
        );
      if (newMax !== null && (oldMax === null || newMax < oldMax))
        yield report(
          'error',
          id,
          after,
          `the greatest ${name} of \`${after.id}\` fell from ${oldMax ?? 'no limit'} to ${newMax}`,
          place,
        );
    }
}
