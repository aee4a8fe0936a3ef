import type { EventSeverity } from '@shapegate/validator/leaves';

export type ChangeType = 'add' | 'remove' | 'update' | 'presence' | 'any';

/** What change of a trait breaks whom; `path` leads into its value, by names of members. */
export interface BreakingChange {
  readonly change: ChangeType;
  readonly severity: EventSeverity;
  readonly path: readonly string[];
}

/** What Smithy's and AWS's own traits say of themselves: trait, change, severity where it is no error, path. */
const table = `
aws.api#awsChunked remove
aws.auth#sigv4 remove
aws.auth#sigv4a remove
aws.cloudformation#cfnAdditionalIdentifier remove
aws.cloudformation#cfnName any
aws.cloudformation#cfnExcludeProperty add
aws.cloudformation#cfnResource presence
aws.endpoints#endpointsModifier presence
aws.endpoints#standardRegionalEndpoints remove
aws.endpoints#standardPartitionalEndpoints any
aws.endpoints#dualStackOnlyEndpoints any
aws.endpoints#rulesBasedEndpoints any
aws.protocols#awsQueryError any
aws.protocols#httpChecksum remove danger
aws.protocols#httpChecksum remove danger requestAlgorithmMember
aws.protocols#httpChecksum remove danger requestValidationModeMember
aws.protocols#httpChecksum remove danger responseAlgorithms/member
smithy.api#trait presence
smithy.api#trait any error structurallyExclusive
smithy.api#trait update note conflicts
smithy.api#protocolDefinition presence
smithy.api#authDefinition presence
smithy.api#httpBasicAuth remove
smithy.api#httpDigestAuth remove
smithy.api#httpBearerAuth remove
smithy.api#httpApiKeyAuth remove
smithy.api#addedDefault remove
smithy.api#optionalAuth remove
smithy.api#error any
smithy.api#retryable remove
smithy.api#readonly remove
smithy.api#idempotent remove
smithy.api#idempotencyToken remove
smithy.api#internal remove warning
smithy.api#jsonName any
smithy.api#xmlAttribute any
smithy.api#xmlFlattened any
smithy.api#xmlName any
smithy.api#xmlNamespace any
smithy.api#mediaType remove
smithy.api#resourceIdentifier remove
smithy.api#streaming any
smithy.api#requiresLength presence
smithy.api#enum presence
smithy.api#pattern add warning
smithy.api#pattern update note
smithy.api#property remove
smithy.api#property update
smithy.api#notProperty add
smithy.api#nestedProperties any
smithy.api#sparse presence
smithy.api#uniqueItems presence warning
smithy.api#paginated remove
smithy.api#paginated update error inputToken
smithy.api#paginated update error outputToken
smithy.api#paginated remove error items
smithy.api#paginated add note items
smithy.api#paginated update note items
smithy.api#paginated update error pageSize
smithy.api#paginated remove error pageSize
smithy.api#http remove
smithy.api#http update error method
smithy.api#http update error uri
smithy.api#http update error code
smithy.api#http presence danger code
smithy.api#httpLabel presence
smithy.api#httpQuery any
smithy.api#httpQueryParams any
smithy.api#httpHeader any
smithy.api#httpPrefixHeaders any
smithy.api#httpPayload presence
smithy.api#httpError any
smithy.api#httpResponseCode any
smithy.api#cors remove
smithy.api#eventPayload any
smithy.api#eventHeader any
smithy.api#timestampFormat any
smithy.api#endpoint any
smithy.api#hostLabel any
smithy.api#input presence
smithy.api#output presence
smithy.api#requestCompression remove danger
smithy.api#requestCompression remove error encodings
smithy.api#requestCompression add note encodings/member
smithy.api#requestCompression remove danger encodings/member
smithy.api#requestCompression update danger encodings/member
smithy.mqtt#publish any
smithy.mqtt#subscribe any
smithy.openapi#specificationExtension presence
smithy.openapi#specificationExtension any error as
`;

/** What breaks when a standard trait changes, by trait; a model's own traits say it in \`breakingChanges\`. */
export const breakingChanges: ReadonlyMap<string, readonly BreakingChange[]> = readTable();

function readTable(): Map<string, BreakingChange[]> {
  const rules = new Map<string, BreakingChange[]>();
  for (const line of table.trim().split('\n')) {
    const [trait = '', change = 'any', severity = 'error', path = ''] = line.split(' ');
    const rule = {
      change: change as ChangeType,
      severity: severity as EventSeverity,
      path: path === '' ? [] : path.split('/'),
    };
    const known = rules.get(trait);
    if (known === undefined) rules.set(trait, [rule]);
    else known.push(rule);
  }
  return rules;
}
