import type { Api, JsonObject, ShapeTable } from '../../packages/validator/src/leaves.ts';
import { compileStructure } from './compile-structure.ts';

const string = { target: 'String' };
const namePattern = '^[a-zA-Z0-9][a-zA-Z0-9.-]*$';
// Stands for a pattern that has no linear equal on a backtracking engine: the schema leaves it out.
const codePattern = '^(?:[A-Z]|[A-Z][A-Z])+$';

/** The API of the rules' examples: small, hand-made, and with each kind of shape once. */
export const jobTable: ShapeTable = {
  service: {
    id: 'example#Jobs',
    version: '2026-11-23',
    title: 'Jobs',
    sdkId: 'Jobs',
    endpointPrefix: null,
    signingName: null,
    protocol: null,
    defaultOperation: 'CreateJob',
    traits: {},
  },
  operations: {
    CreateJob: {
      http: null,
      input: 'CreateJobRequest',
      output: 'CreateJobResponse',
      errors: [],
      traits: { 'shapegate#availableRegions': { regions: ['eu-central-1', 'us-east-1'], asOf: '2026-09-17' } },
    },
    GetJob: { http: null, input: 'GetJobRequest', output: 'GetJobResponse', errors: [], traits: {} },
    SendInput: { http: null, input: 'SendInputRequest', output: 'CreateJobResponse', errors: [], traits: {} },
  },
  shapes: {
    Boolean: { type: 'boolean' },
    Code: { type: 'string', traits: { pattern: { pattern: codePattern, regexp: null }, length: { max: 40 } } },
    Codes: { type: 'list', member: { target: 'Code' } },
    CreateJobRequest: {
      type: 'structure',
      members: {
        codes: { target: 'Codes' },
        dry: { target: 'Boolean' },
        labels: { target: 'Labels' },
        name: { target: 'Name', required: true },
        network: { target: 'Network' },
        note: { target: 'Note' },
        notBefore: { target: 'Timestamp' },
        roleArn: { target: 'RoleArn' },
        share: { target: 'Double', traits: { range: { min: 0, max: 1 } } },
        size: { target: 'Size' },
        source: { target: 'Source' },
        steps: { target: 'Steps' },
        workers: { target: 'Workers' },
        zones: { target: 'Zones' },
      },
      traits: {
        'shapegate#memberHints': {
          tags: { use: ['labels'], from: 'CreateTask' },
          settings: { use: ['network', 'source'], from: 'CreateTask' },
        },
      },
    },
    CreateJobResponse: { type: 'structure', members: { jobArn: string } },
    Double: { type: 'double' },
    GetJobRequest: { type: 'structure', members: { jobArn: { ...string, required: true } } },
    GetJobResponse: { type: 'structure', members: { jobArn: string, name: string, status: string } },
    Labels: { type: 'map', key: { target: 'LabelKey' }, value: string, traits: { length: { max: 4 } } },
    LabelKey: { type: 'string', traits: { pattern: { pattern: '^[a-zA-Z]+$', regexp: '^[a-zA-Z]+$' } } },
    Name: {
      type: 'string',
      traits: { length: { min: 1, max: 63 }, pattern: { pattern: namePattern, regexp: namePattern } },
    },
    Network: {
      type: 'structure',
      members: { groupIds: { target: 'Strings', required: true }, subnetIds: { target: 'Strings', required: true } },
    },
    Note: { type: 'string', traits: { length: { min: 1, max: 8 } } },
    RoleArn: {
      type: 'string',
      traits: {
        pattern: { pattern: '^arn:.*:role/.+$', regexp: '^arn:.*:role/.+$' },
        'shapegate#arn': arnTrait(),
      },
    },
    SendInputRequest: { type: 'structure', members: { input: { target: 'Labels' }, operation: string } },
    Size: { type: 'enum', values: ['SMALL', 'LARGE'] },
    Source: { type: 'union', members: { folder: string, table: string } },
    Step: { type: 'structure', members: { name: { target: 'Name', required: true }, steps: { target: 'Steps' } } },
    Steps: { type: 'list', member: { target: 'Step' } },
    String: { type: 'string' },
    Strings: { type: 'list', member: string },
    Timestamp: { type: 'timestamp' },
    Workers: { type: 'integer', traits: { range: { min: 1, max: 16 } } },
    Zones: { type: 'list', member: string, traits: { length: { min: 1, max: 3 }, uniqueItems: {} } },
  },
  plan: {
    CreateJobRequest: { members: { roleArn: { target: 'RoleArn' } } },
    RoleArn: { traits: { 'shapegate#arn': arnTrait() } },
  },
};

function arnTrait(): JsonObject {
  return {
    service: 'iam',
    resourceType: 'role',
    name: { characters: 'a-zA-Z0-9_+=,.@-', maxLength: 64 },
    path: { maxLength: 512 },
    reservedPaths: ['aws-service-role/', 'aws-reserved/'],
    sendersAccount: true,
  };
}

const text: JsonObject = { type: 'string' };
const name: JsonObject = { type: 'string', minLength: 1, maxLength: 63, pattern: namePattern };
const strings: JsonObject = { type: 'array', items: text };

function structure(properties: JsonObject, required: readonly string[], more: JsonObject = {}): JsonObject {
  return { type: 'object', properties, required, additionalProperties: false, ...more };
}

/** The schemas that the generator would write of it. */
export const jobSchemas: Readonly<Record<string, JsonObject>> = {
  CreateJob: {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...structure(
      {
        codes: { type: 'array', items: { type: 'string', maxLength: 40 } },
        dry: { type: 'boolean' },
        labels: {
          type: 'object',
          propertyNames: { pattern: '^[a-zA-Z]+$' },
          additionalProperties: text,
          maxProperties: 4,
        },
        name,
        network: structure({ subnetIds: strings, groupIds: strings }, ['subnetIds', 'groupIds']),
        note: { type: 'string', minLength: 1, maxLength: 8 },
        notBefore: { type: 'string', format: 'date-time' },
        roleArn: { type: 'string', pattern: '^arn:.*:role/.+$' },
        share: { type: 'number', minimum: 0, maximum: 1 },
        size: { type: 'string', enum: ['SMALL', 'LARGE'] },
        source: structure({ folder: text, table: text }, [], { minProperties: 1, maxProperties: 1 }),
        steps: { type: 'array', items: { $ref: '#/definitions/Step' } },
        workers: { type: 'integer', minimum: 1, maximum: 16 },
        zones: { type: 'array', items: text, minItems: 1, maxItems: 3 },
      },
      ['name'],
    ),
    definitions: {
      Step: structure({ name, steps: { type: 'array', items: { $ref: '#/definitions/Step' } } }, ['name']),
    },
  },
  GetJob: structure({ jobArn: text }, ['jobArn']),
  SendInput: structure(
    {
      input: {
        type: 'object',
        propertyNames: { pattern: '^[a-zA-Z]+$' },
        additionalProperties: text,
        maxProperties: 4,
      },
      operation: text,
    },
    [],
  ),
};

/** The table with schemas compiled on the spot. */
export const jobApi: Api = {
  table: jobTable,
  validators: Object.fromEntries(Object.entries(jobSchemas).map(([name, schema]) => [name, compileStructure(schema)])),
};
