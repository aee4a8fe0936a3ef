$version: "2.0"

namespace shapegate

/// The letters of a name, said so that a message can tell which character is wrong and a fix can replace it. It repeats
/// what the shape's pattern demands; it does not widen it.
///
/// ```smithy
/// @nameAlphabet(characters: "a-zA-Z0-9_-", first: "a-zA-Z0-9", single: "_-", replacement: "-")
/// string ImportedModelName
/// ```
@trait(selector: ":test(string, member > string)")
structure nameAlphabet {
    /// What may stand anywhere in the name.
    @required
    characters: CharacterClass

    /// What may stand first; everything in `characters` where it is left out.
    first: CharacterClass

    /// Characters of which no two may stand side by side, be they equal or not.
    single: CharacterClass

    /// What the fix writes in place of a wrong character.
    @required
    @length(min: 1, max: 1)
    replacement: String
}

/// A name that a request uses up for good: once sent, the same value is refused in that account and Region, also when
/// the job behind it has failed. A value that never changes works once.
///
/// ```smithy
/// @required
/// @singleUseName
/// jobName: JobName
/// ```
@trait(selector: "structure > member")
structure singleUseName {}

/// A name that one thing at a time can hold in an account and Region.
///
/// ```smithy
/// @required
/// @uniqueName(quota: 3)
/// importedModelName: ImportedModelName
/// ```
@trait(selector: "structure > member")
structure uniqueName {
    /// How many distinct names an account may hold in a Region before it asks for more; no limit where it is left out.
    @range(min: 1)
    quota: Integer
}
