import type { JsonValue } from '../shape/json.ts';
import { ownValue } from '../shape/json.ts';
import type { ShapeTable } from '../shape/shape-table.ts';

/** Levels of nesting that an input may have; the same as a document's. */
export const mostLevels = 64;

/** True where a value nests deeper than `levels`; needs no stack of its own. */
export function isDeeperThan(value: JsonValue, levels: number): boolean {
  let level: JsonValue[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > levels) return true;
    const next: JsonValue[] = [];
    for (const item of level)
      if (typeof item === 'object' && item !== null)
        for (const part of Object.values(item)) if (typeof part === 'object' && part !== null) next.push(part);
    level = next;
  }
  return false;
}

const recursive = new WeakMap<ShapeTable, Map<string, boolean>>();

/** True where an operation's input can nest without end: shapes that hold themselves, or free documents. */
export function canNestFreely(table: ShapeTable, operation: string): boolean {
  let known = recursive.get(table);
  if (known === undefined) {
    known = new Map();
    recursive.set(table, known);
  }
  const answer = known.get(operation) ?? findCycle(table, ownValue(table.operations, operation)?.input ?? '');
  known.set(operation, answer);
  return answer;
}

function findCycle(table: ShapeTable, start: string): boolean {
  const done = new Set<string>();
  const path = new Set<string>();
  const visit = (name: string): boolean => {
    if (path.has(name)) return true;
    const shape = ownValue(table.shapes, name);
    if (shape === undefined || done.has(name)) return false;
    if (shape.type === 'document') return true;
    path.add(name);
    const members =
      shape.type === 'structure' || shape.type === 'union'
        ? Object.values(shape.members)
        : shape.type === 'list'
          ? [shape.member]
          : shape.type === 'map'
            ? [shape.value]
            : [];
    const found = members.some((member) => visit(member.target));
    path.delete(name);
    done.add(name);
    return found;
  };
  return visit(start);
}
