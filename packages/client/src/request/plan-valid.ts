import type { Valid } from '@shapegate/validator';
import type { JsonValue } from '@shapegate/validator/leaves';
import { buildQueryString, HttpRequest } from '@smithy/core/protocols';
import type { BuildMiddleware, MetadataBearer, MiddlewareStack } from '@smithy/types';
import type { ClientConfiguration } from '../configuration.ts';
import { completeRequest } from './complete-request.ts';
import type { AnyClient, ServiceTables } from './service-tables.ts';

/** A request as it would be sent, before it is signed. */
export interface RequestPlan {
  readonly method: string;
  readonly url: string;
  /** By lower-case name, sorted; without the signature and what changes from attempt to attempt. */
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON body; text where it is not JSON, null where there is none. */
  readonly body: JsonValue;
}

/** Nothing is signed with it: the plan ends before. */
const noCredentials = { accessKeyId: 'PLAN', secretAccessKey: 'PLAN' };

/**
 * Says what sending a checked request would send, without a network and without credentials: the request goes through
 * the client's own middleware and stops where it would be signed.
 */
export async function planValid(
  createClient: (configuration: ClientConfiguration) => AnyClient,
  tables: ServiceTables,
  valid: Valid<unknown>,
  configuration: ClientConfiguration = {},
): Promise<RequestPlan> {
  const client = createClient(Object.assign({}, configuration, { credentials: noCredentials }));
  const { command: CommandClass, commandInput } = await completeRequest(client, tables, valid);
  const command = new CommandClass(commandInput as never) as {
    middlewareStack: MiddlewareStack<object, MetadataBearer>;
  };
  let planned: HttpRequest | undefined;
  const stop: BuildMiddleware<object, MetadataBearer> = () => async (args) => {
    if (HttpRequest.isInstance(args.request)) planned = args.request;
    return { response: undefined, output: { $metadata: {} } };
  };
  command.middlewareStack.add(stop, { name: 'planMiddleware', step: 'build', priority: 'low' });
  await client.send(command as never);
  client.destroy();
  if (planned === undefined) throw new Error('the request never reached the end of the build step');
  return describeRequest(planned);
}

function describeRequest(request: HttpRequest): RequestPlan {
  const port = request.port === undefined ? '' : `:${request.port}`;
  const query = buildQueryString(request.query);
  const headers = Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    method: request.method,
    url: `${request.protocol}//${request.hostname}${port}${request.path}${query === '' ? '' : `?${query}`}`,
    headers: Object.fromEntries(headers.sort(([a], [b]) => (a < b ? -1 : 1))),
    body: readBody(request.body),
  };
}

function readBody(body: unknown): JsonValue {
  if (body === undefined || body === null || body === '') return null;
  const text =
    typeof body === 'string' ? body : body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body);
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}
