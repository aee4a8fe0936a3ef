import type { ModelEvent } from '@shapegate/validator/leaves';
import type { AssembledModel } from '../model/assemble.ts';
import { compareEvents } from '../syntax/event.ts';
import { silenceEvents } from './suppression.ts';
import { CheckContext, type Validator } from './validator.ts';
import { validators } from './validator-list.ts';

/**
 * All events of a model: those of its assembly and those of every validator, suppressions and severity overrides
 * applied, sorted by file and place. Only events of severity `error` make a model unfit for use.
 * @param more what only this caller wants to know
 */
export function checkModel({ model, events }: AssembledModel, more: readonly Validator[] = []): ModelEvent[] {
  const context = new CheckContext(model);
  const all = [...events];
  for (const validate of [...validators, ...more]) for (const event of validate(context)) all.push(event);
  return silenceEvents(model, all).sort(compareEvents);
}
