$version: "2.0"

namespace com.amazonaws.bedrock

/// Subnets and security groups in which the service places network interfaces of its own.
structure VpcConfig {
    /// The subnets, at best one in each Availability Zone.
    @required
    subnetIds: SubnetIds

    /// The security groups that the network interfaces belong to.
    @required
    securityGroupIds: SecurityGroupIds
}

@length(min: 1, max: 16)
list SubnetIds {
    member: SubnetId
}

/// A subnet's id, such as `subnet-0a1b2c3d4e5f60718`.
@length(max: 32)
@pattern("^[-0-9a-zA-Z]+$")
string SubnetId

@length(min: 1, max: 5)
list SecurityGroupIds {
    member: SecurityGroupId
}

/// A security group's id, such as `sg-0a1b2c3d4e5f60718`.
@length(max: 32)
@pattern("^[-0-9a-zA-Z]+$")
string SecurityGroupId
