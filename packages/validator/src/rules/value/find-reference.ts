const longest = 65_536;

/** Where none of these is, there is no reference. */
export const referenceHint = /[$%{]/;

/** The reference that a text holds, such as `${VAR}`; undefined where there is none. `$VAR` counts alone, in an ARN or S3 URI, or where the model refuses the text. */
export function findReference(text: string, refused: boolean): string | undefined {
  // No value that holds a reference is so long; a longer one is refused for its length.
  if (text.length > longest || !referenceHint.test(text)) return undefined;
  const open = text.indexOf('{{');
  const close = open === -1 ? -1 : text.indexOf('}}', open + 2);
  if (close !== -1) return text.slice(open, close + 2);
  const bracketed = /\$\{(?!aws:)[A-Za-z_][^{}\n]*\}|\$\([^()\n]+\)/.exec(text)?.[0];
  if (bracketed !== undefined) return bracketed;
  const isWhole = /^\$[A-Za-z_]\w*$/.test(text);
  const isAddress = text.startsWith('arn:') || text.startsWith('s3:');
  if (!isWhole && !isAddress && !refused) return undefined;
  return /\$[A-Za-z_]\w*/.exec(text)?.[0] ?? (refused ? /%[A-Z_][A-Z0-9_]*%/.exec(text)?.[0] : undefined);
}
