// Made by Shapegate (emitter: shape table). Do not edit: change the model and generate again.
// From model/parcels.smithy
import type { ShapeTable } from '@shapegate/validator/runtime';

/** What rules, policies, gate and emulator know of the API. */
export const table: ShapeTable = {
  service: {
    id: 'example.parcels#Parcels',
    version: '2026-11-01',
    title: 'Parcels',
    sdkId: 'Parcels',
    endpointPrefix: null,
    signingName: null,
    protocol: 'aws.protocols#restJson1',
    defaultOperation: null,
    traits: {},
  },
  operations: {
    SendParcel: {
      http: { method: 'POST', uri: '/parcels', code: 201 },
      input: 'SendParcelInput',
      output: 'SendParcelOutput',
      errors: ['AddressUnknown'],
      traits: { idempotent: {} },
    },
  },
  shapes: {
    Address: {
      type: 'structure',
      members: {
        city: { target: 'Line', required: true },
        country: { target: 'CountryCode', required: true },
        name: { target: 'Line', required: true },
        street: { target: 'Line', required: true },
      },
    },
    AddressUnknown: {
      type: 'structure',
      members: { message: { target: 'String' } },
      traits: { error: 'client', httpError: 404 },
    },
    CountryCode: { type: 'string', traits: { pattern: { pattern: '^[A-Z]{2}$', regexp: '^[A-Z]{2}$' } } },
    Grams: { type: 'integer', traits: { range: { min: 1, max: 31500 } } },
    Line: { type: 'string', traits: { length: { min: 1, max: 80 } } },
    Notes: { type: 'list', member: { target: 'Line' }, traits: { length: { max: 5 }, uniqueItems: {} } },
    Reference: {
      type: 'string',
      traits: {
        length: { min: 1, max: 32 },
        pattern: { pattern: '^[A-Z0-9]+(-[A-Z0-9]+)*$', regexp: '^[A-Z0-9]+(-[A-Z0-9]+)*$' },
      },
    },
    SendParcelInput: {
      type: 'structure',
      members: {
        notes: { target: 'Notes' },
        recipient: { target: 'Address', required: true },
        reference: { target: 'Reference', required: true },
        speed: { target: 'Speed' },
        weight: { target: 'Grams', required: true },
      },
    },
    SendParcelOutput: { type: 'structure', members: { trackingNumber: { target: 'String', required: true } } },
    Speed: { type: 'enum', values: ['overnight', 'standard'] },
    String: { type: 'string' },
  },
  plan: {},
};
