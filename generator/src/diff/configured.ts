import type { EventSeverity, ModelEvent } from '@shapegate/validator/leaves';
import type { Model } from '../model/model.ts';
import { ShapeGraph } from '../model/selector/neighbours.ts';
import { isSelectorFault, parseSelector } from '../model/selector/parse-selector.ts';
import { select } from '../model/selector/select.ts';
import { membersOf, type Subject } from '../model/selector/subject.ts';
import { makeEvent, report } from '../syntax/event.ts';
import type { Node } from '../syntax/node.ts';
import { readText } from '../syntax/node-entry.ts';
import type { ModelPair } from './model-pair.ts';

const severities: ReadonlySet<string> = new Set(['NOTE', 'WARNING', 'DANGER', 'ERROR']);
const conditions: ReadonlySet<string> = new Set(['IfAnyMatch', 'IfAllMatch', 'IfNoneMatch', 'ForEachMatch']);

/** The evaluators that metadata `diffEvaluators` of the new model configures: selectors over what came or went. */
export function* evaluateConfigured(pair: ModelPair): Generator<ModelEvent> {
  const listed = pair.after.metadata.get('diffEvaluators');
  if (listed === undefined) return;
  if (listed.kind !== 'array') {
    yield makeEvent('error', 'Model', listed, { message: 'metadata `diffEvaluators` is no list' });
    return;
  }
  const graphs = new Map<Model, ShapeGraph>();
  for (const node of listed.elements) yield* evaluateOne(pair, graphs, node);
}

function* evaluateOne(pair: ModelPair, graphs: Map<Model, ShapeGraph>, node: Node): Generator<ModelEvent> {
  const read = (key: string): string => readText(node, key) ?? '';
  const [id, message, condition, appliesTo] = [read('id'), read('message'), read('emitCondition'), read('appliesTo')];
  const isAdded = appliesTo === 'AddedShapes';
  const written = read('severity');
  if (
    id === '' ||
    !conditions.has(condition) ||
    !severities.has(written) ||
    (!isAdded && appliesTo !== 'RemovedShapes')
  ) {
    yield makeEvent('error', 'Model', node, {
      message:
        'an entry of `diffEvaluators` needs `id`, `message`, `emitCondition`, `appliesTo`, `severity` and `selector`',
    });
    return;
  }
  const severity = written.toLowerCase() as EventSeverity;
  const graph = findGraph(graphs, isAdded ? pair.after : pair.before);
  const applicable = listSubjects(isAdded ? pair.added : pair.removed);
  const filter = read('filter');
  const kept = filter === '' ? applicable : keep(graph, filter, applicable);
  const matches = kept === null ? null : keep(graph, read('selector'), kept);
  if (kept === null || matches === null) {
    yield makeEvent('error', 'Model', node, { message: `\`${id}\` has a selector that cannot be read` });
    return;
  }
  if (condition === 'ForEachMatch') for (const subject of matches) yield report(severity, id, subject, message);
  else if (holds(condition, matches.size, kept.size)) yield makeEvent(severity, id, node, { message });
}

function holds(condition: string, matching: number, all: number): boolean {
  if (condition === 'IfAnyMatch') return matching > 0;
  return all > 0 && matching === (condition === 'IfAllMatch' ? all : 0);
}

/** Members of what came or went come and go with it. */
function listSubjects(shapes: readonly Subject[]): ReadonlySet<Subject> {
  const subjects = new Set<Subject>();
  for (const shape of shapes) {
    subjects.add(shape);
    for (const member of membersOf(shape)) subjects.add(member);
  }
  return subjects;
}

/** The graph of a model, made once for all evaluators. */
function findGraph(graphs: Map<Model, ShapeGraph>, model: Model): ShapeGraph {
  const known = graphs.get(model);
  if (known !== undefined) return known;
  const graph = new ShapeGraph(model);
  graphs.set(model, graph);
  return graph;
}

function keep(graph: ShapeGraph, text: string, subjects: ReadonlySet<Subject>): ReadonlySet<Subject> | null {
  const selector = parseSelector(text);
  if (isSelectorFault(selector)) return null;
  const selected = select(graph, selector);
  return new Set([...subjects].filter((subject) => selected.has(subject)));
}
