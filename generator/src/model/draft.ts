import type { Place } from '../syntax/place.ts';
import type { ShapeDefinition } from '../syntax/tree.ts';
import type { ShapeId, Trait } from './model.ts';
import type { Scope } from './scope.ts';

/** A shape between text and meaning: names are looked up and `apply` is applied, mixins are still apart. */
export interface Draft {
  readonly definition: ShapeDefinition;
  readonly scope: Scope;
  readonly traits: Map<ShapeId, Trait>;
  readonly mixins: readonly ShapeId[];
  /** Those that the shape itself writes down. */
  readonly members: ReadonlyMap<string, DraftMember>;
  /** Traits that `apply` puts on members which only mixins bring, by member name. */
  readonly introduced: Map<string, Map<ShapeId, Trait>>;
}

export interface DraftMember {
  readonly name: string;
  readonly place: Place;
  /** Null where the text leaves it out. */
  readonly target: ShapeId | null;
  readonly elided: boolean;
  readonly traits: Map<ShapeId, Trait>;
}
