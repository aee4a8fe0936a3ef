import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { InvalidEndpointError, MissingCredentialsError } from '@shapegate/client';
import { ServiceException } from '@smithy/smithy-client';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { generateFiles } from '../../generator/src/pipeline.ts';
import { answerException, CaptureServer, credentials } from './capture-server.ts';
import { loadClient } from './generated-client.ts';

const test = suite('clients of other services');

interface Client {
  send(command: object): Promise<Record<string, unknown>>;
}
type ClientClass = new (configuration: object) => Client;
type CommandClass = new (input?: object) => object;

const model = (text: string) => [
  { file: 'model/api.smithy', text: `$version: "2.0"\nnamespace example.depot\n${text}` },
];
const operation = (name: string, traits = '') =>
  `${traits}\n@http(method: "GET", uri: "/${name.toLowerCase()}")\noperation ${name} { output := { text: String } }\n`;

async function reportEvents(text: string): Promise<{ files: readonly string[]; events: string[] }> {
  const { files, events } = await generateFiles(model(text), ['client']);
  return {
    files: files.map(({ path }) => path),
    events: events
      .filter(({ rule }) => rule.startsWith('Client'))
      .map(({ rule, severity, message }) => `${severity} ${rule} ${message}`),
  };
}

const parcels = fileURLToPath(new URL('../../examples/04-another-api/model/parcels.smithy', import.meta.url));

test('an API without AWS: an endpoint is needed, nothing is signed, errors are typed', async () => {
  const loaded = await loadClient([{ file: 'parcels.smithy', text: readFileSync(parcels, 'utf8') }]);
  const Parcels = loaded.ParcelsClient as ClientClass;
  const Send = loaded.SendParcelCommand as CommandClass;
  const input = {
    reference: 'A-1',
    weight: 300,
    recipient: { name: 'Zoé', street: 'Hafen 1', city: 'Bremen', country: 'DE' },
  };
  const server = await CaptureServer.start((_, index) =>
    index === 0 ? { status: 201, body: '{"trackingNumber":"T1"}' } : answerException(404, 'AddressUnknown'),
  );
  const client = new Parcels({ endpoint: server.url });
  const { $metadata, ...answer } = await client.send(new Send(input));
  assert.equal(answer, { trackingNumber: 'T1' });
  assert.is(server.requests[0]?.headers.authorization, undefined);
  assert.equal(JSON.parse(server.requests[0]?.body ?? ''), input);
  const error = await client.send(new Send(input)).catch((thrown: unknown) => thrown);
  assert.instance(error, loaded.AddressUnknown as never);
  assert.instance(error, ServiceException);
  await server.stop();
  const homeless = await new Parcels({}).send(new Send(input)).catch((thrown: unknown) => thrown);
  assert.instance(homeless, InvalidEndpointError);
});

test('a protocol that the client does not speak is an error, and nothing is written', async () => {
  const { files, events } = await reportEvents(
    `service Depot { version: "1", operations: [List] }\n${operation('List')}`,
  );
  assert.equal(files, []);
  assert.is(events.length, 1);
  assert.match(
    events[0] ?? '',
    /^error ClientProtocol service `example\.depot#Depot` has no protocol that a client can speak/,
  );
});

test('an authentication that the client cannot do is told of', async () => {
  const depot = (traits: string) =>
    `@aws.protocols#restJson1\n${traits}\nservice Depot { version: "1", operations: [List] }\n${operation('List')}`;
  const alone = await reportEvents(depot('@httpBasicAuth'));
  assert.equal(alone.files, []);
  assert.match(
    alone.events[0] ?? '',
    /^error ClientAuth the client cannot authenticate with `smithy\.api#httpBasicAuth`/,
  );
  const beside = await reportEvents(depot('@httpBasicAuth @httpBearerAuth'));
  assert.ok(beside.files.includes('client.ts'));
  assert.match(beside.events[0] ?? '', /^warning ClientAuth/);
});

test('an operation without authentication is sent without, the others are signed or bear a token', async () => {
  const text = `@aws.protocols#restJson1 @aws.auth#sigv4(name: "depot") @httpBearerAuth @auth([aws.auth#sigv4])
    service Depot { version: "1", operations: [List, Ping, Peek] }
    ${operation('List')}${operation('Ping', '@optionalAuth')}${operation('Peek', '@auth([httpBearerAuth])')}`;
  const loaded = await loadClient(model(text));
  const server = await CaptureServer.start(() => ({ status: 200 }));
  const client = new (loaded.DepotClient as ClientClass)({
    region: 'eu-central-1',
    endpoint: server.url,
    credentials,
    token: { token: 'abc' },
  });
  for (const name of ['List', 'Ping', 'Peek']) await client.send(new (loaded[`${name}Command`] as CommandClass)());
  const [list, ping, peek] = server.requests.map(({ headers }) => headers.authorization);
  assert.match(list ?? '', /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-central-1\/depot\//);
  assert.is(ping, undefined);
  assert.is(peek, 'Bearer abc');
  await server.stop();
});

test('a service with tokens alone asks for one', async () => {
  const text = `@aws.protocols#restJson1 @httpBearerAuth service Depot { version: "1", operations: [List] }\n${operation('List')}`;
  const loaded = await loadClient(model(text));
  const client = new (loaded.DepotClient as ClientClass)({ endpoint: 'http://127.0.0.1:9' });
  const error = await client.send(new (loaded.ListCommand as CommandClass)()).catch((thrown: unknown) => thrown);
  assert.instance(error, MissingCredentialsError);
});

test('shapes that are called as the runtime calls its things keep their names', async () => {
  const text = `@aws.protocols#restJson1
    service Depot { version: "1", operations: [List], errors: [ServiceException, Error] }
    @http(method: "POST", uri: "/list") operation List { input := { command: Command, of: ListCommand } output: MetadataBearer }
    structure Command { commands: String }
    structure ListCommand { service: String }
    structure MetadataBearer { ResolvedConfiguration: String }
    @error("client") @httpError(400) structure ServiceException { message: String, $name: String }
    @error("server") structure Error { constructor: String }`.replace('$name', 'detail');
  const loaded = await loadClient(model(text));
  const server = await CaptureServer.start((_, index) =>
    index === 0
      ? { status: 200, body: '{"ResolvedConfiguration":"x"}' }
      : answerException(400, 'ServiceException', { detail: 'd' }),
  );
  const client = new (loaded.DepotClient as ClientClass)({ endpoint: server.url });
  const commandName = Object.keys(loaded).find((name) => /^ListCommand/.test(name)) ?? '';
  const List = loaded[commandName] as CommandClass;
  const { $metadata, ...answer } = await client.send(new List({ command: { commands: 'a' } }));
  assert.equal(answer, { ResolvedConfiguration: 'x' });
  const error = (await client.send(new List({})).catch((thrown: unknown) => thrown)) as Error & { detail: string };
  assert.is(error.constructor, loaded.ServiceException);
  assert.is(error.detail, 'd');
  await server.stop();
});

test('event streams and checksums are warned of', async () => {
  const text = `@aws.protocols#restJson1 service Depot { version: "1", operations: [List, Watch, Store] }
    ${operation('List')}
    @http(method: "POST", uri: "/watch") operation Watch { output := { @httpPayload events: Events } }
    @streaming union Events { arrived: Arrived }
    structure Arrived { what: String }
    @httpChecksumRequired @http(method: "POST", uri: "/store") operation Store { input := { what: String } }`;
  const { files, events } = await reportEvents(text);
  assert.ok(files.includes('commands.ts'));
  assert.equal(events.sort(), [
    'warning ClientChecksum operation `Store` needs a checksum header, which the client does not send',
    'warning ClientEventStream operation `Watch` is left out of the client: its event stream `events` cannot be carried',
  ]);
  const loaded = await loadClient(model(text));
  assert.is(loaded.WatchCommand, undefined);
});

test('endpoint rules take parameters of operations and of their input', async () => {
  const rule = (field: string) =>
    `{ type: "endpoint", conditions: [{ fn: "isSet", argv: [{ ref: "${field}" }] }], endpoint: { url: "https://{${field}}.example.com" } }`;
  const text = `@aws.protocols#restJson1
    @smithy.rules#endpointRuleSet({ version: "1.0", parameters: { Depot: { type: "String" }, Kind: { type: "String" } },
      rules: [${rule('Depot')}, ${rule('Kind')}, { type: "error", conditions: [], error: "no depot" }] })
    service Depot { version: "1", operations: [Get, List, Ping] }
    @http(method: "GET", uri: "/get") operation Get { input := { @httpQuery("d") @smithy.rules#contextParam(name: "Depot") depot: String } }
    ${operation('List', '@smithy.rules#staticContextParams(Kind: { value: "index" })')}${operation('Ping')}`;
  const loaded = await loadClient(model(text));
  const hosts: string[] = [];
  const transport = {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: async (request: { hostname: string }): Promise<never> => {
      hosts.push(request.hostname);
      throw new Error('seen');
    },
  };
  const client = new (loaded.DepotClient as ClientClass)({ transport, maxAttempts: 1 });
  const send = (name: string, input: object) =>
    client.send(new (loaded[`${name}Command`] as CommandClass)(input)).catch((error: unknown) => error as never);
  await send('Get', { depot: 'bremen' });
  await send('List', {});
  await send('Get', { depot: 'kiel' });
  assert.equal(hosts, ['bremen.example.com', 'index.example.com', 'kiel.example.com']);
  const error: unknown = await send('Ping', {});
  assert.instance(error, InvalidEndpointError);
  assert.is((error as Error).message, 'no endpoint: no depot');
});

test('a page token within the answer, and items within it', async () => {
  const text = `@aws.protocols#restJson1
    @paginated(inputToken: "token", outputToken: "page.next")
    service Depot { version: "1", operations: [List] }
    @readonly @paginated(items: "page.parcels") @http(method: "GET", uri: "/list")
    operation List { input := { @httpQuery("token") token: String } output := { page: Page } }
    structure Page { next: String, parcels: Parcels }
    list Parcels { member: String }`;
  const loaded = await loadClient(model(text));
  const server = await CaptureServer.start((_, index) => ({
    status: 200,
    body: JSON.stringify({ page: { parcels: [`p${index}`], ...(index < 2 ? { next: `t${index}` } : {}) } }),
  }));
  const client = new (loaded.DepotClient as ClientClass)({ endpoint: server.url });
  const iterate = loaded.iterateList as (client: Client) => AsyncIterable<string>;
  const found: string[] = [];
  for await (const parcel of iterate(client)) found.push(parcel);
  assert.equal(found, ['p0', 'p1', 'p2']);
  assert.equal(
    server.requests.map(({ url }) => url),
    ['/list', '/list?token=t0', '/list?token=t1'],
  );
  await server.stop();
});

test.run();
