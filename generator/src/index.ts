export type { Draft } from './emit/json-schema.ts';
export { drafts } from './emit/json-schema.ts';
export type { ModelEvent, PrintedModel, Selection } from './inspect.ts';
export { checkTexts, compareTexts, printTexts, selectShapes } from './inspect.ts';
export type {
  GenerateOptions,
  GenerateResult,
  GenerateTarget,
  LoadedApi,
  SchemaRequest,
} from './main.ts';
export { generate, jsonSchemaFor, loadApi } from './main.ts';
export type { AssembledModel, ModelText } from './model/assemble.ts';
export { assembleModel } from './model/assemble.ts';
export type { ModelFiles } from './model-files.ts';
export { readModelFiles } from './model-files.ts';
export type { FileChange } from './output-files.ts';
export type { Artefact } from './pipeline.ts';
export { artefacts } from './pipeline.ts';
