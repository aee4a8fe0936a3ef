import type { SourceComment } from '../source/comments.ts';

/** The word that every directive starts with. */
export const directiveWord = 'shapegate-ignore';

/** A comment that silences findings. */
export interface Directive {
  readonly start: number;
  readonly end: number;
  /** The line that it speaks of: its own, or the next one. */
  readonly scope: 'line' | 'next-line';
  /** As they are written; empty where none is named. */
  readonly rules: readonly string[];
  /** What stands after `until:`; null where there is none. */
  readonly until: string | null;
  /** Empty where none is given. */
  readonly reason: string;
}

/**
 * Reads `# shapegate-ignore[-next-line] rule[, rule] [until:YYYY-MM-DD] -- reason`; null where the comment starts with another
 * word. Nothing in it is checked.
 */
export function readDirective({ start, end, text }: SourceComment): Directive | null {
  const words = text.slice(1).trim();
  const [first = ''] = words.split(/\s/, 1);
  const scope = first === directiveWord ? 'line' : first === `${directiveWord}-next-line` ? 'next-line' : null;
  if (scope === null) return null;
  const rest = ` ${words.slice(first.length).trim()} `;
  const dashes = rest.indexOf(' -- ');
  const reason = dashes === -1 ? '' : rest.slice(dashes + 4).trim();
  const rules: string[] = [];
  let until: string | null = null;
  for (const word of (dashes === -1 ? rest : rest.slice(0, dashes)).split(/[\s,]+/)) {
    if (word.startsWith('until:')) until = word.slice('until:'.length);
    else if (word !== '' && word !== '--') rules.push(word);
  }
  return { start, end, scope, rules, until, reason };
}

/** True for a day that the calendar has, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
