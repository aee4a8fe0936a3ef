import { findNearNames } from '../diagnostic/near-names.ts';
import { appendToken, lastToken, parsePointer } from '../diagnostic/pointer.ts';
import type { Part } from '../rule/hit.ts';
import { quoteValue } from '../rule/quote-value.ts';
import { kindOf, nameKind } from '../rule/value-kind.ts';
import type { StructureError } from '../shape/api.ts';
import { isObject, type JsonValue } from '../shape/json.ts';
import { valueAtTokens } from '../shape/value-at-tokens.ts';

/** What is wrong with a document of this tool's own, and where. */
export interface DocumentFault {
  readonly pointer: string;
  readonly part: Part;
  readonly message: string;
  /** A sentence. */
  readonly help: string;
}

/** How a value of another kind is written; the schemas use these alone. */
const expectedKinds: Readonly<Record<string, string>> = {
  object: 'a mapping',
  array: 'a list',
  string: 'a string',
  integer: 'a whole number',
};

/** The key that a misspelt one means, of those that are not there. */
function findMeant(key: string, mapping: JsonValue, known: readonly string[]): string | undefined {
  const present = isObject(mapping) ? Object.keys(mapping) : [];
  return findNearNames(
    key,
    known.filter((name) => !present.includes(name)),
  )[0];
}

/** True for a key that is missing because it is misspelt, which is an error of its own. */
export function isMisspelt(error: StructureError, document: JsonValue, known: readonly string[]): boolean {
  if (error.keyword !== 'required') return false;
  const mapping = valueAtTokens(document, parsePointer(error.instancePath));
  const strange = isObject(mapping) ? Object.keys(mapping).filter((key) => !known.includes(key)) : [];
  return strange.slice(0, 100).some((key) => findMeant(key, mapping, known) === error.params.missingProperty);
}

/** Says an error of Ajv in words; `known` are the keys that the mapping may have. */
export function explainDocumentError(
  error: StructureError,
  document: JsonValue,
  known: readonly string[],
): DocumentFault {
  const { keyword, instancePath: pointer, params } = error;
  const value = valueAtTokens(document, parsePointer(pointer));
  const found = typeof value === 'string' ? quoteValue(value) : nameKind(kindOf(value));
  if (keyword === 'required') {
    const missing = String(params.missingProperty);
    const message = `${quoteValue(missing)} is missing`;
    return { pointer: appendToken(pointer, missing), part: 'parent', message, help: `Add ${quoteValue(missing)}.` };
  }
  if (keyword === 'additionalProperties') {
    const key = String(params.additionalProperty);
    const near = findMeant(key, value, known);
    const help = near === undefined ? 'Take it away.' : `Did you mean ${quoteValue(near)}?`;
    return { pointer: appendToken(pointer, key), part: 'key', message: `unknown key ${quoteValue(key)}`, help };
  }
  const expected = describeExpected(error, lastToken(pointer));
  const isBare = keyword === 'type' && params.type === 'string' && typeof value !== 'object';
  const help = isBare ? 'Put it in quotes.' : `Write ${expected}.`;
  return { pointer, part: 'value', message: `found ${found}, expected ${expected}`, help };
}

function describeExpected({ keyword, params }: StructureError, name: string): string {
  if (keyword === 'type') return expectedKinds[String(params.type)] ?? String(params.type);
  if (keyword === 'const') return quoteValue(String(params.allowedValue));
  if (keyword === 'format') return 'a day of the calendar, such as `2027-03-31`';
  if (keyword === 'pattern' && name === 'pointer') return 'a JSON pointer, such as `/vpcConfig/subnetIds`';
  if (keyword === 'pattern' && name.toLowerCase().endsWith('hash'))
    return 'the `valueHash` of the finding: `sha256:` and 64 hexadecimal digits';
  return keyword === 'minimum' ? 'a number from 0' : 'a text that is not empty';
}
