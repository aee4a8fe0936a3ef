// Controls, and what turns the direction of text around: a spec could forge with them what a terminal shows.
const unsafe = /[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
/** The same without those that JSON escapes itself. */
const unsafeInJson = /[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
const lone = /[\u{d800}-\u{dfff}]/gu;
// What is printed on standard output in CI is read for orders: GitHub's begin a line with `::`, and `##[` is one of its
// old form wherever it stands; Azure and TeamCity know `##vso[` and `##teamcity[`.
const orderAtStart = /^(\s*):(?=:)/;
const orderAnywhere = /(##\w*)\[/g;

function showUnsafe(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}

/** A text with U+FFFD for halves of pairs, which no encoding can write. */
export function replaceLone(text: string): string {
  return text.replaceAll(lone, '\ufffd');
}

/** A text without controls, marks of direction and halves of pairs; each character stays one. */
export function escapeControls(text: string): string {
  return replaceLone(text.replaceAll('\t', ' ').replaceAll(unsafe, showUnsafe));
}

/** A text that comes from a file, a file name or a service, made harmless for a terminal and for a log that CI reads. */
export function escapeLine(text: string): string {
  return escapeControls(text).replace(orderAtStart, '$1\ufffd').replaceAll(orderAnywhere, '$1\ufffd');
}

/** As `escapeLine`, line by line. */
export function escapeText(text: string): string {
  return text.split('\n').map(escapeLine).join('\n');
}

/** A value as JSON on lines of its own, in characters that no terminal and no CI system acts on. */
export function writeJson(value: unknown): string {
  const escaped = JSON.stringify(value, null, 2)
    .replaceAll(unsafeInJson, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll(orderAnywhere, '$1\\u005b');
  return `${escaped}\n`;
}
