import type { ModelEvent } from '@shapegate/validator/leaves';
import { isSameValue } from '../model/trait-merge.ts';
import { makeEvent } from '../syntax/event.ts';
import { type ModelPair, showValue } from './model-pair.ts';

/** Metadata that came, went or changed. */
export function* compareMetadata({ before, after }: ModelPair): Generator<ModelEvent> {
  for (const [key, value] of before.metadata) {
    const now = after.metadata.get(key);
    if (now === undefined)
      yield makeEvent('danger', `RemovedMetadata.${key}`, value, {
        message: `metadata \`${key}\` was removed, it was ${showValue(value)}`,
      });
    else if (!isSameValue(value, now))
      yield makeEvent('warning', 'ChangedMetadata', now, {
        message: `metadata \`${key}\` changed from ${showValue(value)} to ${showValue(now)}`,
      });
  }
  for (const [key, value] of after.metadata)
    if (!before.metadata.has(key))
      yield makeEvent('note', 'AddedMetadata', value, { message: `metadata \`${key}\` is new: ${showValue(value)}` });
}
