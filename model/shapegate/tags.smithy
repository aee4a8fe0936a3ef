$version: "2.0"

namespace shapegate

/// The list holds the tags of one resource, each a structure with a key and a value.
///
/// ```smithy
/// @tags(limit: 50, key: "key", value: "value", characters: "a-zA-Z0-9\\s._:/=+@-", reservedPrefixes: ["aws:"])
/// list TagList { member: Tag }
/// ```
@trait(selector: ":test(list, member > list)")
structure tags {
    /// How many tags a resource can bear, whatever length the shape allows.
    @required
    @range(min: 1)
    limit: Integer

    /// The member of the element that holds the key.
    @required
    key: MemberName

    /// The member of the element that holds the value.
    @required
    value: MemberName

    /// What keys and values may consist of.
    @required
    characters: CharacterClass

    /// Beginnings of keys, in any case, that only the provider can write.
    reservedPrefixes: TagPrefixes
}

@length(min: 1)
list TagPrefixes {
    member: TagPrefix
}

@length(min: 1)
string TagPrefix
