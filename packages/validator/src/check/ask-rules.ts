import type { FindingSeverity } from '../diagnostic/diagnostic.ts';
import { appendToken } from '../diagnostic/pointer.ts';
import type { Target } from '../rule/target.ts';
import type { Api } from '../shape/api.ts';
import { isObject, type JsonValue } from '../shape/json.ts';
import { type Raised, raiseHit } from './raised.ts';
import { optionsOf, type RuleSettings, severityOf, valueRules } from './rule-book.ts';
import { findRuleStart, type Question, type RuleStop } from './rule-stop.ts';

export interface RuleQuestion {
  readonly api: Api;
  readonly operation: string;
  readonly target: Target;
  readonly settings: RuleSettings;
  /** What to do with a value that stands for another: object, leave it unchecked, or take it as it is written. */
  readonly references: 'forbid' | 'allow' | 'literal';
  readonly enforced: boolean;
}

export interface RuleAnswers {
  readonly raised: Raised[];
  /** Pointers of values of which no more than this can be said; with the severity at which it is said. */
  readonly settled: ReadonlyMap<string, FindingSeverity>;
  /** False where so much was found that the rest was not asked about. */
  readonly isWhole: boolean;
}

/** Nobody is told of so many objections, and each costs half a kilobyte until it is known that it is not told. */
const mostRaised = 20_000;

/**
 * Asks every rule about the input, in one walk along its shapes.
 * @param refused pointers of the values that the structure refuses themselves
 */
export function askRules(question: RuleQuestion, input: JsonValue, refused: ReadonlySet<string>): RuleAnswers {
  return new RuleWalk(question, input, refused).walk();
}

class RuleWalk {
  readonly #question: RuleQuestion;
  readonly #input: JsonValue;
  readonly #refused: ReadonlySet<string>;
  readonly #raised: Raised[] = [];
  readonly #settled = new Map<string, FindingSeverity>();

  constructor(question: RuleQuestion, input: JsonValue, refused: ReadonlySet<string>) {
    this.#question = question;
    this.#input = input;
    this.#refused = refused;
  }

  walk(): RuleAnswers {
    const { api, operation, settings, enforced } = this.#question;
    const start = findRuleStart(api.table, operation, settings, enforced);
    if (start !== null) {
      if (isObject(this.#input)) this.#ask(start.questions, this.#input, '');
      this.#visit(start.input, this.#input, '');
    }
    return { raised: this.#raised, settled: this.#settled, isWhole: this.#raised.length < mostRaised };
  }

  #visit(stop: RuleStop, value: JsonValue, pointer: string): void {
    if (this.#raised.length >= mostRaised || this.#isSettled(value, pointer)) return;
    if (typeof value === 'string') this.#ask(stop.questions('string'), value, pointer);
    else if (Array.isArray(value)) {
      this.#ask(stop.questions('list'), value, pointer);
      const { element } = stop;
      for (let i = 0; i < value.length; i++) this.#visit(element, value[i] ?? null, appendToken(pointer, i));
    } else if (isObject(value)) {
      this.#ask(stop.questions('structure'), value, pointer);
      for (const key of Object.keys(value)) {
        const member = stop.member(key);
        // Of an unknown key its name is all that is wrong.
        if (member !== undefined) this.#visit(member, value[key] ?? null, appendToken(pointer, key));
      }
    }
  }

  #ask(questions: readonly Question[], value: JsonValue, pointer: string): void {
    const { target, operation } = this.#question;
    for (const { id, rule, severity, trait, options } of questions) {
      for (const hit of rule.check(value, { trait, target, operation, options })) {
        if (this.#raised.length >= mostRaised) return;
        this.#raised.push(raiseHit(id, rule, severity, pointer, hit));
      }
    }
  }

  /** Asks the rules about values as such; where one objects, nothing below it is worth a word. */
  #isSettled(value: JsonValue, pointer: string): boolean {
    if (value === null || Array.isArray(value)) return false;
    const refused = this.#refused.has(pointer);
    if (typeof value !== 'string' && !refused) return false;
    const answer = askAboutValue(this.#question, this.#input, value, pointer, refused);
    if (answer === null) return false;
    this.#settled.set(pointer, answer.severity);
    if (answer.raised !== null) this.#raised.push(answer.raised);
    return true;
  }
}

/** What a rule about values as such answers, and how grave the findings are that it makes needless. */
export interface ValueAnswer {
  /** Null where the value is let pass unchecked. */
  readonly raised: Raised | null;
  readonly severity: FindingSeverity;
}

/** Asks the rules that answer to no trait about one value; the first that objects is heard. */
export function askAboutValue(
  question: Omit<RuleQuestion, 'api'>,
  input: JsonValue,
  value: JsonValue,
  pointer: string,
  refused: boolean,
): ValueAnswer | null {
  const { references, target, operation, settings, enforced } = question;
  for (const { id, rule } of valueRules) {
    const context = { target, operation, input, pointer, refused, options: optionsOf(id, settings) };
    for (const hit of rule.check(value, context)) {
      const isReference = id === 'value/reference';
      const severity = severityOf(id, rule, settings, enforced);
      if (severity === 'off' || (isReference && references === 'literal')) break;
      if (isReference && references === 'allow') return { raised: null, severity: 'error' };
      return { raised: raiseHit(id, rule, severity, pointer, hit), severity };
    }
  }
  return null;
}
