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
  /** By member; `member` for the elements of a list. Only those that lead to a mark. */
  readonly parts: Map<string, Branch>;
}

const compiled = new WeakMap<ShapeTable, Map<string, Branch>>();

/** Finds the strings of an input whose members, or their shapes, bear one of the traits; looks nowhere else. */
export function findMarkedValues(
  table: ShapeTable,
  { operation, input }: { readonly operation: string; readonly input: JsonObject },
  traits: readonly string[],
): MarkedValue[] {
  const marked: MarkedValue[] = [];
  collectMarked(findBranch(table, operation, traits), input, '', operation, marked);
  return marked;
}

function findBranch(table: ShapeTable, operation: string, traits: readonly string[]): Branch {
  let branches = compiled.get(table);
  if (branches === undefined) {
    branches = new Map();
    compiled.set(table, branches);
  }
  const key = `${operation} ${traits.join(' ')}`;
  let branch = branches.get(key);
  if (branch === undefined) {
    const entry = ownValue(table.operations, operation);
    branch = entry === undefined ? { marks: [], parts: new Map() } : compilePlan(table, entry.input, traits);
    branches.set(key, branch);
  }
  return branch;
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
    const branch: Branch = { marks, parts: new Map() };
    known.set(planned, branch);
    for (const [name, member] of Object.entries(plan?.members ?? {})) {
      // One that is still being compiled is one that it is itself a part of.
      const isWithin = known.has(member);
      const part = compile(member);
      if (isWithin || part.marks.length > 0 || part.parts.size > 0) branch.parts.set(name, part);
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
  if (branch.parts.size === 0) return;
  if (Array.isArray(value)) {
    const element = branch.parts.get('member');
    if (element === undefined) return;
    for (const [i, item] of value.entries())
      collectMarked(element, item, appendToken(pointer, i), `${member}[]`, marked);
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      const part = branch.parts.get(key);
      if (part !== undefined)
        collectMarked(part, value[key] ?? null, appendToken(pointer, key), appendToken(member, key), marked);
    }
  }
}
