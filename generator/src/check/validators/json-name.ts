import type { ModelEvent } from '@shapegate/validator/leaves';
import { readBinding } from '../http-bindings.ts';
import { listNames, report } from '../report.ts';
import type { CheckContext } from '../validator.ts';

/** No two members have one name in JSON. */
export function* checkJsonNames(context: CheckContext): Generator<ModelEvent> {
  for (const shape of context.shapes()) {
    if (shape.type !== 'structure' && shape.type !== 'union') continue;
    const named = new Map<string, string[]>();
    for (const member of shape.members.values()) {
      const name = readBinding(member, 'jsonName') ?? member.name;
      named.set(name, [...(named.get(name) ?? []), member.name]);
    }
    for (const [name, members] of named)
      if (members.length > 1)
        yield report('error', 'JsonName', shape, `members ${listNames(members)} are all \`${name}\` in JSON`);
  }
}
