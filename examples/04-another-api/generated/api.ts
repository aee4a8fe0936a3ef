// Made by Shapegate (emitter: index). Do not edit: change the model and generate again.
// From model/parcels.smithy
import type { Api } from '@shapegate/validator/runtime';
import { table } from './shape-table.js';
import type { SendParcelInput } from './types.js';
import { validators } from './validators.js';

/** The inputs of the operations by name. */
export interface Requests {
  readonly SendParcel: SendParcelInput;
}

/** All that is known of the API, to hand to a gate. */
export const api: Api<Requests> = { table, validators };
