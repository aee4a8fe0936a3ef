$version: "2.0"

namespace shapegate

/// Keys that people write in this structure by mistake, because a sibling operation uses them for the same thing, and
/// the members that are meant. It makes no key legal: it only words the help of an unknown member.
///
/// ```smithy
/// @memberHints(
///     customModelName: { use: ["importedModelName"], from: "CreateModelCustomizationJob" }
///     tags: { use: ["jobTags", "importedModelTags"], from: "CreateProvisionedModelThroughput" }
/// )
/// structure CreateModelImportJobRequest { ... }
/// ```
@trait(selector: "structure")
@length(min: 1)
map memberHints {
    /// The wrong key, as people write it.
    key: MemberName
    value: MemberHint
}

structure MemberHint {
    /// The members of this structure that take its place: one, or several where the wrong key could mean either.
    @required
    use: MemberNames

    /// The operation from which the key is known.
    @required
    from: OperationName
}

@length(min: 1)
@uniqueItems
list MemberNames {
    member: MemberName
}

@pattern("^[A-Za-z_][A-Za-z0-9_]*$")
string MemberName

@pattern("^[A-Za-z_][A-Za-z0-9_]*$")
string OperationName
