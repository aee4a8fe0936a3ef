import type { ModelEvent } from '@shapegate/validator/leaves';

export type { ModelEvent } from '@shapegate/validator/leaves';
export { checkModel } from './check/check-model.ts';

import { checkModel } from './check/check-model.ts';
import { dangerousPatterns } from './check/dangerous-patterns.ts';
import { silenceEvents } from './check/suppression.ts';
import { diffModels } from './diff/diff-models.ts';
import { compareIds, writeAst } from './emit/ast.ts';
import { writeIdl } from './emit/idl.ts';
import { assembleModel, type ModelText } from './model/assemble.ts';
import { isBuiltIn } from './model/built-in.ts';
import { ShapeGraph } from './model/selector/neighbours.ts';
import { isSelectorFault, parseSelector } from './model/selector/parse-selector.ts';
import { select } from './model/selector/select.ts';
import { containerId } from './model/shape-id.ts';

/** All events of the model that the texts make, its dangerous patterns among them; `witness` adds texts that show them. */
export function checkTexts(
  texts: readonly ModelText[],
  { witness = false }: { readonly witness?: boolean } = {},
): readonly ModelEvent[] {
  return checkModel(assembleModel(texts), [dangerousPatterns(witness)]);
}

/** A model written anew, and all events of the texts that it was read from. */
export interface PrintedModel {
  /** One file for a JSON AST, one for each namespace of Smithy text. */
  readonly files: readonly { readonly file: string; readonly text: string }[];
  readonly events: readonly ModelEvent[];
}

/** Writes the model that the texts make in its canonical form: a 2.0 JSON AST, or Smithy IDL 2.0. */
export function printTexts(texts: readonly ModelText[], format: 'json' | 'smithy' = 'json'): PrintedModel {
  const assembled = assembleModel(texts);
  const { model } = assembled;
  const files = format === 'json' ? [{ file: 'model.json', text: writeAst(model) }] : writeIdl(model);
  return { files, events: checkModel(assembled) };
}

/** What a selector matches, or why it is none. */
export interface Selection {
  /** Sorted; a member's id has `$`. */
  readonly ids: readonly string[];
  /** Why the text is no selector, and the offset where it is not; null where it is one. */
  readonly fault: { readonly message: string; readonly offset: number } | null;
  /** Of reading the texts; a model with errors can be asked all the same. */
  readonly events: readonly ModelEvent[];
}

/** Asks the model that the texts make; `builtIn` keeps the prelude's and the standard traits' shapes in the answer. */
export function selectShapes(
  texts: readonly ModelText[],
  selector: string,
  { builtIn = false }: { readonly builtIn?: boolean } = {},
): Selection {
  const parsed = parseSelector(selector);
  if (isSelectorFault(parsed))
    return { ids: [], fault: { message: parsed.message, offset: parsed.offset }, events: [] };
  const { model, events } = assembleModel(texts);
  const found = [...select(new ShapeGraph(model), parsed)].sort(compareIds);
  const kept = found.filter(({ id }) => {
    const shape = model.shapes.get(containerId(id));
    return builtIn || shape === undefined || !isBuiltIn(shape);
  });
  return { ids: kept.map(({ id }) => id), fault: null, events };
}

/** What changed between two models, and what reading them had to say; errors of the reading make the comparison void. */
export function compareTexts(
  before: readonly ModelText[],
  after: readonly ModelText[],
): { readonly events: readonly ModelEvent[]; readonly unread: readonly ModelEvent[] } {
  const [old, now] = [assembleModel(before), assembleModel(after)];
  const unread = [...old.events, ...now.events].filter(({ severity }) => severity === 'error');
  // What the new model says of its own events holds for its changes too.
  const events = unread.length > 0 ? [] : silenceEvents(now.model, diffModels(old.model, now.model));
  return { events, unread };
}
