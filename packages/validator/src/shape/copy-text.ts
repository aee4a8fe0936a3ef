/** The same text with characters of its own: one that was cut out of another keeps all of that in memory. */
export function copyText(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
