import type { Target } from '../rule/target.ts';
import { copyText } from '../shape/copy-text.ts';

/** Texts that are kept at most; a place with more different ones is asked about each. */
const most = 1000;
/** Characters of a text that is kept. */
const longest = 1000;
/** Where fewer than one in so many texts were met again, looking for them costs more than it saves. */
const trial = 200;
const share = 8;

/**
 * Texts that the model takes at a place and to which no rule objects. Roles, keys, networks and tags stand in one spec after the
 * other, and what is said of a text depends on nothing else than the place and the target.
 */
export class CleanTexts {
  readonly #texts = new Set<string>();
  #region: string | undefined;
  #account: string | undefined;
  #asked = 0;
  #met = 0;
  #isWorthIt = true;

  has(text: string, target: Target): boolean {
    if (!this.#isWorthIt) return false;
    if (target.region !== this.#region || target.account !== this.#account) {
      this.#region = target.region;
      this.#account = target.account;
      this.#texts.clear();
    }
    this.#asked++;
    if (!this.#texts.has(text)) return false;
    this.#met++;
    return true;
  }

  /** @param text one that `has` was just asked about */
  add(text: string): void {
    if (!this.#isWorthIt || text.length > longest) return;
    if (this.#asked >= trial && this.#met * share < this.#asked) {
      this.#isWorthIt = false;
      this.#texts.clear();
    } else if (this.#texts.size < most) this.#texts.add(copyText(text));
  }
}
