// Made by Shapegate (emitter: builder). Do not edit: change the model and generate again.
// From model/parcels.smithy
import { type OperationGate, ShapeBuilder, type Verdict, buildData, fillIn, withMember } from '@shapegate/validator/runtime';
import type { Address, Notes, SendParcelInput, Speed } from './types.js';

/** Asks for a parcel to be fetched and brought to an address. */
export function sendParcel(): SendParcelBuilder {
  return new SendParcelBuilder();
}

/** Builds `Address`. */
export class AddressBuilder<Missing extends string = 'city' | 'country' | 'name' | 'street'> extends ShapeBuilder<Missing> {
  city(value: string): AddressBuilder<Exclude<Missing, 'city'>> {
    return new AddressBuilder<Exclude<Missing, 'city'>>(withMember(this, 'city', value));
  }

  /** Two letters, as ISO 3166 has them. */
  country(value: string): AddressBuilder<Exclude<Missing, 'country'>> {
    return new AddressBuilder<Exclude<Missing, 'country'>>(withMember(this, 'country', value));
  }

  name(value: string): AddressBuilder<Exclude<Missing, 'name'>> {
    return new AddressBuilder<Exclude<Missing, 'name'>>(withMember(this, 'name', value));
  }

  street(value: string): AddressBuilder<Exclude<Missing, 'street'>> {
    return new AddressBuilder<Exclude<Missing, 'street'>>(withMember(this, 'street', value));
  }

  /** The plain data; compiles only when nothing required is missing. */
  build(this: AddressBuilder<never>): Address {
    return buildData<Address>(this);
  }
}

/** Builds the input of SendParcel. */
export class SendParcelBuilder<Missing extends string = 'recipient' | 'reference' | 'weight'> extends ShapeBuilder<Missing> {
  /** Words for the one who carries it, such as `fragile`. */
  notes(value: Notes): SendParcelBuilder<Missing> {
    return new SendParcelBuilder<Missing>(withMember(this, 'notes', value));
  }

  recipient(value: Address | ((build: AddressBuilder) => AddressBuilder<never>)): SendParcelBuilder<Exclude<Missing, 'recipient'>> {
    return new SendParcelBuilder<Exclude<Missing, 'recipient'>>(withMember(this, 'recipient', fillIn(value, 0, () => new AddressBuilder())));
  }

  /** What stands on the label, unique for each parcel. */
  reference(value: string): SendParcelBuilder<Exclude<Missing, 'reference'>> {
    return new SendParcelBuilder<Exclude<Missing, 'reference'>>(withMember(this, 'reference', value));
  }

  /** How fast it should be there. */
  speed(value: Speed): SendParcelBuilder<Missing> {
    return new SendParcelBuilder<Missing>(withMember(this, 'speed', value));
  }

  /** How heavy it is, in grams. */
  weight(value: number): SendParcelBuilder<Exclude<Missing, 'weight'>> {
    return new SendParcelBuilder<Exclude<Missing, 'weight'>>(withMember(this, 'weight', value));
  }

  /** The plain data; compiles only when nothing required is missing. */
  build(this: SendParcelBuilder<never>): SendParcelInput {
    return buildData<SendParcelInput>(this);
  }

  /** Builds the request and asks the gate. */
  check(this: SendParcelBuilder<never>, gate: OperationGate<'SendParcel', SendParcelInput>): Verdict<SendParcelInput, 'SendParcel'> {
    return gate.check('SendParcel', this.build());
  }
}
