/**
 * Finds where each UTF-16 unit of a scalar's value stands in its text, which has quotes, escapes, folded lines, or the
 * indentation of a block. The last number is where the value ends. Null where the text does not spell the value.
 */
export function mapScalar(raw: string, value: string): Int32Array | null {
  return raw[0] === '|' || raw[0] === '>' ? mapBlock(raw, value) : mapFlow(raw, value);
}

interface Line {
  readonly start: number;
  readonly text: string;
}

/** Each line of a block that is not blank stands in the value as it is, without the block's indentation. */
function mapBlock(raw: string, value: string): Int32Array | null {
  const map = new Int32Array(value.length + 1);
  const lines = listLines(raw).slice(1);
  const filled = lines.filter(({ text }) => /[^ \t]/.test(text));
  const indent = countLeading(filled[0]?.text ?? '') - countLeading(value.replace(/^\s*\n/, ''));
  let unit = 0;
  let end = lines[0]?.start ?? raw.length;
  for (const { start, text } of filled) {
    const content = text.slice(indent);
    while (!value.startsWith(content, unit)) {
      if (!' \t\n'.includes(value[unit] ?? '?')) return null;
      map[unit++] = end;
    }
    for (let i = 0; i < content.length; i++) map[unit++] = start + indent + i;
    end = start + text.length;
  }
  if (value.slice(unit).trim() !== '') return null;
  map.fill(end, unit);
  return map;
}

function listLines(raw: string): Line[] {
  const lines: Line[] = [];
  for (const found of raw.matchAll(/([^\r\n]*)(\r\n?|\n|$)/g)) lines.push({ start: found.index, text: found[1] ?? '' });
  return lines;
}

function countLeading(text: string): number {
  return /^ */.exec(text)?.[0].length ?? 0;
}

function mapFlow(raw: string, value: string): Int32Array | null {
  const map = new Int32Array(value.length + 1);
  const quote = raw[0] === '"' || raw[0] === "'" ? raw[0] : '';
  const end = raw.length - quote.length;
  let at = quote.length;
  let unit = 0;
  while (unit < value.length) {
    if (at >= end) return null;
    const character = raw[at];
    if (quote === '"' && character === '\\') {
      const { length, units } = measureEscape(raw, at);
      for (let i = 0; i < units && unit < value.length; i++) map[unit++] = at;
      // A line break that is escaped stands for nothing, with the indentation behind it.
      at = units === 0 ? skipSpace(raw, at + length, end) : at + length;
    } else if (quote === "'" && character === "'") {
      if (value[unit] !== "'") return null;
      map[unit++] = at;
      at += 2;
    } else if (isFold(raw, at, end)) {
      const next = skipSpace(raw, at, end);
      // A folded break is a space, or as many line feeds as there are empty lines.
      if (value[unit] === ' ') map[unit++] = at;
      else while (value[unit] === '\n') map[unit++] = at;
      at = next;
    } else if (character === value[unit]) map[unit++] = at++;
    else return null;
  }
  map[value.length] = at;
  return map;
}

function isBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

/** Spaces before a line break belong to the break. */
function isFold(raw: string, at: number, end: number): boolean {
  let next = at;
  while (next < end && (raw[next] === ' ' || raw[next] === '\t')) next++;
  return next < end && isBreak(raw[next]);
}

function skipSpace(raw: string, at: number, end: number): number {
  let next = at;
  while (next < end && (raw[next] === ' ' || raw[next] === '\t' || isBreak(raw[next]))) next++;
  return next;
}

const hexDigits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** The characters of an escape, and how many UTF-16 units it stands for: none for a line break. */
function measureEscape(raw: string, at: number): { readonly length: number; readonly units: number } {
  const kind = raw[at + 1] ?? '';
  const digits = hexDigits[kind] ?? 0;
  if (kind === '\r' && raw[at + 2] === '\n') return { length: 3, units: 0 };
  if (isBreak(kind)) return { length: 2, units: 0 };
  const code = Number.parseInt(raw.slice(at + 2, at + 2 + digits), 16);
  return { length: 2 + digits, units: code > 0xffff ? 2 : 1 };
}
