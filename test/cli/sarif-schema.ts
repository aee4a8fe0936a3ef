import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
// The schema is of draft 4, which the Ajv that comes with it knows and the newer one does not.
const beside = createRequire(require.resolve('@microsoft/jest-sarif/package.json'));

interface OldValidator {
  (value: unknown): boolean;
  readonly errors?: readonly { readonly dataPath: string; readonly message?: string }[] | null;
}

interface OldAjv {
  addMetaSchema(schema: unknown): void;
  compile(schema: unknown): OldValidator;
}

function compileSchema(): OldValidator {
  const Ajv = beside('ajv') as new (options: object) => OldAjv;
  const ajv = new Ajv({ schemaId: 'auto', meta: false, allErrors: true, unknownFormats: 'ignore', logger: false });
  ajv.addMetaSchema(beside('ajv/lib/refs/json-schema-draft-04.json'));
  const file = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  return ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
}

const validate = compileSchema();

/** What the published schema of SARIF 2.1.0 objects to; empty where a log is as it says. */
export function findSarifFaults(log: unknown): string[] {
  if (validate(log)) return [];
  return (validate.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message ?? ''}`);
}
