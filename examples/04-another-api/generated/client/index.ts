// Made by Shapegate (emitter: client index). Do not edit: change the model and generate again.
// From model/parcels.smithy
export { ParcelsClient, type ServiceInput, type ServiceOutput } from './client.js';
export { SendParcelCommand, commands } from './commands.js';
export { AddressUnknown, ParcelsServiceException } from './errors.js';
export { type Address, type Notes, type SendParcelInput, type SendParcelOutput, Speed } from './types.js';
