$version: "2.0"

namespace com.amazonaws.bedrock

/// The ARN of a role of AWS IAM. The pattern lets pass what IAM cannot have, such as an empty account.
@length(max: 2048)
@pattern("^arn:aws(-[^:]+)?:iam::([0-9]{12})?:role/.+$")
string RoleArn

/// A key of AWS KMS: its id, its ARN, or the name or ARN of an alias for it.
@length(min: 1, max: 2048)
@pattern("^(?:(arn:aws(-[^:]+)?:kms:[a-zA-Z0-9-]*:[0-9]{12}:((key/[a-zA-Z0-9-]{36})|(alias/[a-zA-Z0-9-_/]+)))|([a-zA-Z0-9-]{36})|(alias/[a-zA-Z0-9-_/]+))$")
string KmsKeyId

/// The ARN of a key of AWS KMS.
@length(min: 1, max: 2048)
@pattern("^arn:aws(-[^:]+)?:kms:[a-zA-Z0-9-]*:[0-9]{12}:key/[a-zA-Z0-9-]{36}$")
string KmsKeyArn

/// A token by which the service knows a request that it has had before.
@length(min: 1, max: 256)
@pattern("^[a-zA-Z0-9]([-a-zA-Z0-9]{0,254}[a-zA-Z0-9])?$")
string IdempotencyToken
