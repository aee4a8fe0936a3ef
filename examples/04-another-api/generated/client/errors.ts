// Made by Shapegate (emitter: client errors). Do not edit: change the model and generate again.
// From model/parcels.smithy
import { type ExceptionOptions, createErrorRegistry } from '@shapegate/client/runtime';
import type { TypeRegistry } from '@smithy/core/schema';
import { ServiceException, type ServiceExceptionOptions } from '@smithy/smithy-client';
import { AddressUnknown$ } from './schemas.js';

/** What every exception of the service is; those that the model does not name are this alone, told apart by `name`. */
export class ParcelsServiceException extends ServiceException {
  constructor(options: ServiceExceptionOptions) {
    super(options);
  }
}

/** Nobody can be reached at this address. */
export class AddressUnknown extends ParcelsServiceException {
  override readonly name: 'AddressUnknown' = 'AddressUnknown';
  override readonly $fault: 'client' = 'client';

  constructor(options: ExceptionOptions) {
    super({ ...options, name: 'AddressUnknown', $fault: 'client' });
  }
}

/** Lists the exceptions for the protocol; called once a client. */
export function registerErrors(): TypeRegistry {
  return createErrorRegistry('example.parcels', ParcelsServiceException, [
    [AddressUnknown$, AddressUnknown],
  ]);
}
