import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';

const folder = new URL('../../../packages/validator/src/generated/schema/', import.meta.url);

/** What the published schemas say of an operation's input, in both drafts, as anybody's Ajv reads them. */
export function compileSchemas(operation: string): readonly ValidateFunction[] {
  return (['draft-07', '2020-12'] as const).map((draft) => {
    const ajv = new (draft === 'draft-07' ? Ajv : Ajv2020)({ strict: true, allowUnionTypes: true });
    ajvFormats.default(ajv);
    return ajv.compile(JSON.parse(readFileSync(new URL(`${draft}/${operation}.schema.json`, folder), 'utf8')));
  });
}
