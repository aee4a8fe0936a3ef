import type { ShapeTable } from '@shapegate/validator/leaves';
import type { MetadataBearer } from '@smithy/types';
import type { ServiceClient } from '../service-client.ts';

/** A client of whatever service. */
export type AnyClient = ServiceClient<never, MetadataBearer>;

/** A generated command class of whatever operation. */
export type CommandClass = new (input: never) => object;

/** What is generated of a service, as far as sending a checked request needs it. */
export interface ServiceTables {
  readonly table: ShapeTable;
  /** By operation name. */
  readonly commands: Readonly<Record<string, CommandClass>>;
}
