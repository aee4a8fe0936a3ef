$version: "2.0"

namespace com.amazonaws.bedrock

/// How many items one answer may hold.
@range(min: 1, max: 1000)
integer MaxResults

/// An opaque token that one answer gives and the next request returns.
@length(min: 1, max: 2048)
@pattern("^\\S*$")
string PaginationToken

/// The direction in which a list is sorted.
enum SortOrder {
    /// The oldest first.
    ASCENDING = "Ascending"

    /// The newest first.
    DESCENDING = "Descending"
}

/// A moment in time, to the second or finer: `2026-11-23T09:30:00Z`.
@timestampFormat("date-time")
timestamp Timestamp

/// A message of the service's.
@pattern("^[\\s\\S]*$")
string NonBlankString
