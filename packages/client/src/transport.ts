import { NodeHttpHandler } from '@smithy/node-http-handler';
import type {
  HttpHandlerOptions,
  HttpRequest,
  HttpResponse,
  NodeHttpHandlerOptions,
  RequestHandler,
} from '@smithy/types';

/** What carries requests: the edge to the network. */
export type Transport = RequestHandler<HttpRequest, HttpResponse, HttpHandlerOptions>;

/** Five seconds to connect, a minute to be answered; a connection is kept for the next request. */
const defaultOptions: NodeHttpHandlerOptions = {
  connectionTimeout: 5_000,
  requestTimeout: 60_000,
  throwOnRequestTimeout: true,
};

/** Makes the transport over `node:http` and `node:https`; a transport given instead of options is used as it is. */
export function createTransport(given: Transport | NodeHttpHandlerOptions | undefined): Transport {
  if (given !== undefined && 'handle' in given) return given;
  // The handler's own type asks for the class of requests, of which the protocols make all.
  return new NodeHttpHandler(Object.assign({}, defaultOptions, given)) as unknown as Transport;
}
