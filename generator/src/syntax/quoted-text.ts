const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** The value of a quoted text, or why it has none. */
export type QuotedText = { readonly value: string } | { readonly fault: string };

/** Reads what stands between the quotes of a string: line ends become LF, escapes what they stand for. */
export function readQuotedText(body: string): QuotedText {
  return replaceEscapes(normalizeLines(body));
}

/**
 * Reads what stands between the `"""` of a text block: the indentation that all lines share is taken away, and so are
 * spaces at the end of a line; the last line counts even when it is blank, so that the closing quotes can set the margin.
 */
export function readTextBlock(body: string): QuotedText {
  const [first, ...lines] = normalizeLines(body).split('\n');
  if (first === undefined || countIndent(first) < first.length || lines.length === 0)
    return { fault: 'a text block starts with a line break after `"""`' };
  let margin = Number.POSITIVE_INFINITY;
  lines.forEach((line, index) => {
    const indent = countIndent(line);
    if (indent < line.length || index === lines.length - 1) margin = Math.min(margin, indent);
  });
  return replaceEscapes(lines.map((line) => trimEnd(line.slice(Math.min(margin, countIndent(line))))).join('\n'));
}

function normalizeLines(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
}

function countIndent(line: string): number {
  let at = 0;
  while (line[at] === ' ' || line[at] === '\t') at++;
  return at;
}

// Not a regular expression: `/\s+$/` takes quadratic time on a line of spaces with something behind them.
function trimEnd(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end--;
  return end === line.length ? line : line.slice(0, end);
}

function replaceEscapes(text: string): QuotedText {
  if (!text.includes('\\')) return { value: text };
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', from)) {
    parts.push(text.slice(from, at));
    const letter = text[at + 1] ?? '';
    const plain = escapes.get(letter);
    if (plain !== undefined) {
      parts.push(plain);
      from = at + 2;
    } else if (letter === '\n') {
      from = at + 2;
    } else if (letter === 'u') {
      const digits = text.slice(at + 2, at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) return { fault: 'found `\\u` without four hexadecimal digits' };
      parts.push(String.fromCharCode(Number.parseInt(digits, 16)));
      from = at + 6;
    } else return { fault: `found unknown escape \`\\${letter}\`` };
  }
  parts.push(text.slice(from));
  const value = parts.join('');
  return hasLoneSurrogate(value) ? { fault: 'found half of a surrogate pair' } : { value };
}

/** True where a text has half of a surrogate pair, which no UTF-8 file can hold. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}
