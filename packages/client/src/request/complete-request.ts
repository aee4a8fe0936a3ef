import { isValid, type Valid } from '@shapegate/validator';
import type { JsonObject } from '@shapegate/validator/leaves';
import { ownValue } from '@shapegate/validator/leaves';
import { TargetMismatchError, UncheckedRequestError } from '../client-error.ts';
import { toCommandInput } from './command-input.ts';
import { findSendersAccount, findTokenMember } from './request-facts.ts';
import type { AnyClient, CommandClass, ServiceTables } from './service-tables.ts';
import { makeContentToken } from './token.ts';

/** A checked request with everything in it that is sent. */
export interface CompleteRequest {
  readonly operation: string;
  /** As JSON, the token included. */
  readonly input: JsonObject;
  /** The token that is sent; null where the operation takes none. */
  readonly token: string | null;
  readonly region: string | null;
  readonly account: string | null;
  readonly command: CommandClass;
  /** What the command's constructor takes. */
  readonly commandInput: unknown;
}

/** Where the client sends; null for a service that knows no Regions. Throws MissingRegionError. */
async function readRegion(client: AnyClient): Promise<string | null> {
  const { signingName, endpointRules } = client.service;
  if (signingName === null && endpointRules === null) return null;
  return client.config.region();
}

/**
 * Fills the content token where the operation takes one and the request has none. Takes nothing that no gate has
 * passed, and refuses a request that was checked for another Region than the client's.
 */
export async function completeRequest(
  client: AnyClient,
  { table, commands }: ServiceTables,
  valid: Valid<unknown>,
): Promise<CompleteRequest> {
  if (!isValid(valid)) throw new UncheckedRequestError('it did not come out of a gate');
  const { operation, target } = valid;
  const entry = ownValue(table.operations, operation);
  const command = ownValue(commands, operation);
  if (entry === undefined || command === undefined) {
    throw new UncheckedRequestError(`the client has no operation \`${operation}\``);
  }
  const region = await readRegion(client);
  if (region !== null && target.region !== undefined && target.region !== region) {
    throw new TargetMismatchError(target.region, region);
  }
  const checked = valid.input as JsonObject;
  const account = target.account ?? (await client.account()) ?? findSendersAccount(table, operation, checked);
  const member = findTokenMember(table, operation);
  const given = member === null ? undefined : ownValue(checked, member);
  const token =
    member === null
      ? null
      : typeof given === 'string'
        ? given
        : makeContentToken({ operation, input: checked, account, region: region ?? target.region ?? null });
  const input = member === null || given !== undefined ? checked : Object.assign({}, checked, { [member]: token });
  const commandInput = toCommandInput(table, { target: entry.input }, input);
  return { operation, input, token, region, account, command, commandInput };
}
