/** True where `|` stands outside of groups and classes. */
function hasChoice(pattern: string): boolean {
  let depth = 0;
  let inClass = false;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at];
    if (character === '\\') at++;
    else if (inClass) inClass = character !== ']';
    else if (character === '[') inClass = true;
    else if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (character === '|' && depth === 0) return true;
  }
  return false;
}

function endsAnchored(pattern: string): boolean {
  const before = /\\*(?=\$$)/.exec(pattern)?.[0].length ?? 0;
  return pattern.endsWith('$') && before % 2 === 0;
}

/** Turns a pattern that means the whole text into one that is searched for and finds the same: anchored as a whole. */
export function anchorPattern(pattern: string): string {
  if (hasChoice(pattern)) return `^(?:${pattern})$`;
  return `${pattern.startsWith('^') ? '' : '^'}${pattern}${endsAnchored(pattern) ? '' : '$'}`;
}
