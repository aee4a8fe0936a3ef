import type { ModelEvent } from '@shapegate/validator/leaves';
import { addTo } from '../../model/add-to.ts';
import type { Member, OperationShape, ShapeId } from '../../model/model.ts';
import { shapeName } from '../../model/shape-id.ts';
import { report } from '../../syntax/event.ts';
import { listNames } from '../list-names.ts';
import type { CheckContext } from '../validator.ts';

const sides = ['input', 'output'] as const;
type Side = (typeof sides)[number];
const endings = { input: ['Input', 'Request'], output: ['Output', 'Response'] } as const;

/** A structure marked as input or output serves one operation, as that, and under its name. */
export function* checkInputsAndOutputs(context: CheckContext): Generator<ModelEvent> {
  const users = { input: new Map<ShapeId, OperationShape[]>(), output: new Map<ShapeId, OperationShape[]>() };
  for (const operation of context.shapesOfType('operation'))
    for (const side of sides) {
      yield* checkSide(context, operation, side);
      yield* findAmbiguous(context, operation, side);
      const id = operation[side];
      if (id !== 'smithy.api#Unit') addTo(users[side], id, operation);
    }
  for (const side of sides) {
    const marked = new Set<ShapeId>();
    for (const shape of context.bearers(`smithy.api#${side}`)) {
      marked.add(shape.id);
      const operations = users[side].get(shape.id) ?? [];
      if (operations.length > 1)
        yield report(
          'error',
          'OperationInputOutputMisuse',
          shape,
          `\`@${side}\` is for one operation, but \`${shape.id}\` serves ${listNames(operations.map((one) => one.id))}`,
        );
    }
    // That the key of a map is no structure is told elsewhere.
    for (const id of marked)
      for (const member of context.users().get(id) ?? [])
        if (!isKey(context, member))
          yield report(
            'error',
            'OperationInputOutputMisuse',
            member,
            `target \`${id}\` is marked \`@${side}\` and can be that of an operation only`,
          );
  }
}

function isKey({ model }: CheckContext, { container, name }: Member): boolean {
  return name === 'key' && model.shapes.get(container)?.type === 'map';
}

function* checkSide({ model }: CheckContext, operation: OperationShape, side: Side): Generator<ModelEvent> {
  const id = operation[side];
  const traits = model.shapes.get(id)?.traits;
  const other = side === 'input' ? 'output' : 'input';
  if (traits?.has(`smithy.api#${other}`))
    yield report(
      'error',
      'OperationInputOutputMisuse',
      operation,
      `${side} of \`${operation.id}\` is \`${id}\`, which is marked \`@${other}\``,
    );
  if (traits?.has(`smithy.api#${side}`) && !shapeName(id).startsWith(shapeName(operation.id)))
    yield report(
      'warning',
      `OperationInputOutputName.${side}`,
      operation,
      `${side} \`${id}\` does not begin with the operation's name, \`${shapeName(operation.id)}\``,
    );
}

/** A shape that is called after an operation's input or output and is not it. */
function* findAmbiguous({ model }: CheckContext, operation: OperationShape, side: Side): Generator<ModelEvent> {
  for (const ending of endings[side]) {
    const shape = model.shapes.get(operation.id + ending);
    if (shape !== undefined && shape.id !== operation[side])
      yield report(
        'warning',
        'OperationNameAmbiguity',
        shape,
        `\`${shape.id}\` has the name of the ${side} of \`${operation.id}\`, which is \`${operation[side]}\``,
      );
  }
}
