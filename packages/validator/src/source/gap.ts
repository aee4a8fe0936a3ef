const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const hash = 35;

/** True for a space, a tab and the characters that end a line. */
export function isSpace(code: number): boolean {
  return code === space || code === lineFeed || code === carriageReturn || code === tab;
}

/** True where a `#` at this place starts a comment: at the start of the text or after white space. */
export function startsComment(text: string, at: number): boolean {
  return text.charCodeAt(at) === hash && (at === 0 || isSpace(text.charCodeAt(at - 1)));
}

/** The end of the line that holds `at`, before its line break. */
export function findLineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && text.charCodeAt(end) !== lineFeed && text.charCodeAt(end) !== carriageReturn) end++;
  return end;
}

/** The first place from `at` on that holds neither white space, nor a comment, nor one of the `skipped` characters. */
export function skipGap(text: string, at: number, skipped: string): number {
  let place = at;
  while (place < text.length) {
    const code = text.charCodeAt(place);
    if (isSpace(code) || code === 0xfeff) place++;
    else if (code === hash && startsComment(text, place)) place = findLineEnd(text, place);
    else if (skipped.includes(text[place] ?? '')) place++;
    else return place;
  }
  return place;
}

/** Where the content after the last line break before `end` stops; never before `start`. */
export function trimEnd(text: string, start: number, end: number): number {
  let place = end;
  while (place > start && isSpace(text.charCodeAt(place - 1))) place--;
  return place;
}

function isLineStart(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return at === 0 || before === lineFeed || before === carriageReturn || before === 0xfeff;
}

/** True for `---` or `...` on a line's start, alone or followed by white space. */
function isMarker(text: string, at: number, marker: string): boolean {
  return (
    text.startsWith(marker, at) && isLineStart(text, at) && (at + 3 >= text.length || isSpace(text.charCodeAt(at + 3)))
  );
}

/** The offset of the `---` that opens a document, from the end of the one before; -1 where there is none. */
export function findDocumentStart(text: string, from: number): number {
  let place = skipGap(text, from, '');
  while (place < text.length) {
    if (isMarker(text, place, '---')) return place;
    if (isMarker(text, place, '...')) place += 3;
    else if (text[place] === '%' && isLineStart(text, place)) place = findLineEnd(text, place);
    else return -1;
    place = skipGap(text, place, '');
  }
  return -1;
}

/** The offset of the last `---` before `end`; -1 where there is none. On a line's start it separates documents, whatever stands around it. */
export function findLastSeparator(text: string, end: number): number {
  for (let at = text.lastIndexOf('---', end - 1); at > 0; at = text.lastIndexOf('---', at - 1))
    if (isMarker(text, at, '---')) return at;
  return isMarker(text, 0, '---') && end > 0 ? 0 : -1;
}

/** The offset of the next `---` from `start` on, or the end of the text. */
export function findNextSeparator(text: string, start: number): number {
  for (let at = text.indexOf('---', start); at !== -1; at = text.indexOf('---', at + 1))
    if (isMarker(text, at, '---')) return at;
  return text.length;
}
