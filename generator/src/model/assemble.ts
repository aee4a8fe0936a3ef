import type { ModelEvent } from '@shapegate/validator/leaves';
import { readJsonAst } from '../syntax/json-ast.ts';
import { parseIdl } from '../syntax/parser.ts';
import { type Companions, readService2 } from '../syntax/service-2.ts';
import type { SourceTree } from '../syntax/tree.ts';
import { flattenShapes } from './flatten.ts';
import { LostShapes } from './lost-shapes.ts';
import { mergeFiles } from './merge.ts';
import type { Model } from './model.ts';
import { type BuiltInText, findPrelude, findStandardTraits } from './standard-traits.ts';

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
 * Makes one model of several texts, in any order: `service-2.json` is botocore's description of a service, with the files
 * beside it, any other `.json` is a JSON AST, everything else is Smithy IDL.
 * Never throws on a bad text: the events say what is wrong, and the rest is still read. What only the whole model can
 * show, such as a missing target, is `checkModel`'s to find.
 */
export function assembleModel(texts: readonly ModelText[]): AssembledModel {
  const events: ModelEvent[] = [];
  const trees: SourceTree[] = [readBuiltIn(findPrelude())];
  for (const { file, text, service } of groupTexts(texts)) {
    const read =
      service !== null
        ? readService2(file, text, service)
        : file.endsWith('.json')
          ? readJsonAst(file, text)
          : parseIdl(file, text);
    trees.push(read.tree);
    for (const event of read.events) events.push(event);
  }
  for (const text of findStandardTraits(trees)) trees.push(readBuiltIn(text));
  const lost = new LostShapes(trees);
  const { drafts, metadata } = mergeFiles(trees, lost, events);
  return { model: { metadata, shapes: flattenShapes(drafts, lost, events), lost }, events };
}

function readBuiltIn({ file, text }: BuiltInText): SourceTree {
  return readJsonAst(file, text).tree;
}

/** Names of the files that botocore keeps beside a service description; the first three say more of the service. */
const besideService =
  /^(?:paginators|waiters|endpoint-rule-set|examples|completions|endpoint-bdd|endpoint-tests|service)-\d+(?:\.[\w-]+)*\.json$/;

interface ReadableText extends ModelText {
  /** What stands beside a service description; null for a text of another kind. */
  readonly service: Companions | null;
}

function groupTexts(texts: readonly ModelText[]): ReadableText[] {
  const end = 'service-2.json';
  const stems = texts.flatMap(({ file }) => (file.endsWith(end) ? [file.slice(0, -end.length)] : []));
  return texts.flatMap(({ file, text }): ReadableText[] => {
    if (file.endsWith(end)) {
      const find = (name: string) => texts.find((other) => other.file === file.slice(0, -end.length) + name);
      const service = {
        paginators: find('paginators-1.json'),
        waiters: find('waiters-2.json'),
        endpointRules: find('endpoint-rule-set-1.json'),
      };
      return [{ file, text, service }];
    }
    const isBeside = stems.some((stem) => file.startsWith(stem) && besideService.test(file.slice(stem.length)));
    return isBeside ? [] : [{ file, text, service: null }];
  });
}
