$version: "2.0"

namespace shapegate

/// What stands between the brackets of a regular expression's character class: `a-zA-Z0-9+.-`. A hyphen that means
/// itself is the first or the last character; escapes are those of ECMA 262.
@length(min: 1, max: 256)
string CharacterClass
