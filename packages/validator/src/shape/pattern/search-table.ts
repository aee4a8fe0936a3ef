/** An automaton that was worked out whole, as plain data: a search looks up one move for each character. */
export interface PatternTable {
  /** For each ASCII character the letter of its class. */
  readonly ascii: string;
  /** The code points above at which another class begins, each with its class. */
  readonly above: readonly (readonly [start: number, index: number])[];
  /** How long a row is: a move for each class, and one for the text's end. */
  readonly width: number;
  /** For each place a row, the first one that of the beginning: where the row of the next place begins, or `found` or `lost`. */
  readonly moves: readonly number[];
}

/** The letter of the first class. */
export const firstLetter = 0x30;
/** There is a match, whatever follows. */
export const found = -1;
/** There is none, whatever follows. */
export const lost = -2;

/** Whether there is a match anywhere in a text. */
export function searchTable({ ascii, above, width, moves }: PatternTable, text: string): boolean {
  let row = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    let symbol: number;
    if (unit < 0x80) symbol = ascii.charCodeAt(unit) - firstLetter;
    else {
      const codePoint = text.codePointAt(at)!;
      if (codePoint > 0xffff) at++;
      symbol = findClass(above, codePoint);
    }
    row = moves[row + symbol]!;
    if (row < 0) return row === found;
  }
  return moves[row + width - 1] === found;
}

function findClass(above: PatternTable['above'], codePoint: number): number {
  let low = 0;
  let high = above.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (above[middle]![0] <= codePoint) low = middle;
    else high = middle - 1;
  }
  return above[low]![1];
}
