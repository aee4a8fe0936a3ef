import type { ModelEvent } from '@shapegate/validator/leaves';
import type { OperationShape, ShapeId } from '../../model/model.ts';
import { shapeName } from '../../model/shape-id.ts';
import { listNames, report } from '../report.ts';
import type { CheckContext } from '../validator.ts';

/** A structure marked as input or output serves one operation, as that, and under its name. */
export function* checkInputsAndOutputs(context: CheckContext): Generator<ModelEvent> {
  const { model } = context;
  const users = { input: new Map<ShapeId, OperationShape[]>(), output: new Map<ShapeId, OperationShape[]>() };
  for (const operation of context.shapesOfType('operation')) {
    for (const side of ['input', 'output'] as const) {
      const id = operation[side];
      const other = side === 'input' ? 'output' : 'input';
      const shape = model.shapes.get(id);
      if (shape?.traits.has(`smithy.api#${other}`))
        yield report(
          'error',
          'OperationInputOutputMisuse',
          operation,
          `${side} of \`${operation.id}\` is \`${id}\`, which is marked \`@${other}\``,
        );
      if (id === 'smithy.api#Unit') continue;
      if (shape?.traits.has(`smithy.api#${side}`)) users[side].set(id, [...(users[side].get(id) ?? []), operation]);
      if (shape !== undefined && !shapeName(id).toLowerCase().startsWith(shapeName(operation.id).toLowerCase()))
        yield report(
          'warning',
          `OperationInputOutputName.${side}`,
          operation,
          `${side} \`${id}\` does not begin with the operation's name, \`${shapeName(operation.id)}\``,
        );
    }
  }
  for (const side of ['input', 'output'] as const)
    for (const [id, operations] of users[side]) {
      const shape = model.shapes.get(id);
      if (operations.length > 1 && shape !== undefined)
        yield report(
          'error',
          'OperationInputOutputMisuse',
          shape,
          `\`@${side}\` is for one operation, but \`${id}\` serves ${listNames(operations.map((one) => one.id))}`,
        );
    }
}
