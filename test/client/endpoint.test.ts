import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BedrockClient, GetModelImportJobCommand, InvalidEndpointError, MissingRegionError } from '@shapegate/client';
import { HttpResponse } from '@smithy/core/protocols';
import type { HttpRequest } from '@smithy/types';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { assembleModel } from '../../generator/src/model/assemble.ts';
import { findServices } from '../../generator/src/model/closure.ts';
import { toJson } from '../../generator/src/syntax/node.ts';
import { createEndpointProvider } from '../../packages/client/src/endpoint.ts';
import { endpointRules } from '../../packages/client/src/generated/endpoint.ts';
import { credentials } from './capture-server.ts';

interface EndpointCase {
  readonly documentation: string;
  readonly params?: Readonly<Record<string, string | boolean>>;
  readonly expect: { readonly endpoint?: { readonly url: string }; readonly error?: string };
}

const test = suite('endpoints');
const root = fileURLToPath(new URL('../..', import.meta.url));
const findAddress = createEndpointProvider(endpointRules);

function resolve(params: NonNullable<EndpointCase['params']>): EndpointCase['expect'] {
  try {
    return { endpoint: { url: findAddress(params).url.href.replace(/\/$/, '') } };
  } catch (error) {
    assert.instance(error, InvalidEndpointError);
    return { error: ((error as Error).cause as Error).message };
  }
}

function readCases(files: readonly string[]): EndpointCase[] {
  const { model } = assembleModel(files.map((file) => ({ file, text: readFileSync(file, 'utf8') })));
  const [service] = findServices(model);
  const trait = service?.traits.get('smithy.rules#endpointTests');
  return trait === undefined ? [] : (toJson(trait.value) as unknown as { testCases: EndpointCase[] }).testCases;
}

const ours = readdirSync(join(root, 'model'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.smithy'))
  .map((file) => join(root, 'model', file));

for (const { documentation, params = {}, expect } of readCases(ours)) {
  test(`the model says: ${documentation}`, () => assert.equal(resolve(params), keepChecked(expect)));
}

function keepChecked({ endpoint, error }: EndpointCase['expect']): EndpointCase['expect'] {
  return endpoint === undefined ? { error: error ?? '' } : { endpoint: { url: endpoint.url } };
}

/** Written in April 2025; since then these partitions have got names for both IP versions. */
const changedPartitions = /^us-iso(b)?-/;
const published = join(root, '../shared/models/bedrock-2023-04-20.json');

if (existsSync(published)) {
  const cases = readCases([published]);
  test('the published model has cases', () => assert.ok(cases.length > 20));
  for (const { documentation, params = {}, expect } of cases) {
    const isStale = changedPartitions.test(String(params.Region)) && params.UseDualStack === true;
    test(`the published model says: ${documentation}`, () => {
      const found = resolve(params);
      if (isStale) assert.ok(found.error !== undefined || found.endpoint?.url.startsWith('https://bedrock'));
      else assert.equal(found, keepChecked(expect));
    });
  }
} else {
  console.log('skip the published endpoint tests: the shared models are not here');
}

/** Asks a client where it would send, without a network. */
async function findTarget(configuration: ConstructorParameters<typeof BedrockClient>[0]): Promise<string> {
  let target = '';
  const transport = {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: async (request: HttpRequest) => {
      target = `${request.protocol}//${request.hostname}${request.port === undefined ? '' : `:${request.port}`}${request.path}`;
      return { response: new HttpResponse({ statusCode: 200, headers: {}, body: undefined }) };
    },
  };
  const client = new BedrockClient({ ...configuration, credentials, transport });
  await client.send(new GetModelImportJobCommand({ jobIdentifier: 'nightly' }));
  return target;
}

for (const [what, configuration, expected] of [
  ['a Region', { region: 'eu-central-1' }, 'https://bedrock.eu-central-1.amazonaws.com/model-import-jobs/nightly'],
  [
    'FIPS',
    { region: 'us-east-1', useFipsEndpoint: true },
    'https://bedrock-fips.us-east-1.amazonaws.com/model-import-jobs/nightly',
  ],
  [
    'dual stack',
    { region: 'us-east-1', useDualstackEndpoint: true },
    'https://bedrock.us-east-1.api.aws/model-import-jobs/nightly',
  ],
  [
    'another partition',
    { region: 'us-gov-west-1' },
    'https://bedrock.us-gov-west-1.amazonaws.com/model-import-jobs/nightly',
  ],
  ['China', { region: 'cn-north-1' }, 'https://bedrock.cn-north-1.amazonaws.com.cn/model-import-jobs/nightly'],
  [
    'an endpoint with a path',
    { region: 'us-east-1', endpoint: 'http://localhost:4566/proxy/' },
    'http://localhost:4566/proxy/model-import-jobs/nightly',
  ],
  ['IPv6', { region: 'us-east-1', endpoint: 'http://[::1]:4566' }, 'http://[::1]:4566/model-import-jobs/nightly'],
] as const) {
  test(`a client with ${what}`, async () => assert.is(await findTarget(configuration), expected));
}

test('the environment names Region and endpoint', async () => {
  const { AWS_REGION, AWS_DEFAULT_REGION, AWS_ENDPOINT_URL_BEDROCK } = process.env;
  try {
    delete process.env.AWS_REGION;
    process.env.AWS_DEFAULT_REGION = 'us-west-2';
    assert.is(await findTarget({}), 'https://bedrock.us-west-2.amazonaws.com/model-import-jobs/nightly');
    process.env.AWS_REGION = 'us-east-2';
    assert.is(await findTarget({}), 'https://bedrock.us-east-2.amazonaws.com/model-import-jobs/nightly');
    process.env.AWS_ENDPOINT_URL_BEDROCK = 'http://127.0.0.1:1';
    assert.is(await findTarget({}), 'http://127.0.0.1:1/model-import-jobs/nightly');
  } finally {
    for (const [name, value] of Object.entries({ AWS_REGION, AWS_DEFAULT_REGION, AWS_ENDPOINT_URL_BEDROCK })) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
});

test('FIPS and an endpoint of one’s own do not go together', async () => {
  const error = await findTarget({ region: 'us-east-1', endpoint: 'http://localhost', useFipsEndpoint: true }).catch(
    (thrown: unknown) => thrown,
  );
  assert.instance(error, InvalidEndpointError);
  assert.is((error as Error).message, 'no endpoint: Invalid Configuration: FIPS and custom endpoint are not supported');
});

for (const endpoint of ['localhost:4566', 'nonsense', 'ftp://example.com', '']) {
  test(`\`${endpoint}\` is not an endpoint`, () => {
    assert.throws(
      () => new BedrockClient({ region: 'us-east-1', endpoint }),
      (error: unknown) => error instanceof InvalidEndpointError,
    );
  });
}

test('a Region that is no host name is refused', async () => {
  const error = await findTarget({ region: 'us east/1' }).catch((thrown: unknown) => thrown);
  assert.instance(error, Error);
  assert.not.instance(error, MissingRegionError);
});

test.run();
