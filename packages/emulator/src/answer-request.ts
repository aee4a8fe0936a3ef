import { randomUUID } from 'node:crypto';
import type { Api, JsonObject } from '@shapegate/validator/leaves';
import { ServiceError } from './error.ts';
import { findImportMembers } from './import-members.ts';
import type { OperationContext } from './operations/operation.ts';
import { operations } from './operations/operations.ts';
import { readInput } from './read-input.ts';
import { createRouter } from './router.ts';
import type { Credentials, ReceivedRequest } from './signature.ts';
import { verifySignature } from './signature.ts';
import type { Store } from './store.ts';

/** What goes back to the sender. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface AnswerOptions {
  readonly api: Api;
  readonly store: Store;
  readonly credentials: Credentials;
  readonly account: string;
  /** The Region of requests that name none: those with a bearer token. */
  readonly region: string;
  readonly now: () => number;
  readonly jobMilliseconds: number;
  readonly quotas: boolean;
}

/** Makes the function that answers a request. It never throws: what goes wrong inside is an InternalServerException. */
export function createAnswerer(options: AnswerOptions): (request: ReceivedRequest) => Answer {
  const { api, store, credentials, account, jobMilliseconds, quotas } = options;
  const { table } = api;
  const route = createRouter(table);
  const members = findImportMembers(table, table.operations.CreateModelImportJob?.input ?? '');

  return (request) => {
    const now = options.now();
    try {
      const [path = '/', query = ''] = splitTarget(request.target);
      const found = route(request.method, path);
      const signer = verifySignature(request, credentials, table.service.signingName ?? '', now);
      const contentType = headerValue(request.rawHeaders, 'content-type');
      const input = readInput(api, found, { labels: found.labels, query, contentType, body: request.body });
      const region = signer.region ?? options.region;
      const context: OperationContext = { table, members, store, region, account, now, jobMilliseconds, quotas };
      const run = operations.get(found.operation);
      if (run === undefined)
        throw new ServiceError('UnknownOperationException', 404, `the emulator does not know ${found.operation}`);
      return toAnswer(found.entry.http?.code ?? 200, run(input, context), now);
    } catch (error) {
      return answerError(error, now);
    }
  };
}

/** Any error as an answer: a ServiceError with its type and message, everything else without a word of its inside. */
export function answerError(error: unknown, now: number): Answer {
  const known =
    error instanceof ServiceError
      ? error
      : new ServiceError('InternalServerException', 500, 'The emulator could not answer or could not write its data.');
  const answer = toAnswer(known.status, { message: known.message, ...known.details }, now);
  return { ...answer, headers: { ...answer.headers, 'x-amzn-errortype': known.type } };
}

function toAnswer(status: number, body: JsonObject, now: number): Answer {
  return {
    status,
    headers: {
      'content-type': 'application/json',
      // From the emulator's own clock, by which a client corrects its.
      date: new Date(now).toUTCString(),
      'x-amzn-requestid': randomUUID(),
    },
    body: JSON.stringify(body),
  };
}

function splitTarget(target: string): string[] {
  const at = target.indexOf('?');
  return at < 0 ? [target] : [target.slice(0, at), target.slice(at + 1)];
}

function headerValue(rawHeaders: readonly string[], name: string): string | undefined {
  const at = rawHeaders.findIndex((header, index) => index % 2 === 0 && header.toLowerCase() === name);
  return at < 0 ? undefined : rawHeaders[at + 1];
}
