/**
 * Traits of AWS by namespace, as IDL text: selectors and shapes are those that AWS publishes, documentation is left out.
 */
export const awsTraitTexts: readonly (readonly [namespace: string, text: string])[] = [
  [
    'aws.api',
    String.raw`$version: "2.0"

namespace aws.api

@trait(selector: "service")
structure service {
    @required
    sdkId: String
    arnNamespace: ArnNamespace
    cloudFormationName: CloudFormationName
    cloudTrailEventSource: String
    docId: String
    endpointPrefix: String
    cloudWatchNamespace: CloudWatchMetricNamespace
}

@trait(selector: "resource")
structure arn {
    @required
    template: String
    absolute: Boolean
    noRegion: Boolean
    noAccount: Boolean
    resourceDelimiter: ResourceDelimiter
    reusable: Boolean
}

@trait(selector: "string")
structure arnReference {
    type: String
    resource: String
    service: String
}

@trait(selector: "blob[trait|streaming]")
structure awsChunked {}

@trait(selector: "operation")
structure clientDiscoveredEndpoint {
    @required
    required: Boolean
}

@trait(selector: "service")
structure clientEndpointDiscovery {
    @required
    @idRef(failWhenMissing: true, selector: "operation")
    operation: String
    @idRef(failWhenMissing: true, selector: "structure[trait|error]")
    error: String
}

@trait(selector: "operation[trait|aws.api#clientDiscoveredEndpoint] -[input]-> structure > :test(member[trait|required] > string)")
structure clientEndpointDiscoveryId {}

@trait(selector: ":test(service, resource, operation)", conflicts: ["aws.api#dataPlane"])
structure controlPlane {}

@trait(selector: ":test(service, resource, operation)", conflicts: ["aws.api#controlPlane"])
structure dataPlane {}

@trait(selector: ":test(simpleType, list, structure, union, member)")
enum data {
    CUSTOMER_CONTENT = "content"
    CUSTOMER_ACCOUNT_INFORMATION = "account"
    SERVICE_ATTRIBUTES = "usage"
    TAG_DATA = "tagging"
    PERMISSIONS_DATA = "permissions"
}

@trait(selector: "service")
structure tagEnabled {
    disableDefaultOperations: Boolean
    apiConfig: TaggableServiceApiConfig
}

@trait(selector: "resource")
structure taggable {
    property: String
    apiConfig: TaggableApiConfig
    disableSystemTags: Boolean
}

structure TaggableServiceApiConfig {
    tagApi: ServiceTagOperationReference
    untagApi: ServiceTagOperationReference
    listTagsApi: ServiceTagOperationReference
}

@idRef(failWhenMissing: true, selector: "service > operation")
string ServiceTagOperationReference

structure TaggableApiConfig {
    @required
    tagApi: TagOperationReference
    @required
    untagApi: TagOperationReference
    @required
    listTagsApi: TagOperationReference
}

@idRef(failWhenMissing: true, selector: "resource > operation")
string TagOperationReference

enum ResourceDelimiter {
    FORWARD_SLASH = "/"
    COLON = ":"
}

@pattern("^[a-z0-9.\\-]{1,63}$")
string ArnNamespace

@pattern("^[A-Z][A-Za-z0-9]+$")
string CloudFormationName

@pattern("^[^:].*$")
@length(min: 1, max: 255)
string CloudWatchMetricNamespace
`,
  ],
  [
    'aws.auth',
    String.raw`$version: "2.0"

namespace aws.auth

@authDefinition(traits: [unsignedPayload])
@trait(selector: "service")
structure sigv4 {
    @required
    @length(min: 1)
    name: String
}

@authDefinition(traits: [unsignedPayload])
@trait(selector: "service[trait|aws.auth#sigv4]")
structure sigv4a {
    @required
    @length(min: 1)
    name: String
}

@authDefinition
@trait(selector: "service")
structure cognitoUserPools {
    @required
    providerArns: StringList
}

@length(min: 1)
@trait(selector: "service[trait|aws.auth#cognitoUserPools] ~> operation")
list cognitoUserPoolsScopes {
    member: String
}

@trait(selector: "operation")
structure unsignedPayload {}

list StringList {
    member: String
}
`,
  ],
  [
    'aws.protocols',
    String.raw`$version: "2.0"

namespace aws.protocols

@protocolDefinition(traits: [timestampFormat, cors, endpoint, hostLabel, http, httpError, httpHeader, httpLabel, httpPayload, httpPrefixHeaders, httpQuery, httpQueryParams, httpResponseCode, httpChecksum, httpChecksumRequired, jsonName])
@trait(selector: "service")
structure restJson1 with [HttpConfiguration] {}

@protocolDefinition(traits: [timestampFormat, cors, endpoint, hostLabel, http, httpError, httpHeader, httpLabel, httpPayload, httpPrefixHeaders, httpQuery, httpQueryParams, httpResponseCode, httpChecksum, httpChecksumRequired, xmlAttribute, xmlFlattened, xmlName, xmlNamespace])
@trait(selector: "service")
structure restXml with [HttpConfiguration] {
    noErrorWrapping: Boolean
}

@protocolDefinition(traits: [timestampFormat, cors, endpoint, hostLabel])
@trait(selector: "service")
structure awsJson1_0 with [HttpConfiguration] {}

@protocolDefinition(traits: [timestampFormat, cors, endpoint, hostLabel])
@trait(selector: "service")
structure awsJson1_1 with [HttpConfiguration] {}

@protocolDefinition(traits: [timestampFormat, cors, endpoint, hostLabel, awsQueryError, xmlAttribute, xmlFlattened, xmlName, xmlNamespace])
@trait(selector: "service [trait|xmlNamespace]")
structure awsQuery {}

@protocolDefinition(traits: [timestampFormat, cors, endpoint, hostLabel, ec2QueryName, xmlAttribute, xmlFlattened, xmlName, xmlNamespace])
@trait(selector: "service [trait|xmlNamespace]")
structure ec2Query {}

@trait(selector: "structure [trait|error]")
structure awsQueryError {
    @required
    code: String
    @required
    httpResponseCode: Integer
}

@trait(selector: "service :test([trait|aws.protocols#awsJson1_0], [trait|smithy.protocols#rpcv2Cbor], [trait|smithy.protocols#rpcv2Json])")
structure awsQueryCompatible {}

@pattern("^[a-zA-Z_][a-zA-Z_0-9-]*$")
@trait(selector: "structure > member")
string ec2QueryName

@trait(selector: "operation")
structure httpChecksum {
    requestAlgorithmMember: String
    requestChecksumRequired: Boolean
    requestValidationModeMember: String
    responseAlgorithms: ChecksumAlgorithmSet
}

@mixin
structure HttpConfiguration {
    http: StringList
    eventStreamHttp: StringList
}

list StringList {
    member: String
}

@length(min: 1)
@uniqueItems
list ChecksumAlgorithmSet {
    member: ChecksumAlgorithm
}

enum ChecksumAlgorithm {
    CRC32
    CRC32C
    CRC64NVME
    MD5
    SHA1
    SHA256
    SHA512
    XXHASH64
    XXHASH3
    XXHASH128
}
`,
  ],
];

/** The same for what Smithy itself keeps beside its prelude. */
export const smithyTraitTexts: readonly (readonly [namespace: string, text: string])[] = [
  [
    'smithy.rules',
    String.raw`$version: "2.0"

namespace smithy.rules

@trait(selector: "service")
document endpointRuleSet

@trait(selector: "service")
structure endpointTests {
    @required
    version: String
    testCases: EndpointTestList
}

@trait(selector: "service")
structure endpointBdd {
    @required
    version: String
    @required
    parameters: Document
    @required
    conditions: DocumentList
    @required
    results: DocumentList
    @required
    @range(min: -1)
    root: Integer
    @required
    @range(min: 0)
    nodeCount: Integer
    @required
    nodes: String
}

@trait(selector: "operation")
map staticContextParams {
    key: String
    value: StaticContextParamDefinition
}

@trait(selector: "operation")
map operationContextParams {
    key: String
    value: OperationContextParamDefinition
}

@trait(selector: "operation -[input]-> structure > member")
structure contextParam {
    @required
    name: String
}

@trait(selector: "service")
map clientContextParams {
    key: String
    value: ClientContextParamDefinition
}

structure StaticContextParamDefinition {
    @required
    value: Document
}

structure OperationContextParamDefinition {
    @required
    path: String
}

structure ClientContextParamDefinition {
    @required
    type: Document
    documentation: String
}

list EndpointTestList {
    member: EndpointTest
}

structure EndpointTest {
    documentation: String
    params: Document
    operationInputs: DocumentList
    @required
    expect: EndpointTestExpectation
}

union EndpointTestExpectation {
    error: String
    endpoint: Document
}

list DocumentList {
    member: Document
}
`,
  ],
  [
    'smithy.protocols',
    String.raw`$version: "2.0"

namespace smithy.protocols

@protocolDefinition(traits: [cors, endpoint, hostLabel, httpError])
@trait(selector: "service")
structure rpcv2Cbor {
    http: StringList
    eventStreamHttp: StringList
}

@protocolDefinition(traits: [cors, endpoint, hostLabel, httpError, timestampFormat])
@trait(selector: "service")
structure rpcv2Json {
    http: StringList
    eventStreamHttp: StringList
}

list StringList {
    member: String
}
`,
  ],
  [
    'smithy.waiters',
    String.raw`$version: "2.0"

namespace smithy.waiters

@trait(selector: "operation :not(-[input, output]-> structure > member > union[trait|streaming])")
@length(min: 1)
map waitable {
    key: WaiterName
    value: Waiter
}

@pattern("^[A-Z]+[A-Za-z0-9]*$")
string WaiterName

structure Waiter {
    documentation: String
    @required
    acceptors: Acceptors
    minDelay: WaiterDelay = 2
    maxDelay: WaiterDelay = 120
    deprecated: Boolean
    tags: NonEmptyStringList
}

@range(min: 1)
integer WaiterDelay

@length(min: 1)
list Acceptors {
    member: Acceptor
}

structure Acceptor {
    @required
    state: AcceptorState
    @required
    matcher: Matcher
    message: String
}

enum AcceptorState {
    SUCCESS = "success"
    FAILURE = "failure"
    RETRY = "retry"
}

union Matcher {
    output: PathMatcher
    inputOutput: PathMatcher
    errorType: String
    success: Boolean
}

structure PathMatcher {
    @required
    path: String
    @required
    expected: String
    @required
    comparator: PathComparator
}

enum PathComparator {
    STRING_EQUALS = "stringEquals"
    BOOLEAN_EQUALS = "booleanEquals"
    ALL_STRING_EQUALS = "allStringEquals"
    ANY_STRING_EQUALS = "anyStringEquals"
}

list NonEmptyStringList {
    member: NonEmptyString
}

@length(min: 1)
string NonEmptyString
`,
  ],
];
