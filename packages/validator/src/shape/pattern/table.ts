import type { Alphabet } from './alphabet.ts';
import { firstLetter, found, lost, type PatternTable } from './search-table.ts';

/** A table is for patterns of few words: it is kept and read as text. */
export const mostMoves = 4_000;
/** Classes have a letter each. */
const mostClasses = 64;

/**
 * Writes an automaton as a table, with one row for places that no text tells apart. Null for more classes than there are letters.
 * @param rows of each place what follows it by class, then what the text's end gives; -1 is a match
 */
export function makeTable(alphabet: Alphabet, rows: readonly (readonly number[])[]): PatternTable | null {
  if (alphabet.size > mostClasses) return null;
  const groups = groupPlaces(rows);
  const width = alphabet.size + 1;
  const leaders = new Map<number, number>();
  for (const [place, group] of groups.entries()) if (!leaders.has(group)) leaders.set(group, place);
  // Groups are numbered as their first places are, so the beginning is the first.
  const kept = [...leaders].filter(([group, leader]) => group === 0 || !isLost(rows[leader]!, groups, group));
  const offsets = new Map(kept.map(([group], index) => [group, index * width]));
  const moves = kept.flatMap(([, leader]) =>
    rows[leader]!.map((to, symbol) => {
      if (to === found) return found;
      return symbol === alphabet.size ? lost : (offsets.get(groups[to]!) ?? lost);
    }),
  );
  const ascii = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(firstLetter + alphabet.classOf(code)));
  return { ascii: ascii.join(''), above: listAbove(alphabet), width, moves };
}

/** The group of each place: two are of one where the same texts lead from both to a match. */
function groupPlaces(rows: readonly (readonly number[])[]): number[] {
  let groups = rows.map(() => 0);
  for (let count = 1; ; ) {
    const known = new Map<string, number>();
    const next = rows.map((row, place) => {
      const moves = row.map((to, symbol) => (to === found ? found : symbol === row.length - 1 ? lost : groups[to]!));
      const key = `${groups[place]}:${moves.join()}`;
      const group = known.get(key) ?? known.size;
      known.set(key, group);
      return group;
    });
    groups = next;
    if (known.size === count) return groups;
    count = known.size;
  }
}

/** Whether nothing leads from a group to another, or to a match. */
function isLost(row: readonly number[], groups: readonly number[], group: number): boolean {
  const end = row.length - 1;
  return row.every((to, symbol) => to !== found && (symbol === end || groups[to] === group));
}

function listAbove(alphabet: Alphabet): [start: number, index: number][] {
  const above: [number, number][] = [[0x80, alphabet.classOf(0x80)]];
  for (let index = 0; index < alphabet.size; index++) {
    const set = alphabet.charsOf(index);
    for (let at = 0; at < set.length; at += 2) if (set[at]! > 0x80) above.push([set[at]!, index]);
  }
  return above.sort(([a], [b]) => a - b);
}
