import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { ServiceError } from './error.ts';

/** A request as it came in, before anything is made of it. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query, exactly as in the request line. */
  readonly target: string;
  /** Name and value in turn, as sent. */
  readonly rawHeaders: readonly string[];
  readonly body: Uint8Array;
}

/** Whose signatures are accepted. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Accepted in `Authorization: Bearer …` where it is given. */
  readonly bearerToken?: string;
}

/** What a signature says beside who signed. */
export interface Signer {
  /** From the credential scope; null for a bearer token, which names none. */
  readonly region: string | null;
}

const skewMinutes = 5;

/**
 * Checks AWS Signature Version 4 in the `Authorization` header, or a bearer token; throws a typed 403 otherwise.
 * It is written against the specification and shares no code with any signer, so that tests against it mean something.
 */
export function verifySignature(
  request: ReceivedRequest,
  credentials: Credentials,
  service: string,
  now: number,
): Signer {
  const headers = collectHeaders(request.rawHeaders);
  const authorization = headers.get('authorization');
  if (authorization === undefined)
    throw new ServiceError('MissingAuthenticationTokenException', 403, 'Missing Authentication Token');
  const bearer = /^Bearer +(\S+)$/.exec(authorization)?.[1];
  if (bearer !== undefined) return verifyBearer(bearer, credentials);

  const { accessKeyId, date, region, scopedService, signedHeaders, signature } = parseAuthorization(authorization);
  const timestamp = headers.get('x-amz-date') ?? '';
  const signedAt = parseTimestamp(timestamp);
  if (accessKeyId !== credentials.accessKeyId || headers.has('x-amz-security-token'))
    throw new ServiceError(
      'UnrecognizedClientException',
      403,
      'The security token included in the request is invalid.',
    );
  checkClock(timestamp, signedAt, now);
  if (!timestamp.startsWith(date))
    throw invalidSignature('Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP');
  if (scopedService !== service)
    throw invalidSignature(`Credential should be scoped to correct service: '${service}'.`);
  for (const name of headers.keys())
    if ((name === 'host' || name.startsWith('x-amz-')) && !signedHeaders.includes(name))
      throw invalidSignature(`'${name}' must be a 'SignedHeader' in the AWS Authorization.`);

  const scope = `${date}/${region}/${service}/aws4_request`;
  const canonical = canonicalRequest(request, headers, signedHeaders);
  const toSign = `AWS4-HMAC-SHA256\n${timestamp}\n${scope}\n${sha256(canonical)}`;
  const key = [date, region, service, 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${credentials.secretAccessKey}`,
  );
  const expected = createHmac('sha256', key).update(toSign).digest();
  const given = Buffer.from(signature, 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw invalidSignature(
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.',
    );
  return { region };
}

function verifyBearer(token: string, credentials: Credentials): Signer {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  if (credentials.bearerToken === undefined || !timingSafeEqual(digest(token), digest(credentials.bearerToken)))
    throw new ServiceError('UnrecognizedClientException', 403, 'The bearer token included in the request is invalid.');
  return { region: null };
}

function parseAuthorization(text: string) {
  const incomplete = () =>
    new ServiceError(
      'IncompleteSignatureException',
      403,
      'The Authorization header is not a whole AWS4-HMAC-SHA256 signature.',
    );
  const [algorithm, ...rest] = text.split(' ');
  if (algorithm !== 'AWS4-HMAC-SHA256') throw incomplete();
  const fields = new Map<string, string>();
  for (const field of rest.join('').split(',')) {
    const at = field.indexOf('=');
    if (at > 0) fields.set(field.slice(0, at), field.slice(at + 1));
  }
  const [accessKeyId, date, region, scopedService, terminator, ...more] = (fields.get('Credential') ?? '').split('/');
  const signature = fields.get('Signature') ?? '';
  const signedHeaders = (fields.get('SignedHeaders') ?? '').split(';');
  if (!accessKeyId || !date || !region || !scopedService || terminator !== 'aws4_request' || more.length > 0)
    throw incomplete();
  if (!/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(region) || !/^[0-9a-f]{64}$/.test(signature)) throw incomplete();
  return { accessKeyId, date, region, scopedService, signedHeaders, signature };
}

function parseTimestamp(text: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text)?.slice(1);
  if (parts === undefined)
    throw new ServiceError(
      'IncompleteSignatureException',
      403,
      "Authorization header requires existence of a 'X-Amz-Date' header.",
    );
  const [year, month, day, hour, minute, second] = parts.map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function checkClock(timestamp: string, signedAt: number, now: number): void {
  const minutes = (signedAt - now) / 60_000;
  if (Math.abs(minutes) <= skewMinutes) return;
  const clock = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
  throw minutes < 0
    ? new ServiceError(
        'RequestExpired',
        403,
        `Signature expired: ${timestamp} is more than ${skewMinutes} min. before ${clock}`,
      )
    : new ServiceError(
        'RequestInTheFuture',
        403,
        `Signature not yet current: ${timestamp} is more than ${skewMinutes} min. after ${clock}`,
      );
}

function invalidSignature(message: string): ServiceError {
  return new ServiceError('InvalidSignatureException', 403, message);
}

/** By lower-case name; values as they are signed: trimmed, inner spaces made one, several joined with commas. */
function collectHeaders(rawHeaders: readonly string[]): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] ?? '').toLowerCase();
    const value = (rawHeaders[index + 1] ?? '').trim().replace(/\s+/g, ' ');
    const earlier = headers.get(name);
    headers.set(name, earlier === undefined ? value : `${earlier},${value}`);
  }
  return headers;
}

function canonicalRequest(
  request: ReceivedRequest,
  headers: ReadonlyMap<string, string>,
  signedHeaders: readonly string[],
): string {
  const [path = '/', query = ''] = splitOnce(request.target, '?');
  return [
    request.method,
    canonicalPath(path),
    canonicalQuery(query),
    ...signedHeaders.map((name) => `${name}:${headers.get(name) ?? ''}`),
    '',
    signedHeaders.join(';'),
    sha256(request.body),
  ].join('\n');
}

/** The path is encoded once more than it was sent: all services but S3 sign it so. */
function canonicalPath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') segments.pop();
    else segments.push(encodeUnreserved(segment));
  }
  return `/${segments.join('/')}${segments.length > 0 && path.endsWith('/') ? '/' : ''}`;
}

function canonicalQuery(query: string): string {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', value = ''] = splitOnce(pair, '=').map(reencode);
      return { name, value };
    })
    .sort((one, other) => compareText(one.name, other.name) || compareText(one.value, other.value))
    .map(({ name, value }) => `${name}=${value}`)
    .join('&');
}

function reencode(text: string): string {
  try {
    return encodeUnreserved(decodeURIComponent(text));
  } catch {
    return encodeUnreserved(text);
  }
}

/** Percent-encodes all but letters, digits and `-._~` (RFC 3986). */
function encodeUnreserved(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
