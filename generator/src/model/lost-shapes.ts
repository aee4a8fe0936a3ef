import type { SourceTree } from '../syntax/tree.ts';
import type { ShapeId } from './model.ts';
import { containerId } from './shape-id.ts';

/**
 * Shapes that stand in the texts and could not be made. That has been reported once; who names one may be right, so nothing
 * more is said there.
 */
export class LostShapes {
  readonly #ids = new Set<ShapeId>();
  /** True where a whole file could not be read: any shape may have been in it. */
  readonly #isAny: boolean;

  constructor(trees: readonly SourceTree[]) {
    this.#isAny = trees.some(({ lostIds }) => lostIds === null);
    for (const { lostIds } of trees) for (const id of lostIds ?? []) this.#ids.add(id);
  }

  add(id: ShapeId): void {
    this.#ids.add(id);
  }

  /** @param id of a shape or a member */
  has(id: ShapeId): boolean {
    return this.#isAny || this.#ids.has(containerId(id));
  }
}
