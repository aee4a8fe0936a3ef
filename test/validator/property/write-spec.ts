import type { Target } from '../../../packages/validator/src/rule/target.ts';
import { isObject, type JsonObject, type JsonValue } from '../../../packages/validator/src/shape/json.ts';
import { Dice } from './dice.ts';

/** What YAML reads as something else than text, or could read so in another version. */
const otherThanText = /^(?:true|false|null|yes|no|on|off|y|n|~|\.nan|[-+]?\.inf|[-+]?[.\d].*|<<|=|0[xo].*)$/i;
const unseen = /[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/;
const comments = [' # why', ' # jobName: nightly', '\t# - "x', ' #'];

/** Writes a value as YAML in a notation that the dice choose: block and flow, quotes, anchors, merges, comments. */
class YamlWriter {
  readonly #dice: Dice;
  readonly #anchors = new Map<string, string>();
  /** Values that occur more than once, as JSON. */
  readonly #repeated: ReadonlySet<string>;

  constructor(dice: Dice, repeated: ReadonlySet<string>) {
    this.#dice = dice;
    this.#repeated = repeated;
  }

  /** The value behind `key:` or `-`, the blank or the line break before it included. */
  behind(value: JsonValue, indent: number, mayShareLine: boolean): string {
    const { alias, anchor } = this.#refer(value);
    if (alias !== null) return ` ${alias}${this.#comment()}`;
    const isBlock = typeof value === 'object' && value !== null && Object.keys(value).length > 0 && !this.#dice.hits(4);
    if (!isBlock) {
      const inline = this.#inline(value, indent);
      return ` ${anchor}${inline}${inline.includes('\n') ? '' : this.#comment()}`;
    }
    // The first line of a block in a list may follow its hyphen, where no anchor stands before it.
    const sharesLine = mayShareLine && anchor === '' && this.#dice.hits(2);
    const column = sharesLine ? indent + 2 : indent + 1 + this.#dice.roll(4);
    const lines = this.#block(value, column);
    const [first = '', ...rest] = lines;
    if (sharesLine && first.trim() !== '' && !first.includes('#'))
      return ` ${[first.slice(column), ...rest].join('\n')}`;
    return `${anchor === '' ? '' : ` ${anchor.trimEnd()}`}${this.#comment()}\n${lines.join('\n')}`;
  }

  /** A mapping or a list as lines, each entry with its indentation. */
  #block(value: JsonValue, indent: number): string[] {
    const margin = ' '.repeat(indent);
    const lines: string[] = [];
    const add = (entry: string) => {
      if (this.#dice.hits(12)) lines.push(this.#dice.pick(['', '# a line of its own', `${margin}# and this`]));
      lines.push(margin + entry);
    };
    if (Array.isArray(value)) for (const item of value) add(`-${this.behind(item, indent, true)}`);
    else if (isObject(value)) for (const entry of this.#entries(value, indent)) add(entry);
    return lines;
  }

  #entries(value: JsonObject, indent: number): string[] {
    const keys = Object.keys(value);
    if (keys.length < 2 || !this.#dice.hits(10)) return keys.map((key) => this.#entry(value, key, indent));
    const merged = this.#dice.pick(keys);
    const own = keys.filter((key) => key !== merged).map((key) => this.#entry(value, key, indent));
    return [`<<: {${this.#key(merged)}: ${this.#flow(value[merged] ?? null)}}`, ...own];
  }

  #entry(value: JsonObject, key: string, indent: number): string {
    return `${this.#key(key)}:${this.behind(value[key] ?? null, indent, false)}`;
  }

  #key(key: string): string {
    const isShort = key.length < 1000 && !key.includes('\n');
    if (!isShort) return `? ${this.#doubleQuote(key)}\n`;
    return this.#dice.hits(4) || !isPlain(key, true) ? this.#quote(key) : key;
  }

  #inline(value: JsonValue, indent: number): string {
    if (typeof value !== 'string') return this.#flow(value);
    if (this.#dice.hits(12) && isForBlock(value)) return this.#blockScalar(value, indent);
    return isPlain(value, false) && !this.#dice.hits(3) ? value : this.#quote(value);
  }

  #flow(value: JsonValue): string {
    const gap = this.#dice.pick(['', ' ']);
    if (typeof value === 'string') return isPlain(value, true) && !this.#dice.hits(3) ? value : this.#quote(value);
    if (Array.isArray(value)) return `[${gap}${value.map((item) => this.#flow(item)).join(`,${gap} `)}${gap}]`;
    if (!isObject(value)) return JSON.stringify(value);
    const entries = Object.keys(value).map((key) => `${this.#key(key)}: ${this.#flow(value[key] ?? null)}`);
    return `{${gap}${entries.join(', ')}${this.#dice.hits(5) && entries.length > 0 ? ',' : ''}${gap}}`;
  }

  #quote(text: string): string {
    const fitsSingle = /^[\u0020-\u007e\u00a1-\u2027\u202a-\ud7ff]*$/.test(text);
    return fitsSingle && this.#dice.hits(2) ? `'${text.replaceAll("'", "''")}'` : this.#doubleQuote(text);
  }

  #doubleQuote(text: string): string {
    const odds = this.#dice.hits(6) ? 8 : 0;
    let quoted = '';
    for (let i = 0; i < text.length; i++) {
      const unit = text.charAt(i);
      const isOdd = unseen.test(unit) || (odds > 0 && !/[\ud800-\udfff]/.test(unit) && this.#dice.hits(odds));
      quoted += isOdd ? escapeUnit(unit) : JSON.stringify(unit).slice(1, -1);
    }
    // JSON escapes half a pair that it is given alone.
    return `"${quoted.replaceAll(/\\ud[89a-f][0-9a-f]{2}/g, (pair) => String.fromCharCode(Number.parseInt(pair.slice(2), 16)))}"`;
  }

  #blockScalar(text: string, indent: number): string {
    return `${this.#dice.pick(['|', '>'])}-${this.#comment()}\n${' '.repeat(indent + 2)}${text}`;
  }

  #comment(): string {
    return this.#dice.hits(9) ? this.#dice.pick(comments) : '';
  }

  #refer(value: JsonValue): { readonly alias: string | null; readonly anchor: string } {
    const text = JSON.stringify(value);
    const known = this.#anchors.get(text);
    if (known !== undefined && !this.#dice.hits(3)) return { alias: `*${known}`, anchor: '' };
    const isWanted = known === undefined && (this.#repeated.has(text) ? !this.#dice.hits(3) : this.#dice.hits(40));
    if (!isWanted) return { alias: null, anchor: '' };
    const name = `a${this.#anchors.size}`;
    this.#anchors.set(text, name);
    return { alias: null, anchor: `&${name} ` };
  }

  /** A whole document from its first line on. */
  document(value: JsonObject): string {
    if (this.#dice.hits(8) || Object.keys(value).length === 0) return `${this.#flow(value)}\n`;
    return `${this.#block(value, 0).join('\n')}\n`;
  }
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Whether a text may stand without quotes; careful rather than complete. */
function isPlain(text: string, inFlow: boolean): boolean {
  if (!/^[A-Za-z/_=+.0-9(][\u0021-\u007e\u00a1-\u02ff ]*$/.test(text) || otherThanText.test(text)) return false;
  if (/: | #|:$| $|^---|^\.\.\./.test(text)) return false;
  return !inFlow || !/[,[\]{}]|:$|:[,[\]{}"']/.test(text);
}

/** One line that a block scalar keeps as it is. */
function isForBlock(text: string): boolean {
  return /^[\u0021-\u007e](?:[\u0020-\u007e]*[\u0021-\u007e])?$/.test(text);
}

function findRepeated(value: JsonValue, seen: Set<string>, repeated: Set<string>): void {
  const text = JSON.stringify(value);
  if (seen.has(text)) repeated.add(text);
  seen.add(text);
  if (typeof value !== 'object' || value === null) return;
  for (const part of Object.values(value)) findRepeated(part, seen, repeated);
}

function shuffleKeys(value: JsonValue, dice: Dice): JsonValue {
  if (Array.isArray(value)) return value.map((item) => shuffleKeys(item, dice));
  if (!isObject(value)) return value;
  const keys = Object.keys(value);
  for (let i = keys.length - 1; i > 0; i--) {
    const other = dice.roll(i + 1);
    [keys[i], keys[other]] = [keys[other] ?? '', keys[i] ?? ''];
  }
  const copy: Record<string, JsonValue> = Object.create(null);
  for (const key of keys) copy[key] = shuffleKeys(value[key] ?? null, dice);
  return copy;
}

/** The input alone or in an envelope that says where it goes. */
function wrapInput(input: JsonValue, operation: string, target: Target, dice: Dice): JsonObject {
  const shuffled = shuffleKeys(input, dice) as JsonObject;
  if (dice.hits(2)) return shuffled;
  const envelope: Record<string, JsonValue> = {};
  if (dice.hits(2)) envelope.operation = operation;
  if (target.region !== undefined) envelope.region = target.region;
  if (target.account !== undefined) envelope.account = target.account;
  envelope.input = shuffled;
  return shuffleKeys(envelope, dice) as JsonObject;
}

/** Writes a request as a YAML document in a notation that the seed chooses. */
export function writeYaml(input: JsonValue, operation: string, target: Target, seed: number): string {
  const dice = new Dice(seed);
  const document = wrapInput(input, operation, target, dice);
  const repeated = new Set<string>();
  findRepeated(document, new Set(), repeated);
  const body = new YamlWriter(dice, repeated).document(document);
  const text = `${dice.pick(['', '', '---\n', '%YAML 1.2\n---\n', '# a spec\n\n'])}${body}${dice.pick(['', '', '\n', '...\n', '---\n'])}`;
  const mark = dice.hits(10) ? '\ufeff' : '';
  return mark + (dice.hits(4) ? text.replaceAll('\n', '\r\n') : text);
}

/** Writes a request as JSON with the spaces and escapes that the seed chooses. */
export function writeJson(input: JsonValue, operation: string, target: Target, seed: number): string {
  const dice = new Dice(seed);
  const text = JSON.stringify(wrapInput(input, operation, target, dice), null, dice.pick(['', ' ', '    ', '\t']));
  const escapeOne = (quoted: string) =>
    dice.hits(2) && !quoted.includes('\\') ? quoted.replace(/[a-z]/, escapeUnit) : quoted;
  const escaped = dice.hits(5) ? text.replaceAll(/"(?:[^"\\]|\\.)*"/g, escapeOne) : text;
  const mark = dice.hits(10) ? '\ufeff' : '';
  return mark + (dice.hits(4) ? escaped.replaceAll('\n', '\r\n') : escaped);
}
