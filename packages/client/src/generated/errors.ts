// Made by Shapegate (emitter: client errors). Do not edit: change the model and generate again.
// From model/bedrock/access.smithy model/bedrock/data-source.smithy model/bedrock/endpoint.smithy
//   model/bedrock/error.smithy model/bedrock/import.policy.smithy model/bedrock/imported-model.smithy
//   model/bedrock/list-page.smithy model/bedrock/model-import-job.smithy model/bedrock/service.smithy
//   model/bedrock/tag.smithy model/bedrock/vpc-config.smithy model/shapegate/arn.smithy
//   model/shapegate/character-class.smithy model/shapegate/kms.smithy model/shapegate/member-hints.smithy
//   model/shapegate/name.smithy model/shapegate/operation.smithy model/shapegate/s3.smithy
//   model/shapegate/tags.smithy model/shapegate/token.smithy model/shapegate/vpc.smithy
import { type ExceptionOptions, createErrorRegistry } from '@shapegate/client/runtime';
import type { TypeRegistry } from '@smithy/core/schema';
import { ServiceException, type ServiceExceptionOptions } from '@smithy/smithy-client';
import {
  AccessDeniedException$,
  ConflictException$,
  InternalServerException$,
  ResourceNotFoundException$,
  ServiceQuotaExceededException$,
  ThrottlingException$,
  TooManyTagsException$,
  ValidationException$,
} from './schemas.js';

/** What every exception of the service is; those that the model does not name are this alone, told apart by `name`. */
export class BedrockServiceException extends ServiceException {
  constructor(options: ServiceExceptionOptions) {
    super(options);
  }
}

/**
 * The caller may not do this: its own policies, or the role it wants to pass on, do not allow it. The message names
 * the action that was refused.
 */
export class AccessDeniedException extends BedrockServiceException {
  override readonly name: 'AccessDeniedException' = 'AccessDeniedException';
  override readonly $fault: 'client' = 'client';

  constructor(options: ExceptionOptions) {
    super({ ...options, name: 'AccessDeniedException', $fault: 'client' });
  }
}

/** The request clashes with something that exists already or is being changed at this moment. */
export class ConflictException extends BedrockServiceException {
  override readonly name: 'ConflictException' = 'ConflictException';
  override readonly $fault: 'client' = 'client';

  constructor(options: ExceptionOptions) {
    super({ ...options, name: 'ConflictException', $fault: 'client' });
  }
}

/**
 * The service failed at something that was not the caller's fault. Send the request again, with the same token where
 * the operation takes one.
 */
export class InternalServerException extends BedrockServiceException {
  override readonly name: 'InternalServerException' = 'InternalServerException';
  override readonly $fault: 'server' = 'server';

  constructor(options: ExceptionOptions) {
    super({ ...options, name: 'InternalServerException', $fault: 'server' });
  }
}

/** There is no job, model or other resource of that name or ARN in this account and Region. */
export class ResourceNotFoundException extends BedrockServiceException {
  override readonly name: 'ResourceNotFoundException' = 'ResourceNotFoundException';
  override readonly $fault: 'client' = 'client';

  constructor(options: ExceptionOptions) {
    super({ ...options, name: 'ResourceNotFoundException', $fault: 'client' });
  }
}

/**
 * A quota of the account is used up: for imports, usually that another job is still running. Waiting helps there;
 * sending the request again at once does not.
 */
export class ServiceQuotaExceededException extends BedrockServiceException {
  override readonly name: 'ServiceQuotaExceededException' = 'ServiceQuotaExceededException';
  override readonly $fault: 'client' = 'client';

  constructor(options: ExceptionOptions) {
    super({ ...options, name: 'ServiceQuotaExceededException', $fault: 'client' });
  }
}

/** Too many requests in a short time. Wait a little, and longer each time it happens again. */
export class ThrottlingException extends BedrockServiceException {
  override readonly name: 'ThrottlingException' = 'ThrottlingException';
  override readonly $fault: 'client' = 'client';

  constructor(options: ExceptionOptions) {
    super({ ...options, name: 'ThrottlingException', $fault: 'client' });
  }
}

/** A resource would bear more than 50 tags. */
export class TooManyTagsException extends BedrockServiceException {
  override readonly name: 'TooManyTagsException' = 'TooManyTagsException';
  override readonly $fault: 'client' = 'client';
  /** The resource that the tags were meant for. */
  readonly resourceName: string | undefined;

  constructor(options: ExceptionOptions & { readonly resourceName?: string }) {
    super({ ...options, name: 'TooManyTagsException', $fault: 'client' });
    this.resourceName = options.resourceName;
  }
}

/**
 * The request is not one that the service can work with: a member is missing or not as its shape demands, the name of
 * the job is taken, or the role cannot be used.
 */
export class ValidationException extends BedrockServiceException {
  override readonly name: 'ValidationException' = 'ValidationException';
  override readonly $fault: 'client' = 'client';

  constructor(options: ExceptionOptions) {
    super({ ...options, name: 'ValidationException', $fault: 'client' });
  }
}

/** Lists the exceptions for the protocol; called once a client. */
export function registerErrors(): TypeRegistry {
  return createErrorRegistry('com.amazonaws.bedrock', BedrockServiceException, [
    [AccessDeniedException$, AccessDeniedException],
    [ConflictException$, ConflictException],
    [InternalServerException$, InternalServerException],
    [ResourceNotFoundException$, ResourceNotFoundException],
    [ServiceQuotaExceededException$, ServiceQuotaExceededException],
    [ThrottlingException$, ThrottlingException],
    [TooManyTagsException$, TooManyTagsException],
    [ValidationException$, ValidationException],
  ]);
}
