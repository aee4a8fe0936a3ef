import type { Api, JsonObject, ModelEvent } from '@shapegate/validator/leaves';
import type { ApiView } from './emit/api-view.ts';
import { findEmitter } from './emit/header.ts';
import type { Draft } from './emit/json-schema.ts';
import { describeFailure, readModelFiles } from './model-files.ts';
import { applyChanges, type FileChange, type OutputFolder, planOutput, printDiff } from './output-files.ts';
import { type Artefact, compileApi, emitFiles, type ReadApi, readApi, writeSchema } from './pipeline.ts';

/** One entry of `generate` in the configuration. */
export interface GenerateTarget {
  /** Files, folders and globs, relative to the root. */
  readonly model: readonly string[];
  /** All operations of the service where they are left out. */
  readonly operations?: readonly string[];
  readonly emit: readonly Artefact[];
  /** The folder, relative to the root. Files in it that were not generated are left alone. */
  readonly out: string;
}

export interface GenerateOptions {
  /** What every path is relative to, those in the generated headers too. */
  readonly root: string;
  readonly targets: readonly GenerateTarget[];
  /** True to compare only; nothing is written. */
  readonly check?: boolean;
}

export interface GenerateResult {
  /** About the models; one of severity `error` means that nothing was written. */
  readonly events: readonly ModelEvent[];
  /** Why nothing could be done, each a sentence; empty where all went well. */
  readonly problems: readonly string[];
  /** What was written, or with `check` what is stale, missing or extra; empty where all is as it should be. */
  readonly changes: readonly FileChange[];
  /** The changes as a unified diff, with `check` alone. */
  readonly diff: string;
  /** Number of files that the targets make. */
  readonly files: number;
}

/**
 * Generates every target, or compares with what is on disk. All or nothing: a refused model, a file in the way or a
 * failed write changes no file.
 *
 * ```ts
 * const result = await generate({ root, targets: [{ model: ['model/*.smithy'], emit: ['types', 'schema'], out: 'src/generated' }] });
 * ```
 */
export async function generate({ root, targets, check = false }: GenerateOptions): Promise<GenerateResult> {
  const folders: OutputFolder[] = [];
  const events: ModelEvent[] = [];
  const problems: string[] = [];
  const seen = new Set<string>();
  const shelf = new Map<string, ReadApi>();
  for (const { model, operations, emit, out } of targets) {
    const { texts, problems: unread } = readModelFiles(root, model);
    problems.push(...unread);
    if (unread.length > 0) continue;
    const key = JSON.stringify([model, operations]);
    const read = shelf.get(key) ?? readApi(texts, operations === undefined ? {} : { operations });
    shelf.set(key, read);
    const { files, events: found } = await emitFiles(read, texts, emit);
    // Two targets of one model have the same to say of it.
    for (const event of found) if (!seen.has(JSON.stringify(event))) events.push(event);
    for (const event of found) seen.add(JSON.stringify(event));
    folders.push({ out, files });
  }
  const files = folders.reduce((sum, folder) => sum + folder.files.length, 0);
  const stopped: GenerateResult = { events, problems, changes: [], diff: '', files };
  if (problems.length > 0 || events.some(({ severity }) => severity === 'error')) return stopped;
  try {
    const plan = planOutput(root, folders);
    if (plan.problems.length > 0) return { ...stopped, problems: plan.problems };
    if (check) return { ...stopped, changes: plan.changes, diff: printDiff(plan.changes) };
    const changes = plan.changes.filter(({ before, after }) => after !== null || findEmitter(before ?? '') !== null);
    const failure = applyChanges(root, changes);
    return failure === null ? { ...stopped, changes } : { ...stopped, problems: [failure] };
  } catch (error) {
    return { ...stopped, problems: [`generated files cannot be compared: ${describeFailure(error)}`] };
  }
}

/** A model made ready for the run time; `api` and `view` are null where it cannot be used, and events or problems say why. */
export interface LoadedApi {
  readonly api: Api | null;
  readonly view: ApiView | null;
  readonly events: readonly ModelEvent[];
  readonly problems: readonly string[];
}

/** Reads a team's own model for lint and gate: shape table and validators, compiled on the fly. */
export function loadApi(root: string, modelFiles: readonly string[]): LoadedApi {
  const { texts, problems } = readModelFiles(root, modelFiles);
  if (problems.length > 0) return { api: null, view: null, events: [], problems };
  const { view, events } = readApi(texts);
  if (view === null) return { api: null, view, events, problems };
  const compiled = compileApi(view);
  return { api: compiled.api, view, events: [...events, ...compiled.events], problems };
}

/** What a JSON Schema is to describe: `document` a spec document for editors, else the bare input. */
export interface SchemaRequest {
  readonly draft: Draft;
  readonly document?: boolean;
}

/** The JSON Schema of an operation of a loaded model; null where it has no such operation. */
export function jsonSchemaFor({ view }: LoadedApi, operation: string, request: SchemaRequest): JsonObject | null {
  if (view === null || !view.operations.has(operation)) return null;
  return writeSchema(view, operation, request.draft, request.document ?? false);
}
