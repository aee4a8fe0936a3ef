import type { JsonValue, ShapeTable } from '@shapegate/validator/leaves';
import { ownValue } from '@shapegate/validator/leaves';

/** An answer that is not the one asked for; thrown by whatever finds the fault, turned into a response in one place. */
export class ServiceError extends Error {
  /** The exception's name, as the header `x-amzn-errortype` carries it. */
  readonly type: string;
  readonly status: number;
  /** Members of the body beside `message`. */
  readonly details: Readonly<Record<string, JsonValue>>;

  constructor(type: string, status: number, message: string, details: Readonly<Record<string, JsonValue>> = {}) {
    super(message);
    this.name = type;
    this.type = type;
    this.status = status;
    this.details = details;
  }
}

/** An exception that the model declares, with the status that the model gives it. */
export function modeledError(
  table: ShapeTable,
  type: string,
  message: string,
  details: Readonly<Record<string, JsonValue>> = {},
): ServiceError {
  const status = ownValue(table.shapes, type)?.traits?.httpError;
  return new ServiceError(type, typeof status === 'number' ? status : 400, message, details);
}

/** The request's text cannot be read as the operation's input at all. */
export function serializationError(message: string): ServiceError {
  return new ServiceError('SerializationException', 400, message);
}
