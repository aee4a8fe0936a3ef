import type { OperationShape } from '../model/model.ts';
import { readText } from '../syntax/node-entry.ts';

/** The `hostPrefix` of an operation's `@endpoint`; null where it has none to read. */
export function readHostPrefix(operation: OperationShape): string | null {
  const endpoint = operation.traits.get('smithy.api#endpoint')?.value;
  return endpoint === undefined ? null : readText(endpoint, 'hostPrefix');
}

/** The `hostPrefix` of `@endpoint`, taken apart. */
export interface HostPrefix {
  /** The names in `{name}`, each once. */
  readonly labels: readonly string[];
  /** Why it makes no host; null where it may. */
  readonly problem: string | null;
}

const label = /\{([A-Za-z0-9_]+)\}/g;

/** Takes a host prefix apart. Its rules are those of the specification's endpoint traits and of RFC 3986, section 3.2.2. */
export function parseHostPrefix(prefix: string): HostPrefix {
  const names = [...prefix.matchAll(label)].map(([, name = '']) => name);
  return { labels: [...new Set(names)], problem: findProblem(prefix, names) };
}

function findProblem(prefix: string, names: readonly string[]): string | null {
  if (!isHostStart(prefix.replaceAll(label, 'label'))) return 'makes no host';
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) return `has label \`${twice}\` twice`;
  return prefix.includes('}{') ? 'has labels with nothing between them' : null;
}

/** The start of a host, the service's own behind it: labels of 63 characters at most. */
function isHostStart(prefix: string): boolean {
  const [first = '', ...others] = prefix.replace(/\.$/, '').split('.');
  return /^[A-Za-z0-9][A-Za-z0-9-]{0,62}$/.test(first) && others.every((one) => /^[A-Za-z0-9-]{1,63}$/.test(one));
}
