import type { FindingSeverity } from '../diagnostic/diagnostic.ts';
import type { ErasedTraitRule } from '../rule/rule.ts';
import { type JsonObject, type JsonValue, ownValue } from '../shape/json.ts';
import type { MemberEntry, ShapeEntry, ShapeTable, Traits } from '../shape/shape-table.ts';
import { PlainTerms } from '../structure/plain-terms.ts';
import { CleanTexts } from './clean-texts.ts';
import { isSilentOnValues, optionsOf, type RuleSettings, severityOf, traitRules } from './rule-book.ts';

/** The kinds of value that rules are asked about. */
export type AskedKind = ErasedTraitRule['on'];

/** A rule that answers to a trait, with all that it is told but for the value and the target. */
export interface Question {
  readonly id: string;
  readonly rule: ErasedTraitRule;
  /** The rule's own: rules are of as many shapes as there are, and a look into one takes V8 longer than most checks. */
  readonly check: ErasedTraitRule['check'];
  readonly severity: FindingSeverity;
  readonly trait: JsonValue;
  readonly options: JsonObject;
}

/** A place of the shapes as the walk comes by it: which rules are asked there, and what lies below. */
export class RuleStop {
  readonly #route: Route;
  readonly #shape: ShapeEntry;
  readonly #target: string;
  readonly #members = new Map<string, RuleStop>();
  /** What was met here before, and is right. */
  readonly clean = new CleanTexts();
  /** Those that answer to the member's own traits first, then those of the shape that the member does not state itself. */
  readonly strings: readonly Question[];
  readonly lists: readonly Question[];
  readonly structures: readonly Question[];
  /** What the model asks here. */
  readonly terms: PlainTerms;
  /** True for a member that its structure must have. */
  readonly isRequired: boolean;
  #element: RuleStop | undefined;
  #value: RuleStop | undefined;
  #key: PlainTerms | undefined;

  constructor(route: Route, target: string, member: MemberEntry | null, memberTraits: Traits) {
    this.#route = route;
    this.#target = target;
    this.#shape = ownValue(route.table.shapes, target) ?? noShape;
    this.terms = new PlainTerms({ shape: this.#shape, member });
    this.isRequired = member?.required === true;
    const shapeTraits = ownValue(route.table.plan, target)?.traits ?? noTraits;
    const list = (kind: AskedKind) => [
      ...listQuestions(route, memberTraits, noTraits, kind),
      ...listQuestions(route, shapeTraits, memberTraits, kind),
    ];
    this.strings = list('string');
    this.lists = list('list');
    this.structures = list('structure');
  }

  /** What a list holds. */
  get element(): RuleStop {
    const shape = this.#shape;
    this.#element ??= shape.type === 'list' ? this.#enter('member', shape.member) : this.#leave();
    return this.#element;
  }

  /** What a key holds; undefined for a key that the shape does not have. */
  member(key: string): RuleStop | undefined {
    const shape = this.#shape;
    if (shape.type !== 'structure' && shape.type !== 'union') {
      // It is the same under every key, and of keys there is no end.
      this.#value ??= shape.type === 'map' ? this.#enter('value', shape.value) : this.#leave();
      return this.#value;
    }
    let stop = this.#members.get(key);
    if (stop === undefined) {
      const member = ownValue(shape.members, key);
      if (member === undefined) return undefined;
      stop = this.#enter(key, member);
      this.#members.set(key, stop);
    }
    return stop;
  }

  /** What the model asks of a map's keys. */
  get key(): PlainTerms {
    const shape = this.#shape;
    const member = shape.type === 'map' ? shape.key : null;
    this.#key ??= new PlainTerms({
      shape: ownValue(this.#route.table.shapes, member?.target ?? '') ?? noShape,
      member,
    });
    return this.#key;
  }

  #enter(name: string, member: MemberEntry): RuleStop {
    const planned = ownValue(this.#route.table.plan, this.#target)?.members;
    const traits = planned === undefined ? undefined : ownValue(planned, name)?.traits;
    return new RuleStop(this.#route, member.target, member, traits ?? noTraits);
  }

  /** A place of which the shapes know nothing. */
  #leave(): RuleStop {
    return new RuleStop(this.#route, '', null, noTraits);
  }
}

interface Route {
  readonly table: ShapeTable;
  readonly settings: RuleSettings;
  readonly enforced: boolean;
}

const noTraits: Traits = {};
const noShape: ShapeEntry = { type: 'document' };

/** Rules that settings turn off are not asked. */
function listQuestions({ settings, enforced }: Route, traits: Traits, won: Traits, kind: AskedKind): Question[] {
  return Object.entries(traits).flatMap(([traitId, trait]) => {
    if (Object.hasOwn(won, traitId)) return [];
    return (traitRules.get(traitId) ?? []).flatMap(({ id, rule }) => {
      const severity = severityOf(id, rule, settings, enforced);
      return rule.on !== kind || severity === 'off'
        ? []
        : [{ id, rule, check: rule.check, severity, trait, options: optionsOf(id, settings) }];
    });
  });
}

/** The start of an operation's walk. */
export interface RuleStart {
  readonly input: RuleStop;
  /** The rules about the operation as a whole. */
  readonly questions: readonly Question[];
  /** True where the settings say more of rules about values as such. */
  readonly asksValues: boolean;
}

const starts = new WeakMap<ShapeTable, WeakMap<RuleSettings, Map<string, RuleStart>>>();

/** Where the walk of an operation's input starts, made once for the settings. Throws for an unknown operation. */
export function findRuleStart(
  table: ShapeTable,
  operation: string,
  settings: RuleSettings,
  enforced: boolean,
): RuleStart {
  let bySettings = starts.get(table);
  if (bySettings === undefined) {
    bySettings = new WeakMap();
    starts.set(table, bySettings);
  }
  let byName = bySettings.get(settings);
  if (byName === undefined) {
    byName = new Map();
    bySettings.set(settings, byName);
  }
  const name = enforced ? `${operation} enforced` : operation;
  const known = byName.get(name);
  if (known !== undefined) return known;
  const entry = ownValue(table.operations, operation);
  if (entry === undefined) throw new Error(`the API has no operation ${operation}`);
  const route = { table, settings, enforced };
  const start = {
    input: new RuleStop(route, entry.input, null, noTraits),
    questions: listQuestions(route, entry.traits, noTraits, 'operation'),
    asksValues: !isSilentOnValues(settings),
  };
  byName.set(name, start);
  return start;
}
