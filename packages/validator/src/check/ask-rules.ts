import type { FindingSeverity } from '../diagnostic/diagnostic.ts';
import { appendToken } from '../diagnostic/pointer.ts';
import type { ErasedTraitRule } from '../rule/rule.ts';
import type { Target } from '../rule/target.ts';
import type { Api } from '../shape/api.ts';
import { isObject, type JsonValue, ownValue } from '../shape/json.ts';
import type { MemberEntry, ShapeEntry, Traits } from '../shape/shape-table.ts';
import { type Raised, raiseHit } from './raised.ts';
import { optionsOf, type RuleSettings, severityOf, type TraitRuleEntry, traitRules, valueRules } from './rule-book.ts';

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

type Kind = ErasedTraitRule['on'];

/** A rule that answers to a trait, and the trait's value. */
interface Answer extends TraitRuleEntry {
  readonly traitId: string;
  readonly trait: JsonValue;
}

const answers = new WeakMap<Traits, Readonly<Record<Kind, readonly Answer[]>>>();

/** The rules that answer to some traits, by the kind of value that they are asked about. */
function listAnswers(traits: Traits): Readonly<Record<Kind, readonly Answer[]>> {
  const known = answers.get(traits);
  if (known !== undefined) return known;
  const byKind: Record<Kind, Answer[]> = { string: [], list: [], structure: [], operation: [] };
  for (const [traitId, trait] of Object.entries(traits))
    for (const { id, rule } of traitRules.get(traitId) ?? []) byKind[rule.on].push({ id, rule, traitId, trait });
  answers.set(traits, byKind);
  return byKind;
}

const noTraits: Traits = {};
const noShape: ShapeEntry = { type: 'document' };

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
    const { table } = this.#question.api;
    const operation = ownValue(table.operations, this.#question.operation);
    if (operation !== undefined) {
      if (isObject(this.#input)) this.#askTraits(operation.traits, noTraits, 'operation', this.#input, '');
      this.#visit(operation.input, undefined, this.#input, '');
    }
    return { raised: this.#raised, settled: this.#settled, isWhole: this.#raised.length < mostRaised };
  }

  #visit(target: string, memberTraits: Traits | undefined, value: JsonValue, pointer: string): void {
    if (this.#raised.length >= mostRaised || this.#isSettled(value, pointer)) return;
    const { table } = this.#question.api;
    const shapeTraits = ownValue(table.plan, target)?.traits;
    const kind = typeof value === 'string' ? 'string' : Array.isArray(value) ? 'list' : 'structure';
    const isAsked = typeof value === 'string' || (typeof value === 'object' && value !== null);
    if (isAsked && memberTraits !== undefined) this.#askTraits(memberTraits, noTraits, kind, value, pointer);
    if (isAsked && shapeTraits !== undefined)
      this.#askTraits(shapeTraits, memberTraits ?? noTraits, kind, value, pointer);
    if (typeof value === 'object' && value !== null)
      this.#visitParts(ownValue(table.shapes, target) ?? noShape, target, value, pointer);
  }

  #visitParts(shape: ShapeEntry, target: string, value: object, pointer: string): void {
    const planned = ownValue(this.#question.api.table.plan, target)?.members;
    const traitsOf = (member: string) => (planned === undefined ? undefined : ownValue(planned, member)?.traits);
    if (Array.isArray(value)) {
      const member = shape.type === 'list' ? shape.member : undefined;
      const traits = traitsOf('member');
      for (let i = 0; i < value.length; i++)
        this.#visit(member?.target ?? '', traits, value[i] ?? null, appendToken(pointer, i));
      return;
    }
    const mapping = value as Readonly<Record<string, JsonValue>>;
    const isOpen = shape.type !== 'structure' && shape.type !== 'union';
    for (const key of Object.keys(mapping)) {
      const member = findMemberOf(shape, key);
      // Of an unknown key its name is all that is wrong.
      if (member === undefined && !isOpen) continue;
      const traits = traitsOf(shape.type === 'map' ? 'value' : key);
      this.#visit(member?.target ?? '', traits, mapping[key] ?? null, appendToken(pointer, key));
    }
  }

  /** Asks about traits but for those that the member states itself. */
  #askTraits(traits: Traits, won: Traits, kind: Kind, value: JsonValue, pointer: string): void {
    const { target, operation, settings } = this.#question;
    for (const { id, rule, trait, traitId } of listAnswers(traits)[kind]) {
      if (won !== noTraits && Object.hasOwn(won, traitId)) continue;
      const context = { trait, target, operation, input: this.#input, pointer, options: optionsOf(id, settings) };
      for (const hit of rule.check(value, context)) {
        if (this.#raised.length >= mostRaised) return;
        const severity = this.#severityOf(id, rule);
        if (severity !== 'off') this.#raised.push(raiseHit(id, rule, severity, pointer, hit));
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

  #severityOf(id: string, rule: Parameters<typeof severityOf>[1]): FindingSeverity | 'off' {
    return severityOf(id, rule, this.#question.settings, this.#question.enforced);
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

function findMemberOf(shape: ShapeEntry, key: string): MemberEntry | undefined {
  if (shape.type === 'structure' || shape.type === 'union') return ownValue(shape.members, key);
  return shape.type === 'map' ? shape.value : undefined;
}
