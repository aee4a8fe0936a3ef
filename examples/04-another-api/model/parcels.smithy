$version: "2.0"

namespace example.parcels

use aws.protocols#restJson1

/// Takes parcels from door to door.
@restJson1
@title("Parcels")
service Parcels {
    version: "2026-11-01"
    operations: [SendParcel]
}

/// Asks for a parcel to be fetched and brought to an address.
@http(method: "POST", uri: "/parcels", code: 201)
@idempotent
operation SendParcel {
    input := {
        /// What stands on the label, unique for each parcel.
        @required
        reference: Reference

        @required
        recipient: Address

        /// How heavy it is, in grams.
        @required
        weight: Grams

        /// How fast it should be there.
        speed: Speed

        /// Words for the one who carries it, such as `fragile`.
        notes: Notes
    }

    output := {
        @required
        trackingNumber: String
    }

    errors: [AddressUnknown]
}

@length(min: 1, max: 32)
@pattern("^[A-Z0-9]+(-[A-Z0-9]+)*$")
string Reference

@range(min: 1, max: 31500)
integer Grams

enum Speed {
    STANDARD = "standard"
    OVERNIGHT = "overnight"
}

structure Address {
    @required
    name: Line

    @required
    street: Line

    @required
    city: Line

    /// Two letters, as ISO 3166 has them.
    @required
    country: CountryCode
}

@length(min: 1, max: 80)
string Line

@pattern("^[A-Z]{2}$")
string CountryCode

@length(max: 5)
@uniqueItems
list Notes {
    member: Line
}

/// Nobody can be reached at this address.
@error("client")
@httpError(404)
structure AddressUnknown {
    message: String
}
