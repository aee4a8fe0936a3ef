/** The one list of what generated clients may import of this package. */
export type { JsonValue } from '@shapegate/validator/leaves';
export type { MetadataBearer } from '@smithy/types';
export type { ClientConfiguration, ResolvedConfiguration } from './configuration.ts';
export { addEndpoint, endpointOnly } from './endpoint.ts';
export { createErrorRegistry, type ExceptionOptions } from './error-registry.ts';
export { listItems, type PaginateOptions, type Pagination, paginate } from './paginate.ts';
export { ServiceClient } from './service-client.ts';
export type { AuthScheme, EndpointRules, ServiceDescription } from './service-description.ts';
