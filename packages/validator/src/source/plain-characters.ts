/** Characters by their codes. */
export const lineFeed = 10;
export const space = 32;
export const doubleQuote = 34;
export const hash = 35;
export const singleQuote = 39;
export const comma = 44;
export const dash = 45;
export const colon = 58;
export const openBracket = 91;
export const backslash = 92;
export const closeBracket = 93;
export const openBrace = 123;
export const closeBrace = 125;
export const pipe = 124;
export const greater = 62;

/** Tables by code: 1 for what a key begins with. */
export const isLetter = new Uint8Array(256);
/** 1 for what a key has. */
export const isKeyPart = new Uint8Array(256);
/** 1 for what a plain scalar begins with. */
export const isStart = new Uint8Array(256);
for (let code = 48; code < 123; code++) {
  const character = String.fromCharCode(code);
  isLetter[code] = /[A-Za-z]/.test(character) ? 1 : 0;
  isKeyPart[code] = /[A-Za-z0-9]/.test(character) ? 1 : 0;
  isStart[code] = isKeyPart[code] ?? 0;
}
for (const character of '-_') isKeyPart[character.charCodeAt(0)] = 1;
for (const character of '/.$<_(+^~') isStart[character.charCodeAt(0)] = 1;

/** True for what ends a plain scalar in a flow collection. */
export function isFlowMark(code: number | undefined): boolean {
  return code === comma || code === openBracket || code === closeBracket || code === openBrace || code === closeBrace;
}
