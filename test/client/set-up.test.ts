import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BedrockClient,
  type ClientConfiguration,
  GetModelImportJobCommand,
  MissingCredentialsError,
  MissingRegionError,
} from '@shapegate/client';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { answerPlainly, CaptureServer, credentials } from './capture-server.ts';

const test = suite('set-up');

const folder = mkdtempSync(join(tmpdir(), 'shapegate-client-'));
const profiles = join(folder, 'credentials');
const config = join(folder, 'config');
writeFileSync(profiles, '[default]\n\n[team]\naws_access_key_id = AKIDTEAM\naws_secret_access_key = team-secret\n');
writeFileSync(config, '[profile team]\nregion = us-west-2\nmax_attempts = 2\n');
test.after(() => rmSync(folder, { recursive: true }));

/** Nothing of the machine's own: empty files, no metadata service, no variables but these. */
const bare = {
  AWS_SHARED_CREDENTIALS_FILE: profiles,
  AWS_CONFIG_FILE: config,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_ACCESS_KEY_ID: undefined,
  AWS_SECRET_ACCESS_KEY: undefined,
  AWS_SESSION_TOKEN: undefined,
  AWS_PROFILE: undefined,
  AWS_REGION: undefined,
  AWS_DEFAULT_REGION: undefined,
  AWS_BEARER_TOKEN_BEDROCK: undefined,
  AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: undefined,
  AWS_CONTAINER_CREDENTIALS_FULL_URI: undefined,
  AWS_WEB_IDENTITY_TOKEN_FILE: undefined,
};

function setEnvironment(values: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

/** Sends one request with a client set up so, in an environment of its own. */
async function sendWith(configuration: ClientConfiguration, environment: Record<string, string> = {}) {
  const names = Object.keys({ ...bare, ...environment });
  const before = Object.fromEntries(names.map((name) => [name, process.env[name]]));
  setEnvironment({ ...bare, ...environment });
  const server = await CaptureServer.start(answerPlainly);
  try {
    const client = new BedrockClient({ endpoint: server.url, ...configuration });
    const result: unknown = await client
      .send(new GetModelImportJobCommand({ jobIdentifier: 'nightly' }))
      .catch((error: unknown) => error);
    return { result, requests: server.requests, authorization: server.requests[0]?.headers.authorization ?? '' };
  } finally {
    await server.stop();
    setEnvironment(before);
  }
}

test('no Region: MissingRegionError, nothing is sent', async () => {
  const { result, requests } = await sendWith({ credentials });
  assert.instance(result, MissingRegionError);
  assert.match((result as MissingRegionError).help, /AWS_REGION/);
  assert.is(requests.length, 0);
});

test('no credentials: MissingCredentialsError, nothing is sent', async () => {
  const { result, requests } = await sendWith({ region: 'eu-central-1' });
  assert.instance(result, MissingCredentialsError);
  const { message, help } = result as MissingCredentialsError;
  assert.match(message, /^no AWS credentials: /);
  assert.match(help, /AWS_ACCESS_KEY_ID.*AWS_BEARER_TOKEN_BEDROCK/);
  assert.is(requests.length, 0);
});

test('a profile that is not there: MissingCredentialsError', async () => {
  const { result, requests } = await sendWith({ region: 'eu-central-1', profile: 'nobody' });
  assert.instance(result, MissingCredentialsError);
  assert.match((result as Error).message, /nobody/);
  assert.is(requests.length, 0);
});

test('the key pair of the environment signs', async () => {
  const keys = { AWS_ACCESS_KEY_ID: 'AKIDENV', AWS_SECRET_ACCESS_KEY: 'secret', AWS_REGION: 'us-east-1' };
  const { authorization } = await sendWith({}, keys);
  assert.match(authorization, /^AWS4-HMAC-SHA256 Credential=AKIDENV\/\d{8}\/us-east-1\/bedrock\//);
});

test('the profile names key pair, Region and attempts', async () => {
  const { authorization, requests } = await sendWith({ profile: 'team' });
  assert.match(authorization, /Credential=AKIDTEAM\/\d{8}\/us-west-2\/bedrock\//);
  assert.is(requests[0]?.headers['amz-sdk-request'], 'attempt=1; max=2');
  const chosen = await sendWith({}, { AWS_PROFILE: 'team' });
  assert.match(chosen.authorization, /Credential=AKIDTEAM\/\d{8}\/us-west-2\/bedrock\//);
});

test('a bearer token of the environment is sent in place of a signature', async () => {
  const { authorization, requests } = await sendWith(
    { region: 'eu-central-1' },
    { AWS_BEARER_TOKEN_BEDROCK: 'abc.def' },
  );
  assert.is(authorization, 'Bearer abc.def');
  assert.is(requests[0]?.headers['x-amz-content-sha256'], undefined);
});

test('a bearer token wins over credentials, as in the official SDK, unless a signature is preferred', async () => {
  const token = { AWS_BEARER_TOKEN_BEDROCK: 'abc.def' };
  const both = await sendWith({ region: 'eu-central-1', credentials }, token);
  assert.is(both.authorization, 'Bearer abc.def');
  const signed = await sendWith({ region: 'eu-central-1', credentials, authSchemePreference: ['sigv4'] }, token);
  assert.match(signed.authorization, /^AWS4-HMAC-SHA256 /);
});

test('a bearer token can be given, and an empty variable is none', async () => {
  const given = await sendWith({
    region: 'eu-central-1',
    token: { token: 'mine' },
    authSchemePreference: ['httpBearerAuth'],
  });
  assert.is(given.authorization, 'Bearer mine');
  const empty = await sendWith({ region: 'eu-central-1', credentials }, { AWS_BEARER_TOKEN_BEDROCK: '' });
  assert.match(empty.authorization, /^AWS4-HMAC-SHA256 /);
});

test('one connection carries several requests', async () => {
  const server = await CaptureServer.start(answerPlainly);
  const client = new BedrockClient({ region: 'eu-central-1', endpoint: server.url, credentials });
  for (let turn = 0; turn < 3; turn++) await client.send(new GetModelImportJobCommand({ jobIdentifier: 'nightly' }));
  assert.is(server.connections, 1);
  client.destroy();
  await server.stop();
});

test.run();
