import { builtInTexts } from '../generated/built-in-texts.ts';
import type { SourceTree, TraitApplication } from '../syntax/tree.ts';
import { builtInPrefix } from './built-in.ts';
import { namespaceOf } from './shape-id.ts';

/** A JSON AST that comes with the generator. */
export interface BuiltInText {
  readonly file: string;
  readonly text: string;
}

const [prelude, ...standard] = builtInTexts;

/** The shapes and traits of `smithy.api` that every model has, as a JSON AST. */
export function findPrelude(): BuiltInText {
  return nameText(prelude ?? ['', '']);
}

/**
 * Definitions of the standard traits outside the prelude that the files use and do not bring along: AST files hold the
 * applications alone. Nothing is added of a namespace that some file defines itself.
 */
export function findStandardTraits(trees: readonly SourceTree[]): BuiltInText[] {
  const defined = new Set<string>();
  for (const { definitions } of trees) for (const { id } of definitions) defined.add(namespaceOf(id));
  const used = listUsedNamespaces(trees);
  return standard.filter(([namespace]) => used.has(namespace) && !defined.has(namespace)).map(nameText);
}

function nameText([namespace, text]: (typeof builtInTexts)[number]): BuiltInText {
  return { file: builtInPrefix + namespace, text };
}

/** The namespaces of all ids that name a trait. */
function listUsedNamespaces(trees: readonly SourceTree[]): ReadonlySet<string> {
  // A model names few traits many times.
  const named = new Set<string>();
  const note = (traits: readonly TraitApplication[]): void => {
    for (const { id } of traits) named.add(id);
  };
  for (const { uses, syntacticIds, applications, definitions, traitIds } of trees) {
    for (const id of traitIds ?? []) named.add(id);
    if (traitIds !== null) continue;
    for (const { name } of uses) named.add(name);
    for (const { value } of syntacticIds) named.add(value);
    for (const { traits } of applications) note(traits);
    for (const definition of definitions) {
      note(definition.traits);
      if ('members' in definition) for (const { traits } of definition.members) note(traits);
    }
  }
  return new Set([...named].map(namespaceOf));
}
