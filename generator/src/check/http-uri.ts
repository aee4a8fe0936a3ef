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

/** Takes a URI pattern apart; null where it is none. */
export function parseHttpUri(uri: string): HttpUri | null {
  if (!/^\/[A-Za-z0-9\-._~!$&'()*+,;=:@%/{}?]*$/.test(uri)) return null;
  const mark = uri.indexOf('?');
  const path = mark < 0 ? uri : uri.slice(0, mark);
  const segments: UriSegment[] = [];
  const parts = path.split('/').slice(1);
  for (const [index, text] of parts.entries()) {
    if (text === '' && index < parts.length - 1) return null;
    const label = /^\{([A-Za-z0-9_]+)(\+?)\}$/.exec(text);
    if (label === null && /[{}]/.test(text)) return null;
    segments.push({ text, label: label?.[1] ?? null, greedy: label?.[2] === '+' });
  }
  const query = new Map<string, string | null>();
  for (const pair of mark < 0 ? [] : uri.slice(mark + 1).split('&')) {
    const at = pair.indexOf('=');
    if (/[{}]/.test(pair)) return null;
    query.set(at < 0 ? pair : pair.slice(0, at), at < 0 ? null : pair.slice(at + 1));
  }
  return { segments, query };
}

/** The labels `{name}` of a host prefix; null where braces do not match. */
export function parseHostPrefix(prefix: string): string[] | null {
  const labels = [...prefix.matchAll(/\{([A-Za-z0-9_]+)\}/g)].map(([, name = '']) => name);
  return /[{}]/.test(prefix.replaceAll(/\{[A-Za-z0-9_]+\}/g, '')) ? null : labels;
}
