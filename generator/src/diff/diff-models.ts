import { eventSeverities, type ModelEvent } from '@shapegate/validator/leaves';
import type { Model } from '../model/model.ts';
import { compareEvents } from '../syntax/event.ts';
import { compareBindings, compareIdentifiers, compareOperations, compareServices } from './bindings.ts';
import { evaluateConfigured } from './configured.ts';
import { compareEnums } from './enums.ts';
import { compareBounds, compareDefaults, compareNullability, findAddedRequired } from './members.ts';
import { compareMetadata } from './metadata.ts';
import { type Evaluator, ModelPair } from './model-pair.ts';
import { compareOrder, compareTargets, compareTypes, findAdded, findRemoved } from './shapes.ts';
import { compareTraits } from './traits.ts';

/** Every evaluator of shapes. A new one is a function and a line here. */
const evaluators: readonly Evaluator[] = [
  findAdded,
  findRemoved,
  compareTypes,
  compareOrder,
  compareTargets(evaluateShapes),
  findAddedRequired,
  compareNullability,
  compareDefaults,
  compareBounds,
  compareEnums,
  compareTraits,
  compareBindings,
  compareOperations,
  compareServices,
  compareIdentifiers,
];

function* evaluateShapes(pair: ModelPair): Generator<ModelEvent> {
  for (const evaluate of evaluators) yield* evaluate(pair);
}

/**
 * What changed between two models, with the event ids and severities of Smithy: an error breaks who uses the old one.
 * The gravest first. What is gone is placed in the old text, all else in the new.
 */
export function diffModels(before: Model, after: Model): ModelEvent[] {
  const pair = ModelPair.of(before, after);
  return [...evaluateShapes(pair), ...compareMetadata(pair), ...evaluateConfigured(pair)].sort(
    (a, b) => eventSeverities.indexOf(a.severity) - eventSeverities.indexOf(b.severity) || compareEvents(a, b),
  );
}
