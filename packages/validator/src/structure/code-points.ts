const longLength = 1000;
const surrogate = /[\ud800-\udfff]/;

/** The length of a string as Smithy and JSON Schema count it. */
export function countCodePoints(text: string): number {
  // Ten million characters are looked through in no time where all of them are of one byte.
  if (text.length > longLength && !surrogate.test(text)) return text.length;
  let length = text.length;
  for (let i = 1; i < text.length; i++)
    if ((text.charCodeAt(i) & 0xfc00) === 0xdc00 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800) length--;
  return length;
}
