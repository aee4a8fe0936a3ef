/** A segment of a path: literal, or a label, which is greedy when it takes the rest of the path. */
export interface UriSegment {
  readonly text: string;
  readonly label: string | null;
  readonly greedy: boolean;
}

/** The `uri` of `@http`, taken apart. */
export interface HttpUri {
  readonly segments: readonly UriSegment[];
  /** Literal query parameters: value null where none is given. */
  readonly query: ReadonlyMap<string, string | null>;
}

const labelForm = /^\{([A-Za-z0-9_]+)(\+?)\}$/;

/** Takes a URI pattern apart; null where it is none. */
export function parseHttpUri(uri: string): HttpUri | null {
  if (findUriProblem(uri) !== null) return null;
  const { parts, pairs } = splitUri(uri);
  const segments = parts.map((text): UriSegment => {
    const [, label = null, plus] = labelForm.exec(text) ?? [];
    return { text, label, greedy: plus === '+' };
  });
  const query = new Map<string, string | null>();
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    query.set(at < 0 ? pair : pair.slice(0, at), at < 0 ? null : pair.slice(at + 1));
  }
  return { segments, query };
}

/** Why a text is no URI pattern; null where it is one. The rules are those of `uri` in the specification's HTTP bindings. */
export function findUriProblem(uri: string): string | null {
  if (!uri.startsWith('/')) return 'expected `/` at its start';
  const [strange] = /[^A-Za-z0-9\-._~!$&'()*+,;=:@%/{}?]/u.exec(uri) ?? [];
  if (strange !== undefined) return `found \`${strange}\`, which a URI cannot hold`;
  if (uri.endsWith('?')) return 'nothing follows its `?`';
  const { parts, pairs } = splitUri(uri);
  const labels = new Set<string>();
  for (const part of parts) {
    if (part === '') return 'it has an empty segment';
    if (part === '.' || part === '..') return `found the segment \`${part}\`, which clients resolve`;
    const [, label] = labelForm.exec(part) ?? [];
    if (label === undefined && /[{}]/.test(part)) return `found \`${part}\`, expected a label to fill its segment`;
    if (label !== undefined && labels.has(label)) return `label \`${label}\` stands twice`;
    if (label !== undefined) labels.add(label);
  }
  const braced = pairs.find((pair) => /[{}]/.test(pair));
  return braced === undefined ? null : `found \`${braced}\`, expected no label in its query`;
}

/** Segments of the path, a slash at its end being optional, and parameters of the query. */
function splitUri(uri: string): { readonly parts: readonly string[]; readonly pairs: readonly string[] } {
  const mark = uri.indexOf('?');
  const parts = (mark < 0 ? uri : uri.slice(0, mark)).split('/').slice(1);
  if (parts.at(-1) === '') parts.pop();
  return { parts, pairs: mark < 0 ? [] : uri.slice(mark + 1).split('&') };
}
