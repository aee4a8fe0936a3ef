import type { FindingSeverity } from '../diagnostic/diagnostic.ts';
import type { ErasedTraitRule } from '../rule/rule.ts';
import { type JsonObject, type JsonValue, ownValue } from '../shape/json.ts';
import type { ShapeEntry, ShapeTable, Traits } from '../shape/shape-table.ts';
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
  /** What was asked about here and found good. */
  readonly clean = new CleanTexts();
  /** Those that answer to the member's own traits first, then those of the shape that the member does not state itself. */
  readonly strings: readonly Question[];
  readonly lists: readonly Question[];
  readonly structures: readonly Question[];
  #element: RuleStop | undefined;
  #value: RuleStop | undefined;

  constructor(route: Route, target: string, memberTraits: Traits) {
    this.#route = route;
    this.#target = target;
    this.#shape = ownValue(route.table.shapes, target) ?? noShape;
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
    this.#element ??= shape.type === 'list' ? this.#enter('member', shape.member.target) : this.#leave();
    return this.#element;
  }

  /** What a key holds; undefined for a key that the shape does not have. */
  member(key: string): RuleStop | undefined {
    const shape = this.#shape;
    if (shape.type !== 'structure' && shape.type !== 'union') {
      // It is the same under every key, and of keys there is no end.
      this.#value ??= shape.type === 'map' ? this.#enter('value', shape.value.target) : this.#leave();
      return this.#value;
    }
    let stop = this.#members.get(key);
    if (stop === undefined) {
      const member = ownValue(shape.members, key);
      if (member === undefined) return undefined;
      stop = this.#enter(key, member.target);
      this.#members.set(key, stop);
    }
    return stop;
  }

  #enter(member: string, target: string): RuleStop {
    const planned = ownValue(this.#route.table.plan, this.#target)?.members;
    const traits = planned === undefined ? undefined : ownValue(planned, member)?.traits;
    return new RuleStop(this.#route, target, traits ?? noTraits);
  }

  /** A place of which the shapes know nothing. */
  #leave(): RuleStop {
    return new RuleStop(this.#route, '', noTraits);
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

/** Where the walk of an operation's input starts, made once for the settings; null for an unknown operation. */
export function findRuleStart(
  table: ShapeTable,
  operation: string,
  settings: RuleSettings,
  enforced: boolean,
): RuleStart | null {
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
  if (entry === undefined) return null;
  const route = { table, settings, enforced };
  const start = {
    input: new RuleStop(route, entry.input, noTraits),
    questions: listQuestions(route, entry.traits, noTraits, 'operation'),
    asksValues: !isSilentOnValues(settings),
  };
  byName.set(name, start);
  return start;
}
