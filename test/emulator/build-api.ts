import { readdirSync, readFileSync } from 'node:fs';
import type { Api } from '@shapegate/validator/leaves';
import { decidePattern } from '../../generator/src/check/pattern/decide.ts';
import { viewApi } from '../../generator/src/emit/api-view.ts';
import { buildShapeTable } from '../../generator/src/emit/shape-table.ts';
import { compileValidators } from '../../generator/src/emit/structure-ajv.ts';
import { assembleModel, type ModelText } from '../../generator/src/model/assemble.ts';
import { findServices, serviceOperations } from '../../generator/src/model/closure.ts';
import type { OperationShape } from '../../generator/src/model/model.ts';

/** The IDL files of a folder. */
export function readTexts(folder: string): ModelText[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.smithy'))
    .sort()
    .map((name) => ({ file: name, text: readFileSync(folder + name, 'utf8') }));
}

/** What the generator would write of a service, made in memory. */
export function buildApi(
  texts: readonly ModelText[],
  serviceName: string,
): { api: Api; operations: readonly OperationShape[] } {
  const { model } = assembleModel(texts);
  const service = findServices(model).find(({ id }) => id.endsWith(`#${serviceName}`));
  if (service === undefined) throw new Error(`no service ${serviceName}`);
  const operations = serviceOperations(model, service);
  const view = viewApi(model, service, operations, decidePattern);
  return { api: { table: buildShapeTable(view), validators: compileValidators(view) }, operations };
}
