import type { Api, JsonObject, ModelEvent } from '@shapegate/validator/leaves';
import { checkModel } from './check/check-model.ts';
import { decidePattern, type PatternDecision } from './check/pattern/decide.ts';
import { type ApiView, findOperations, viewApi } from './emit/api-view.ts';
import { emitBuilders } from './emit/builder.ts';
import { emitClient } from './emit/client.ts';
import { documentSchemaOf, emitDocumentSchemas } from './emit/document-schema.ts';
import type { GeneratedFile, GeneratedSource, TypeScriptSource } from './emit/file.ts';
import { describePrinted, printJson } from './emit/header.ts';
import { emitApi, emitIndex } from './emit/index-file.ts';
import { type Draft, describeShape, emitJsonSchemas, schemaOf } from './emit/json-schema.ts';
import { boundDepth, refuse, refuseDepth, reportLeftOut } from './emit/refusal.ts';
import { buildShapeTable, emitShapeTable } from './emit/shape-table.ts';
import { compileValidators } from './emit/structure-ajv.ts';
import { emitTypes, nameTypes } from './emit/types.ts';
import { emitValidators } from './emit/validator.ts';
import { assembleModel, type ModelText } from './model/assemble.ts';
import { findServices } from './model/closure.ts';

/** What can be made of a model. `builder` brings the types with it, `validator` the types and the shape table. */
export const artefacts = ['types', 'builder', 'schema', 'validator', 'client'] as const;
export type Artefact = (typeof artefacts)[number];

export interface PipelineOptions {
  /** Names of operations; all of the service where they are left out. */
  readonly operations?: readonly string[];
}

/** A model seen through the chosen operations; null where it is refused, and the events say why. */
export interface ReadApi {
  readonly view: ApiView | null;
  readonly events: readonly ModelEvent[];
}

/** Texts → model → events → the part of it that is asked for. Never throws on a bad model. */
export function readApi(texts: readonly ModelText[], options: PipelineOptions = {}): ReadApi {
  const assembled = assembleModel(texts);
  const { model } = assembled;
  const events = checkModel(assembled);
  if (events.some(({ severity }) => severity === 'error')) return { view: null, events };
  const wanted = findServices(model).map((service) => ({
    service,
    operations: findOperations(model, service, options.operations),
  }));
  const fitting = wanted.filter(
    ({ operations }) => operations.length > 0 && operations.every(([, operation]) => operation !== null),
  );
  const [chosen] = fitting;
  if (chosen === undefined || fitting.length > 1) {
    const problem = refuse(
      model,
      wanted.map(({ service }) => service),
      options.operations ?? [],
    );
    return { view: null, events: [...events, problem] };
  }
  const decided = new Map<string, PatternDecision>();
  const view = viewApi(
    model,
    chosen.service,
    chosen.operations.flatMap(([, operation]) => (operation === null ? [] : [operation])),
    (pattern) => {
      const decision = decided.get(pattern) ?? decidePattern(pattern);
      decided.set(pattern, decision);
      return decision;
    },
  );
  return { view, events: [...events, ...reportLeftOut(view)] };
}

/** Files, or none where the events say why. */
export interface EmittedFiles {
  readonly files: readonly GeneratedFile[];
  readonly events: readonly ModelEvent[];
}

/** Texts in, files out. */
export function generateFiles(
  texts: readonly ModelText[],
  emit: readonly Artefact[],
  options: PipelineOptions = {},
): Promise<EmittedFiles> {
  return emitFiles(readApi(texts, options), texts, emit);
}

/** The files of a model that was read; `texts` are those that it was read from. */
export async function emitFiles(
  { view, events: readEvents }: ReadApi,
  texts: readonly ModelText[],
  emit: readonly Artefact[],
): Promise<EmittedFiles> {
  if (view === null) return { files: [], events: readEvents };
  const emitted = boundDepth(() => emitSources(view, emit));
  if (emitted === null) return { files: [], events: [...readEvents, refuseDepth(view.service)] };
  const { sources, events: emitEvents } = emitted;
  const events = [...readEvents, ...emitEvents];
  if (emitEvents.some(({ severity }) => severity === 'error')) return { files: [], events };
  // Loading ts-morph takes longer than all else; what reads a model without printing does without it.
  const { TypeScriptPrinter } = await import('./emit/print.ts');
  const printer = new TypeScriptPrinter();
  const from = texts.map(({ file }) => file);
  const files = sources.map((source) =>
    source.kind === 'json' ? printJson(source, from) : printer.print(source, describePrinted(source.emitter, from)),
  );
  return { files, events };
}

function emitSources(
  view: ApiView,
  emit: readonly Artefact[],
): { sources: GeneratedSource[]; events: readonly ModelEvent[] } {
  const has = (artefact: Artefact) => emit.includes(artefact);
  const client = has('client') ? emitClient(view) : { sources: [], events: [] };
  const isAlone = emit.every((artefact) => artefact === 'client' || artefact === 'types');
  if (has('client') && isAlone) return client;
  const types = nameTypes(view);
  const modules: TypeScriptSource[] = [
    ...(has('validator') ? [emitApi(view, types)] : []),
    ...(has('builder') ? [emitBuilders(view, types)] : []),
    ...(has('validator') ? [emitShapeTable(view)] : []),
    ...(has('types') || has('builder') || has('validator') ? [emitTypes(view, types)] : []),
  ];
  const validators = has('validator') ? [emitValidators(view)] : [];
  const schemas = has('schema') ? [...emitJsonSchemas(view), ...emitDocumentSchemas(view)] : [];
  const index = modules.length === 0 ? [] : [emitIndex(modules)];
  // Beside modules of the same names the client has a folder of its own.
  const nested = client.sources.map((source) => ({ ...source, path: `client/${source.path}` }));
  return { sources: [...modules, ...validators, ...index, ...schemas, ...nested], events: client.events };
}

/** The API of a model for the run time, compiled on the fly; null with the reason where Ajv cannot. */
export function compileApi(view: ApiView): { readonly api: Api | null; readonly events: readonly ModelEvent[] } {
  const api = boundDepth(() => ({ table: buildShapeTable(view), validators: compileValidators(view) }));
  return { api, events: api === null ? [refuseDepth(view.service)] : [] };
}

/** The JSON Schema of an operation's input, or of a spec document where `document` says so. */
export function writeSchema(view: ApiView, operation: string, draft: Draft, document: boolean): JsonObject {
  return document
    ? documentSchemaOf(view, operation, draft)
    : schemaOf(view, operation, { draft, annotate: describeShape });
}
