$version: "2.0"

namespace shapegate

/// A token by which the service knows a request that it has had before. Where a spec has none, the sender fills it with
/// a hash of the request, the account and the Region, so that the same spec sent twice has one effect. A token written
/// down in a spec makes the service ignore the next, edited request.
///
/// It is not Smithy's `idempotencyToken`, which is filled with a random value that a second process cannot know.
///
/// ```smithy
/// @contentToken
/// clientRequestToken: IdempotencyToken
/// ```
@trait(selector: "structure > member")
structure contentToken {}
