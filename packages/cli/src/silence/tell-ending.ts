import { escapeLine } from '../format/escape.ts';
import { type EndingWaiver, wordEnding } from '../format/run-facts.ts';
import { write } from '../terminal.ts';

/** Nobody reads more of them. */
const mostTold = 10;

/** Tells on standard error which waivers end soon: what they silence is found again from the day after on. */
export function tellEnding(waivers: readonly EndingWaiver[]): void {
  for (const waiver of waivers.slice(0, mostTold)) {
    const { line, column } = waiver.range.start;
    write(2, `note: ${escapeLine(waiver.file)}:${line}:${column}: ${escapeLine(wordEnding(waiver))}\n`);
  }
  const rest = waivers.length - mostTold;
  if (rest > 0) write(2, `note: ${rest} more ${rest === 1 ? 'waiver ends' : 'waivers end'} soon\n`);
}
