import type { Valid } from '@shapegate/validator';
import type { ClientConfiguration } from '../configuration.ts';
import { planValid, type RequestPlan } from '../request/plan-valid.ts';
import { createClient, tables } from './tables.ts';

/**
 * Says what submitting a checked request would send: method, URL, headers without the signature, body, its token
 * included. Asks no network and needs no credentials. The Region is the target's where the configuration has none.
 */
export function planRequest(valid: Valid<unknown>, configuration: ClientConfiguration = {}): Promise<RequestPlan> {
  const region = configuration.region ?? valid.target?.region;
  return planValid(
    createClient,
    tables,
    valid,
    region === undefined ? configuration : Object.assign({}, configuration, { region }),
  );
}
