import type { SourceTree } from '../syntax/tree.ts';
import { builtInPrefix } from './built-in.ts';
import { awsTraitTexts, smithyTraitTexts } from './standard-trait-texts.ts';

/**
 * Definitions of the standard traits outside the prelude that the files use and do not bring along: AST files hold the
 * applications alone. Nothing is added of a namespace that some file defines itself.
 */
export function findStandardTraits(trees: readonly SourceTree[]): { readonly file: string; readonly text: string }[] {
  const defined = new Set<string>();
  for (const { definitions } of trees) for (const { id } of definitions) defined.add(namespaceIn(id));
  // A model names few traits many times.
  const named = new Set<string>();
  for (const tree of trees) for (const id of namedIn(tree)) named.add(id);
  const used = new Set([...named].map(namespaceIn));
  return [...awsTraitTexts, ...smithyTraitTexts]
    .filter(([namespace]) => used.has(namespace) && !defined.has(namespace))
    .map(([namespace, text]) => ({ file: builtInPrefix + namespace, text }));
}

/** All ids that name a trait, as written. */
function* namedIn(tree: SourceTree): Iterable<string> {
  for (const { name } of tree.uses) yield name;
  for (const { value } of tree.syntacticIds) yield value;
  for (const { traits } of tree.applications) for (const { trait } of traits) yield trait.name;
  for (const definition of tree.definitions) {
    for (const { trait } of definition.traits) yield trait.name;
    if ('members' in definition)
      for (const { traits } of definition.members) for (const { trait } of traits) yield trait.name;
  }
}

function namespaceIn(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf('#')));
}
