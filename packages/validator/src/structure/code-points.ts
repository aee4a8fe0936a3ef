/** The length of a string as Smithy and JSON Schema count it. */
export function countCodePoints(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
