import type { JsonValue } from '@shapegate/validator/leaves';
import { isObject } from '@shapegate/validator/leaves';
import type { Traits } from '../model/model.ts';
import { readTrait } from './api-view.ts';

interface Holder {
  readonly traits: Traits;
}

/** Traits that serializers act on and that are only there or not, with their bit; 0 where there is no bit. */
const markers: readonly (readonly [id: string, name: string, bit: number])[] = [
  ['httpLabel', 'httpLabel', 1],
  ['idempotencyToken', 'idempotencyToken', 4],
  ['sensitive', 'sensitive', 8],
  ['httpPayload', 'httpPayload', 16],
  ['httpResponseCode', 'httpResponseCode', 32],
  ['httpQueryParams', 'httpQueryParams', 64],
  ['eventHeader', 'eventHeader', 0],
  ['eventPayload', 'eventPayload', 0],
  ['hostLabel', 'hostLabel', 0],
  ['sparse', 'sparse', 0],
  ['xmlAttribute', 'xmlAttribute', 0],
  ['xmlFlattened', 'xmlFlattened', 0],
];

/** Traits that serializers act on and that have a text. */
const texts: readonly string[] = ['httpHeader', 'httpPrefixHeaders', 'httpQuery', 'jsonName', 'mediaType', 'xmlName'];

/** The traits of a shape or member as a static schema holds them: a bit vector where bits suffice, else a mapping. */
export function toSchemaTraits(holder: Holder): number | Record<string, JsonValue> {
  let bits = 0;
  let fits = true;
  const all: Record<string, JsonValue> = {};
  for (const [id, name, bit] of markers) {
    if (!holder.traits.has(`smithy.api#${id}`)) continue;
    all[name] = 1;
    bits |= bit;
    if (bit === 0) fits = false;
  }
  for (const name of texts) {
    const text = readTrait(holder, name);
    if (typeof text !== 'string') continue;
    all[name] = text;
    fits = false;
  }
  const namespace = readTrait(holder, 'xmlNamespace');
  if (isObject(namespace)) {
    all.xmlNamespace = [namespace.prefix ?? '', namespace.uri ?? ''];
    fits = false;
  }
  return fits ? bits : all;
}

/** The traits of an operation: its HTTP binding and its host prefix. */
export function toOperationTraits(holder: Holder): number | Record<string, JsonValue> {
  const all: Record<string, JsonValue> = {};
  const http = readTrait(holder, 'http');
  if (isObject(http)) all.http = [http.method ?? 'POST', http.uri ?? '/', http.code ?? 200];
  const endpoint = readTrait(holder, 'endpoint');
  if (isObject(endpoint)) all.endpoint = [endpoint.hostPrefix ?? ''];
  return Object.keys(all).length === 0 ? 0 : all;
}

/** The traits of an error: whose fault it is, its status, its name in query protocols. */
export function toErrorTraits(holder: Holder): Record<string, JsonValue> {
  const own = toSchemaTraits(holder);
  const all: Record<string, JsonValue> = { error: readTrait(holder, 'error') ?? 'client' };
  const status = readTrait(holder, 'httpError');
  if (typeof status === 'number') all.httpError = status;
  const query = readTrait(holder, 'aws.protocols#awsQueryError');
  if (isObject(query)) all.awsQueryError = [query.code ?? '', query.httpResponseCode ?? 400];
  return typeof own === 'number' ? all : Object.assign(all, own);
}
