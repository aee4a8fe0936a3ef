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

interface Sieve {
  readonly start: RuleStart;
  readonly question: RuleQuestion;
}

/**
 * The short road of specs without a fault, which nearly all are: one walk asks of each member what the model asks and what the
 * rules ask, and remembers texts that stand in many specs. It never calls clean what the schema refuses or a rule objects to; of what
 * only the schema can judge it knows nothing.
 */
export function siftMembers(start: RuleStart, question: RuleQuestion, input: JsonObject): SiftedInput {
  const sieve = { start, question };
  const { input: stop, questions } = start;
  const keys = Object.keys(input);
  let required = 0;
  for (let i = 0; i < keys.length; i++) {
    const member = findClean(sieve, input, keys[i]!);
    if (member === null) return { isClean: false, members: gatherClean(sieve, input, keys, i) };
    if (member.isRequired) required++;
  }
  const isClean =
    stop.terms.takesMembers(keys.length, required) &&
    isUnopposed(sieve, stop.structures, input) &&
    isUnopposed(sieve, questions, input);
  return isClean ? wholly : { isClean, members: new Set(keys) };
}

/** @param open the first member that is not clean */
function gatherClean(sieve: Sieve, input: JsonObject, keys: readonly string[], open: number): Set<string> {
  const members = new Set(keys.slice(0, open));
  for (const key of keys.slice(open + 1)) if (findClean(sieve, input, key) !== null) members.add(key);
  return members;
}

/** The place of a member of the input whose value is clean; null where that is not known. */
function findClean(sieve: Sieve, input: JsonObject, key: string): RuleStop | null {
  const member = sieve.start.input.member(key);
  return member !== undefined && isCleanValue(sieve, member, input[key] ?? null) ? member : null;
}

function isCleanValue(sieve: Sieve, stop: RuleStop, value: JsonValue): boolean {
  const { terms } = stop;
  if (typeof value === 'string') return terms.kind === 'text' && isCleanText(sieve, stop, value);
  if (typeof value === 'number') return terms.kind === 'whole' && Number.isInteger(value) && terms.takesSize(value);
  if (typeof value === 'boolean') return terms.kind === 'boolean';
  if (Array.isArray(value)) return terms.kind === 'list' && isCleanList(sieve, stop, value);
  return isObject(value) && isCleanMapping(sieve, stop, value);
}

function isCleanText(sieve: Sieve, stop: RuleStop, text: string): boolean {
  const { clean } = stop;
  if (clean.has(text, sieve.question.target)) return true;
  if (mayStandForAnother(sieve, text) || !stop.terms.takesText(text) || !isUnopposed(sieve, stop.strings, text))
    return false;
  clean.add(text);
  return true;
}

function mayStandForAnother({ start, question }: Sieve, text: string): boolean {
  return mayObject(text) || (start.asksValues && askAboutValue(question, text, text, '', false) !== null);
}

function isCleanList(sieve: Sieve, stop: RuleStop, list: readonly JsonValue[]): boolean {
  if (!stop.terms.takesSize(list.length) || !isUnopposed(sieve, stop.lists, list)) return false;
  const { element } = stop;
  for (let i = 0; i < list.length; i++) if (!isCleanValue(sieve, element, list[i] ?? null)) return false;
  return true;
}

function isCleanMapping(sieve: Sieve, stop: RuleStop, mapping: JsonObject): boolean {
  if (!isUnopposed(sieve, stop.structures, mapping)) return false;
  const isMap = stop.terms.kind === 'map';
  const keys = Object.keys(mapping);
  let required = 0;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    if (isMap && !stop.key.takesText(key)) return false;
    const member = stop.member(key);
    if (member === undefined || !isCleanValue(sieve, member, mapping[key] ?? null)) return false;
    if (member.isRequired) required++;
  }
  return stop.terms.takesMembers(keys.length, required);
}

function isUnopposed({ question }: Sieve, questions: readonly Question[], value: JsonValue): boolean {
  const { target, operation } = question;
  for (let i = 0; i < questions.length; i++) {
    const { check, trait, options } = questions[i]!;
    const hits = check(value, { trait, target, operation, options });
    if (!Array.isArray(hits) || hits.length > 0) return false;
  }
  return true;
}
