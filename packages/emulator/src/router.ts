import type { OperationEntry, ShapeTable } from '@shapegate/validator/leaves';
import { ServiceError, serializationError } from './error.ts';

/** The operation that a request line means, and what stands in its path. */
export interface Route {
  readonly operation: string;
  readonly entry: OperationEntry;
  /** Label values by member name, percent-decoded. */
  readonly labels: ReadonlyMap<string, string>;
}

interface Pattern {
  readonly operation: string;
  readonly entry: OperationEntry;
  readonly method: string;
  readonly segments: readonly string[];
}

/** Finds operations by method and path, as the model's `http` traits bind them. */
export function createRouter(table: ShapeTable): (method: string, path: string) => Route {
  const patterns: Pattern[] = [];
  for (const [operation, entry] of Object.entries(table.operations)) {
    if (entry.http === null) continue;
    const [path = '/'] = entry.http.uri.split('?');
    patterns.push({ operation, entry, method: entry.http.method, segments: path.split('/').slice(1) });
  }

  return (method, path) => {
    const segments = path.split('/').slice(1);
    let otherMethod = false;
    for (const pattern of patterns) {
      const labels = matchSegments(pattern.segments, segments);
      if (labels === null) continue;
      if (pattern.method === method) return { operation: pattern.operation, entry: pattern.entry, labels };
      otherMethod = true;
    }
    throw new ServiceError(
      'UnknownOperationException',
      otherMethod ? 405 : 404,
      `no operation answers to ${method} ${path.slice(0, 200)}`,
    );
  };
}

function matchSegments(pattern: readonly string[], segments: readonly string[]): ReadonlyMap<string, string> | null {
  const last = pattern.at(-1);
  const greedy = last?.endsWith('+}') ?? false;
  if (greedy ? segments.length < pattern.length : segments.length !== pattern.length) return null;
  const labels = new Map<string, string>();
  for (const [index, part] of pattern.entries()) {
    const isLast = index === pattern.length - 1;
    const text = greedy && isLast ? segments.slice(index).join('/') : (segments[index] ?? '');
    const label = /^\{([^+}]+)\+?\}$/.exec(part)?.[1];
    if (label === undefined) {
      if (part !== text) return null;
    } else if (text === '') return null;
    else labels.set(label, decodePercent(text));
  }
  return labels;
}

/** Undoes percent-encoding; a sequence that is not UTF-8 is the sender's fault. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw serializationError('the address holds a percent sign that is not followed by UTF-8 bytes');
  }
}
