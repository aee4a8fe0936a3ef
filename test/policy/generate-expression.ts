/** A seeded generator of numbers in [0, 1): the same expressions on every machine. */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Kind = 'bool' | 'int' | 'uint' | 'double' | 'string' | 'ints' | 'strings' | 'map' | 'time' | 'duration';
const kinds: readonly Kind[] = ['bool', 'bool', 'bool', 'int', 'uint', 'double', 'string', 'ints', 'strings', 'map'];

const words: Readonly<Record<'int' | 'uint' | 'double' | 'string' | 'time' | 'duration', readonly string[]>> = {
  int: ['0', '1', '2', '-1', '3', '10', '9223372036854775807', '-9223372036854775808', '0x1F'],
  uint: ['0u', '1u', '2u', '7u', '18446744073709551615u'],
  double: ['0.0', '1.0', '-0.5', '2.5', '1e3', '1e308', '-1.0'],
  string: ['""', '"a"', "'b'", '"prod-chat"', '"a,b"', '"\\u00e9"', '"😀x"', 'r"\\d"', '"A"', '"\\x41"', '"""a"b"""'],
  time: [
    'timestamp("2026-11-23T00:00:00Z")',
    'timestamp("2026-11-23T01:30:00+01:00")',
    'timestamp("1970-01-01T00:00:00.5Z")',
  ],
  duration: ['duration("1h")', 'duration("90m")', 'duration("-1.5s")', 'duration("0")'],
};
const patterns = ['a', '^a', 'b$', '[a-z]+', '^(prod|dev)-', '\\\\w', 'a.b', '(?i)A', '^$', 'x*'];

/** Writes expressions of the policy language that mostly make sense: one operand in sixteen is of any type. */
export class ExpressionWriter {
  readonly #random: () => number;
  readonly #variables: { readonly name: string; readonly kind: Kind }[] = [];

  constructor(random: () => number) {
    this.#random = random;
  }

  write(): string {
    return this.#write(this.#pick(kinds), 4);
  }

  #pick<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.#random() * choices.length)]!;
  }

  #write(wanted: Kind, depth: number): string {
    const kind = this.#random() < 1 / 16 ? this.#pick(kinds) : wanted;
    const known = this.#variables.filter((variable) => variable.kind === kind);
    if (known.length > 0 && this.#random() < 0.5) return this.#pick(known).name;
    if (depth > 0 && this.#random() < 0.1)
      return `(${this.#write('bool', depth - 1)} ? ${this.#write(kind, depth - 1)} : ${this.#write(kind, depth - 1)})`;
    return this.#writeKind(kind, depth);
  }

  #writeKind(kind: Kind, depth: number): string {
    const next = (of: Kind): string => this.#write(of, depth - 1);
    switch (kind) {
      case 'bool':
        return depth <= 0 ? this.#pick(['true', 'false']) : this.#writeBool(depth);
      case 'int':
        if (depth > 0 && this.#random() < 0.2) return `size(${next(this.#pick(['string', 'ints', 'strings', 'map']))})`;
        if (depth > 0 && this.#random() < 0.2) return `${next('ints')}[${next('int')}]`;
        return this.#writeSum('int', depth, ['+', '-', '*', '/', '%']);
      case 'uint':
        return this.#writeSum('uint', depth, ['+', '-', '*', '/', '%']);
      case 'double':
        return this.#writeSum('double', depth, ['+', '-', '*', '/']);
      case 'string':
        return this.#writeSum('string', depth, ['+']);
      case 'time':
        return depth > 0 && this.#random() < 0.4
          ? `(${next('time')} ${this.#pick(['+', '-'])} ${next('duration')})`
          : this.#pick(words.time);
      case 'duration':
        return depth > 0 && this.#random() < 0.3 ? `(${next('time')} - ${next('time')})` : this.#pick(words.duration);
      case 'map':
        return `{${Array.from({ length: Math.floor(this.#random() * 3) }, (_, at) => `"k${at}": ${next('int')}`).join(', ')}}`;
      case 'ints':
      case 'strings':
        return this.#writeList(kind, depth);
    }
  }

  #writeSum(kind: 'int' | 'uint' | 'double' | 'string', depth: number, operators: readonly string[]): string {
    if (depth <= 0 || this.#random() < 0.4) return this.#pick(words[kind]);
    return `(${this.#write(kind, depth - 1)} ${this.#pick(operators)} ${this.#write(kind, depth - 1)})`;
  }

  #writeList(kind: 'ints' | 'strings', depth: number): string {
    const element: Kind = kind === 'ints' ? 'int' : 'string';
    const next = (of: Kind): string => this.#write(of, depth - 1);
    const choice = this.#random();
    if (depth > 0 && choice < 0.15) return `(${next(kind)} + ${next(kind)})`;
    if (depth > 0 && choice < 0.3) return this.#writeMacro('filter', element, next(kind), 'bool', depth);
    if (depth > 0 && choice < 0.45) return this.#writeMacro('map', this.#pick(['int', 'string']), null, element, depth);
    return `[${Array.from({ length: Math.floor(this.#random() * 4) }, () => next(element)).join(', ')}]`;
  }

  #writeMacro(macro: string, element: Kind, range: string | null, body: Kind, depth: number): string {
    const written = range ?? this.#write(element === 'int' ? 'ints' : 'strings', depth - 1);
    const name = `v${this.#variables.length}`;
    this.#variables.push({ name, kind: element });
    const inside = this.#write(body, depth - 1);
    this.#variables.pop();
    return `${written}.${macro}(${name}, ${inside})`;
  }

  #writeBool(depth: number): string {
    const next = (of: Kind): string => this.#write(of, depth - 1);
    const numeric = (): Kind => this.#pick(['int', 'uint', 'double']);
    switch (Math.floor(this.#random() * 12)) {
      case 0:
      case 1:
        return `(${next('bool')} ${this.#pick(['&&', '||'])} ${next('bool')})`;
      case 2:
        return `!${next('bool')}`;
      case 3: {
        const kind = this.#pick<Kind>(['int', 'uint', 'double', 'string', 'time', 'duration']);
        return `(${next(kind)} ${this.#pick(['<', '<=', '>', '>='])} ${next(kind)})`;
      }
      case 4: {
        const kind = this.#pick<Kind>([...kinds, 'time', 'duration']);
        return `(${next(kind)} ${this.#pick(['==', '!='])} ${next(kind)})`;
      }
      case 5:
        return `(${next(numeric())} ${this.#pick(['==', '<', '>=', '!='])} ${next(numeric())})`;
      case 6:
        return this.#random() < 0.5
          ? `(${next('int')} in ${next('ints')})`
          : `(${next('string')} in ${next(this.#pick(['strings', 'map']))})`;
      case 7:
        return this.#writeMacro(
          this.#pick(['all', 'exists', 'exists_one']),
          this.#pick(['int', 'string']),
          null,
          'bool',
          depth,
        );
      case 8:
        return `${next('string')}.${this.#pick(['startsWith', 'endsWith', 'contains'])}(${next('string')})`;
      case 9:
        return `${next('string')}.matches("${this.#pick(patterns)}")`;
      case 10:
        return `has(${next('map')}.k${Math.floor(this.#random() * 3)})`;
      default:
        return `(${next('map')}${this.#random() < 0.5 ? '.k0' : '["k1"]'} == ${next('int')})`;
    }
  }
}
