$version: "2.0"

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
