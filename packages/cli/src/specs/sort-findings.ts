import type { Finding } from '@shapegate/validator';

/** Orders findings by document, place and rule. */
export function byPlace(a: Finding, b: Finding): number {
  const [one, other] = [a.range, b.range];
  return (
    a.document - b.document ||
    one.start.line - other.start.line ||
    one.start.column - other.start.column ||
    one.end.line - other.end.line ||
    one.end.column - other.end.column ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
