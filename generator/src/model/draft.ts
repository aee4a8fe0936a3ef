import type { Place } from '../syntax/place.ts';
import type { ShapeDefinition } from '../syntax/tree.ts';
import type { ShapeId, Traits } from './model.ts';
import type { Scope } from './scope.ts';

/** A shape between text and meaning: names are looked up and `apply` is applied, mixins are still apart. */
export interface Draft {
  readonly definition: ShapeDefinition;
  readonly scope: Scope;
  traits: Traits;
  readonly mixins: readonly ShapeId[];
  /** Those that the shape itself writes down. */
  readonly members: ReadonlyMap<string, DraftMember>;
  /** Traits that `apply` puts on members which only mixins bring, by member name; null where there are none. */
  introduced: Map<string, { traits: Traits }> | null;
}

/** Most are members of the final shape as they are. */
export interface DraftMember {
  readonly id: ShapeId;
  readonly container: ShapeId;
  readonly name: string;
  readonly place: Place;
  /** Null where the text leaves it out; of the members of enums it is always Unit. */
  readonly target: ShapeId | null;
  readonly elided: boolean;
  traits: Traits;
}
