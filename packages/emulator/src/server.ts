import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { api as shippedApi } from '@shapegate/validator/api';
import type { Api } from '@shapegate/validator/leaves';
import type { Answer } from './answer-request.ts';
import { answerError, createAnswerer } from './answer-request.ts';
import { ServiceError } from './error.ts';
import type { Journal } from './journal.ts';
import { createMemoryJournal, openJournal } from './journal.ts';
import type { ReceivedRequest } from './signature.ts';
import { createStore } from './store.ts';

/** The account that everything in the emulator belongs to. */
export const emulatorAccount = '111122223333';
/** Accepted where neither the options nor the environment name a key pair. */
export const defaultAccessKeyId = 'EMULATOREXAMPLEKEYID';
/** The secret that belongs to `defaultAccessKeyId`. */
export const defaultSecretAccessKey = 'emulator-example-secret-access-key';

export interface EmulatorOptions {
  /** A free one where it is left out or 0. */
  readonly port?: number;
  /** The key pair whose signatures are accepted; without both, `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`, else the default pair. */
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  /** Accepted as `Authorization: Bearer …`; without it no bearer token is. */
  readonly bearerToken?: string;
  /** The Region of requests with a bearer token; `us-east-1` by default. */
  readonly region?: string;
  /** Keeps everything in this directory; without it, it is gone at the end. */
  readonly dataDirectory?: string;
  /** How long a job takes; 5 by default. */
  readonly jobSeconds?: number;
  /** The clock, in milliseconds since 1970; the system's by default. */
  readonly now?: () => number;
  /** Holds requests to one running job and to the number of models that the model's `uniqueName` says; off by default. */
  readonly quotas?: boolean;
  /** What requests are checked against; the shipped API by default. */
  readonly api?: Api;
}

export interface Emulator {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly port: number;
  /** Ends open connections and the data file. */
  close(): Promise<void>;
}

const largestBody = 1024 * 1024;
const slowestRequest = 30_000;

/**
 * Starts the six operations on 127.0.0.1 and returns once it listens. It rejects where the port is taken or the data
 * directory cannot be used.
 *
 * ```ts
 * const emulator = await startEmulator({ dataDirectory: './imports' });
 * // …requests to emulator.url, signed with defaultAccessKeyId…
 * await emulator.close();
 * ```
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const journal = options.dataDirectory === undefined ? createMemoryJournal() : openJournal(options.dataDirectory);
  return serveJournal(journal, options);
}

/** As `startEmulator`, with a journal of the caller's; for tests that end the process at a chosen moment. */
export async function serveJournal(journal: Journal, options: EmulatorOptions): Promise<Emulator> {
  try {
    return await listen(journal, options);
  } catch (error) {
    journal.close();
    throw error;
  }
}

async function listen(journal: Journal, options: EmulatorOptions): Promise<Emulator> {
  const now = options.now ?? Date.now;
  const answer = createAnswerer({
    api: options.api ?? shippedApi,
    store: createStore(journal),
    credentials: { ...chooseKeyPair(options), ...(options.bearerToken && { bearerToken: options.bearerToken }) },
    account: emulatorAccount,
    region: options.region ?? 'us-east-1',
    now,
    jobMilliseconds: (options.jobSeconds ?? 5) * 1000,
    quotas: options.quotas ?? false,
  });
  const server = createServer(
    { requestTimeout: slowestRequest, headersTimeout: slowestRequest },
    (request, response) => {
      receive(request).then(
        (received) => send(response, answer(received)),
        (error: unknown) => {
          // What is left of the body is not read, so the connection cannot be used again.
          response.setHeader('connection', 'close');
          send(response, answerError(error, now()));
        },
      );
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          journal.close();
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function chooseKeyPair({ accessKeyId, secretAccessKey }: EmulatorOptions) {
  if (accessKeyId !== undefined && secretAccessKey !== undefined) return { accessKeyId, secretAccessKey };
  const { AWS_ACCESS_KEY_ID: keyId, AWS_SECRET_ACCESS_KEY: secret } = process.env;
  if (keyId && secret) return { accessKeyId: keyId, secretAccessKey: secret };
  return { accessKeyId: defaultAccessKeyId, secretAccessKey: defaultSecretAccessKey };
}

async function receive(request: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Uint8Array[] = [];
  let length = Number(request.headers['content-length'] ?? 0);
  if (length > largestBody) throw tooLarge();
  length = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > largestBody) throw tooLarge();
    chunks.push(chunk);
  }
  return {
    method: request.method ?? '',
    target: request.url ?? '',
    rawHeaders: request.rawHeaders,
    body: Buffer.concat(chunks),
  };
}

function tooLarge(): ServiceError {
  return new ServiceError('RequestEntityTooLargeException', 413, `the body is larger than ${largestBody} bytes`);
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  if (response.destroyed) return;
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
