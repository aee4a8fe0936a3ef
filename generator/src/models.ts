export type { ModelEvent, PrintedModel, Selection } from './inspect.ts';
export { checkModel, checkTexts, compareTexts, printTexts, selectShapes } from './inspect.ts';
export type { AssembledModel, ModelText } from './model/assemble.ts';
export { assembleModel } from './model/assemble.ts';
export type { ModelFiles } from './model-files.ts';
export { readModelFiles } from './model-files.ts';
