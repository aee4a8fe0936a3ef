import type { JsonObject, StructureValidator } from '@shapegate/validator/leaves';
import { _, Ajv } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { type ApiView, lookUp } from './api-view.ts';
import { SchemaWriter } from './json-schema.ts';

const schemaId = 'api';

/** Ajv as the gate needs it, and the operations' inputs in it: `refs` are the schemas' references by operation name. */
export function createStructureAjv(view: ApiView): { readonly ajv: Ajv; readonly refs: ReadonlyMap<string, string> } {
  const ajv = new Ajv({
    strict: true,
    allErrors: true,
    // A member named like something of every object's prototype is there only if the document says so.
    ownProperties: true,
    // One function a structure, whoever refers to it.
    inlineRefs: false,
    logger: false,
    // Findings have words of their own.
    messages: false,
    code: { source: true, esm: true, lines: true, formats: _`formats` },
    formats: { 'date-time': fullFormats['date-time'] },
  });
  const writer = new SchemaWriter(view, { draft: 'draft-07', omitUniqueItems: true }, null);
  const refs = new Map<string, string>();
  for (const [name, operation] of view.operations) {
    const { $ref } = writer.refer(lookUp(view, operation.input).shape.id);
    refs.set(name, `${schemaId}${String($ref)}`);
  }
  const schema: JsonObject = { $id: schemaId, definitions: writer.definitions() ?? {} };
  ajv.addSchema(schema);
  return { ajv, refs };
}

/** Compiles the inputs' schemas on the fly: what `validators.ts` holds, without the file. */
export function compileValidators(view: ApiView): Readonly<Record<string, StructureValidator>> {
  const { ajv, refs } = createStructureAjv(view);
  const entries = [...refs].map(([name, ref]) => {
    const validate = ajv.getSchema(ref);
    if (validate === undefined) throw new Error(`Ajv has no schema ${ref}`);
    return [name, validate as StructureValidator] as const;
  });
  return Object.fromEntries(entries);
}
