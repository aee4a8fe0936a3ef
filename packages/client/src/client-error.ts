/** A mistake in how the client is set up or a network that is not there: nothing was answered by the service. */
export abstract class ClientError extends Error {
  /** What to do about it, in one or two sentences. */
  readonly help: string;

  constructor(message: string, help: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.help = help;
  }
}

/** Nothing says which Region to send to. Nothing was sent. */
export class MissingRegionError extends ClientError {
  override readonly name = 'MissingRegionError';
  constructor() {
    super(
      'no Region is configured',
      "Name one: in the request's target, as the client's `region`, in AWS_REGION, or as `region` of the profile in use.",
    );
  }
}

/** No credentials were found, or the source that should have them failed. Nothing was sent. */
export class MissingCredentialsError extends ClientError {
  override readonly name = 'MissingCredentialsError';
  constructor(reason: string, tokenVariable: string | null, cause?: unknown) {
    const token = tokenVariable === null ? '' : `, or a bearer token in ${tokenVariable}`;
    super(
      `no AWS credentials: ${reason}`,
      `Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, name a profile that has credentials${token}.`,
      cause,
    );
  }
}

/** The endpoint's rules refuse the configuration, or the endpoint is not a URL. Nothing was sent. */
export class InvalidEndpointError extends ClientError {
  override readonly name = 'InvalidEndpointError';
  constructor(reason: string, cause?: unknown) {
    super(
      `no endpoint: ${reason}`,
      'Check the endpoint, the Region and the settings for FIPS and dual stack; an endpoint of your own goes without the latter two.',
      cause,
    );
  }
}

/** Not a request that a gate has passed for an operation of this client. Nothing was sent. */
export class UncheckedRequestError extends ClientError {
  override readonly name = 'UncheckedRequestError';
  constructor(reason: string) {
    super(
      `the request was not checked: ${reason}`,
      'Hand over the `request` of a verdict that is `valid`, from a gate of the same API.',
    );
  }
}

/** The request was checked for one Region or account and would go to another. Nothing was sent. */
export class TargetMismatchError extends ClientError {
  override readonly name = 'TargetMismatchError';
  constructor(checked: string, client: string) {
    super(
      `the request was checked for Region ${checked}, the client sends to ${client}`,
      'Check the request for the Region that it goes to, or make the client with the Region that was checked.',
    );
  }
}

/** No attempt reached the service, or none of its answers arrived whole; whether it acted on the request is not known. */
export class ConnectionError extends ClientError {
  override readonly name = 'ConnectionError';
  /** Such as `ECONNREFUSED`. */
  readonly code: string;
  /** The address that was tried, without path. */
  readonly endpoint: string;
  readonly attempts: number;

  constructor(code: string, endpoint: string, attempts: number, cause?: unknown) {
    super(
      `no answer from ${endpoint}: ${code} after ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`,
      'Check the endpoint, the Region and the network. Sending the same request again is safe where it bears a token.',
      cause,
    );
    this.code = code;
    this.endpoint = endpoint;
    this.attempts = attempts;
  }
}
