/** The length of a string as Smithy and JSON Schema count it. */
export function countCodePoints(text: string): number {
  let length = text.length;
  // Ten million characters are counted in no time by their codes, and not by an iterator.
  for (let i = 1; i < text.length; i++)
    if ((text.charCodeAt(i) & 0xfc00) === 0xdc00 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800) length--;
  return length;
}
