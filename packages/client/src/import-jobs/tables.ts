import { api } from '@shapegate/validator/api';
import type { ClientConfiguration } from '../configuration.ts';
import { BedrockClient } from '../generated/client.ts';
import { commands } from '../generated/commands.ts';
import type { AnyClient, ServiceTables } from '../request/service-tables.ts';

/** What checked requests of the import operations are sent with. */
export const tables: ServiceTables = { table: api.table, commands };

/** Makes the client of the import operations. */
export function createClient(configuration: ClientConfiguration): AnyClient {
  return new BedrockClient(configuration);
}
