$version: "2.0"

namespace shapegate

/// The operation that a bare spec document means when neither the document, the configuration nor the command line
/// says one. At most one operation of a service bears it.
///
/// ```smithy
/// @defaultOperation
/// operation CreateModelImportJob { ... }
/// ```
@trait(selector: "operation")
structure defaultOperation {}

/// The Regions in which the operation is offered, and the day on which the list was read. A request for another Region
/// of the service would reach an endpoint and fail there.
///
/// ```smithy
/// @availableRegions(regions: ["us-east-1", "eu-central-1"], asOf: "2026-09-17")
/// operation CreateModelImportJob { ... }
/// ```
@trait(selector: "operation")
structure availableRegions {
    @required
    regions: Regions

    /// The day of the list, `YYYY-MM-DD`: quoted beside it, since such lists grow.
    @required
    asOf: Day
}

@length(min: 1)
@uniqueItems
list Regions {
    member: Region
}

@pattern("^[a-z]{2,}(-[a-z]+)+-[0-9]+$")
string Region

@pattern("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")
string Day
