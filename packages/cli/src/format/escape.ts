// Controls, and what turns the direction of text around: a spec could forge with them what a terminal shows.
const unsafe = /[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
const lone = /\p{Surrogate}/gu;

function showUnsafe(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}

/** A text that comes from a file, a file name or a service, made harmless for a terminal; each character stays one. */
export function escapeLine(text: string): string {
  return text.replaceAll('\t', ' ').replaceAll(unsafe, showUnsafe).replaceAll(lone, '\ufffd');
}

/** As `escapeLine`, line by line. */
export function escapeText(text: string): string {
  return text.split('\n').map(escapeLine).join('\n');
}
