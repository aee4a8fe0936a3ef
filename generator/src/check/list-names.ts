/** A message names so many at most: thousands of shapes in one quarrel would each name all the others. */
const mostNames = 20;

/** Names in backticks, with commas. */
export function listNames(names: Iterable<string>): string {
  const all = [...names];
  const told = all.slice(0, mostNames).map((name) => `\`${name}\``);
  return [...told, ...(all.length > mostNames ? [`${all.length - mostNames} more`] : [])].join(', ');
}
