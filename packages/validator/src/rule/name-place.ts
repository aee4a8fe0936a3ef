import { parsePointer } from '../diagnostic/pointer.ts';

/** A pointer as people write a path: `/network/subnetIds/0` is `network.subnetIds[0]`, the root is empty. */
export function namePlace(pointer: string): string {
  let name = '';
  for (const token of parsePointer(pointer)) {
    if (/^\d+$/.test(token)) name += `[${token}]`;
    else name += name === '' ? token : `.${token}`;
  }
  return name;
}
