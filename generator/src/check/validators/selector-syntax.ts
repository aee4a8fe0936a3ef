import type { ModelEvent } from '@shapegate/validator/leaves';
import { isSelectorFault } from '../../model/selector/parse-selector.ts';
import { makeEvent } from '../../syntax/event.ts';
import type { Node } from '../../syntax/node.ts';
import { readEntry } from '../../syntax/node-entry.ts';
import { describeFault } from '../selector-fault.ts';
import type { CheckContext } from '../validator.ts';

const selectorTraits = ['smithy.api#trait', 'smithy.api#idRef', 'smithy.api#traitValidators'];

/** The selectors that traits carry can be read. */
export function* checkSelectorSyntax(context: CheckContext): Generator<ModelEvent> {
  const bearers = new Set(selectorTraits.flatMap((id) => context.bearers(id)));
  for (const subject of bearers)
    for (const node of listSelectors(subject.traits)) {
      if (node.kind !== 'string') continue;
      const parsed = context.parseSelector(node.value);
      if (!isSelectorFault(parsed)) continue;
      const message = describeFault('selector', node.value, parsed);
      yield makeEvent('error', 'Model', node, { message, shape: subject.id });
    }
}

function listSelectors(traits: ReadonlyMap<string, { readonly value: Node }>): Node[] {
  const found: (Node | undefined)[] = [];
  for (const id of ['smithy.api#trait', 'smithy.api#idRef']) {
    const value = traits.get(id)?.value;
    if (value !== undefined) found.push(readEntry(value, 'selector'));
  }
  const validators = traits.get('smithy.api#traitValidators')?.value;
  if (validators?.kind === 'object')
    for (const { value } of validators.entries) found.push(readEntry(value, 'selector'));
  return found.filter((node) => node !== undefined);
}
