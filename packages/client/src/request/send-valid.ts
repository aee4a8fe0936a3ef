import type { Valid } from '@shapegate/validator';
import type { HttpHandlerOptions, MetadataBearer } from '@smithy/types';
import { completeRequest } from './complete-request.ts';
import type { AnyClient, ServiceTables } from './service-tables.ts';

/** What came of a request that was sent. */
export interface SentRequest<Output> {
  readonly output: Output & MetadataBearer;
  /** The token that was sent with it, the same at every attempt; null where the operation takes none. */
  readonly token: string | null;
}

/** Options of whatever is sent; `abortSignal` gives a request up that is under way. */
export type SendOptions = Pick<HttpHandlerOptions, 'abortSignal'>;

/**
 * Sends a request that a gate has passed: any operation of the service. Throws the service's exceptions, and
 * ClientError where nothing was answered.
 */
export async function sendValid<Output>(
  client: AnyClient,
  tables: ServiceTables,
  valid: Valid<unknown>,
  options: SendOptions = {},
): Promise<SentRequest<Output>> {
  const { command: Command, commandInput, token } = await completeRequest(client, tables, valid);
  const output = (await client.send(new Command(commandInput as never) as never, options)) as Output & MetadataBearer;
  return { output, token };
}
