import { type JsonValue, ownValue } from '../shape/json.ts';
import { compileLinear } from '../shape/pattern/matcher.ts';
import { quoteValue } from './quote-value.ts';

/** The part of JSON Schema in which options are described; `regex` is a regular expression without look-around and back-references. */
export type OptionSchema =
  | { readonly type: 'integer'; readonly minimum: number }
  | { readonly type: 'string'; readonly format: 'regex' }
  | {
      readonly type: 'array';
      readonly minItems: number;
      readonly items: { readonly type: 'string'; readonly minLength: number };
    };

/** Something about a rule that a team may choose in its configuration. */
export interface RuleOption {
  /** What it says, in one sentence. */
  readonly description: string;
  readonly schema: OptionSchema;
  /** What holds where the configuration says nothing; null where the model says it, or nothing does. */
  readonly default: JsonValue;
  /** A value for the rule's page. */
  readonly example: JsonValue;
}

export type RuleOptions = Readonly<Record<string, RuleOption>>;

/** What is wrong with an option's value, and where in it; `expected` completes a message. */
export interface OptionFault {
  readonly at: string;
  readonly expected: string;
}

/** Checks what a configuration gives an option; null where it fits. */
export function findOptionFault(value: JsonValue, schema: OptionSchema): OptionFault | null {
  switch (schema.type) {
    case 'integer':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= schema.minimum
        ? null
        : { at: '', expected: `a whole number of at least ${schema.minimum}` };
    case 'string':
      return typeof value === 'string' && value !== '' && compileLinear(value) !== null
        ? null
        : { at: '', expected: 'a regular expression without look-around and back-references' };
    case 'array':
      return findListFault(value, schema.minItems, schema.items.minLength);
  }
}

function findListFault(value: JsonValue, minItems: number, minLength: number): OptionFault | null {
  if (!Array.isArray(value)) return { at: '', expected: 'a list' };
  if (value.length < minItems) return { at: '', expected: 'at least one item' };
  const index = value.findIndex((item) => typeof item !== 'string' || item.length < minLength);
  return index === -1 ? null : { at: `/${index}`, expected: 'a text' };
}

/** The kind of value that an option takes, as pages name it. */
export function nameOptionKind(schema: OptionSchema): string {
  if (schema.type === 'integer') return `a whole number, at least ${schema.minimum}`;
  return schema.type === 'string' ? 'a regular expression' : 'a list of texts';
}

/** The names of a rule's options as messages list them. */
export function listOptions(options: RuleOptions): readonly string[] {
  return ['severity', 'waivable', ...Object.keys(options)];
}

/** An option's declaration by the name that a configuration gives. */
export function findOption(options: RuleOptions, name: string): RuleOption | undefined {
  return ownValue(options, name);
}

/** A value of an option as a message quotes it. */
export function quoteOption(value: JsonValue): string {
  return quoteValue(typeof value === 'string' ? value : JSON.stringify(value));
}
