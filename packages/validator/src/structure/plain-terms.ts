import type { ShapeEntry } from '../shape/shape-table.ts';
import { countCodePoints } from './code-points.ts';
import { boundsAt, patternAt, type ShapePlace, traitAt } from './shape-place.ts';

/** The kinds of place whose terms are plain; `other` for those that only the schema can judge. */
export type PlainKind = 'text' | 'whole' | 'boolean' | 'list' | 'map' | 'structure' | 'union' | 'other';

/**
 * What the model asks of a value at one place, as far as a look at the value answers it: how nearly all are known to be right
 * without the schema. What it takes the schema takes; of what it does not take it knows nothing.
 */
export class PlainTerms {
  readonly kind: PlainKind;
  readonly #min: number;
  readonly #max: number;
  readonly #regexp: RegExp | null;
  readonly #values: ReadonlySet<string> | null;
  readonly #required: number;

  constructor(place: ShapePlace) {
    const { shape } = place;
    const pattern = patternAt(place);
    const isForSchema = pattern?.regexp === null || traitAt(place, 'uniqueItems') !== undefined;
    this.kind = isForSchema ? 'other' : kindOf(shape);
    const isWhole = this.kind === 'whole';
    const { min = isWhole ? -Infinity : 0, max = Infinity } = boundsAt(place, isWhole ? 'range' : 'length');
    this.#min = min;
    this.#max = max;
    this.#regexp = pattern === undefined || pattern.regexp === null ? null : new RegExp(pattern.regexp, 'u');
    this.#values = shape.type === 'enum' ? new Set(shape.values) : null;
    this.#required =
      shape.type === 'structure' ? Object.values(shape.members).filter(({ required }) => required).length : 0;
  }

  takesText(text: string): boolean {
    if (this.kind !== 'text') return false;
    if (this.#values !== null) return this.#values.has(text);
    const { length } = text;
    // A text has no more characters than units, and no fewer than half as many.
    if (length > this.#max && countCodePoints(text) > this.#max) return false;
    if (length < 2 * this.#min && countCodePoints(text) < this.#min) return false;
    return this.#regexp === null || this.#regexp.test(text);
  }

  /** @param size elements of a list, or a number itself */
  takesSize(size: number): boolean {
    return size >= this.#min && size <= this.#max;
  }

  /**
   * True for a mapping's number of members.
   * @param required how many of them it must have
   */
  takesMembers(size: number, required: number): boolean {
    switch (this.kind) {
      case 'structure':
        return required === this.#required;
      case 'union':
        return size === 1;
      case 'map':
        return this.takesSize(size);
      default:
        return false;
    }
  }
}

function kindOf(shape: ShapeEntry): PlainKind {
  switch (shape.type) {
    case 'string':
      return 'text';
    case 'enum':
      return shape.values.length > 0 ? 'text' : 'other';
    case 'byte':
    case 'short':
    case 'integer':
    case 'long':
      return 'whole';
    case 'boolean':
    case 'list':
    case 'map':
    case 'structure':
    case 'union':
      return shape.type;
    default:
      return 'other';
  }
}
