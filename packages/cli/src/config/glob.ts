/** Tells whether a path, written with `/` and relative to the glob's folder, is one of those that a glob means. */
export type PathMatcher = (path: string) => boolean;

const special = /[\\^$.|+()]/;

/** Finds the `}` that belongs to a `{`; -1 where there is none. */
function findClosingBrace(glob: string, open: number): number {
  let depth = 0;
  for (let at = open; at < glob.length; at++) {
    if (glob[at] === '{') depth++;
    else if (glob[at] === '}' && --depth === 0) return at;
  }
  return -1;
}

/** Splits at the commas that stand in no inner braces. */
function splitAlternatives(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth++;
    else if (character === '}') depth--;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}

function translateClass(glob: string, open: number): { readonly source: string; readonly end: number } | null {
  const close = glob.indexOf(']', open + 2);
  if (close === -1) return null;
  const body = glob.slice(open + 1, close).replaceAll(/[\\[&~]/g, '\\$&');
  const inverted = body.startsWith('!') || body.startsWith('^');
  return { source: inverted ? `(?!/)[^${body.slice(1)}]` : `(?!/)[${body}]`, end: close + 1 };
}

function translate(glob: string): string {
  let source = '';
  for (let at = 0; at < glob.length; ) {
    const character = glob[at] ?? '';
    const atStart = at === 0 || glob[at - 1] === '/';
    if (atStart && glob.startsWith('**/', at)) {
      source += '(?:[^/]+/)*';
      at += 3;
      // Two in a row mean what one means, and would make matching slow.
      while (glob.startsWith('**/', at)) at += 3;
    } else if (atStart && glob.slice(at) === '**') {
      source += '.+';
      at += 2;
    } else if (character === '*') {
      source += '[^/]*';
      while (glob[at] === '*') at++;
    } else if (character === '?') {
      source += '[^/]';
      at++;
    } else if (character === '[' && translateClass(glob, at) !== null) {
      const translated = translateClass(glob, at);
      source += translated?.source ?? '';
      at = translated?.end ?? at + 1;
    } else if (character === '{' && findClosingBrace(glob, at) !== -1) {
      const close = findClosingBrace(glob, at);
      source += `(?:${splitAlternatives(glob.slice(at + 1, close))
        .map(translate)
        .join('|')})`;
      at = close + 1;
    } else {
      source += special.test(character) || '*?[]{}'.includes(character) ? `\\${character}` : character;
      at++;
    }
  }
  return source;
}

/** Why a glob can match nothing; null where it can match something. */
export function findGlobFault(glob: string): string | null {
  if (glob.startsWith('/') || /^[A-Za-z]:[\\/]/.test(glob)) return 'it is absolute, expected one relative to this file';
  const parts = glob.replace(/^(?:\.\/)+/, '').split('/');
  if (parts.includes('..')) return 'it leaves the folder of this file';
  if (glob.endsWith('/')) return 'it names a folder, expected files, such as `**/*.yaml` in it';
  if (parts.some((part) => part === '' || part === '.')) return 'it has an empty part';
  return null;
}

/** Tells whether a glob has no wildcard, and so means one path alone. */
export function isOneFile(glob: string): boolean {
  return !/[*?[{]/.test(glob);
}

/** Compiles a glob: `**` any folders, `*` and `?` within a name, `[a-z]`, `{a,b}`. Case matters. */
export function compileGlob(glob: string): PathMatcher {
  const clean = glob.replace(/^(?:\.\/)+/, '');
  try {
    const pattern = new RegExp(`^${translate(clean)}$`, 'su');
    return (path) => pattern.test(path);
  } catch {
    // A range such as `[z-a]` means nothing; the characters then stand for themselves.
    return (path) => path === clean;
  }
}
