import type { Api } from '@shapegate/validator';
import { api as shipped } from '@shapegate/validator/api';
import type { ModelChoice } from '../config/file-settings.ts';
import { ToolProblem } from '../tool-problem.ts';

/** The APIs of a run: the shipped one, and those that the configuration or the command line names, each read once. */
export class ModelShelf {
  readonly shipped: Api = { table: shipped.table, validators: shipped.validators };
  readonly #loaded = new Map<string, Promise<Api>>();
  readonly #descriptions = new WeakMap<Api, () => string>();

  /** The API of model files. Throws ToolProblem where the model is refused. */
  load(choice: ModelChoice): Promise<Api> {
    const key = JSON.stringify(choice);
    let api = this.#loaded.get(key);
    if (api === undefined) {
      api = this.#read(choice);
      this.#loaded.set(key, api);
    }
    return api;
  }

  /** All that there is to say of an API; the empty text for the shipped one, which is a part of this build of the tool. */
  describe(api: Api): string {
    return this.#descriptions.get(api)?.() ?? '';
  }

  async #read(choice: ModelChoice): Promise<Api> {
    const { api, describe } = await loadModel(choice);
    this.#descriptions.set(api, describe);
    return api;
  }

  /** The first of the models that has the operation, else the shipped one where that has it, else the first. */
  async choose(models: readonly ModelChoice[], operation: string | undefined): Promise<Api> {
    if (operation === undefined) return this.shipped;
    for (const model of models) {
      const api = await this.load(model);
      if (Object.hasOwn(api.table.operations, operation)) return api;
    }
    return this.shipped;
  }
}

async function loadModel({ folder, files }: ModelChoice): Promise<{ api: Api; describe: () => string }> {
  // The generator reads Smithy; a run that brings no model of its own does without it.
  const { jsonSchemaFor, loadApi } = await import('@shapegate/generator');
  const loaded = loadApi(folder, files);
  const { api, events, problems } = loaded;
  if (api !== null) {
    const writeSchema = (operation: string) => jsonSchemaFor(loaded, operation, { draft: 'draft-07' });
    const describe = () => JSON.stringify([api.table, Object.keys(api.table.operations).map(writeSchema)]);
    return { api, describe };
  }
  const errors = events
    .filter(({ severity }) => severity === 'error')
    .map(({ file, range: { start }, message }) => `${file}:${start.line}:${start.column}: ${message}`);
  throw new ToolProblem(
    [...problems, ...errors].join('\n'),
    'Correct the model; `shapegate generate` says the same of it.',
  );
}
