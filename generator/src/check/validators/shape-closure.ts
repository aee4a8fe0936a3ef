import type { ModelEvent } from '@shapegate/validator/leaves';
import { addTo } from '../../model/add-to.ts';
import { shapeClosure } from '../../model/closure.ts';
import type { Model, ShapeId } from '../../model/model.ts';
import { isSelectorFault } from '../../model/selector/parse-selector.ts';
import { namespaceOf, shapeName } from '../../model/shape-id.ts';
import { makeEvent } from '../../syntax/event.ts';
import type { Node } from '../../syntax/node.ts';
import { readEntry, readText, readTexts } from '../../syntax/node-entry.ts';
import { listNames } from '../list-names.ts';
import type { CheckContext } from '../validator.ts';

/** The closures that metadata `shapeClosures` declares: each id once, each part of it something, names that differ. */
export function* checkShapeClosures(context: CheckContext): Generator<ModelEvent> {
  const list = context.model.metadata.get('shapeClosures');
  if (list?.kind !== 'array') return;
  const seen = new Set<string>();
  for (const closure of list.elements) {
    const id = readText(closure, 'id');
    if (id === null) continue;
    if (seen.has(id))
      yield makeEvent('error', 'ShapeClosure', closure, { message: `closure \`${id}\` is declared twice` });
    else yield* checkClosure(context, closure, id);
    seen.add(id);
  }
}

function* checkClosure(context: CheckContext, closure: Node, id: string): Generator<ModelEvent> {
  const { model } = context;
  const roots = new Set<ShapeId>();
  const namespaces = readTexts(readEntry(closure, 'includeNamespaces'));
  for (const namespace of namespaces) {
    const own = [...model.shapes.keys()].filter((shape) => namespaceOf(shape) === namespace);
    for (const shape of own) roots.add(shape);
    if (own.length === 0)
      yield makeEvent('danger', `ShapeClosure.EmptyNamespace.${id}`, closure, {
        message: `closure \`${id}\` includes \`${namespace}\`, in which there is no shape`,
      });
  }
  yield* addSelected(context, closure, id, roots);
  const reached = shapeClosure(model, roots);
  yield* checkNames(model, closure, id, reached);
}

function* addSelected(context: CheckContext, closure: Node, id: string, roots: Set<ShapeId>): Generator<ModelEvent> {
  const text = readText(closure, 'includeBySelector');
  if (text === null || text === '') return;
  const parsed = context.parseSelector(text);
  if (isSelectorFault(parsed)) {
    const message = `selector of closure \`${id}\` at offset ${parsed.offset}: ${parsed.message}`;
    yield makeEvent('error', 'ShapeClosure', closure, { message });
    return;
  }
  const before = roots.size;
  for (const { id: found } of context.select(text) ?? []) if (!found.includes('$')) roots.add(found);
  if (roots.size === before) {
    const message = `the selector of closure \`${id}\` adds no shape`;
    yield makeEvent('danger', `ShapeClosure.EmptySelector.${id}`, closure, { message });
  }
}

function* checkNames(model: Model, closure: Node, id: string, reached: ReadonlySet<ShapeId>): Generator<ModelEvent> {
  const renames = new Map<string, string>();
  const rename = readEntry(closure, 'rename');
  if (rename?.kind === 'object')
    for (const { key, value } of rename.entries) {
      if (value.kind === 'string') renames.set(key, value.value);
      if (model.shapes.has(key) && !reached.has(key))
        yield makeEvent('error', 'ShapeClosure', value, {
          message: `closure \`${id}\` renames \`${key}\`, which is not in it`,
        });
    }
  const groups = new Map<string, ShapeId[]>();
  for (const shape of reached) {
    const name = (renames.get(shape) ?? shapeName(shape)).toLowerCase();
    addTo(groups, name, shape);
  }
  for (const shapes of groups.values())
    if (shapes.length > 1) {
      const message = `${listNames(shapes.sort())} have one name in closure \`${id}\``;
      yield makeEvent('warning', `ShapeClosure.NameConflicts.${id}`, closure, { message });
    }
}
