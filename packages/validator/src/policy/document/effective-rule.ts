import type { FindingSeverity } from '../../diagnostic/diagnostic.ts';
import type { RuleTests, RuleText, Spot, Waivable } from './policy-document.ts';
import type { PolicyPlace } from './policy-place.ts';
import { isSameLogic } from './same-logic.ts';

/** The fields of a rule that a later document may state anew. */
export type RuleField = Exclude<keyof RuleText, 'place' | 'pointer' | 'id' | 'tests'>;

/** Where a field of a rule is stated. */
export interface FieldPlace {
  readonly place: PolicyPlace;
  readonly pointer: string;
}

/** What decides whether a rule objects. */
export const logic = ['when', 'each', 'assert', 'uses', 'with'] as const;

/** A rule as it stands after every document that speaks of it: the first states it, later ones change fields. */
export class EffectiveRule {
  readonly id: string;
  readonly operations: readonly Spot<string>[];
  /** Operations of other APIs that it is for as well. */
  readonly elsewhere: readonly string[];
  readonly layers: readonly RuleText[];
  readonly #separate: RuleTests[] = [];

  constructor(operations: readonly Spot<string>[], elsewhere: readonly string[], layers: readonly RuleText[]) {
    this.id = layers[0]?.id ?? '';
    this.operations = operations;
    this.elsewhere = elsewhere;
    this.layers = layers;
  }

  /** The document that states the rule. */
  get place(): PolicyPlace {
    return this.#first.place;
  }

  get pointer(): string {
    return this.#first.pointer;
  }

  get severity(): FindingSeverity {
    return this.field('severity') ?? 'error';
  }

  get isEnabled(): boolean {
    return this.field('enabled') ?? true;
  }

  get isOverridable(): boolean {
    return this.field('overridable') ?? false;
  }

  get waivable(): Waivable {
    return this.field('waivable') ?? null;
  }

  /** What the last document that says something of it says. */
  field<Field extends RuleField>(field: Field): RuleText[Field] {
    return this.#layerOf(field)?.[field] as RuleText[Field];
  }

  /** Where a field is stated; the rule itself where it is not. */
  placeOf(field: RuleField): FieldPlace {
    const layer = this.#layerOf(field);
    return layer === undefined
      ? { place: this.place, pointer: this.pointer }
      : { place: layer.place, pointer: `${layer.pointer}/${field}` };
  }

  /** The text that last changed what the rule asks: its tests stand there or later. */
  get lastChange(): FieldPlace {
    return this.layers[this.#changed] ?? this;
  }

  get #changed(): number {
    return Math.max(
      this.layers.findLastIndex((layer) => logic.some((field) => layer[field] !== undefined)),
      0,
    );
  }

  /** Tests of the rule as it stands: those before its logic was last changed speak of another. */
  get tests(): RuleTests {
    const own = [...this.layers.slice(this.#changed).map(({ tests }) => tests), ...this.#separate];
    return {
      pass: own.flatMap(({ pass }) => pass),
      fail: own.flatMap(({ fail }) => fail),
      unread: new Set(own.flatMap(({ unread }) => [...unread])),
    };
  }

  addTests(tests: RuleTests): void {
    this.#separate.push(tests);
  }

  /** Whether what a document says of a field cannot be read, or is said under a misspelt name; it has been reported. */
  isMeant(field: RuleField): boolean {
    return this.layers.some(({ place, pointer }) => place.isMeant(`${pointer}/${field}`));
  }

  withLayer(layer: RuleText): EffectiveRule {
    return new EffectiveRule(this.operations, this.elsewhere, [...this.layers, layer]);
  }

  get #first(): RuleText {
    const [first] = this.layers;
    if (first === undefined) throw new Error('a rule without text');
    return first;
  }

  /** `assert` and `uses` exclude each other, so the later one ends the earlier one. */
  #layerOf(field: RuleField): RuleText | undefined {
    const end = field === 'assert' ? 'uses' : field === 'uses' || field === 'with' ? 'assert' : null;
    for (const layer of this.layers.toReversed()) {
      if (layer[field] !== undefined) return layer;
      if (end !== null && layer[end] !== undefined) return undefined;
    }
    return undefined;
  }
}

/** Severities by weight. */
export const severityRank: Readonly<Record<FindingSeverity, number>> = { info: 0, warning: 1, error: 2 };

/** The fields by which a document loosens a rule, and in what way; any other logic may be looser, so it counts as looser. */
export function findLoosening(
  rule: EffectiveRule,
  layer: RuleText,
): { readonly field: RuleField; readonly message: string }[] {
  const found: { field: RuleField; message: string }[] = [];
  const { severity, waivable } = rule;
  if (layer.severity !== undefined && severityRank[layer.severity] < severityRank[severity])
    found.push({ field: 'severity', message: `lowers the severity from \`${severity}\` to \`${layer.severity}\`` });
  if (layer.enabled === false && rule.isEnabled) found.push({ field: 'enabled', message: 'turns the rule off' });
  for (const field of logic) {
    const stated = layer[field];
    if (stated !== undefined && !isSameLogic(stated, rule.field(field)))
      found.push({ field, message: `states another \`${field}\`` });
  }
  if (layer.waivable != null && isWider(layer.waivable, waivable))
    found.push({ field: 'waivable', message: 'allows more waivers' });
  if (layer.overridable === true && !rule.isOverridable)
    found.push({ field: 'overridable', message: 'lets others loosen the rule' });
  return found;
}

function isWider(next: NonNullable<Waivable>, now: Waivable): boolean {
  if (now === null) return true;
  return now.maxDays !== null && (next.maxDays === null || next.maxDays > now.maxDays);
}
