import type { JsonObject } from '../../shape/json.ts';
import type { ShapeTable } from '../../shape/shape-table.ts';
import { type Environment, makeEnvironment } from '../language/environment.ts';
import { ShapeTypes } from '../language/shape-type.ts';
import type { Value } from '../language/value.ts';

/** The operation whose input the reference's examples are about. */
const operation = 'StartLoad';

/** A small API by hand: what the reference's examples are typed against. */
export const exampleTable: ShapeTable = {
  service: {
    id: 'example.loads#Loads',
    version: '2026-01-01',
    title: 'Loads',
    sdkId: 'Loads',
    endpointPrefix: null,
    signingName: null,
    protocol: null,
    defaultOperation: operation,
    traits: {},
  },
  operations: { [operation]: { http: null, input: 'StartLoadRequest', output: 'Unit', errors: [], traits: {} } },
  shapes: {
    Unit: { type: 'structure', members: {} },
    StartLoadRequest: {
      type: 'structure',
      members: {
        name: { target: 'LoadName', required: true },
        size: { target: 'Size', required: true },
        copies: { target: 'Copies', required: true },
        source: { target: 'Text', required: true },
        roleArn: { target: 'Text', required: true },
        keyId: { target: 'Text' },
        startAt: { target: 'Moment' },
        network: { target: 'Network' },
        tags: { target: 'Tags' },
        labels: { target: 'Labels' },
        notes: { target: 'Notes' },
      },
    },
    LoadName: {
      type: 'string',
      traits: { length: { min: 1, max: 63 }, pattern: { pattern: '^[a-z0-9-]+$', regexp: '^[a-z0-9-]+$' } },
    },
    Size: { type: 'enum', values: ['LARGE', 'MEDIUM', 'SMALL'] },
    Copies: { type: 'integer', traits: { range: { min: 1, max: 8 } } },
    Text: { type: 'string' },
    Moment: { type: 'timestamp' },
    Network: { type: 'structure', members: { subnetIds: { target: 'SubnetIds', required: true } } },
    SubnetIds: { type: 'list', member: { target: 'Text' }, traits: { length: { min: 1, max: 16 } } },
    Tags: { type: 'list', member: { target: 'Tag' }, traits: { length: { max: 50 } } },
    Tag: {
      type: 'structure',
      members: { key: { target: 'Text', required: true }, value: { target: 'Text', required: true } },
    },
    Labels: { type: 'map', key: { target: 'Text' }, value: { target: 'Text' } },
    Notes: { type: 'list', member: { target: 'Text' }, traits: { sparse: {} } },
  },
  plan: {},
};

/** What the model of the example says, a member a line. */
export const exampleMembers: Readonly<Record<string, string>> = {
  name: 'required, 1 to 63 of `a-z`, `0-9` and `-`',
  size: 'required, one of `LARGE`, `MEDIUM`, `SMALL`',
  copies: 'required, a whole number of 1 to 8',
  source: 'required, a text',
  roleArn: 'required, a text',
  keyId: 'optional, a text',
  startAt: 'optional, a timestamp',
  network: 'optional, a structure with the required list `subnetIds` of 1 to 16 texts',
  tags: 'optional, a list of up to 50 structures with a `key` and a `value`',
  labels: 'optional, a map of texts to texts',
  notes: 'optional, a sparse list of texts',
};

/** The input that the reference's examples are evaluated on. */
export const exampleInput: JsonObject = {
  name: 'nightly-2026-11-23',
  size: 'LARGE',
  copies: 2,
  source: 's3://acme-weights/chat/v3/',
  roleArn: 'arn:aws:iam::111122223333:role/loader',
  network: { subnetIds: ['subnet-0a1b2c3d', 'subnet-4e5f6a7b'] },
  tags: [
    { key: 'team', value: 'nlp' },
    { key: 'env', value: 'dev' },
  ],
  labels: { stage: 'beta' },
};

/** What the examples may speak of, typed. */
export function makeExampleEnvironment(): Environment {
  const input = new ShapeTypes(exampleTable).inputOf(operation);
  if (input === null) throw new Error(`no operation ${operation}`);
  return makeEnvironment(input);
}

/** The values of the examples' variables; nothing says the account, as can happen. */
export function makeExampleValues(): ReadonlyMap<string, Value> {
  return new Map<string, Value>([
    ['input', exampleInput as Value],
    ['target', { region: 'eu-central-1', partition: 'aws' }],
    ['spec', { file: 'loads/nightly.yaml', document: 0 }],
  ]);
}
