import { readDuration, readTimestamp } from '../../packages/validator/src/policy/language/read-time.ts';
import {
  boolType,
  doubleType,
  durationType,
  dynType,
  intType,
  listType,
  mapType,
  nullType,
  stringType,
  type Type,
  timestampType,
  uintType,
} from '../../packages/validator/src/policy/language/type.ts';
import { LanguageMap, type MapKey, Uint, type Value } from '../../packages/validator/src/policy/language/value.ts';

/** A value as CEL's cases write it, in protobuf's JSON; undefined for one that the policy language does not have. */
export function readCaseValue(json: unknown): Value | undefined {
  const [[kind, value] = ['', null]] = Object.entries(json as Record<string, unknown>);
  switch (kind) {
    case 'nullValue':
      return null;
    case 'boolValue':
    case 'stringValue':
      return value as boolean | string;
    case 'int64Value':
      return BigInt(value as string);
    case 'uint64Value':
      return new Uint(BigInt(value as string));
    case 'doubleValue':
      return Number(value);
    case 'listValue': {
      const elements = ((value as { values?: unknown[] }).values ?? []).map(readCaseValue);
      return elements.includes(undefined) ? undefined : (elements as Value[]);
    }
    case 'mapValue': {
      const map = new LanguageMap();
      for (const entry of (value as { entries?: { key: unknown; value: unknown }[] }).entries ?? []) {
        const read = readCaseValue(entry.value);
        if (read === undefined) return undefined;
        map.add(readCaseValue(entry.key) as MapKey, read);
      }
      return map;
    }
    case 'objectValue': {
      const { '@type': type, value: text } = value as { '@type': string; value: string };
      if (type.endsWith('.Duration')) return readDuration(text) as Value;
      return type.endsWith('.Timestamp') ? (readTimestamp(text) as Value) : undefined;
    }
    default:
      return undefined;
  }
}

const primitives: Readonly<Record<string, Type>> = {
  BOOL: boolType,
  INT64: intType,
  UINT64: uintType,
  DOUBLE: doubleType,
  STRING: stringType,
};

/** A type as CEL's cases declare it; null for one that the policy language does not have. */
export function readCaseType(json: unknown): Type | null {
  const type = json as Record<string, never>;
  if ('primitive' in type) return primitives[type.primitive as string] ?? null;
  if ('dyn' in type) return dynType;
  if ('null' in type) return nullType;
  if ('wrapper' in type) {
    const of = primitives[type.wrapper as string];
    return of === undefined ? null : { kind: 'nullable', of };
  }
  if ('wellKnown' in type)
    return (type.wellKnown as string) === 'TIMESTAMP'
      ? timestampType
      : (type.wellKnown as string) === 'DURATION'
        ? durationType
        : null;
  if ('listType' in type) {
    const element = readCaseType((type.listType as { elemType?: unknown }).elemType ?? { dyn: {} });
    return element === null ? null : listType(element);
  }
  if ('mapType' in type) {
    const { keyType, valueType } = type.mapType as { keyType: unknown; valueType: unknown };
    const [key, value] = [readCaseType(keyType), readCaseType(valueType)];
    return key === null || value === null ? null : mapType(key, value);
  }
  return null;
}
