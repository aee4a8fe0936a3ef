import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findNearNames } from '@shapegate/validator';
import { api } from '@shapegate/validator/api';
import type { Arguments } from '../arguments.ts';
import { write } from '../terminal.ts';
import { ToolProblem } from '../tool-problem.ts';

function refuseOperation(operation: string, known: readonly string[]): never {
  const near = findNearNames(operation, known);
  const advice =
    near.length > 0
      ? `Did you mean ${near.map((name) => `\`${name}\``).join(' or ')}?`
      : `The model has ${known.join(', ')}.`;
  throw new ToolProblem(`the model has no operation \`${operation}\``, advice);
}

/** Beside the built bundle, and where a clone without a build has them. */
const schemaFolders = ['schema', '../../validator/src/generated/schema'];

/** The schema as it was generated with the shipped model. */
function readShipped(operation: string, draft: '7' | '2020-12', document: boolean): string {
  if (!Object.hasOwn(api.table.operations, operation)) refuseOperation(operation, Object.keys(api.table.operations));
  const draftFolder = draft === '7' ? 'draft-07' : '2020-12';
  const folder = schemaFolders.map((path) => join(__dirname, path)).find((path) => existsSync(path)) ?? __dirname;
  return readFileSync(join(folder, draftFolder, `${operation}${document ? '.document' : ''}.schema.json`), 'utf8');
}

/** `shapegate schema`: the JSON Schema of an operation's input, of the shipped model or of `--model`. */
export async function schema(args: Arguments): Promise<number> {
  const operation = args.positionals[0] ?? '';
  const draft = (args.text('draft') ?? '2020-12') as '7' | '2020-12';
  const document = args.flag('document');
  const model = args.texts('model');
  if (model.length === 0) {
    write(1, readShipped(operation, draft, document));
    return 0;
  }
  const { jsonSchemaFor, loadApi } = await import('@shapegate/generator');
  const loaded = loadApi(process.cwd(), model);
  if (loaded.api === null) {
    const errors = loaded.events
      .filter(({ severity }) => severity === 'error')
      .map(({ file, range: { start }, message }) => `${file}:${start.line}:${start.column}: ${message}`);
    throw new ToolProblem([...loaded.problems, ...errors].join('\n'), 'Correct the model.');
  }
  const made = jsonSchemaFor(loaded, operation, { draft: draft === '7' ? 'draft-07' : '2020-12', document });
  if (made === null) refuseOperation(operation, Object.keys(loaded.api.table.operations));
  write(1, `${JSON.stringify(made, null, 2)}\n`);
  return 0;
}
