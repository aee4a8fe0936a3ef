import { createHash, createHmac } from 'node:crypto';
import { defaultAccessKeyId, defaultSecretAccessKey } from '@shapegate/emulator';
import { SignatureV4 } from '@smithy/signature-v4';

/** What a test sends; everything but the path has a default. */
export interface TestRequest {
  readonly method?: string;
  /** As it stands in the request line, with its query. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  readonly region?: string;
  readonly service?: string;
  readonly signedAt?: Date;
  /** Changes the request after it was signed. */
  readonly tamper?: (headers: Record<string, string>) => void;
}

export interface TestAnswer {
  readonly status: number;
  readonly type: string | null;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** Sends a request signed by the SDK's own signer, and reads the answer. */
export async function sendSigned(url: string, request: TestRequest): Promise<TestAnswer> {
  const { hostname, port, host } = new URL(url);
  const [path = '/', query = ''] = request.path.split('?');
  const body =
    request.body === undefined || typeof request.body === 'string' ? request.body : JSON.stringify(request.body);
  const signer = new SignatureV4({
    credentials: {
      accessKeyId: request.accessKeyId ?? defaultAccessKeyId,
      secretAccessKey: request.secretAccessKey ?? defaultSecretAccessKey,
    },
    region: request.region ?? 'eu-central-1',
    service: request.service ?? 'bedrock',
    sha256: Sha256,
  });
  const signed = await signer.sign(
    {
      method: request.method ?? (body === undefined ? 'GET' : 'POST'),
      protocol: 'http:',
      hostname,
      port: Number(port),
      path,
      query: Object.fromEntries(new URLSearchParams(query)),
      headers: { host, ...(body !== undefined && { 'content-type': 'application/json' }), ...request.headers },
      body,
    },
    { signingDate: request.signedAt ?? new Date() },
  );
  const headers = { ...signed.headers };
  delete headers.host;
  request.tamper?.(headers);
  const response = await fetch(url + request.path, { method: signed.method, headers, body: body ?? null });
  return {
    status: response.status,
    type: response.headers.get('x-amzn-errortype'),
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

/** The hash that the signer asks for, on Node's own. */
class Sha256 {
  readonly #hash;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', toBytes(secret));
  }
  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(toBytes(data));
  }
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
  reset(): void {}
}

function toBytes(data: string | ArrayBuffer | ArrayBufferView): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data);
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}

/** An import that the service takes, with a name of its own each time. */
export function importRequest(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  counter += 1;
  return {
    jobName: `nightly-${counter}`,
    importedModelName: `support-bot-${counter}`,
    roleArn: 'arn:aws:iam::111122223333:role/model-import',
    modelDataSource: { s3DataSource: { s3Uri: 's3://acme-weights/support-bot/' } },
    ...changes,
  };
}

let counter = 0;
