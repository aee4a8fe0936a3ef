import type { ShapeTable } from '@shapegate/validator/leaves';
import { type Environment, makeEnvironment } from '../../packages/validator/src/policy/language/environment.ts';
import { ShapeTypes } from '../../packages/validator/src/policy/language/shape-type.ts';
import { parcelTable } from './policy-api.ts';

/** A table whose structures hold moments and numbers that JSON writes otherwise: a network of weather stations. */
const stationTable: ShapeTable = {
  ...parcelTable,
  operations: { PlaceStation: { http: null, input: 'PlaceStationInput', output: 'Unit', errors: [], traits: {} } },
  shapes: {
    Unit: { type: 'structure', members: {} },
    PlaceStationInput: {
      type: 'structure',
      members: {
        first: { target: 'Reading', required: true },
        second: { target: 'Reading', required: true },
        readings: { target: 'Readings', required: true },
        openings: { target: 'Openings', required: true },
        limits: { target: 'Limits', required: true },
        counts: { target: 'Counts', required: true },
        comments: { target: 'Comments', required: true },
        part: { target: 'Part', required: true },
        name: { target: 'String', required: true },
        isOpen: { target: 'Boolean', required: true },
      },
    },
    Reading: {
      type: 'structure',
      members: {
        takenAt: { target: 'Timestamp' },
        serial: { target: 'Long' },
        level: { target: 'Double' },
        place: { target: 'Place' },
        labels: { target: 'Labels' },
      },
    },
    Place: { type: 'structure', members: { lat: { target: 'Double' }, zone: { target: 'String' } } },
    Readings: { type: 'list', member: { target: 'Reading' } },
    Openings: { type: 'map', key: { target: 'String' }, value: { target: 'Timestamp' } },
    Limits: { type: 'map', key: { target: 'Kind' }, value: { target: 'Integer' } },
    Counts: { type: 'list', member: { target: 'Count' } },
    Comments: { type: 'list', member: { target: 'String' }, traits: { sparse: {} } },
    Labels: { type: 'map', key: { target: 'String' }, value: { target: 'String' } },
    Part: { type: 'structure', members: { parts: { target: 'Parts' }, madeAt: { target: 'Timestamp' } } },
    Parts: { type: 'list', member: { target: 'Part' } },
    Kind: { type: 'enum', values: ['RAIN', 'WIND'] },
    Count: { type: 'integer', traits: { range: { min: 1, max: 30 } } },
    Integer: { type: 'integer' },
    Long: { type: 'long' },
    Double: { type: 'double' },
    Boolean: { type: 'boolean' },
    String: { type: 'string' },
    Timestamp: { type: 'timestamp' },
  },
};

export const stationEnvironment: Environment = makeEnvironment(new ShapeTypes(stationTable).inputOf('PlaceStation')!);
