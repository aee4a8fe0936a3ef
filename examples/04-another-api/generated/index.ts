// Made by Shapegate (emitter: index). Do not edit: change the model and generate again.
// From model/parcels.smithy
export { type Requests, api } from './api.js';
export { type AddressBuilder, type SendParcelBuilder, sendParcel } from './builder.js';
export { table } from './shape-table.js';
export {
  type Address,
  type AddressUnknown,
  type Notes,
  type SendParcelInput,
  type SendParcelOutput,
  Speed,
} from './types.js';
