import type { ModelEvent } from '@shapegate/validator/leaves';
import type { OperationShape, ShapeId } from '../../model/model.ts';
import { report } from '../../syntax/event.ts';
import type { Node } from '../../syntax/node.ts';
import { readEntry, readFlag, readText } from '../../syntax/node-entry.ts';
import { makeImplied } from '../../syntax/placed-node.ts';
import { findMisfits } from '../node-fit.ts';
import type { CheckContext } from '../validator.ts';

const trait = 'smithy.api#examples';

/** Examples are requests and answers that the operation can have. */
export function* checkExamples(context: CheckContext): Generator<ModelEvent> {
  if (context.bearers(trait).length === 0) return;
  const shared = new Map<ShapeId, Set<ShapeId>>();
  for (const service of context.services())
    for (const { id } of context.operationsOf(service)) {
      const errors = shared.get(id);
      // An operation of several services may only throw what all of them do.
      shared.set(id, new Set(service.errors.filter((error) => errors === undefined || errors.has(error))));
    }
  for (const operation of context.shapesOfType('operation')) {
    const list = operation.traits.get(trait)?.value;
    if (list?.kind !== 'array') continue;
    for (const example of list.elements)
      yield* checkExample(context, operation, example, shared.get(operation.id) ?? new Set());
  }
}

function* checkExample(
  context: CheckContext,
  operation: OperationShape,
  example: Node,
  shared: ReadonlySet<ShapeId>,
): Generator<ModelEvent> {
  const title = readText(example, 'title') ?? '';
  const error = readEntry(example, 'error');
  const output = readEntry(example, 'output');
  const refuse = (message: string, node: Node): ModelEvent =>
    report('error', 'ExamplesTrait', operation, `example \`${title}\`: ${message}`, node);
  const mayBreak = readFlag(example, 'allowConstraintErrors');
  if (mayBreak && error === undefined)
    yield refuse('found `allowConstraintErrors` without the `error` that answers them', example);
  const check = (value: Node, shape: ShapeId) => checkValue(context, operation, title, value, shape, mayBreak);
  yield* check(readEntry(example, 'input') ?? makeImplied('object', example), operation.input);
  if (error !== undefined && output !== undefined)
    yield refuse('found `output` and `error`, expected one of them', example);
  else if (output !== undefined) yield* check(output, operation.output);
  else if (error !== undefined) {
    const id = readText(error, 'shapeId') ?? '';
    if (operation.errors.includes(id) || shared.has(id))
      yield* check(readEntry(error, 'content') ?? makeImplied('object', error), id);
    else yield refuse(`\`${id}\` is no error of \`${operation.id}\``, error);
  }
}

function* checkValue(
  context: CheckContext,
  operation: OperationShape,
  title: string,
  value: Node,
  shape: ShapeId,
  lenient: boolean,
): Generator<ModelEvent> {
  for (const misfit of findMisfits(context, value, shape)) {
    // Where the example shows how a bad request is answered, the request may break constraints.
    const isConstraint = misfit.kind === 'constraint' || misfit.kind === 'required';
    const where = misfit.path.length === 0 ? '' : ` at \`${misfit.path.join('.')}\``;
    const suffix = misfit.suffix === '' ? '' : `.${misfit.suffix}`;
    const severity = misfit.kind === 'unknown member' || (lenient && isConstraint) ? 'warning' : 'error';
    yield report(
      severity,
      `ExamplesTrait${suffix}`,
      operation,
      `example \`${title}\`${where}: ${misfit.message}`,
      misfit.node,
    );
  }
}
