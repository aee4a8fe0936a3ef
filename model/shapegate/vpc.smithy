$version: "2.0"

namespace shapegate

/// The structure places something in a VPC: it needs subnets and security groups, or has to be left out altogether.
///
/// ```smithy
/// @vpc(subnetIds: "subnetIds", securityGroupIds: "securityGroupIds")
/// structure VpcConfig { ... }
/// ```
@trait(selector: "structure")
structure vpc {
    /// The member that lists the subnets.
    @required
    subnetIds: MemberName

    /// The member that lists the security groups.
    @required
    securityGroupIds: MemberName
}

/// The string is the id of a resource of Amazon EC2: the prefix, a hyphen, and 8 or 17 hexadecimal digits.
///
/// ```smithy
/// @resourceId(prefix: "subnet")
/// string SubnetId
/// ```
@trait(selector: ":test(string, member > string)")
structure resourceId {
    @required
    prefix: ResourcePrefix
}

/// The list holds ids of such resources, each of which is meant to stand once.
///
/// ```smithy
/// @resourceIds(prefix: "sg")
/// list SecurityGroupIds { member: SecurityGroupId }
/// ```
@trait(selector: ":test(list, member > list)")
structure resourceIds {
    @required
    prefix: ResourcePrefix
}

/// The list holds subnets, of which there should be one in each Availability Zone.
///
/// ```smithy
/// @subnetIds
/// list SubnetIds { member: SubnetId }
/// ```
@trait(selector: ":test(list, member > list)")
structure subnetIds {}

@pattern("^[a-z]+(-[a-z]+)*$")
string ResourcePrefix
