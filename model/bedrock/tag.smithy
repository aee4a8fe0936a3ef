$version: "2.0"

namespace com.amazonaws.bedrock

@length(min: 0, max: 200)
list TagList {
    member: Tag
}

/// A label on a resource, for finding it, billing it and deciding who may use it.
structure Tag {
    /// The label's name. Case counts, and a resource bears each name once.
    @required
    key: TagKey

    /// The label's value; it may be empty.
    @required
    value: TagValue
}

/// ASCII letters, digits, white space and `. _ : / = + @ -`.
@length(min: 1, max: 128)
@pattern("^[a-zA-Z0-9\\s._:/=+@-]*$")
string TagKey

/// The same characters as in a key.
@length(min: 0, max: 256)
@pattern("^[a-zA-Z0-9\\s._:/=+@-]*$")
string TagValue

/// The name or ARN of a resource that can bear tags.
@length(min: 20, max: 1011)
@pattern("(^[a-zA-Z0-9][a-zA-Z0-9\\-]*$)|(^arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:custom-model/(imported)/[a-z0-9]{12}$)|(^arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:([0-9]{12}|)((:(fine-tuning-job|model-customization-job|custom-model)/[a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([a-z0-9-]{1,63}[.]){0,2}[a-z0-9-]{1,63}([:][a-z0-9-]{1,63}){0,2}(/[a-z0-9]{12})$)|(:guardrail/[a-z0-9]+$)|(:automated-reasoning-policy/[a-zA-Z0-9]+(:[a-zA-Z0-9]+)?$)|(:(inference-profile|application-inference-profile)/[a-zA-Z0-9-:.]+$)|(:(provisioned-model|model-invocation-job|model-evaluation-job|evaluation-job|model-import-job|imported-model|async-invoke|provisioned-model-v2|provisioned-model-reservation|prompt-router|custom-model-deployment)/[a-z0-9]{12}$)))")
string TaggableResourcesArn
