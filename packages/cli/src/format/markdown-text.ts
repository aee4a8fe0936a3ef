import { escapeControls } from './escape.ts';

/** Text beyond it is cut, so that no value fills a comment by itself. */
const longest = 2000;

function encode(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

/**
 * Prose in which nothing is Markdown or HTML, and nothing that a code host turns into a link, a mention, a reference or an
 * emoji: what these begin with is followed by a space of no width.
 */
function escapeProse(text: string): string {
  return text
    .replaceAll(/[^\p{L}\p{M}\p{N} ,.;()'"\-\u0080-\u{10ffff}]/gu, (character) =>
      /[@#!$%~&]/.test(character) ? `${encode(character)}&#8203;` : encode(character),
    )
    .replaceAll(/&#58;(?=\S)/g, '&#58;&#8203;')
    .replaceAll(/www(?=\.)/gi, '$&&#8203;');
}

/** A text as code; what looks like Markdown in it is a character. */
export function writeCode(text: string): string {
  const encoded = escapeControls(text).replaceAll(/[^\p{L}\p{M}\p{N} /\-\u0080-\u{10ffff}]/gu, encode);
  return encoded === '' ? '' : `<code>${encoded}</code>`;
}

function writeLine(line: string): string {
  const pieces = line.split('`');
  const last = pieces.length - 1;
  // A backtick without its partner is a character, and so are two with nothing between them.
  return pieces
    .map((piece, index) => {
      if (index % 2 === 0) return escapeProse(piece);
      if (index === last) return escapeProse(`\`${piece}`);
      return piece === '' ? escapeProse('``') : writeCode(piece);
    })
    .join('');
}

/** A message or a help for a cell of a table: what stands in backticks is code, its lines stay lines. */
export function writeMessage(text: string): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return cut
    .split('\n')
    .map((line) => writeLine(escapeControls(line)))
    .join('<br>');
}
