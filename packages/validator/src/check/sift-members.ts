import { isObject, type JsonObject, type JsonValue } from '../shape/json.ts';
import { askAboutValue, type RuleQuestion } from './ask-rules.ts';
import { mayObject } from './rule-book.ts';
import type { Question, RuleStart, RuleStop } from './rule-stop.ts';

/** What is known of an input without a question to the schema. */
export interface SiftedInput {
  /** True where neither the model nor a rule has a word to say of all of it. */
  readonly isClean: boolean;
  /** The members of which that is known at least, where it is not known of all. */
  readonly members: ReadonlySet<string>;
}

const wholly: SiftedInput = { isClean: true, members: new Set() };

/**
 * The short road of specs without a fault, which nearly all are: one walk asks of each member what the model asks and what the
 * rules ask, and remembers what stands in many specs. It never calls clean what the schema refuses or a rule objects to; of what
 * only the schema can judge it knows nothing.
 */
export function siftMembers(start: RuleStart, question: RuleQuestion, input: JsonObject): SiftedInput {
  return new Sieve(start, question).sift(input);
}

class Sieve {
  readonly #start: RuleStart;
  readonly #question: RuleQuestion;

  constructor(start: RuleStart, question: RuleQuestion) {
    this.#start = start;
    this.#question = question;
  }

  sift(input: JsonObject): SiftedInput {
    const { input: stop, questions } = this.#start;
    const keys = Object.keys(input);
    let required = 0;
    for (let i = 0; i < keys.length; i++) {
      const member = this.#findClean(stop, input, keys[i]!);
      if (member === null) return { isClean: false, members: this.#gather(input, keys, i) };
      if (member.isRequired) required++;
    }
    const isClean =
      stop.terms.takesMembers(keys.length, required) &&
      this.#isUnopposed(stop.structures, input) &&
      this.#isUnopposed(questions, input);
    return isClean ? wholly : { isClean, members: new Set(keys) };
  }

  /** @param open the first member that is not clean */
  #gather(input: JsonObject, keys: readonly string[], open: number): Set<string> {
    const members = new Set(keys.slice(0, open));
    for (const key of keys.slice(open + 1))
      if (this.#findClean(this.#start.input, input, key) !== null) members.add(key);
    return members;
  }

  /** The stop of a member of the input whose value is clean; null where that is not known. */
  #findClean(stop: RuleStop, input: JsonObject, key: string): RuleStop | null {
    const member = stop.member(key);
    if (member === undefined) return null;
    return this.#isCleanMember(member, input[key] ?? null) ? member : null;
  }

  /** Networks and tags stand in one spec after the other, as texts do. */
  #isCleanMember(stop: RuleStop, value: JsonValue): boolean {
    // Where a text belongs, a text that was met may read like the JSON of what does not.
    if (stop.terms.kind === 'text' || !stop.clean.isWorthIt) return this.#isClean(stop, value);
    const text = JSON.stringify(value);
    if (stop.clean.has(text, this.#question.target)) return true;
    if (!this.#isClean(stop, value)) return false;
    stop.clean.add(text);
    return true;
  }

  #isClean(stop: RuleStop, value: JsonValue): boolean {
    const { terms } = stop;
    if (typeof value === 'string') return terms.kind === 'text' && this.#isCleanText(stop, value);
    if (typeof value === 'number') return terms.kind === 'whole' && Number.isInteger(value) && terms.takesSize(value);
    if (typeof value === 'boolean') return terms.kind === 'boolean';
    if (Array.isArray(value)) return terms.kind === 'list' && this.#isCleanList(stop, value);
    return isObject(value) && this.#isCleanMapping(stop, value);
  }

  #isCleanText(stop: RuleStop, text: string): boolean {
    if (stop.clean.has(text, this.#question.target)) return true;
    if (this.#mayStandForAnother(text) || !stop.terms.takesText(text) || !this.#isUnopposed(stop.strings, text))
      return false;
    stop.clean.add(text);
    return true;
  }

  #mayStandForAnother(text: string): boolean {
    if (mayObject(text)) return true;
    return this.#start.asksValues && askAboutValue(this.#question, text, text, '', false) !== null;
  }

  #isCleanList(stop: RuleStop, list: readonly JsonValue[]): boolean {
    if (!stop.terms.takesSize(list.length) || !this.#isUnopposed(stop.lists, list)) return false;
    const { element } = stop;
    for (let i = 0; i < list.length; i++) if (!this.#isClean(element, list[i] ?? null)) return false;
    return true;
  }

  #isCleanMapping(stop: RuleStop, mapping: JsonObject): boolean {
    if (!this.#isUnopposed(stop.structures, mapping)) return false;
    const isMap = stop.terms.kind === 'map';
    const keys = Object.keys(mapping);
    let required = 0;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]!;
      if (isMap && !stop.key.takesText(key)) return false;
      const member = stop.member(key);
      if (member === undefined || !this.#isClean(member, mapping[key] ?? null)) return false;
      if (member.isRequired) required++;
    }
    return stop.terms.takesMembers(keys.length, required);
  }

  #isUnopposed(questions: readonly Question[], value: JsonValue): boolean {
    const { target, operation } = this.#question;
    for (let i = 0; i < questions.length; i++) {
      const { check, trait, options } = questions[i]!;
      const hits = check(value, { trait, target, operation, options });
      if (!Array.isArray(hits) || hits.length > 0) return false;
    }
    return true;
  }
}
