import type { FindingSeverity } from '../diagnostic/diagnostic.ts';
import { appendToken } from '../diagnostic/pointer.ts';
import type { Target } from '../rule/target.ts';
import { isObject, type JsonValue } from '../shape/json.ts';
import { type Raised, raiseHit } from './raised.ts';
import { mayObject, optionsOf, type RuleSettings, severityOf, valueRules } from './rule-book.ts';
import type { Question, RuleStart, RuleStop } from './rule-stop.ts';

export interface RuleQuestion {
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

/** What the structure has found out of an input before rules are asked about it. */
export interface Examined {
  readonly input: JsonValue;
  /** Pointers of the values that the structure refuses themselves. */
  readonly refused: ReadonlySet<string>;
  /** Members of which no rule need be asked any more. */
  readonly clean: ReadonlySet<string>;
}

/** Asks every rule about the input, in one walk along its shapes. */
export function askRules(start: RuleStart, question: RuleQuestion, examined: Examined): RuleAnswers {
  return new RuleWalk(start, question, examined).walk();
}

class RuleWalk {
  readonly #start: RuleStart;
  readonly #question: RuleQuestion;
  readonly #input: JsonValue;
  readonly #refused: ReadonlySet<string>;
  readonly #clean: ReadonlySet<string>;
  readonly #raised: Raised[] = [];
  #settled: Map<string, FindingSeverity> | null = null;
  /** The way to the value at hand; most values need no pointer. */
  readonly #path: (string | number)[] = [];

  constructor(start: RuleStart, question: RuleQuestion, { input, refused, clean }: Examined) {
    this.#start = start;
    this.#question = question;
    this.#input = input;
    this.#refused = refused;
    this.#clean = clean;
  }

  walk(): RuleAnswers {
    const { questions, input } = this.#start;
    if (isObject(this.#input)) this.#ask(questions, this.#input);
    this.#visit(input, this.#input);
    const isWhole = this.#raised.length < mostRaised;
    return { raised: this.#raised, settled: this.#settled ?? nothingSettled, isWhole };
  }

  #visit(stop: RuleStop, value: JsonValue): void {
    if (this.#raised.length >= mostRaised) return;
    if (this.#isSettled(value)) return;
    if (typeof value === 'string') this.#ask(stop.strings, value);
    else if (Array.isArray(value)) {
      this.#ask(stop.lists, value);
      const { element } = stop;
      for (let i = 0; i < value.length; i++) this.#enter(i, element, value[i] ?? null);
    } else if (isObject(value)) {
      this.#ask(stop.structures, value);
      const isInput = this.#path.length === 0;
      for (const key of Object.keys(value)) {
        if (isInput && this.#clean.has(key)) continue;
        const member = stop.member(key);
        // Of an unknown key its name is all that is wrong.
        if (member !== undefined) this.#enter(key, member, value[key] ?? null);
      }
    }
  }

  #enter(token: string | number, stop: RuleStop, value: JsonValue): void {
    this.#path.push(token);
    this.#visit(stop, value);
    this.#path.pop();
  }

  #pointer(): string {
    let pointer = '';
    for (const token of this.#path) pointer = appendToken(pointer, token);
    return pointer;
  }

  #ask(questions: readonly Question[], value: JsonValue): void {
    const { target, operation } = this.#question;
    for (let i = 0; i < questions.length; i++) {
      const question = questions[i]!;
      const { check, trait, options } = question;
      const hits = check(value, { trait, target, operation, options });
      if (Array.isArray(hits) && hits.length === 0) continue;
      const { id, rule, severity } = question;
      for (const hit of hits) {
        if (this.#raised.length >= mostRaised) return;
        this.#raised.push(raiseHit(id, rule, severity, this.#pointer(), hit));
      }
    }
  }

  /** Asks the rules about values as such; where one objects, nothing below it is worth a word. */
  #isSettled(value: JsonValue): boolean {
    const isText = typeof value === 'string';
    if (this.#refused.size === 0 && (!isText || !(this.#start.asksValues || mayObject(value)))) return false;
    if (value === null || Array.isArray(value)) return false;
    const pointer = this.#pointer();
    const refused = this.#refused.has(pointer);
    if (!isText && !refused) return false;
    const answer = askAboutValue(this.#question, this.#input, value, pointer, refused);
    if (answer === null) return false;
    this.#settled ??= new Map();
    this.#settled.set(pointer, answer.severity);
    if (answer.raised !== null) this.#raised.push(answer.raised);
    return true;
  }
}

const nothingSettled: ReadonlyMap<string, FindingSeverity> = new Map();

/** What a rule about values as such answers, and how grave the findings are that it makes needless. */
export interface ValueAnswer {
  /** Null where the value is let pass unchecked. */
  readonly raised: Raised | null;
  readonly severity: FindingSeverity;
}

/** Asks the rules that answer to no trait about one value; the first that objects is heard. */
export function askAboutValue(
  question: RuleQuestion,
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
