import { TypeRegistry } from '@smithy/core/schema';
import { ServiceException, type ServiceExceptionOptions } from '@smithy/smithy-client';
import type { ResponseMetadata, StaticErrorSchema } from '@smithy/types';

/** What an exception of the service is made of; the protocol fills in what the answer carries. */
export interface ExceptionOptions {
  readonly message?: string;
  readonly $metadata: ResponseMetadata;
}

/** The class that answers to an error's schema. */
export type ErrorClass = new (options: ServiceExceptionOptions) => ServiceException;

/** What all exceptions of a registry extend. */
export function findBaseException(registry: TypeRegistry): ErrorClass {
  const schema = registry.getBaseException();
  return (schema && registry.getErrorCtor(schema)) ?? ServiceException;
}

/** Where a protocol finds the class of an error, and the class of those that the model does not have. */
export function createErrorRegistry(
  namespace: string,
  base: ErrorClass,
  errors: readonly (readonly [schema: StaticErrorSchema, error: ErrorClass])[],
): TypeRegistry {
  // Protocols share one table of registries by namespace; an empty one keeps another client of the same service apart.
  TypeRegistry.for(namespace);
  // The registry knows the base exception by this namespace and the name's end.
  const synthetic = `smithy.ts.sdk.synthetic.${namespace}`;
  const baseSchema: StaticErrorSchema = [
    -3,
    synthetic,
    base.name.replace(/(ServiceException)?_*$/, 'ServiceException'),
    0,
    [],
    [],
  ];
  const schemas = new Map([[`${synthetic}#${baseSchema[2]}`, baseSchema]]);
  const classes = new Map<StaticErrorSchema, ErrorClass>([[baseSchema, base]]);
  for (const [schema, error] of errors) {
    schemas.set(`${schema[1]}#${schema[2]}`, schema);
    classes.set(schema, error);
  }
  return new TypeRegistry(`shapegate.${namespace}`, schemas, classes);
}
