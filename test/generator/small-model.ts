import { type Artefact, generateFiles } from '../../generator/src/pipeline.ts';

/** The body of a namespace as a whole model: a service with its traits, if it has none of its own. */
export function writeModel(body: string): string {
  return `$version: "2.0"\nnamespace acme.jobs\n${body}`;
}

/** Generates from one IDL text; the files by path. Throws where the model is refused. */
export async function generateText(text: string, emit: readonly Artefact[], file = 'model/jobs.smithy') {
  const { files, events } = await generateFiles([{ file, text }], emit);
  const errors = events.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return { files: new Map(files.map(({ path, text: content }) => [path, content])), events };
}

/** A schema among generated files, parsed. */
export function readSchema(files: ReadonlyMap<string, string>, path: string): Record<string, unknown> {
  const text = files.get(path);
  if (text === undefined) throw new Error(`${path} was not generated`);
  return JSON.parse(text) as Record<string, unknown>;
}
