const integer = /^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)$/;
const float =
  /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

function readNumber(text: string): number | undefined {
  if (integer.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) ? value : undefined;
  }
  if (!float.test(text)) return undefined;
  const letter = text.charCodeAt(text.length - 1) | 0x20;
  if (letter === 102) return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (letter === 110) return Number.NaN;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** What an untagged plain scalar means in YAML 1.2's core schema; a number too large for a double stays text. */
export function resolvePlain(text: string): string | number | boolean | null {
  switch (text.charCodeAt(0)) {
    case 116: // t
    case 84:
      return text === 'true' || text === 'True' || text === 'TRUE' ? true : text;
    case 102: // f
    case 70:
      return text === 'false' || text === 'False' || text === 'FALSE' ? false : text;
    case 110: // n
    case 78:
      return text === 'null' || text === 'Null' || text === 'NULL' ? null : text;
    case 126: // ~
      return text === '~' ? null : text;
    case 43: // +
    case 45: // -
    case 46: // .
      return readNumber(text) ?? text;
    default: {
      const first = text.charCodeAt(0);
      if (first >= 48 && first <= 57) return readNumber(text) ?? text;
      return text === '' ? null : text;
    }
  }
}

const corePrefix = 'tag:yaml.org,2002:';

/** The full name of a tag as the text writes it, by the handles that the document's `%TAG` lines declare. */
export function expandTag(raw: string, handles: ReadonlyMap<string, string>): string {
  if (raw.startsWith('!<')) return raw.slice(2, -1);
  const second = raw.indexOf('!', 1);
  const handle = second === -1 ? '!' : raw.slice(0, second + 1);
  const prefix = handles.get(handle) ?? (handle === '!!' ? corePrefix : handle);
  return prefix + raw.slice(handle.length);
}

/** What a scalar under an explicit tag means; undefined where the tag is not of the core schema or does not fit the text. */
export function resolveTagged(text: string, tag: string): string | number | boolean | null | undefined {
  if (tag === '!' || tag === `${corePrefix}str`) return text;
  const plain = resolvePlain(text);
  switch (tag) {
    case `${corePrefix}null`:
      return plain === null ? null : undefined;
    case `${corePrefix}bool`:
      return typeof plain === 'boolean' ? plain : undefined;
    case `${corePrefix}int`:
      return typeof plain === 'number' && integer.test(text) ? plain : undefined;
    case `${corePrefix}float`:
      return typeof plain === 'number' ? plain : undefined;
    default:
      return undefined;
  }
}

/** True for the tags that a scalar, a list or a mapping may bear. */
export function isCoreTag(tag: string, kind: 'scalar' | 'list' | 'mapping'): boolean {
  if (tag === '!') return true;
  if (!tag.startsWith(corePrefix)) return false;
  const name = tag.slice(corePrefix.length);
  if (kind === 'list') return name === 'seq';
  if (kind === 'mapping') return name === 'map';
  return name === 'str' || name === 'int' || name === 'float' || name === 'bool' || name === 'null';
}

/** True for the tag of a merge key. */
export function isMergeTag(tag: string): boolean {
  return tag === `${corePrefix}merge`;
}
