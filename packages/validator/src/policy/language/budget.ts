/** What one spec may cost all rules together, in evaluation steps. */
export const specSteps = 10_000_000;
/** What the tests of all rules may cost together when they are loaded. */
export const testSteps = 4_000_000;
/** What the tests of all rules may cost together when the rules are changed to see whether they notice. */
export const mutationSteps = 100_000_000;
/** What one rule may cost in evaluation steps, in bytes of new text and in elements of new lists and maps. */
export const ruleSteps = 1_000_000;
export const ruleBytes = 4_194_304;
export const ruleElements = 200_000;

/** Ends an evaluation whose budget is spent; `&&` and `||` do not absorb it. Never leaves `evaluate`. */
export class BudgetSpent extends Error {}

/** The steps that are left for one spec; one for all rules. Of tests there is one for all of them. */
export class SpecBudget {
  steps: number;
  /** What is said where they are spent. */
  readonly excess: string;

  constructor(steps = specSteps, excess = 'the rules take more than 10,000,000 steps for this document') {
    this.steps = steps;
    this.excess = excess;
  }
}

/** The steps, bytes and elements that are left for one rule on one spec: its `when`, its `assert` for each element, its message. */
export class RuleBudget {
  readonly #spec: SpecBudget;
  #steps = ruleSteps;
  #bytes = ruleBytes;
  #elements = ruleElements;

  constructor(spec: SpecBudget) {
    this.#spec = spec;
  }

  /** Begins anew for another rule on the same spec. */
  begin(): void {
    this.#steps = ruleSteps;
    this.#bytes = ruleBytes;
    this.#elements = ruleElements;
  }

  /** The steps that this rule has taken. */
  get spent(): number {
    return ruleSteps - this.#steps;
  }

  spend(steps: number): void {
    this.#steps -= steps;
    this.#spec.steps -= steps;
    if (this.#steps < 0 || this.#spec.steps < 0) this.#refuse();
  }

  /** Apart from the counting, which stands in the code of every step. */
  #refuse(): never {
    throw new BudgetSpent(this.#steps < 0 ? 'the rule takes more than 1,000,000 steps' : this.#spec.excess);
  }

  /** Counts new text, at two bytes for a UTF-16 unit. */
  spendText(units: number): void {
    this.#bytes -= 2 * units;
    if (this.#bytes < 0) throw new BudgetSpent('the rule makes more than 4 MiB of text');
    this.spendReading(units);
  }

  spendElements(count: number): void {
    this.#elements -= count;
    if (this.#elements < 0) throw new BudgetSpent('the rule makes more than 200,000 elements of lists and maps');
    this.spend(count);
  }

  /** Counts the reading of a text. */
  spendReading(units: number): void {
    if (units >= 32) this.spend(units >> 5);
  }
}
