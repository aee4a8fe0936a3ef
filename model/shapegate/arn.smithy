$version: "2.0"

namespace shapegate

/// The string is an Amazon Resource Name (ARN) of one kind of thing. What the parts of it may hold is stated here where
/// the shape's pattern lets more pass than the owner of the thing does.
///
/// ```smithy
/// @arn(service: "iam", resourceType: "role", name: { characters: "a-zA-Z0-9_+=,.@-", maxLength: 64 }, sendersAccount: true)
/// string RoleArn
/// ```
@trait(selector: ":test(string, member > string)")
structure arn {
    /// The third part of the ARN.
    @required
    @length(min: 1)
    service: String

    /// What stands before the first `/` of the resource.
    @required
    @length(min: 1)
    resourceType: String

    /// The resource's own name: what stands after the last `/`.
    name: ArnName

    /// What stands between the type and the name.
    path: ArnPath

    /// Beginnings of paths whose resources belong to the provider and cannot be used here.
    reservedPaths: ArnPathPrefixes

    /// True where the resource has to be in the account that sends the request.
    sendersAccount: Boolean
}

structure ArnName {
    @required
    characters: CharacterClass

    /// In characters.
    @required
    @range(min: 1)
    maxLength: Integer
}

structure ArnPath {
    /// In characters, the slashes at both ends included.
    @required
    @range(min: 1)
    maxLength: Integer
}

@length(min: 1)
list ArnPathPrefixes {
    member: ArnPathPrefix
}

@pattern("^[^/].*/$")
string ArnPathPrefix
