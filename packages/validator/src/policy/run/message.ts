import { joinTexts } from '../../rule/join-names.ts';
import type { RuleBudget } from '../language/budget.ts';
import { compileExpression, type Program, type ProgramSource } from '../language/compile.ts';
import { evaluate } from '../language/evaluate.ts';
import { Failure } from '../language/failure.ts';
import { showValue } from '../language/show-value.ts';
import { kindOf, type Value } from '../language/value.ts';

/** A message that is ready to be written. */
export type MessageProgram = readonly (string | Program)[];

/** Makes a message ready to be written. */
export function buildMessage(parts: readonly (string | ProgramSource)[]): MessageProgram {
  return parts.map((part) => (typeof part === 'string' ? part : compileExpression(part)));
}

/** Writes a message for a request; a value that cannot be had is an ellipsis, since the finding itself stands. */
export function writeMessage(message: MessageProgram, values: ReadonlyMap<string, Value>, budget: RuleBudget): string {
  return message
    .map((part) => {
      if (typeof part === 'string') return part;
      const result = evaluate(part, values, budget);
      return result instanceof Failure ? '…' : writeValue(result);
    })
    .join('');
}

/** Elements of a list that are written out. */
const most = 10;

/** A list of single values is written out; of others, and of what is in lists, the kind is told. */
function writeValue(value: Value): string {
  if (kindOf(value) !== 'list') return showValue(value);
  const elements = value as readonly Value[];
  const first = elements.slice(0, most);
  if (first.length === 0) return 'an empty list';
  const isWritten = first.every((element) => !['list', 'map', 'record'].includes(kindOf(element)));
  return isWritten ? joinTexts(first.map(showValue), elements.length - first.length) : showValue(value);
}
