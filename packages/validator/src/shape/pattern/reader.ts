/** A pattern that does not parse, or that has what no engine here can do; never leaves the parser. */
export class PatternRefusal extends Error {}

/** Dialect flags that hold from where they stand to the end of the group. */
export interface PatternFlags {
  readonly ignoreCase: boolean;
  readonly dotAll: boolean;
  readonly multiline: boolean;
}

/** Walks a pattern's code points. */
export class PatternReader {
  readonly source: string;
  /** False: ECMA-262 under the `u` flag and nothing else. True: the legacy forms and exact equivalents of other dialects too. */
  readonly lenient: boolean;
  readonly groupCount: number;
  at = 0;
  flags: PatternFlags = { ignoreCase: false, dotAll: false, multiline: false };

  constructor(source: string, lenient: boolean) {
    this.source = source;
    this.lenient = lenient;
    this.groupCount = countGroups(source);
  }

  get done(): boolean {
    return this.at >= this.source.length;
  }

  /** The code point here as text; empty at the end. */
  peek(): string {
    const codePoint = this.source.codePointAt(this.at);
    return codePoint === undefined ? '' : String.fromCodePoint(codePoint);
  }

  /** Takes the code point here. */
  next(): string {
    const char = this.peek();
    if (char === '') throw new PatternRefusal('the pattern ends too early');
    this.at += char.length;
    return char;
  }

  /** Takes the text if it stands here. */
  take(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  /** Takes what the sticky expression matches here. */
  takeMatch(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.at;
    const match = sticky.exec(this.source);
    if (match !== null) this.at += match[0].length;
    return match;
  }

  /** What the `u` flag does not allow. */
  requireLenient(what: string): void {
    if (!this.lenient) throw new PatternRefusal(what);
  }
}

/** How many groups the pattern captures, without parsing it: a number up to that is a backreference. */
function countGroups(source: string): number {
  let count = 0;
  let inClass = false;
  for (let at = 0; at < source.length; at++) {
    const char = source[at];
    if (char === '\\') at++;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '(' && !inClass && (source[at + 1] !== '?' || /^\(\?<[^=!]/.test(source.slice(at, at + 4))))
      count++;
  }
  return count;
}
