import type { JsonObject, JsonValue } from '@shapegate/validator/leaves';
import { isObject } from '@shapegate/validator/leaves';
import type { Member, ShapeId, Traits } from '../model/model.ts';
import { toJson } from '../syntax/node.ts';
import {
  type ApiView,
  type DataShape,
  isRequired,
  lookUp,
  readEnumValues,
  readMembers,
  readTrait,
  sortEntries,
} from './api-view.ts';
import { readProse } from './documentation.ts';
import { type JsonSource, toFileName } from './file.ts';

/** The drafts of JSON Schema that are written, by the folder that they stand in. */
export const drafts = ['draft-07', '2020-12'] as const;
export type Draft = (typeof drafts)[number];

export interface SchemaOptions {
  readonly draft: Draft;
  /** What is said of a value beside its constraints; nothing where it is left out. */
  readonly annotate?: (shape: DataShape, member: Member | undefined) => JsonObject;
  /** Says with Ajv's own keyword that `null` is legal: a choice with `null` would add errors of its own to each mistake. */
  readonly nullable?: true;
  /** True for the run time, which compares elements in one pass of its own where Ajv compares each with each. */
  readonly omitUniqueItems?: boolean;
}

const dialects: Readonly<Record<Draft, string>> = {
  'draft-07': 'http://json-schema.org/draft-07/schema#',
  '2020-12': 'https://json-schema.org/draft/2020-12/schema',
};

/** The value of `$schema`. */
export function dialectOf(draft: Draft): string {
  return dialects[draft];
}

/** The keyword that holds definitions. */
export function definitionsKeyword(draft: Draft): 'definitions' | '$defs' {
  return draft === 'draft-07' ? 'definitions' : '$defs';
}

/** What every draft can say of a value beside its constraints: a description, and the value that stands in for none. */
export function describeShape(shape: DataShape, member: Member | undefined): JsonObject {
  const words = (member === undefined ? undefined : readProse(member)) ?? readProse(shape);
  const standard = member === undefined ? undefined : readTrait(member, 'default');
  return {
    ...(words === undefined ? {} : { description: words }),
    ...(standard === undefined || standard === null ? {} : { default: standard }),
  };
}

/**
 * The JSON Schema of an operation's input, bare: the model's own constraints and nothing more, unknown members refused.
 * It is valid in Ajv's strict mode, and its patterns run in linear time on a backtracking engine.
 */
export function schemaOf(view: ApiView, operation: string, options: SchemaOptions): JsonObject {
  const input = view.operations.get(operation)?.input;
  if (input === undefined) throw new Error(`the view has no operation ${operation}`);
  const writer = new SchemaWriter(view, options, input);
  const root = writer.writeRoot();
  const definitions = writer.definitions();
  return {
    $schema: dialects[options.draft],
    title: operation,
    ...root,
    ...(definitions === null ? {} : { [definitionsKeyword(options.draft)]: definitions }),
  };
}

/** `<Operation>.schema.json` of each operation in each draft. */
export function emitJsonSchemas(view: ApiView): JsonSource[] {
  return drafts.flatMap((draft) =>
    [...view.operations.keys()].map((operation) => ({
      kind: 'json' as const,
      path: `schema/${draft}/${toFileName(operation)}.schema.json`,
      emitter: 'JSON Schema',
      value: schemaOf(view, operation, { draft, annotate: describeShape }),
    })),
  );
}

interface OrNull {
  readonly nullable?: true;
}

/**
 * Writes schemas of shapes. Structures and unions become definitions, which is where recursion ends; all else stands in
 * place, since a member's constraints win over its target's. `root` stands at `#` and is referred to as that.
 */
export class SchemaWriter {
  readonly #view: ApiView;
  readonly #options: SchemaOptions;
  readonly #root: ShapeId | null;
  readonly #referred = new Map<string, { readonly shape: DataShape; readonly orNull: OrNull }>();

  constructor(view: ApiView, options: SchemaOptions, root: ShapeId | null) {
    this.#view = view;
    this.#options = options;
    this.#root = root;
  }

  /** The root's schema, without `$schema` and definitions. */
  writeRoot(): JsonObject {
    return this.#root === null ? {} : this.#writeAggregate(lookUp(this.#view, this.#root).shape, undefined);
  }

  /** What has been referred to, and what that refers to; null where there is nothing. */
  definitions(): JsonObject | null {
    const written: [string, JsonObject][] = [];
    // The map grows while it is walked: a definition brings those that it needs, however deep the model is.
    for (const [name, { shape, orNull }] of this.#referred)
      written.push([name, { ...this.#writeAggregate(shape, undefined), ...orNull }]);
    return written.length === 0 ? null : Object.fromEntries(sortEntries(written));
  }

  /** A reference to the definition of a structure or union. */
  refer(id: ShapeId, orNull: OrNull = {}): JsonObject {
    if (id === this.#root) return { $ref: '#' };
    const { name: plain, shape } = lookUp(this.#view, id);
    const name = orNull.nullable === true ? `${plain} or null` : plain;
    if (!this.#referred.has(name)) this.#referred.set(name, { shape, orNull });
    return { $ref: `#/${definitionsKeyword(this.#options.draft)}/${encodeURIComponent(name)}` };
  }

  #annotate(shape: DataShape, member: Member | undefined): JsonObject {
    return this.#options.annotate?.(shape, member) ?? {};
  }

  #writeMember(member: Member): JsonObject {
    const { shape } = lookUp(this.#view, member.target);
    if (shape.type !== 'structure' && shape.type !== 'union') return this.#writeInPlace(shape, member);
    const reference = this.refer(shape.id);
    const hasOwnWords = member.traits.has('smithy.api#documentation') || member.traits.has('smithy.api#deprecated');
    const notes = hasOwnWords ? this.#annotate(shape, member) : {};
    if (Object.keys(notes).length === 0) return reference;
    // Up to draft 7 nothing beside `$ref` is read.
    return this.#options.draft === 'draft-07' ? { ...notes, allOf: [reference] } : { ...notes, ...reference };
  }

  #writeAggregate(shape: DataShape, member: Member | undefined): JsonObject {
    const properties: (readonly [string, JsonObject])[] = [];
    const required: string[] = [];
    for (const [name, each] of sortEntries(readMembers(shape))) {
      properties.push([name, this.#writeMember(each)]);
      if (isRequired(each)) required.push(name);
    }
    return {
      ...this.#annotate(shape, member),
      type: 'object',
      properties: Object.fromEntries(properties),
      ...(required.length === 0 ? {} : { required }),
      ...(shape.type === 'union' ? { minProperties: 1, maxProperties: 1 } : {}),
      additionalProperties: false,
    };
  }

  #writeInPlace(shape: DataShape, member: Member | undefined): JsonObject {
    const notes = this.#annotate(shape, member);
    const traits = (id: string) => readConstraint(member?.traits, id) ?? readConstraint(shape.traits, id);
    const values = readEnumValues(shape);
    if (values !== null) {
      return {
        ...notes,
        type: shape.type === 'intEnum' ? 'integer' : 'string',
        ...(values.length === 0 ? {} : { enum: [...new Set(values.map(({ value }) => value))] }),
      };
    }
    switch (shape.type) {
      case 'list':
      case 'map':
        return { ...notes, ...this.#writeCollection(shape, traits) };
      case 'string':
        return {
          ...notes,
          type: 'string',
          ...limit(traits('length'), 'minLength', 'maxLength'),
          ...this.#writePattern(traits('pattern')),
        };
      case 'blob':
        return { ...notes, type: 'string', contentEncoding: 'base64' };
      case 'boolean':
        return { ...notes, type: 'boolean' };
      case 'timestamp':
        return { ...notes, ...writeTimestamp(traits('timestampFormat')) };
      case 'document':
        return notes;
      case 'structure':
      case 'union':
        return this.#writeAggregate(shape, member);
      case 'float':
      case 'double': {
        const number: JsonObject = { type: 'number', ...limit(traits('range'), 'minimum', 'maximum') };
        return { ...notes, anyOf: [number, notFinite] };
      }
      default: {
        const isWhole = shape.type !== 'bigDecimal';
        return { ...notes, type: isWhole ? 'integer' : 'number', ...limit(traits('range'), 'minimum', 'maximum') };
      }
    }
  }

  #writeCollection(shape: DataShape, traits: (id: string) => JsonValue | undefined): JsonObject {
    const item = readMembers(shape).get(shape.type === 'list' ? 'member' : 'value');
    const key = readMembers(shape).get('key');
    const schema =
      item === undefined ? {} : traits('sparse') === undefined ? this.#writeMember(item) : this.#writeSparse(item);
    if (shape.type === 'list') {
      const isUnique = traits('uniqueItems') !== undefined && this.#options.omitUniqueItems !== true;
      const unique: JsonObject = isUnique ? { uniqueItems: true } : {};
      return { type: 'array', items: schema, ...limit(traits('length'), 'minItems', 'maxItems'), ...unique };
    }
    const names: JsonObject = key === undefined ? {} : constrainNames(this.#writeMember(key));
    return {
      type: 'object',
      ...names,
      additionalProperties: schema,
      ...limit(traits('length'), 'minProperties', 'maxProperties'),
    };
  }

  #writeSparse(item: Member): JsonObject {
    const { shape } = lookUp(this.#view, item.target);
    const isAggregate = shape.type === 'structure' || shape.type === 'union';
    if (this.#options.nullable === true && isAggregate) return this.refer(shape.id, { nullable: true });
    const plain = this.#writeMember(item);
    if (Object.keys(plain).length === 0) return plain;
    if (this.#options.nullable !== true || !('type' in plain)) return { anyOf: [plain, { type: 'null' }] };
    const values = Array.isArray(plain.enum) ? { enum: [...plain.enum, null] } : {};
    return { ...plain, ...values, nullable: true };
  }

  #writePattern(pattern: JsonValue | undefined): JsonObject {
    if (typeof pattern !== 'string') return {};
    const regexp = this.#view.patterns.get(pattern)?.regexp ?? null;
    if (regexp !== null) return { pattern: regexp };
    return {
      $comment: `The model's pattern ${JSON.stringify(pattern)} is left out: no equal one is safe in a backtracking engine.`,
    };
  }
}

function readConstraint(traits: Traits | undefined, id: string): JsonValue | undefined {
  const trait = traits?.get(`smithy.api#${id}`);
  return trait === undefined ? undefined : toJson(trait.value);
}

/** Protocols write as text the numbers that JSON cannot hold. */
const notFinite: JsonObject = { type: 'string', enum: ['NaN', 'Infinity', '-Infinity'] };

/** Lower and upper limit of a `length` or `range` trait under the names that the kind of value has for them. */
function limit(trait: JsonValue | undefined, lower: string, upper: string): JsonObject {
  if (!isObject(trait)) return {};
  const { min, max } = trait;
  return {
    ...(typeof min === 'number' && (min > 0 || lower === 'minimum') ? { [lower]: min } : {}),
    ...(typeof max === 'number' ? { [upper]: max } : {}),
  };
}

/** Keys that may be any string need no schema. */
function constrainNames(schema: JsonObject): JsonObject {
  const { description: _, ...constraints } = schema;
  return Object.keys(constraints).length === 1 && constraints.type === 'string' ? {} : { propertyNames: constraints };
}

/** A spec holds a timestamp as the protocols' JSON does: by its format, `date-time` where none is said. */
function writeTimestamp(format: JsonValue | undefined): JsonObject {
  if (format === 'epoch-seconds') return { type: 'number' };
  return format === 'http-date' ? { type: 'string' } : { type: 'string', format: 'date-time' };
}
