import type { ModelEvent } from '@shapegate/validator/leaves';
import { report } from '../../syntax/event.ts';
import { readText } from '../../syntax/node-entry.ts';
import type { CheckContext } from '../validator.ts';

/** The old `@enum` has each value once, and names for all values or for none. */
export function* checkEnumTraits(context: CheckContext): Generator<ModelEvent> {
  for (const subject of context.bearers('smithy.api#enum')) {
    const list = subject.traits.get('smithy.api#enum')?.value;
    if (list?.kind !== 'array') continue;
    const named = list.elements.filter((element) => readText(element, 'name') !== null).length;
    if (named === 0)
      yield report('warning', 'EnumNamesPresent', subject, 'values of an enum without names make poor code', list);
    const seen = { name: new Set<string>(), value: new Set<string>() };
    for (const element of list.elements) {
      const name = readText(element, 'name');
      const value = readText(element, 'value');
      if (name === null && named > 0)
        yield report('error', 'EnumTrait', subject, `value \`${value}\` has no name, and others have`, element);
      if (name !== null && !/^[A-Z]+[A-Z_0-9]*$/.test(name))
        yield report(
          'warning',
          `EnumTrait.${name}`,
          subject,
          `name \`${name}\`, expected capital letters, digits and underscores`,
          element,
        );
      for (const [key, text] of [
        ['name', name],
        ['value', value],
      ] as const) {
        if (text !== null && seen[key].has(text))
          yield report('error', 'EnumTrait', subject, `${key} \`${text}\` stands twice`, element);
        if (text !== null) seen[key].add(text);
      }
    }
  }
}
