import type { ModelEvent } from '@shapegate/validator/leaves';
import { readJsonAst } from '../syntax/json-ast.ts';
import { parseIdl } from '../syntax/parser.ts';
import type { SourceTree } from '../syntax/tree.ts';
import { flattenShapes } from './flatten.ts';
import { mergeFiles } from './merge.ts';
import type { Model } from './model.ts';
import { preludeFile, preludeText } from './prelude.ts';
import { findStandardTraits } from './standard-traits.ts';

/** A text with the name that events are to give it. */
export interface ModelText {
  readonly file: string;
  readonly text: string;
}

/** A model, as far as the texts give one, and what was wrong with them. */
export interface AssembledModel {
  readonly model: Model;
  readonly events: ModelEvent[];
}

/**
 * Makes one model of several texts, in any order: `.json` is a JSON AST, everything else is Smithy IDL.
 * Never throws on a bad text: the events say what is wrong, and the rest is still read. What only the whole model can
 * show, such as a missing target, is `checkModel`'s to find.
 */
export function assembleModel(texts: readonly ModelText[]): AssembledModel {
  const events: ModelEvent[] = [];
  // Parsed each time: resolving changes the nodes of unquoted ids, and parsing the prelude takes a millisecond or two.
  const trees: SourceTree[] = [parseIdl(preludeFile, preludeText).tree];
  for (const { file, text } of texts) {
    const read = file.endsWith('.json') ? readJsonAst(file, text) : parseIdl(file, text);
    trees.push(read.tree);
    for (const event of read.events) events.push(event);
  }
  for (const { file, text } of findStandardTraits(trees)) trees.push(parseIdl(file, text).tree);
  const { drafts, metadata } = mergeFiles(trees, events);
  return { model: { metadata, shapes: flattenShapes(drafts, events) }, events };
}
