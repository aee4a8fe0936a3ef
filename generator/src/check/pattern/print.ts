import {
  type CharSet,
  complementSet,
  isSubset,
  listRanges,
  type PatternNode,
  type SetNode,
  subtractSet,
  whiteSpace,
} from '@shapegate/validator/leaves';

const mostRanges = 24;
const escapes: ReadonlyMap<number, string> = new Map([
  [0x09, '\\t'],
  [0x0a, '\\n'],
  [0x0b, '\\v'],
  [0x0c, '\\f'],
  [0x0d, '\\r'],
]);
const assertions = {
  start: '^',
  end: '$',
  wordBoundary: '\\b',
  notWordBoundary: '\\B',
  lineStart: '(?<![^\\n\\r\\u2028\\u2029])',
  lineEnd: '(?![^\\n\\r\\u2028\\u2029])',
};

/** Writes a tree as a regular expression for the `u` flag; null where a set has too many ranges to be written, and for backreferences. */
export function printPattern(node: PatternNode): string | null {
  if (node.kind === 'empty') return '';
  if (node.kind === 'set') return printSet(node);
  if (node.kind === 'assertion') return assertions[node.at];
  if (node.kind === 'backreference') return null;
  if (node.kind === 'choice') return printAll(node.options, '|');
  if (node.kind === 'sequence') {
    return printAll(node.parts, '', (part) => part.kind === 'choice');
  }
  const body = printPattern(node.body);
  if (body === null) return null;
  if (node.kind === 'look') return `(?${node.behind ? '<' : ''}${node.negative ? '!' : '='}${body})`;
  if (node.max === 0) return '';
  const atom = node.body.kind === 'set' ? body : `(?:${body})`;
  return `${atom}${printCount(node.min, node.max)}${node.lazy ? '?' : ''}`;
}

function printAll(
  nodes: readonly PatternNode[],
  separator: string,
  isGrouped = (_: PatternNode) => false,
): string | null {
  const texts: string[] = [];
  for (const node of nodes) {
    const text = printPattern(node);
    if (text === null) return null;
    texts.push(isGrouped(node) ? `(?:${text})` : text);
  }
  return texts.join(separator);
}

function printCount(min: number, max: number): string {
  if (max === Number.POSITIVE_INFINITY) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
  if (min === 0 && max === 1) return '?';
  return min === max ? `{${min}}` : `{${min},${max}}`;
}

function printSet(node: SetNode): string | null {
  const { set, spelling } = node;
  if (listRanges(set).length === 0) return '[]';
  const rest = complementSet(set);
  if (rest.length === 0) return '[^]';
  if (set.length === 2 && set[0] === set[1]) return printChar(set[0]!, '^$\\.*+?()[]{}|');
  if (rest.join() === '10,10,13,13,8232,8233') return '.';
  if (spelling !== null) {
    const body = spelling.properties.join('') + printRanges(spelling.rest, false);
    return spelling.properties.length === 1 && spelling.rest.length === 0 && !spelling.negated
      ? spelling.properties[0]!
      : `[${spelling.negated ? '^' : ''}${body}]`;
  }
  const isNegated = rest.length < set.length || (rest.length === set.length && listRanges(set).at(-1)![1] === 0x10ffff);
  const shown = isNegated ? rest : set;
  if (listRanges(shown).length > mostRanges) return null;
  const body = isSubset(whiteSpace, shown)
    ? `\\s${printRanges(subtractSet(shown, whiteSpace), false)}`
    : printRanges(shown, true);
  return body === '\\s' && isNegated ? '\\S' : body === '\\s' ? '\\s' : `[${isNegated ? '^' : ''}${body}]`;
}

/** The inside of a class; a hyphen stands first, where it needs no backslash. */
function printRanges(set: CharSet, isFirst: boolean): string {
  const hyphen: CharSet = [0x2d, 0x2d];
  const leads = isFirst && listRanges(set).some(([from, to]) => from === 0x2d && to === 0x2d);
  const ranges = listRanges(leads ? subtractSet(set, hyphen) : set).map(([from, to]) => {
    const [first, last] = [printChar(from, '\\]^-['), printChar(to, '\\]^-[')];
    return from === to ? first : to === from + 1 ? first + last : `${first}-${last}`;
  });
  return (leads ? '-' : '') + ranges.join('');
}

function printChar(codePoint: number, special: string): string {
  const known = escapes.get(codePoint);
  if (known !== undefined) return known;
  if (codePoint > 0xffff) return `\\u{${codePoint.toString(16).toUpperCase()}}`;
  if (codePoint < 0x20 || codePoint > 0x7e) return `\\u${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  const char = String.fromCharCode(codePoint);
  return special.includes(char) ? `\\${char}` : char;
}
