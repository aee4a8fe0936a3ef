import type { OptionName } from './options.ts';

/** What argv said, already checked against the table of options. */
export class Arguments {
  readonly #values: Readonly<Record<string, unknown>>;
  /** What is not an option, in order. */
  readonly positionals: readonly string[];

  constructor(values: Readonly<Record<string, unknown>>, positionals: readonly string[]) {
    this.#values = values;
    this.positionals = positionals;
  }

  /** What another thread makes the same of. */
  get values(): Readonly<Record<string, unknown>> {
    return this.#values;
  }

  /** The last value of an option that was given several times. */
  text(name: OptionName): string | undefined {
    return this.texts(name).at(-1);
  }

  texts(name: OptionName): readonly string[] {
    const value = this.#values[name];
    if (value === undefined) return [];
    return (Array.isArray(value) ? value : [value]).map(String);
  }

  flag(name: OptionName): boolean {
    return this.#values[name] === true;
  }

  /** True where a flag was given as `--no-…`. */
  isOff(name: OptionName): boolean {
    return this.#values[name] === false;
  }

  /** NaN where the text is no number. */
  number(name: OptionName): number | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : Number(text);
  }
}
