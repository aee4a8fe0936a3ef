$version: "2.0"

namespace shapegate

/// The string is the URI of something in Amazon S3, `s3://bucket/key`. What S3 demands of a bucket's name is general
/// knowledge and is not repeated here.
///
/// ```smithy
/// @s3Uri(keyCharacters: "a-zA-Z0-9_.-", folderOf: "config.json")
/// string S3Uri
/// ```
@trait(selector: ":test(string, member > string)")
structure s3Uri {
    /// What the API takes between the slashes of the key. S3 itself takes more.
    @required
    keyCharacters: CharacterClass

    /// Where the URI names a folder: a file that lies directly in it. An archive or a single file is then wrong.
    @length(min: 1)
    folderOf: String
}
