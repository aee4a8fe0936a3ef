import type { ModelEvent } from '@shapegate/validator/leaves';
import type { Shape } from '../model/model.ts';
import { report } from '../syntax/event.ts';
import { readText } from '../syntax/node-entry.ts';
import type { ModelPair } from './model-pair.ts';

interface EnumValue {
  readonly value: string;
  readonly name: string | null;
}

/** Values that went, came or bear another name; a new one belongs at the end. */
export function* compareEnums(pair: ModelPair): Generator<ModelEvent> {
  for (const { before, after } of pair.shapes) {
    const olds = listValues(before);
    const news = listValues(after);
    // An enum that has become a string has changed its type, and that is told.
    if (olds === null || news === null) continue;
    let last = olds.length - 1;
    for (const [index, { value, name }] of olds.entries()) {
      const now = news.find((one) => one.value === value);
      if (now === undefined) {
        last--;
        yield report(
          'error',
          `ChangedEnumTrait.Removed.${index}`,
          after,
          `value \`${value}\` of \`${after.id}\` was removed`,
        );
      } else if (now.name !== name) {
        const message = `value \`${value}\` of \`${after.id}\` was called \`${name}\` and is now called \`${now.name}\``;
        yield report('error', `ChangedEnumTrait.NameChanged.${index}`, after, message);
      }
    }
    for (const [index, { value }] of news.entries()) {
      if (olds.some((one) => one.value === value)) continue;
      if (index <= last) {
        last++;
        const message = `new value \`${value}\` of \`${after.id}\` stands before older ones, expected it at the end`;
        yield report('error', `ChangedEnumTrait.OrderChanged.${index}`, after, message);
      } else
        yield report(
          'note',
          `ChangedEnumTrait.Appended.${index}`,
          after,
          `value \`${value}\` of \`${after.id}\` is new`,
        );
    }
  }
}

function listValues(shape: Shape): readonly EnumValue[] | null {
  if (shape.type === 'enum')
    return [...shape.members.values()].map(({ name, traits }) => {
      const value = traits.get('smithy.api#enumValue')?.value;
      return { name, value: value?.kind === 'string' ? value.value : name };
    });
  const listed = shape.traits.get('smithy.api#enum')?.value;
  if (shape.type !== 'string' || listed?.kind !== 'array') return null;
  return listed.elements.map((one) => ({ value: readText(one, 'value') ?? '', name: readText(one, 'name') }));
}
