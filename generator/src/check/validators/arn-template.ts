import { findNearNames, type ModelEvent } from '@shapegate/validator/leaves';
import { serviceResources } from '../../model/closure.ts';
import type { ResourceShape } from '../../model/model.ts';
import { makeEvent } from '../../syntax/event.ts';
import { readEntry } from '../../syntax/node-entry.ts';
import { listNames } from '../list-names.ts';
import type { CheckContext } from '../validator.ts';

const trait = 'aws.api#arn';

/**
 * The labels of `@arn` are the identifiers of its resource, all of them, and the template does not start with `/`. As in
 * Smithy, labels are looked at in services that bear `@aws.api#service`. That `noRegion` and `noAccount` go with no
 * `absolute`, as their documentation has it, is not held against a model: some that AWS publishes have both.
 */
export function* checkArnTemplates(context: CheckContext): Generator<ModelEvent> {
  if (context.bearers(trait).length === 0) return;
  const ofAws = new Set<ResourceShape>();
  for (const service of context.services())
    if (service.traits.has('aws.api#service'))
      for (const resource of serviceResources(context.model, service)) ofAws.add(resource);
  for (const resource of context.shapesOfType('resource')) {
    const value = resource.traits.get(trait)?.value;
    const template = value === undefined ? undefined : readEntry(value, 'template');
    if (template?.kind !== 'string') continue;
    if (template.value.startsWith('/')) {
      const message = `template \`${template.value}\` of an ARN starts with \`/\``;
      const help = 'leave it out: the resource stands behind a `:`';
      yield makeEvent('error', 'Model', template, { message, help, shape: resource.id });
    } else if (ofAws.has(resource)) {
      const labels = new Set(Array.from(template.value.matchAll(/\{([^}]+)\}/g), ([, label = '']) => label));
      const tell = (message: string, help: string): ModelEvent =>
        makeEvent('error', 'ArnTemplate', template, { message, help, shape: resource.id });
      yield* compareLabels(resource, labels, tell);
    }
  }
}

function* compareLabels(
  { id, identifiers }: ResourceShape,
  labels: ReadonlySet<string>,
  tell: (message: string, help: string) => ModelEvent,
): Generator<ModelEvent> {
  const known = [...identifiers.keys()];
  const unknown = [...labels].filter((label) => !identifiers.has(label));
  if (unknown.length > 0) {
    const expected = known.length === 0 ? 'it has none' : `expected ${listNames(known)}`;
    const [near] = findNearNames(unknown[0] ?? '', known);
    const help = near === undefined ? '' : `did you mean \`${near}\`?`;
    yield tell(`labels ${listNames(unknown)} are no identifiers of \`${id}\`: ${expected}`, help);
  }
  const missing = known.filter((name) => !labels.has(name));
  if (missing.length > 0) yield tell(`identifiers ${listNames(missing)} of \`${id}\` have no label`, '');
}
