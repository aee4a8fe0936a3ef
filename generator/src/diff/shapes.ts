import { type EventSeverity, eventSeverities, type ModelEvent } from '@shapegate/validator/leaves';
import type { Member, Shape } from '../model/model.ts';
import { containerId } from '../model/shape-id.ts';
import { report } from '../syntax/event.ts';
import { withArticle } from '../syntax/with-article.ts';
import { type Change, type Evaluator, ModelPair } from './model-pair.ts';

const enumTrait = 'smithy.api#enum';

/** A string with `@enum` that has become an enum says the same in the new way. */
export function isNowEnum({ before, after }: Change): boolean {
  return (
    'type' in before &&
    'type' in after &&
    before.type === 'string' &&
    before.traits.has(enumTrait) &&
    after.type === 'enum'
  );
}

function nameOf(subject: Shape | Member): string {
  return `${'type' in subject ? subject.type : 'member'} \`${subject.id}\``;
}

/** What is new; the members of a new shape go without saying. */
export function* findAdded(pair: ModelPair): Generator<ModelEvent> {
  for (const subject of pair.added) {
    if ('type' in subject && subject.traits.has('smithy.api#trait'))
      yield report('note', 'AddedTraitDefinition', subject, `trait \`${subject.id}\` is new`);
    const before = pair.before.shapes.get(containerId(subject.id));
    const after = pair.after.shapes.get(containerId(subject.id));
    if (before !== undefined && after !== undefined && isNowEnum({ before, after })) continue;
    yield report('note', 'AddedShape', subject, `${nameOf(subject)} is new`);
  }
}

/** What is gone: who used it has nothing now; a simple shape is but a name, and a private one was nobody's. */
export function* findRemoved(pair: ModelPair): Generator<ModelEvent> {
  for (const subject of pair.removed) {
    const message = `${nameOf(subject)} was removed`;
    if ('type' in subject && subject.traits.has('smithy.api#trait'))
      yield report('error', 'RemovedTraitDefinition', subject, message);
    if (subject.traits.has('smithy.api#private')) continue;
    const isSimple = 'type' in subject && !('members' in subject) && !isEntity(subject) && subject.type !== 'document';
    if (isSimple && !subject.traits.has(enumTrait))
      yield report('warning', 'RemovedShape.ScalarShape', subject, message);
    else yield report('error', 'RemovedShape', subject, message);
  }
}

function isEntity({ type }: Shape): boolean {
  return type === 'operation' || type === 'resource' || type === 'service';
}

/** A shape that is of another type than it was. */
export function* compareTypes(pair: ModelPair): Generator<ModelEvent> {
  for (const change of pair.shapes) {
    const { before, after } = change;
    if (before.type === after.type || isNowEnum(change)) continue;
    yield report('error', 'ChangedShapeType', after, `${nameOf(before)} has become ${withArticle(after.type)}`);
  }
}

/** Members stand where they stood: languages that lay them out in memory depend on it. */
export function* compareOrder(pair: ModelPair): Generator<ModelEvent> {
  for (const type of ['structure', 'union'] as const)
    for (const { before, after } of pair.ofType(type)) {
      const now = [...after.members.keys()];
      const moved = [...before.members.keys()].findIndex((name, index) => now[index] !== name && index < now.length);
      if (moved < 0) continue;
      const message = `members of \`${after.id}\` are in another order: found \`${now[moved]}\` at place ${moved + 1}, which was \`${[...before.members.keys()][moved]}\``;
      yield report('danger', 'ChangedMemberOrder', after, message);
    }
}

/** Lists in lists are followed so far. */
const deepest = 20;

/**
 * Members that target another shape. An equal one under another name is a warning, unless its name is what generated
 * code is called after; else it is as grave as the gravest of what is different.
 */
export function compareTargets(evaluateAll: (pair: ModelPair) => Iterable<ModelEvent>): Evaluator {
  let depth = 0;
  const judge = (pair: ModelPair, before: Shape | undefined, after: Shape | undefined): [EventSeverity, string] => {
    if (before === undefined || after === undefined) return ['warning', ''];
    if (before.type !== after.type)
      return ['error', `: ${withArticle(before.type)} has become ${withArticle(after.type)}`];
    const isNamed = before.type !== 'list' && before.type !== 'map' && ('members' in before || isEntity(before));
    if (isNamed || before.traits.has(enumTrait))
      return ['error', `: the name of ${withArticle(before.type)} is what code is called after`];
    if (depth >= deepest) return ['warning', ''];
    depth++;
    const events = [...evaluateAll(ModelPair.between(pair, { before, after }))];
    depth--;
    const gravest = eventSeverities.find(
      (severity) => severity === 'warning' || events.some((event) => event.severity === severity),
    );
    const [first] = events.filter(({ severity }) => severity === gravest);
    return [gravest ?? 'warning', first === undefined ? ', which is its equal' : `: ${first.message}`];
  };
  return function* compare(pair) {
    for (const { before, after } of pair.members) {
      if (before.target === after.target) continue;
      const [severity, reason] = judge(
        pair,
        pair.before.shapes.get(before.target),
        pair.after.shapes.get(after.target),
      );
      const message = `target of \`${after.id}\` changed from \`${before.target}\` to \`${after.target}\`${reason}`;
      yield report(severity, 'ChangedMemberTarget', after, message);
    }
  };
}
