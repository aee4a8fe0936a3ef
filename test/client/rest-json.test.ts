import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { HttpResponse } from '@smithy/core/protocols';
import type { HttpRequest } from '@smithy/types';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { assembleModel } from '../../generator/src/model/assemble.ts';
import { serviceOperations } from '../../generator/src/model/closure.ts';
import type { Model, ShapeId } from '../../generator/src/model/model.ts';
import { toJson } from '../../generator/src/syntax/node.ts';
import { loadClient } from './generated-client.ts';

interface ProtocolCase {
  readonly id: string;
  readonly protocol: string;
  readonly appliesTo?: string;
  readonly params?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly bodyMediaType?: string;
  // requests
  readonly method?: string;
  readonly uri?: string;
  readonly host?: string;
  readonly resolvedHost?: string;
  readonly queryParams?: readonly string[];
  readonly forbidQueryParams?: readonly string[];
  readonly requireQueryParams?: readonly string[];
  readonly forbidHeaders?: readonly string[];
  readonly requireHeaders?: readonly string[];
  // responses
  readonly code?: number;
}

/** Cases that do not hold, and why. */
const knownFailures = new Map([
  [
    'RestJsonClientPopulatesDefaultValuesInInput, request',
    "defaults are the service's to fill, as in the official SDK",
  ],
  ['RestJsonClientPopulatesDefaultsValuesWhenMissingInResponse, answer', "defaults are the service's to fill"],
  ['RestJsonClientPopulatesNestedDefaultValuesWhenMissing, request', "defaults are the service's to fill"],
  ['RestJsonClientPopulatesNestedDefaultsWhenMissingInResponseBody, answer', "defaults are the service's to fill"],
  ['RestJsonHttpChecksumRequired, request', 'checksum headers are not made; the generator warns'],
  ['RestJsonHttpPayloadWithUnsetUnion, request', 'the official serializer writes an empty object'],
  ['RestJsonQueryIdempotencyTokenAutoFill, request', 'the token is random, and the case wants a fixed one'],
  ['RestJsonStreamingTraitsWithNoBlobBody, answer', 'a stream without bytes is an empty stream'],
  ['SDKAppendedGzipAfterProvidedEncoding_restJson1, request', 'bodies are not compressed'],
  ['SDKAppliedContentEncoding_restJson1, request', 'bodies are not compressed'],
]);

const test = suite('restJson1, by the cases of the Smithy project');
const folder = fileURLToPath(new URL('../../../shared/conformance', import.meta.url));
/** The traits that hold the cases; their own definitions are not among the shared data. */
const testTraits = {
  file: 'test-traits.smithy',
  text: ['eventStreamTests', 'httpMalformedRequestTests', 'httpRequestTests', 'httpResponseTests'].reduce(
    (text, name) => `${text}@trait\ndocument ${name}\n`,
    '$version: "2.0"\nnamespace smithy.test\n',
  ),
};
const service = 'aws.protocoltests.restjson#RestJson';

/** A value as a test writes it (blobs as text, timestamps in seconds) as a command takes and gives it. */
function toNative(model: Model, id: ShapeId, value: unknown): unknown {
  const shape = model.shapes.get(id);
  if (shape === undefined || value === null || value === undefined) return value;
  if (shape.type === 'blob') return new TextEncoder().encode(String(value));
  if (shape.type === 'timestamp') return new Date(Number(value) * 1000);
  if ((shape.type === 'float' || shape.type === 'double') && typeof value === 'string') return Number(value);
  if (shape.type === 'list') {
    const member = shape.members.get('member')?.target ?? '';
    return (value as unknown[]).map((item) => toNative(model, member, item));
  }
  if (shape.type === 'map' || shape.type === 'structure' || shape.type === 'union') {
    const target = (name: string) => shape.members.get(shape.type === 'map' ? 'value' : name)?.target ?? '';
    return Object.fromEntries(
      Object.entries(value as object).map(([name, item]) => [name, toNative(model, target(name), item)]),
    );
  }
  return value;
}

/** Makes outputs comparable: streams and blobs as bytes, members that are not there left out. */
async function settle(value: unknown): Promise<unknown> {
  if (value instanceof Date) return value;
  if (value instanceof String) return value.toString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return Promise.all(value.map(settle));
  if (typeof value !== 'object' || value === null) return value;
  if ('transformToByteArray' in value) return settle(await (value.transformToByteArray as () => Promise<Uint8Array>)());
  const entries = Object.entries(value).filter(
    ([name, item]) => item !== undefined && item !== null && name !== '$metadata',
  );
  return Object.fromEntries(await Promise.all(entries.map(async ([name, item]) => [name, await settle(item)])));
}

function readBody(body: unknown): string {
  if (body === undefined || body === null) return '';
  return typeof body === 'string' ? body : Buffer.from(body as Uint8Array).toString('utf8');
}

function checkBody(found: string, { body, bodyMediaType }: ProtocolCase): void {
  if (body === undefined) return;
  if (bodyMediaType === 'application/json' && body !== '') assert.equal(JSON.parse(found), JSON.parse(body));
  else assert.is(found, body);
}

function checkRequest(request: HttpRequest, wanted: ProtocolCase): void {
  assert.is(request.method, wanted.method);
  assert.is(request.path, wanted.uri);
  if (wanted.resolvedHost !== undefined) assert.is(request.hostname, wanted.resolvedHost);
  const encode = (text: string) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const query = Object.entries(request.query ?? {}).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((item) =>
      item === null ? encode(name) : `${encode(name)}=${encode(String(item))}`,
    ),
  );
  for (const pair of wanted.queryParams ?? [])
    assert.ok(query.includes(pair) || query.includes(`${pair}=`), `${pair} in ${query.join('&')}`);
  const names = query.map((pair) => pair.split('=')[0]);
  for (const name of wanted.forbidQueryParams ?? []) assert.not(names.includes(name), name);
  for (const name of wanted.requireQueryParams ?? []) assert.ok(names.includes(name), name);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  for (const [name, value] of Object.entries(wanted.headers ?? {})) assert.is(headers[name.toLowerCase()], value, name);
  for (const name of wanted.forbidHeaders ?? []) assert.is(headers[name.toLowerCase()], undefined, name);
  for (const name of wanted.requireHeaders ?? []) assert.is.not(headers[name.toLowerCase()], undefined, name);
  checkBody(readBody(request.body), wanted);
}

/** Sends one command through a transport that only looks, or that gives an answer. */
async function send(
  client: Record<string, unknown>,
  operation: string,
  input: unknown,
  host: string | undefined,
  answer?: ProtocolCase,
) {
  let request: HttpRequest | undefined;
  const transport = {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: async (sent: HttpRequest) => {
      request = sent;
      const { code = 200, headers = {}, body } = answer ?? {};
      const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
      return {
        response: new HttpResponse({
          statusCode: code,
          headers: lower,
          body: Readable.from([Buffer.from(body ?? '')]),
        }),
      };
    },
  };
  const Client = Object.entries(client).find(([name]) => name.endsWith('Client'))?.[1] as new (
    configuration: object,
  ) => {
    send(command: object): Promise<unknown>;
  };
  const Command = client[`${operation}Command`] as new (input: unknown) => object;
  const configuration = {
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    transport,
    maxAttempts: 1,
  };
  const endpoint = host === undefined ? 'https://example.com' : `https://${host}`;
  const result = await new Client({ ...configuration, endpoint }).send(new Command(input)).then(
    (output) => ({ output }),
    (error: unknown) => ({ error }),
  );
  return { request, result };
}

if (existsSync(folder)) {
  const files = [join(folder, 'protocol-restJson1'), join(folder, 'trait-definitions')].flatMap((path) =>
    readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter(
        (file) =>
          file.endsWith('.smithy') &&
          !file.includes('prelude') &&
          !/validation|services/.test(file.replace('smithy.framework.validation', '')),
      )
      .map((file) => join(path, file)),
  );
  const texts = [...files.sort().map((file) => ({ file, text: readFileSync(file, 'utf8') })), testTraits];
  const { model } = assembleModel(texts);
  const found = model.shapes.get(service);
  if (found?.type !== 'service') throw new Error('the conformance model has no service');
  const operations = serviceOperations(model, found);
  const client = await loadClient(
    texts,
    operations.map(({ id }) => id.slice(id.indexOf('#') + 1)),
  );
  const readCases = (id: ShapeId, trait: string): ProtocolCase[] => {
    const value = model.shapes.get(id)?.traits.get(trait)?.value;
    const cases = value === undefined ? [] : (toJson(value) as unknown as ProtocolCase[]);
    return cases.filter(
      ({ appliesTo = 'client', protocol }) => appliesTo === 'client' && protocol === 'aws.protocols#restJson1',
    );
  };
  const run = (id: string, check: () => Promise<void>) => {
    const reason = knownFailures.get(id);
    test(reason === undefined ? id : `${id} (known: ${reason})`, async () => {
      if (reason === undefined) return check();
      const failed = await check().then(
        () => false,
        () => true,
      );
      assert.ok(failed, 'a known failure holds now: take it off the list');
    });
  };
  for (const operation of operations) {
    const name = operation.id.slice(operation.id.indexOf('#') + 1);
    if (client[`${name}Command`] === undefined) continue;
    for (const wanted of readCases(operation.id, 'smithy.test#httpRequestTests')) {
      run(`${wanted.id}, request`, async () => {
        const { request, result } = await send(
          client,
          name,
          toNative(model, operation.input, wanted.params ?? {}),
          wanted.host,
        );
        if (request === undefined) throw (result as { error: unknown }).error;
        checkRequest(request, wanted);
      });
    }
    for (const answer of readCases(operation.id, 'smithy.test#httpResponseTests')) {
      run(`${answer.id}, answer`, async () => {
        const { result } = await send(client, name, smallestInput(model, operation.input), undefined, answer);
        if ('error' in result) throw result.error;
        assert.equal(await settle(result.output), await settle(toNative(model, operation.output, answer.params ?? {})));
      });
    }
    for (const error of operation.errors) {
      for (const answer of readCases(error, 'smithy.test#httpResponseTests')) {
        run(`${answer.id} from ${name}`, async () => {
          const { result } = await send(client, name, smallestInput(model, operation.input), undefined, answer);
          assert.ok('error' in result);
          const thrown = (result as { error: Error & Record<string, unknown> }).error;
          assert.is(thrown.constructor, client[error.slice(error.indexOf('#') + 1)]);
          const wanted = (await settle(toNative(model, error, answer.params ?? {}))) as Record<string, unknown>;
          for (const [member, value] of Object.entries(wanted)) {
            assert.equal(await settle(thrown[member === 'Message' ? 'message' : member]), value, member);
          }
        });
      }
    }
  }
} else {
  console.log('skip the cases of the Smithy project: the shared conformance data is not here');
  test('nothing to compare with', () => undefined);
}

/** Labels have to be there for any request. */
function smallestInput(model: Model, id: ShapeId): object {
  const shape = model.shapes.get(id);
  if (shape?.type !== 'structure') return {};
  const labels = [...shape.members.values()].filter(({ traits }) => traits.has('smithy.api#httpLabel'));
  return Object.fromEntries(labels.map(({ name }) => [name, 'label']));
}

test.run();
