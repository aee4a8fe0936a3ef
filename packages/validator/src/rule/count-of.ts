/** Groups the digits of a whole number by thousands, in the same way everywhere: 10,485,760. */
export function formatNumber(value: number): string {
  const text = String(value);
  return /^-?\d{5,}$/.test(text) ? text.replace(/\d(?=(?:\d{3})+$)/g, '$&,') : text;
}

/** A number with its noun: `1 element`, `3 elements`; `nouns` is the plural. */
export function countOf(count: number, nouns: string): string {
  const noun = count === 1 ? nouns.replace(/ies$/, 'y').replace(/s$/, '') : nouns;
  return `${count === 0 ? 'no' : formatNumber(count)} ${noun}`;
}

/** The bounds of a number or a length as messages say them: `at least 1`, `1 to 63`. */
export function describeBounds(min: number | undefined, max: number | undefined): string {
  if (min === undefined) return `at most ${formatNumber(max ?? 0)}`;
  if (max === undefined) return `at least ${formatNumber(min)}`;
  return min === max ? `exactly ${formatNumber(min)}` : `${formatNumber(min)} to ${formatNumber(max)}`;
}
