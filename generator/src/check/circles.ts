import type { ShapeId } from '../model/model.ts';
import { findComponents } from './pattern/components.ts';

/** As many shapes of a circle as a message names. */
const most = 8;

/** The shapes that lead back to themselves, in the order given, each with the way: the shapes it comes through, or itself. */
export function findCircles(
  ids: readonly ShapeId[],
  listNext: (id: ShapeId) => readonly ShapeId[],
): Map<ShapeId, readonly ShapeId[]> {
  const numbers = new Map(ids.map((id, at) => [id, at]));
  const edges = ids.map((id) => listNext(id).flatMap((next) => numbers.get(next) ?? []));
  const starts = edges.flatMap((next, at) => (next.length === 0 ? [] : [at]));
  const { of } = findComponents(ids.length, starts, (at) => edges[at]!);
  const ways = new Map<number, readonly number[]>();
  for (const start of starts) {
    if (ways.has(start)) continue;
    const circle = findCircle(start, (at) => edges[at]!.filter((next) => of[next] === of[start]));
    for (const [turn, at] of circle.entries())
      if (!ways.has(at))
        ways.set(at, [...circle.slice(turn + 1, turn + 1 + most), ...circle.slice(0, turn)].slice(0, most));
  }
  return new Map(
    starts.flatMap((at) => {
      const way = ways.get(at);
      return way === undefined ? [] : [[ids[at]!, way.length === 0 ? [ids[at]!] : way.map((on) => ids[on]!)]];
    }),
  );
}

/** The shortest way from a state back to it, that state first; empty where there is none. */
function findCircle(start: number, listNext: (at: number) => readonly number[]): number[] {
  const cameFrom = new Map<number, number>();
  const open = [start];
  for (const at of open)
    for (const next of listNext(at)) {
      if (next === start) {
        const way: number[] = [];
        for (let on = at; on !== start; on = cameFrom.get(on)!) way.push(on);
        return [start, ...way.reverse()];
      }
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, at);
      open.push(next);
    }
  return [];
}
