import { Ajv, type AnySchemaObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import type { StructureError, StructureValidator } from '../shape/api.ts';
import { isObject, type JsonObject, type JsonValue } from '../shape/json.ts';

/**
 * Compiles a JSON Schema (draft-07 unless `$schema` says 2020-12) while the program runs: what `--model` needs where
 * nothing has been generated. Ajv is loaded with this file and with no other.
 */
export function compileStructure(schema: JsonObject): StructureValidator {
  const is2020 = typeof schema.$schema === 'string' && schema.$schema.includes('2020-12');
  const options = {
    allErrors: true,
    ownProperties: true,
    strict: true,
    strictTypes: false,
    unicodeRegExp: true,
  } as const;
  const ajv = is2020 ? new Ajv2020(options) : new Ajv(options);
  ajvFormats.default(ajv, { mode: 'full', formats: ['date-time', 'date'] });
  const validate = ajv.compile(leaveUniqueItemsOut(schema) as AnySchemaObject);
  const structure: StructureValidator = (data) => {
    const valid = validate(data) === true;
    structure.errors = (validate.errors ?? null) as readonly StructureError[] | null;
    return valid;
  };
  return structure;
}

/** Ajv compares every element with every other one; `LinearConstraints` does it in one pass. */
function leaveUniqueItemsOut(schema: JsonValue): JsonValue {
  if (Array.isArray(schema)) return schema.map(leaveUniqueItemsOut);
  if (!isObject(schema)) return schema;
  const kept: Record<string, JsonValue> = {};
  for (const [key, value] of Object.entries(schema)) {
    const isKeyword = key === 'uniqueItems' && typeof value === 'boolean';
    if (!isKeyword) kept[key] = leaveUniqueItemsOut(value);
  }
  return kept;
}
