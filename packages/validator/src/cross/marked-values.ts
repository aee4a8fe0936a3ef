import { appendToken } from '../diagnostic/pointer.ts';
import { isObject, type JsonValue, ownValue } from '../shape/json.ts';
import type { PlanMember, ShapeTable } from '../shape/shape-table.ts';

/** A string of an input whose member bears one of the wanted traits. */
export interface MarkedValue {
  readonly trait: string;
  readonly parameters: JsonValue;
  /** The operation and the members that lead to it, without indexes: the same in every spec. */
  readonly member: string;
  readonly pointer: string;
  readonly value: string;
}

/** Finds the strings of an input whose members, or their shapes, bear one of the traits; follows the plan, so that the rest costs nothing. */
export function findMarkedValues(
  table: ShapeTable,
  operation: string,
  input: JsonValue,
  traits: readonly string[],
): MarkedValue[] {
  const entry = ownValue(table.operations, operation);
  const marked: MarkedValue[] = [];
  if (entry !== undefined) new PlanWalk(table, traits, marked).visit({ target: entry.input }, input, '', operation);
  return marked;
}

class PlanWalk {
  readonly #table: ShapeTable;
  readonly #traits: readonly string[];
  readonly #marked: MarkedValue[];

  constructor(table: ShapeTable, traits: readonly string[], marked: MarkedValue[]) {
    this.#table = table;
    this.#traits = traits;
    this.#marked = marked;
  }

  visit(planned: PlanMember, value: JsonValue, pointer: string, member: string): void {
    const plan = planned.target === undefined ? undefined : ownValue(this.#table.plan, planned.target);
    if (typeof value === 'string') {
      for (const trait of this.#traits) {
        const parameters = ownValue(planned.traits ?? {}, trait) ?? ownValue(plan?.traits ?? {}, trait);
        if (parameters !== undefined) this.#marked.push({ trait, parameters, member, pointer, value });
      }
      return;
    }
    const members = plan?.members;
    if (members === undefined) return;
    if (Array.isArray(value)) {
      const element = ownValue(members, 'member');
      if (element !== undefined)
        value.forEach((item, i) => {
          this.visit(element, item, appendToken(pointer, i), `${member}[]`);
        });
    } else if (isObject(value)) {
      for (const [key, part] of Object.entries(value)) {
        const next = ownValue(members, key);
        if (next !== undefined) this.visit(next, part, appendToken(pointer, key), appendToken(member, key));
      }
    }
  }
}
