$version: "2.0"

namespace com.amazonaws.bedrock

/// The caller may not do this: its own policies, or the role it wants to pass on, do not allow it. The message names
/// the action that was refused.
@error("client")
@httpError(403)
structure AccessDeniedException {
    /// What was refused, in English.
    message: NonBlankString
}

/// The request clashes with something that exists already or is being changed at this moment.
@error("client")
@httpError(400)
structure ConflictException {
    /// What it clashes with, in English.
    message: NonBlankString
}

/// The service failed at something that was not the caller's fault. Send the request again, with the same token where
/// the operation takes one.
@error("server")
@httpError(500)
structure InternalServerException {
    /// What went wrong, as far as the service tells.
    message: NonBlankString
}

/// There is no job, model or other resource of that name or ARN in this account and Region.
@error("client")
@httpError(404)
structure ResourceNotFoundException {
    /// What was not found, in English.
    message: NonBlankString
}

/// A quota of the account is used up: for imports, usually that another job is still running. Waiting helps there;
/// sending the request again at once does not.
@error("client")
@httpError(400)
structure ServiceQuotaExceededException {
    /// Which quota it was, in English.
    message: NonBlankString
}

/// Too many requests in a short time. Wait a little, and longer each time it happens again.
@error("client")
@httpError(429)
structure ThrottlingException {
    /// What to do, in English.
    message: NonBlankString
}

/// A resource would bear more than 50 tags.
@error("client")
@httpError(400)
structure TooManyTagsException {
    /// What is too many, in English.
    message: NonBlankString

    /// The resource that the tags were meant for.
    resourceName: TaggableResourcesArn
}

/// The request is not one that the service can work with: a member is missing or not as its shape demands, the name of
/// the job is taken, or the role cannot be used.
@error("client")
@httpError(400)
structure ValidationException {
    /// What is wrong, in English; several faults stand in one message.
    message: NonBlankString
}
