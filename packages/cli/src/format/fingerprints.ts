import { digestSha256, type Finding } from '@shapegate/validator';

/**
 * Names findings so that the same one has the same name in the next run, though its line has moved: by file, document,
 * rule, pointer and value. Equal ones are counted, so that no two findings of a run share a name.
 */
export class Fingerprints {
  readonly #seen = new Map<string, number>();

  /** 64 hexadecimal digits. */
  take(file: string, { rule, document, pointer, valueHash }: Finding): string {
    const key = JSON.stringify([file, document, rule, pointer, valueHash]);
    const before = this.#seen.get(key) ?? 0;
    this.#seen.set(key, before + 1);
    return digestSha256(before === 0 ? key : `${key}#${before}`);
  }
}
