import { appendToken } from '../diagnostic/pointer.ts';
import { isObject, type JsonObject, type JsonValue, ownValue } from '../shape/json.ts';
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

/** A place of the plan: what marks a string there, and where more may be marked. */
interface Branch {
  readonly marks: readonly { readonly trait: string; readonly parameters: JsonValue }[];
  /** By member, those alone that lead to a mark; `member` for the elements of a list. */
  readonly parts: (readonly [name: string, branch: Branch])[];
}

/** Finds the strings of an input whose members, or their shapes, bear one of some traits; looks nowhere else. */
export type MarkFinder = (
  table: ShapeTable,
  request: { readonly operation: string; readonly input: JsonObject },
) => MarkedValue[];

const nowhere: Branch = { marks: [], parts: [] };

/** The branches of an operation are found once. */
export function createMarkFinder(traits: readonly string[]): MarkFinder {
  const known = new WeakMap<ShapeTable, Map<string, Branch>>();
  return (table, { operation, input }) => {
    let branches = known.get(table);
    if (branches === undefined) {
      branches = new Map();
      known.set(table, branches);
    }
    let branch = branches.get(operation);
    if (branch === undefined) {
      const entry = ownValue(table.operations, operation);
      branch = entry === undefined ? nowhere : compilePlan(table, entry.input, traits);
      branches.set(operation, branch);
    }
    const marked: MarkedValue[] = [];
    collectMarked(branch, input, '', operation, marked);
    return marked;
  };
}

function compilePlan(table: ShapeTable, input: string, traits: readonly string[]): Branch {
  const known = new Map<PlanMember, Branch>();
  const compile = (planned: PlanMember): Branch => {
    const before = known.get(planned);
    if (before !== undefined) return before;
    const plan = planned.target === undefined ? undefined : ownValue(table.plan, planned.target);
    const marks = traits.flatMap((trait) => {
      const parameters = ownValue(planned.traits ?? {}, trait) ?? ownValue(plan?.traits ?? {}, trait);
      return parameters === undefined ? [] : [{ trait, parameters }];
    });
    const branch: Branch = { marks, parts: [] };
    known.set(planned, branch);
    for (const [name, member] of Object.entries(plan?.members ?? {})) {
      // One that is still being compiled is one that it is itself a part of.
      const isWithin = known.has(member);
      const part = compile(member);
      if (isWithin || part.marks.length > 0 || part.parts.length > 0) branch.parts.push([name, part]);
    }
    return branch;
  };
  return compile({ target: input });
}

function collectMarked(branch: Branch, value: JsonValue, pointer: string, member: string, marked: MarkedValue[]): void {
  if (typeof value === 'string') {
    for (const { trait, parameters } of branch.marks) marked.push({ trait, parameters, member, pointer, value });
    return;
  }
  if (Array.isArray(value)) {
    const [, element] = branch.parts.find(([name]) => name === 'member') ?? [];
    if (element === undefined) return;
    for (const [i, item] of value.entries())
      collectMarked(element, item, appendToken(pointer, i), `${member}[]`, marked);
  } else if (isObject(value)) {
    for (const [name, part] of branch.parts) {
      const item = ownValue(value, name);
      if (item !== undefined) collectMarked(part, item, appendToken(pointer, name), appendToken(member, name), marked);
    }
  }
}
