$version: "2.0"

namespace shapegate

/// The string names a key of AWS KMS in one of the forms listed.
///
/// ```smithy
/// @kmsKeyId(forms: ["keyId", "keyArn", "aliasArn", "aliasName"], sendersAccount: false)
/// string KmsKeyId
/// ```
@trait(selector: ":test(string, member > string)")
structure kmsKeyId {
    @required
    forms: KmsKeyForms

    /// True where the key has to be in the account that sends the request; false where another account's key works
    /// once its policy allows the sender.
    @required
    sendersAccount: Boolean
}

@length(min: 1)
@uniqueItems
list KmsKeyForms {
    member: KmsKeyForm
}

enum KmsKeyForm {
    /// A UUID, or `mrk-` and 32 hexadecimal digits.
    KEY_ID = "keyId"

    /// `arn:aws:kms:eu-central-1:111122223333:key/…`
    KEY_ARN = "keyArn"

    /// `arn:aws:kms:eu-central-1:111122223333:alias/…`
    ALIAS_ARN = "aliasArn"

    /// `alias/…`
    ALIAS_NAME = "aliasName"
}
