// Made by Shapegate (emitter: client commands). Do not edit: change the model and generate again.
// From model/parcels.smithy
import { type MetadataBearer, type ResolvedConfiguration, addEndpoint, endpointOnly } from '@shapegate/client/runtime';
import { Command } from '@smithy/smithy-client';
import type { ServiceInput, ServiceOutput } from './client.js';
import { SendParcel$ } from './schemas.js';
import type { SendParcelInput, SendParcelOutput } from './types.js';

/** Asks for a parcel to be fetched and brought to an address. */
export class SendParcelCommand extends /* @__PURE__ */ Command.classBuilder<
    SendParcelInput,
    SendParcelOutput & MetadataBearer,
    ResolvedConfiguration,
    ServiceInput,
    ServiceOutput
  >()
    .ep(endpointOnly)
    .m(addEndpoint)
    .s('Parcels', 'SendParcel')
    .n('ParcelsClient', 'SendParcelCommand')
    .sc(SendParcel$)
    .build() {
}

/** The commands by the names of their operations. */
export const commands = {
  SendParcel: SendParcelCommand,
};
