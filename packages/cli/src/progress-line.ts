import { hasColor, write } from './terminal.ts';

/** Milliseconds: a run that is over sooner says nothing. */
const patience = 1000;
const interval = 100;
/** Narrower than this a line says nothing that is of use. */
const least = 20;

/** True where a person watches standard error. What runs in CI may have a terminal that nobody looks at. */
function isWatched(): boolean {
  return process.env.CI === undefined && hasColor(2);
}

/** The columns of the terminal now; it may have been resized. */
function readColumns(): number {
  const [columns] = process.stderr.getWindowSize?.() ?? [80];
  return columns === 0 ? 80 : columns;
}

/** One line on a terminal that says how far a long run has come, and is gone before the results are written. */
export class ProgressLine {
  readonly #total: number;
  #done = 0;
  #isShown = false;
  /** When to say something next; by the wall clock, which costs next to nothing to read. */
  #next: number;

  /** @param total how many files the run has */
  constructor(total: number) {
    this.#total = total;
    // `performance` is a dozen modules, which node loads when it is first named.
    this.#next = Date.now() - process.uptime() * 1000 + patience;
  }

  /** Counts files that are done. */
  step(files = 1): void {
    this.#done += files;
    const now = Date.now();
    if (now < this.#next) return;
    this.#next = this.#isShown || isWatched() ? now + interval : Number.POSITIVE_INFINITY;
    if (this.#next !== Number.POSITIVE_INFINITY) this.#draw();
  }

  /** Takes the line away. */
  clear(): void {
    if (this.#isShown) write(2, '\r\u001b[K');
    this.#isShown = false;
  }

  #draw(): void {
    const columns = readColumns();
    if (columns < least) return;
    // A terminal breaks a line that fills it.
    write(2, `\r${`linting: ${this.#done} of ${this.#total} files`.slice(0, columns - 1)}\u001b[K`);
    this.#isShown = true;
  }
}
