import type { ModelEvent } from '@shapegate/validator/leaves';
import { makeEvent } from '../syntax/event.ts';
import type { Reference, SourceTree } from '../syntax/tree.ts';
import type { LostShapes } from './lost-shapes.ts';
import type { ShapeId } from './model.ts';
import { containerId, shapeName } from './shape-id.ts';

const prelude = 'smithy.api';

/** Turns names as written in one file into absolute shape ids: imports first, then the file's namespace, then the prelude. */
export class Scope {
  readonly #namespace: string | null;
  readonly #isDefined: (id: ShapeId) => boolean;
  readonly #imports = new Map<string, ShapeId>();

  /** @param isDefined whether a shape of this id stands in any of the files or in the prelude */
  constructor(tree: SourceTree, isDefined: (id: ShapeId) => boolean, lost: LostShapes, events: ModelEvent[]) {
    this.#namespace = tree.namespace;
    this.#isDefined = isDefined;
    for (const use of tree.uses) this.#addImport(use, lost, events);
    if (tree.uses.length === 0) return;
    for (const { id, place } of tree.definitions) {
      const imported = this.#imports.get(shapeName(id));
      if (imported === undefined || imported === id) continue;
      const message = `shape \`${id}\` has the name of the imported shape \`${imported}\``;
      events.push(makeEvent('error', 'Model', place, { message, shape: id }));
    }
  }

  #addImport({ name, place }: Reference, lost: LostShapes, events: ModelEvent[]): void {
    const known = this.#imports.get(shapeName(name));
    if (known !== undefined && known !== name) {
      const message = `found \`use ${name}\`, but \`${shapeName(name)}\` is already \`${known}\``;
      events.push(makeEvent('error', 'Model', place, { message }));
    } else if (!this.#isDefined(name) && !lost.has(name)) {
      const message = `\`use\` names shape \`${name}\`, which is not in the model`;
      events.push(makeEvent('warning', 'Model', place, { message }));
    }
    this.#imports.set(shapeName(name), name);
  }

  /** The absolute id; where nothing of that name is defined, one in the file's own namespace. */
  resolve(name: string): ShapeId {
    if (name.includes('#')) return name;
    const shape = containerId(name);
    const absolute = this.#resolveShape(shape);
    return absolute + name.slice(shape.length);
  }

  #resolveShape(name: string): ShapeId {
    const imported = this.#imports.get(name);
    if (imported !== undefined) return imported;
    const own = `${this.#namespace ?? prelude}#${name}`;
    if (this.#isDefined(own)) return own;
    const shared = `${prelude}#${name}`;
    return this.#isDefined(shared) ? shared : own;
  }
}
