import type { ShapeTable } from '@shapegate/validator/leaves';
import type { HttpHandlerOptions, MetadataBearer, Provider } from '@smithy/types';
import type { ServiceDescription } from '../service-description.ts';

/** A client of whatever service, as far as sending a checked request needs it. */
export interface AnyClient {
  readonly service: ServiceDescription;
  readonly account: Provider<string | null>;
  readonly config: { readonly region: Provider<string> };
  send(command: never, options?: HttpHandlerOptions): Promise<MetadataBearer>;
  destroy(): void;
}

/** A generated command class of whatever operation. */
export type CommandClass = new (input: never) => object;

/** What is generated of a service, as far as sending a checked request needs it. */
export interface ServiceTables {
  readonly table: ShapeTable;
  /** By operation name. */
  readonly commands: Readonly<Record<string, CommandClass>>;
}
