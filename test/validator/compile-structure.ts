import { Ajv } from 'ajv';
import ajvFormats from 'ajv-formats';
import type { JsonObject, StructureError, StructureValidator } from '../../packages/validator/src/leaves.ts';

/** Compiles a hand-written schema as the generator compiles its own. */
export function compileStructure(schema: JsonObject): StructureValidator {
  const ajv = new Ajv({ allErrors: true, ownProperties: true, strict: true, unicodeRegExp: true });
  ajvFormats.default(ajv, { mode: 'full', formats: ['date-time'] });
  const validate = ajv.compile(schema);
  const structure: StructureValidator = (data) => {
    const valid = validate(data) === true;
    structure.errors = (validate.errors ?? null) as readonly StructureError[] | null;
    return valid;
  };
  return structure;
}
