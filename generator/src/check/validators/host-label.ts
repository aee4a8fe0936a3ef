import type { ModelEvent } from '@shapegate/validator/leaves';
import { placeOfTrait } from '../../model/selector/subject.ts';
import { report } from '../../syntax/event.ts';
import { parseHostPrefix, readHostPrefix } from '../host-prefix.ts';
import { findStructure, membersWith } from '../http-bindings.ts';
import { listNames } from '../list-names.ts';
import type { CheckContext } from '../validator.ts';

/** The host prefix of `@endpoint` makes a host, and each of its labels is a member. */
export function* checkHostLabels(context: CheckContext): Generator<ModelEvent> {
  for (const operation of context.shapesOfType('operation')) {
    const prefix = readHostPrefix(operation);
    if (prefix === null) continue;
    const place = placeOfTrait(operation, 'smithy.api#endpoint');
    const { labels, problem } = parseHostPrefix(prefix);
    if (problem !== null) {
      yield report('error', 'HostLabelTrait', operation, `host prefix \`${prefix}\` ${problem}`, place);
      continue;
    }
    if (labels.length > 0 && !prefix.endsWith('.'))
      yield report(
        'danger',
        'HostLabelTrait',
        operation,
        `host prefix \`${prefix}\` has labels and no \`.\` at its end: a value could choose another domain`,
        place,
      );
    const input = findStructure(context.model, operation.input);
    const bound = new Set(input === null ? [] : membersWith(input, 'hostLabel').map(({ name }) => name));
    const missing = labels.filter((label) => !bound.has(label));
    if (missing.length > 0)
      yield report(
        'error',
        'HostLabelTrait',
        operation,
        `labels ${listNames(missing)} of \`${prefix}\` have no member with \`@hostLabel\` in \`${operation.input}\``,
        place,
      );
    for (const member of input === null ? [] : membersWith(input, 'hostLabel'))
      if (!labels.includes(member.name))
        yield report(
          'error',
          'HostLabelTrait',
          member,
          `\`${member.name}\` is no label of the host prefix \`${prefix}\` of \`${operation.id}\``,
          placeOfTrait(member, 'smithy.api#hostLabel'),
        );
  }
}
