import type { ShapeTable } from '@shapegate/validator/leaves';
import { type Environment, makeEnvironment } from '../../packages/validator/src/policy/language/environment.ts';
import { ShapeTypes } from '../../packages/validator/src/policy/language/shape-type.ts';

/** A table by hand with every kind of shape: an import job of a parcel service. */
export const parcelTable: ShapeTable = {
  service: {
    id: 'example.parcels#Parcels',
    version: '2026-01-01',
    title: 'Parcels',
    sdkId: 'Parcels',
    endpointPrefix: null,
    signingName: null,
    protocol: null,
    defaultOperation: null,
    traits: {},
  },
  operations: { SendParcel: { http: null, input: 'SendParcelInput', output: 'Unit', errors: [], traits: {} } },
  shapes: {
    Unit: { type: 'structure', members: {} },
    SendParcelInput: {
      type: 'structure',
      members: {
        name: { target: 'ParcelName', required: true },
        speed: { target: 'Speed', required: true },
        weight: { target: 'Weight', required: true },
        price: { target: 'Price' },
        fragile: { target: 'Boolean' },
        sendAt: { target: 'Timestamp' },
        label: { target: 'Blob' },
        extra: { target: 'Document' },
        address: { target: 'Address' },
        content: { target: 'Content' },
        stops: { target: 'Stops' },
        notes: { target: 'Notes' },
        tags: { target: 'Tags' },
        floors: { target: 'Floors' },
      },
    },
    ParcelName: {
      type: 'string',
      traits: { length: { min: 1, max: 20 }, pattern: { pattern: '^[a-z-]+$', regexp: '^[a-z-]+$' } },
    },
    Speed: { type: 'enum', values: ['EXPRESS', 'SLOW', 'STANDARD'] },
    Weight: { type: 'integer', traits: { range: { min: 1, max: 30 } } },
    Price: { type: 'double', traits: { range: { min: 0 } } },
    Boolean: { type: 'boolean' },
    Timestamp: { type: 'timestamp' },
    Blob: { type: 'blob' },
    Document: { type: 'document' },
    String: { type: 'string' },
    Address: {
      type: 'structure',
      members: { city: { target: 'String', required: true }, street: { target: 'String' } },
    },
    Content: { type: 'union', members: { letter: { target: 'String' }, goods: { target: 'Address' } } },
    Stops: { type: 'list', member: { target: 'Address' }, traits: { length: { max: 4 } } },
    Notes: { type: 'list', member: { target: 'String' }, traits: { sparse: {} } },
    Tags: { type: 'map', key: { target: 'String' }, value: { target: 'String' } },
    Floors: { type: 'list', member: { target: 'Weight' } },
  },
  plan: {},
};

export const parcelEnvironment: Environment = makeEnvironment(new ShapeTypes(parcelTable).inputOf('SendParcel')!);
