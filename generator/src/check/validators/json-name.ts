import type { ModelEvent } from '@shapegate/validator/leaves';
import { addTo } from '../../model/add-to.ts';
import { containerId } from '../../model/shape-id.ts';
import { report } from '../../syntax/event.ts';
import { readBinding } from '../http-bindings.ts';
import { listNames } from '../list-names.ts';
import type { CheckContext } from '../validator.ts';

/** No two members have one name in JSON. */
export function* checkJsonNames(context: CheckContext): Generator<ModelEvent> {
  // Names of members differ, so two can be one only where a trait says a name.
  const named = new Set(context.bearers('smithy.api#jsonName').map(({ id }) => containerId(id)));
  for (const id of named) {
    const shape = context.model.shapes.get(id);
    if (shape?.type !== 'structure' && shape?.type !== 'union') continue;
    const members = new Map<string, string[]>();
    for (const member of shape.members.values()) {
      const name = readBinding(member, 'jsonName') ?? member.name;
      addTo(members, name, member.name);
    }
    for (const [name, bearers] of members)
      if (bearers.length > 1)
        yield report('error', 'JsonName', shape, `members ${listNames(bearers)} are all \`${name}\` in JSON`);
  }
}
