import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
export interface Captured {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What to answer: status, headers and body, or `reset` to cut the connection before, `cut` to cut it within the answer. */
export type Answer =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | 'reset'
  | 'cut';

/** A server that only remembers what arrives, and answers as it is told. */
export class CaptureServer {
  readonly requests: Captured[] = [];
  connections = 0;
  readonly #server: Server;
  readonly #answer: (request: Captured, index: number) => Answer | Promise<Answer>;

  private constructor(answer: (request: Captured, index: number) => Answer | Promise<Answer>) {
    this.#answer = answer;
    this.#server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const body = Buffer.concat(parts).toString('utf8');
        const captured = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
        void this.#take(captured, response);
      });
    });
    this.#server.on('connection', () => {
      this.connections += 1;
    });
  }

  static async start(answer: (request: Captured, index: number) => Answer | Promise<Answer>): Promise<CaptureServer> {
    const server = new CaptureServer(answer);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #take(request: Captured, response: ServerResponse): Promise<void> {
    const index = this.requests.push(request) - 1;
    const answer = await this.#answer(request, index);
    if (answer === 'reset') {
      response.socket?.resetAndDestroy();
    } else if (answer === 'cut') {
      response.writeHead(201, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"jobArn":');
      setTimeout(() => response.socket?.resetAndDestroy(), 20);
    } else {
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      response.end(answer.body ?? '{}');
    }
  }
}

/** Answers everything with what the service would answer at least. */
export function answerPlainly(request: Captured): Answer {
  const jobArn = 'arn:aws:bedrock:eu-central-1:111122223333:model-import-job/abc123def456';
  if (request.method === 'POST') return { status: 201, body: JSON.stringify({ jobArn }) };
  return { status: 200, body: JSON.stringify({ jobArn, jobName: 'nightly', status: 'Completed' }) };
}

/** An exception as the service writes it. */
export function answerException(status: number, name: string, members: object = {}): Answer {
  return {
    status,
    headers: { 'x-amzn-errortype': `${name}:http://internal.amazon.com/coral/com.amazon.bedrock/` },
    body: JSON.stringify({ message: `this is a ${name}`, ...members }),
  };
}

/** The key pair of the tests. */
export const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
