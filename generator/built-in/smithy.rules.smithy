$version: "2.0"

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
    type: ShapeType
    documentation: String
}

enum ShapeType {
    STRING = "string"
    BOOLEAN = "boolean"
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
