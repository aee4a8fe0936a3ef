import { findNearNames } from '../../diagnostic/near-names.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import type { Api } from '../../shape/api.ts';
import type { PolicyPlace } from './policy-place.ts';

/** Whether the model has an operation; reported where it has not. */
export function isOperation(place: PolicyPlace, pointer: string, name: string, api: Api): boolean {
  const known = Object.keys(api.table.operations);
  if (known.includes(name)) return true;
  const near = findNearNames(name, known)[0];
  place.report(pointer, `the model has no operation ${quoteValue(name)}`, {
    help: near === undefined ? '' : `did you mean \`${near}\`?`,
  });
  return false;
}
