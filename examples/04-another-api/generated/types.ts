// Made by Shapegate (emitter: types). Do not edit: change the model and generate again.
// From model/parcels.smithy

export interface Address {
  readonly city: string;
  /** Two letters, as ISO 3166 has them. */
  readonly country: string;
  readonly name: string;
  readonly street: string;
}

/** Nobody can be reached at this address. */
export interface AddressUnknown {
  readonly message?: string;
}

export type Notes = readonly string[];

export interface SendParcelInput {
  /** Words for the one who carries it, such as `fragile`. */
  readonly notes?: Notes;
  readonly recipient: Address;
  /** What stands on the label, unique for each parcel. */
  readonly reference: string;
  /** How fast it should be there. */
  readonly speed?: Speed;
  /** How heavy it is, in grams. */
  readonly weight: number;
}

export interface SendParcelOutput {
  readonly trackingNumber: string;
}

export type Speed = 'overnight' | 'standard';

/** The values of `Speed` by name. */
export const Speed = {
  OVERNIGHT: 'overnight',
  STANDARD: 'standard',
} as const;
