import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkModel } from '../../generator/src/check/check-model.ts';
import { type AssembledModel, assembleModel } from '../../generator/src/model/assemble.ts';
import type { Model, Shape, Traits } from '../../generator/src/model/model.ts';
import { canonicalText } from '../../generator/src/model/trait-merge.ts';
import type { ModelEvent } from '../../packages/validator/src/leaves.ts';

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** A file of the shared test data. */
export interface SharedFile {
  readonly path: string;
  /** Relative to the folder that was asked for. */
  readonly name: string;
}

/** The files below a folder of the shared data, sorted; null, and a line that says so, where it is not there. */
export function findShared(folder: string): readonly SharedFile[] | null {
  const root = join(shared, folder);
  if (!existsSync(root)) {
    console.log(`skip ${folder}: the shared data is not beside this repository`);
    return null;
  }
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, name: relative(root, path) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function loadShared(...files: readonly SharedFile[]): AssembledModel & { readonly all: ModelEvent[] } {
  const assembled = assembleModel(files.map(({ path, name }) => ({ file: name, text: readFileSync(path, 'utf8') })));
  return { ...assembled, all: checkModel(assembled) };
}

export function describeEvents(events: readonly ModelEvent[]): string[] {
  return events.map(
    ({ severity, rule, file, range, shape, message }) =>
      `${severity} ${rule} ${file}:${range.start.line}:${range.start.column} ${shape} ${message}`,
  );
}

/** What a model says, as lines that are equal for equal models; the prelude, places and the order of shapes left out. */
export function describeModel(model: Model, keep: (shape: Shape) => boolean = () => true): string[] {
  const lines = [...model.metadata].map(([key, value]) => `metadata ${key} ${canonicalText(value)}`);
  for (const shape of model.shapes.values())
    if (!shape.id.startsWith('smithy.api#') && keep(shape)) lines.push(...describeShape(shape));
  return lines.sort();
}

function describeShape(shape: Shape): string[] {
  const { id, place: _place, traits, mixins: _mixins, own: _own, ...rest } = shape;
  const lines = describeTraits(id, traits);
  const said = JSON.stringify(rest, (key, value: unknown) => {
    if (key === 'members') return undefined;
    if (value instanceof Map) return [...value].sort();
    return Array.isArray(value) ? value.toSorted() : value;
  });
  lines.push(`${id} ${said}`);
  if ('members' in shape)
    [...shape.members.values()].forEach((member, index) => {
      lines.push(`${member.id} ${index} ${member.target}`, ...describeTraits(member.id, member.traits));
    });
  return lines;
}

function describeTraits(id: string, traits: Traits): string[] {
  // A mixin is one no longer where it is flattened.
  return [...traits.values()]
    .filter((trait) => trait.id !== 'smithy.api#mixin')
    .map((trait) => `${id} @${trait.id} ${canonicalText(trait.value)}`);
}
