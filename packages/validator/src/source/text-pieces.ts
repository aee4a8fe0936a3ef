const mostLoose = 4096;

/**
 * Puts a text together from millions of pieces. `+=` would keep each piece alive until the text is read, and collecting
 * that garbage takes longer than all else.
 */
export class TextPieces {
  readonly #joined: string[] = [];
  #loose: string[] = [];

  add(piece: string): void {
    if (this.#loose.push(piece) < mostLoose) return;
    this.#joined.push(this.#loose.join(''));
    this.#loose = [];
  }

  join(): string {
    return this.#joined.join('') + this.#loose.join('');
  }
}
