import { parsePattern } from '@shapegate/validator/leaves';

/** No engine is asked about a longer text: it may run out of stack where the text is good. */
const longestPattern = 20_000;

/**
 * True for what ECMA-262 takes, which is what the specification asks of `@pattern`, and for what other dialects take:
 * many a published model has a flag or a possessive count, and Smithy's own tools let it pass.
 */
export function isRegularExpression(pattern: string): boolean {
  if (pattern.length > longestPattern || compiles(pattern, '') || compiles(pattern, 'v')) return true;
  // Sets of Unicode take long to be worked out, and say nothing of the form.
  const plain = pattern.replaceAll(foreign, translate);
  return compiles(plain, '') || parsePattern(plain) !== null || parsePattern(pattern) !== null;
}

function compiles(pattern: string, flags: string): boolean {
  try {
    new RegExp(pattern, flags);
    return true;
  } catch {
    return false;
  }
}

/** What other dialects have: quotations, named sets, comments, flags, atomic groups, possessive counts. An escape is passed over. */
const foreign =
  /\\Q[\s\S]*?(?:\\E|$)|\\[pP](?:\{[^{}]*\}|\w)|\\[\s\S]|\(\?#[^)]*\)|\(\?[A-Za-z-]+\)|\(\?(?:[A-Za-z-]*:|>)|\(\?P<|[*+?}]\+/g;

/** The nearest thing that ECMA-262 has, for its form and not for its meaning. */
function translate(found: string): string {
  if (found.startsWith('\\')) return found[1] === 'Q' ? 'x' : /^[pP]/.test(found.slice(1)) ? '\\d' : found;
  if (!found.startsWith('(')) return found.slice(0, 1);
  if (found.endsWith('<')) return '(?<';
  return found.endsWith(')') ? '' : '(?:';
}
