import type { ModelEvent } from '@shapegate/validator/leaves';
import type { Shape } from '../model/model.ts';
import { type ApiView, readTrait } from './api-view.ts';
import { createClientEvent, readMapping, readMember } from './client-subject.ts';

/** The schemes that the client's runtime can act on. */
const supported = new Set(['aws.auth#sigv4', 'smithy.api#httpBearerAuth']);
const known = [
  ...supported,
  'aws.auth#sigv4a',
  'smithy.api#httpApiKeyAuth',
  'smithy.api#httpBasicAuth',
  'smithy.api#httpDigestAuth',
];
const noAuth = 'smithy.api#noAuth';

/** How a service and its operations are authenticated. */
export interface ClientAuth {
  readonly schemes: readonly string[];
  /** Only operations that say otherwise than the service. */
  readonly operationSchemes: Readonly<Record<string, readonly string[]>>;
  readonly signingName: string | null;
}

function listSchemes(shape: Shape): readonly string[] | undefined {
  const chosen = readTrait(shape, 'auth');
  return Array.isArray(chosen) ? chosen.filter((id) => typeof id === 'string') : undefined;
}

function keepSupported(schemes: readonly string[]): readonly string[] {
  const kept = schemes.filter((id) => supported.has(id));
  return kept.length === 0 ? [noAuth] : kept;
}

/** Reads who may call what; a scheme that the client cannot act on is left out with an event. */
export function readAuth({ service, operations }: ApiView): { auth: ClientAuth; events: ModelEvent[] } {
  const all = listSchemes(service) ?? known.filter((id) => service.traits.has(id)).sort();
  const events = all
    .filter((id) => !supported.has(id))
    .map((id) =>
      createClientEvent(
        service,
        'ClientAuth',
        all.some((other) => supported.has(other)) ? 'warning' : 'error',
        `the client cannot authenticate with \`${id}\`, expected ${[...supported].map((name) => `\`${name}\``).join(' or ')}`,
      ),
    );
  const schemes = keepSupported(all);
  const operationSchemes: Record<string, readonly string[]> = {};
  for (const [name, operation] of operations) {
    const own = listSchemes(operation);
    if (operation.traits.has('smithy.api#optionalAuth')) operationSchemes[name] = [noAuth];
    else if (own !== undefined) operationSchemes[name] = keepSupported(own);
  }
  const prefix = readMember(readMapping(service, 'aws.api#service'), 'endpointPrefix');
  const signingName = readMember(readMapping(service, 'aws.auth#sigv4'), 'name') ?? prefix ?? null;
  return { auth: { schemes, operationSchemes, signingName }, events };
}
