// Made by Shapegate (emitter: client schemas). Do not edit: change the model and generate again.
// From model/parcels.smithy
import type {
  StaticErrorSchema,
  StaticListSchema,
  StaticOperationSchema,
  StaticStructureSchema,
} from '@smithy/types';

export const Address$: StaticStructureSchema = [
  3, 'example.parcels', 'Address', 0,
  ['name', 'street', 'city', 'country'],
  [0, 0, 0, 0],
  4,
];

export const AddressUnknown$: StaticErrorSchema = [
  -3, 'example.parcels', 'AddressUnknown', { error: 'client', httpError: 404 },
  ['message'],
  [0],
];

export const Notes$: StaticListSchema = [1, 'example.parcels', 'Notes', 0, 0];

export const SendParcel$: StaticOperationSchema = [
  9, 'example.parcels', 'SendParcel', { http: ['POST', '/parcels', 201] },
  () => SendParcelInput$,
  () => SendParcelOutput$,
];

export const SendParcelInput$: StaticStructureSchema = [
  3, 'example.parcels', 'SendParcelInput', 0,
  ['reference', 'recipient', 'weight', 'speed', 'notes'],
  [0, () => Address$, 1, 0, () => Notes$],
  3,
];

export const SendParcelOutput$: StaticStructureSchema = [3, 'example.parcels', 'SendParcelOutput', 0, ['trackingNumber'], [0], 1];
