import { Failure } from './failure.ts';
import { readDateTime, readSeconds } from './read-time.ts';
import type { Reading } from './reading.ts';
import { isRecord, kindOf, type Value } from './value.ts';

/** Turns a value as JSON has it into one of the language; a failure where the value is of another kind. */
export type JsonReader = (json: Value) => Value | Failure;

/** Makes the reader of JSON. */
export function makeJsonReader(reading: Reading): JsonReader {
  switch (reading) {
    case 'any':
      return readAny;
    case 'int':
      return readInt;
    case 'double':
      return readDouble;
    case 'timestamp':
      return readMoment;
    case 'string':
      return readString;
    case 'bool':
      return readBool;
    case 'mapping':
      return readMapping;
  }
  if ('nullable' in reading) {
    const read = makeJsonReader(reading.nullable);
    return (json) => (json === null ? null : read(json));
  }
  const readElement = reading.list === 'any' ? null : makeJsonReader(reading.list);
  return (json) => readList(json, readElement);
}

function readAny(json: Value): Value {
  return json;
}

function readString(json: Value): Value | Failure {
  return typeof json === 'string' ? json : mismatch('string', json);
}

function readBool(json: Value): Value | Failure {
  return typeof json === 'boolean' ? json : mismatch('bool', json);
}

function readMapping(json: Value): Value | Failure {
  return isRecord(json) ? json : mismatch('mapping', json);
}

function mismatch(expected: string, json: Value): Failure {
  const kind = kindOf(json);
  return new Failure(
    `expected a ${expected}, found ${kind === 'record' ? 'a mapping' : kind === 'double' ? 'a number' : kind === 'null' ? '`null`' : `a ${kind}`}`,
  );
}

function readInt(json: Value): Value | Failure {
  if (typeof json !== 'number') return mismatch('whole number', json);
  // Beyond 2^53 JSON's reader has rounded already, and a rounded number must not decide.
  return Number.isSafeInteger(json) ? BigInt(json) : new Failure(`\`${json}\` cannot be read as an exact whole number`);
}

function readDouble(json: Value): Value | Failure {
  if (typeof json === 'number') return json;
  // How Smithy writes the doubles that JSON lacks.
  if (json === 'NaN' || json === 'Infinity' || json === '-Infinity') return Number(json);
  return mismatch('number', json);
}

function readMoment(json: Value): Value | Failure {
  if (typeof json === 'number' && Number.isFinite(json)) return readSeconds(json);
  return typeof json === 'string' ? readDateTime(json) : mismatch('timestamp', json);
}

function readList(json: Value, readElement: JsonReader | null): Value | Failure {
  if (!Array.isArray(json)) return mismatch('list', json);
  if (readElement === null) return json;
  const elements: Value[] = [];
  for (const element of json as readonly Value[]) {
    const read = readElement(element);
    if (read instanceof Failure) return read;
    elements.push(read);
  }
  return elements;
}
