$version: "2.0"

namespace example.jobs

use shapegate#arn
use shapegate#availableRegions
use shapegate#contentToken
use shapegate#defaultOperation
use shapegate#kmsKeyId
use shapegate#memberHints
use shapegate#nameAlphabet
use shapegate#resourceId
use shapegate#resourceIds
use shapegate#s3Uri
use shapegate#singleUseName
use shapegate#subnetIds
use shapegate#tags
use shapegate#uniqueName
use shapegate#vpc

/// The service for which the examples of the rules are written.
service Jobs {
    version: "2026-11-23"
    operations: [CreateJob, GetJob]
}

@defaultOperation
@availableRegions(regions: ["eu-central-1", "us-east-1"], asOf: "2026-09-17")
@http(method: "POST", uri: "/jobs", code: 201)
operation CreateJob {
    input: CreateJobRequest
    output: CreateJobResponse
}

@readonly
@http(method: "GET", uri: "/jobs/{name}", code: 200)
operation GetJob {
    input: GetJobRequest
    output: GetJobResponse
}

@memberHints(title: { use: ["name"], from: "StartTask" })
structure CreateJobRequest {
    @required
    name: JobName

    size: Size

    @range(min: 1, max: 16)
    workers: Integer

    enabled: Boolean

    zones: Zones

    source: Source

    network: Network

    labels: Labels

    @length(max: 1024)
    note: String

    @singleUseName
    @nameAlphabet(characters: "a-zA-Z0-9+.-", first: "a-zA-Z0-9", replacement: "-")
    @length(min: 1, max: 63)
    @pattern("^[a-zA-Z0-9](-*[a-zA-Z0-9\\+\\-\\.])*$")
    runName: String

    @uniqueName(quota: 3)
    @nameAlphabet(characters: "a-zA-Z0-9_-", first: "a-zA-Z0-9", single: "_-", replacement: "-")
    @length(min: 1, max: 63)
    @pattern("^([0-9a-zA-Z][_-]?)+$")
    reportName: String

    roleArn: RoleArn

    folder: FolderUri

    tags: Tags

    vpc: Vpc

    keyId: KeyId

    @contentToken
    @length(min: 1, max: 256)
    @pattern("^[a-zA-Z0-9]([-a-zA-Z0-9]{0,254}[a-zA-Z0-9])?$")
    token: String
}

structure CreateJobResponse {
    @required
    jobArn: String
}

structure GetJobRequest {
    @required
    @httpLabel
    name: JobName
}

structure GetJobResponse {
    status: String
    jobArn: String
}

@length(min: 1, max: 63)
@pattern("^[a-zA-Z0-9][a-zA-Z0-9.-]*$")
string JobName

enum Size {
    SMALL
    LARGE
}

@length(min: 1, max: 3)
@uniqueItems
list Zones {
    member: String
}

union Source {
    folder: String
    table: String
}

structure Network {
    @required
    subnetIds: Ids

    @required
    groupIds: Ids
}

list Ids {
    member: String
}

@length(max: 3)
map Labels {
    key: String
    value: String
}

@arn(
    service: "iam"
    resourceType: "role"
    name: { characters: "a-zA-Z0-9_+=,.@-", maxLength: 64 }
    path: { maxLength: 512 }
    reservedPaths: ["aws-service-role/", "aws-reserved/"]
    sendersAccount: true
)
@length(min: 0, max: 2048)
@pattern("^arn:aws(-[^:]+)?:iam::([0-9]{12})?:role/.+$")
string RoleArn

@s3Uri(keyCharacters: "-!_*'().a-z0-9A-Z", folderOf: "config.json")
@length(min: 1, max: 1024)
@pattern("^s3://[a-z0-9][-.a-z0-9]{1,61}[a-z0-9](?:/[-!_*'().a-z0-9A-Z]+(?:/[-!_*'().a-z0-9A-Z]+)*)?/?$")
string FolderUri

@tags(
    limit: 50
    key: "key"
    value: "value"
    characters: "a-zA-Z0-9\\s._:/=+@-"
    reservedPrefixes: ["aws:"]
)
@length(min: 0, max: 200)
list Tags {
    member: Tag
}

structure Tag {
    @required
    @length(min: 1, max: 128)
    @pattern("^[a-zA-Z0-9\\s._:/=+@-]*$")
    key: String

    @required
    @length(min: 0, max: 256)
    @pattern("^[a-zA-Z0-9\\s._:/=+@-]*$")
    value: String
}

@vpc(subnetIds: "subnetIds", securityGroupIds: "securityGroupIds")
structure Vpc {
    @required
    subnetIds: SubnetIds

    @required
    securityGroupIds: SecurityGroupIds
}

@subnetIds
@resourceIds(prefix: "subnet")
@length(min: 1, max: 16)
list SubnetIds {
    member: SubnetId
}

@resourceId(prefix: "subnet")
@length(min: 0, max: 32)
@pattern("^[-0-9a-zA-Z]+$")
string SubnetId

@resourceIds(prefix: "sg")
@length(min: 1, max: 5)
list SecurityGroupIds {
    member: SecurityGroupId
}

@resourceId(prefix: "sg")
@length(min: 0, max: 32)
@pattern("^[-0-9a-zA-Z]+$")
string SecurityGroupId

@kmsKeyId(forms: ["keyId", "keyArn", "aliasArn", "aliasName"], sendersAccount: false)
@length(min: 1, max: 2048)
@pattern("^(?:(arn:aws(-[^:]+)?:kms:[a-zA-Z0-9-]*:[0-9]{12}:key/[a-zA-Z0-9-]{36})|(arn:aws(-[^:]+)?:kms:[a-zA-Z0-9-]*:[0-9]{12}:alias/[a-zA-Z0-9-_/]+)|([a-zA-Z0-9-]{36})|(alias/[a-zA-Z0-9-_/]+))$")
string KeyId
