import { findNearNames, type JsonValue } from '@shapegate/validator';
import { appendToken } from '@shapegate/validator/leaves';

/** The part of JSON Schema that the configuration's schema uses. */
export interface ShapeSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, ShapeSchema>>;
  readonly additionalProperties?: boolean | ShapeSchema;
  readonly items?: ShapeSchema;
  readonly definitions?: Readonly<Record<string, ShapeSchema>>;
}

/** What does not fit, and where. */
export interface ShapeFault {
  readonly pointer: string;
  readonly part: 'value' | 'key';
  readonly message: string;
  readonly help: string;
}

const kindNames: Readonly<Record<string, string>> = {
  object: 'a mapping',
  array: 'a list',
  string: 'a string',
  boolean: '`true` or `false`',
};

function nameKind(value: JsonValue): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') return `\`${value.slice(0, 60)}\``;
  return `the ${typeof value} ${String(value)}`;
}

function hasType(value: JsonValue, type: string): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}

/** Checks a value against a schema, and says what is wrong in words of ours; nothing below a wrong value is looked at. */
export class ShapeChecker {
  readonly faults: ShapeFault[] = [];
  readonly #root: ShapeSchema;

  constructor(root: ShapeSchema) {
    this.#root = root;
  }

  check(value: JsonValue): readonly ShapeFault[] {
    this.#visit(value, this.#root, '');
    return this.faults;
  }

  #report(pointer: string, message: string, help = '', part: 'value' | 'key' = 'value'): void {
    this.faults.push({ pointer, part, message, help });
  }

  #visit(value: JsonValue, schema: ShapeSchema, pointer: string): void {
    if (schema.$ref !== undefined) {
      const target = this.#root.definitions?.[schema.$ref.replace('#/definitions/', '')];
      if (target !== undefined) this.#visit(value, target, pointer);
      return;
    }
    if (schema.enum !== undefined && !(typeof value === 'string' && schema.enum.includes(value))) {
      const near = typeof value === 'string' ? findNearNames(value, schema.enum)[0] : undefined;
      const expected = schema.enum.map((word) => `\`${word}\``).join(', ');
      this.#report(
        pointer,
        `found ${nameKind(value)}, expected one of ${expected}`,
        near === undefined ? '' : `did you mean \`${near}\`?`,
      );
      return;
    }
    if (schema.type !== undefined && !hasType(value, schema.type)) {
      const help = schema.type === 'string' && typeof value !== 'object' ? 'put it in quotes' : '';
      this.#report(pointer, `found ${nameKind(value)}, expected ${kindNames[schema.type] ?? schema.type}`, help);
      return;
    }
    if (typeof value === 'string') this.#visitText(value, schema, pointer);
    else if (Array.isArray(value)) this.#visitList(value, schema, pointer);
    else if (typeof value === 'object' && value !== null)
      this.#visitMapping(value as Readonly<Record<string, JsonValue>>, schema, pointer);
  }

  #visitText(value: string, { pattern, minLength = 0 }: ShapeSchema, pointer: string): void {
    if (value.length < minLength) this.#report(pointer, 'found an empty string, expected a text');
    else if (pattern !== undefined && !(value.length <= 200 && new RegExp(pattern, 'u').test(value)))
      this.#report(pointer, `found ${nameKind(value)}, expected a text that fits \`${pattern}\``);
  }

  #visitList(value: readonly JsonValue[], { items, minItems = 0 }: ShapeSchema, pointer: string): void {
    if (value.length < minItems) this.#report(pointer, 'found an empty list, expected at least one item');
    if (items === undefined) return;
    for (const [index, item] of value.entries()) this.#visit(item, items, appendToken(pointer, index));
  }

  #visitMapping(value: Readonly<Record<string, JsonValue>>, schema: ShapeSchema, pointer: string): void {
    const { properties = {}, additionalProperties = true, required = [] } = schema;
    const meant = new Set<string>();
    for (const [key, item] of Object.entries(value)) {
      const at = appendToken(pointer, key);
      const known = Object.hasOwn(properties, key) ? properties[key] : undefined;
      if (known !== undefined) this.#visit(item, known, at);
      else if (typeof additionalProperties === 'object') this.#visit(item, additionalProperties, at);
      else if (!additionalProperties) {
        const near = findNearNames(key, Object.keys(properties))[0];
        if (near !== undefined) meant.add(near);
        const help =
          near === undefined ? `known are ${Object.keys(properties).join(', ')}` : `did you mean \`${near}\`?`;
        this.#report(at, `unknown key \`${key.slice(0, 60)}\``, help, 'key');
      }
    }
    // That what a misspelt key means is missing is no second mistake.
    for (const key of required)
      if (!Object.hasOwn(value, key) && !meant.has(key)) this.#report(pointer, `\`${key}\` is missing`);
  }
}
