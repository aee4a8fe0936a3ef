import { type JsonValue, ownValue } from '../../shape/json.ts';
import { compileLinear, type LinearMatcher } from '../../shape/pattern/matcher.ts';
import type { MemberEntry, PatternEntry, ShapeTable, Traits } from '../../shape/shape-table.ts';
import {
  anyBounds,
  anySize,
  type Bounds,
  blobType,
  boolType,
  dynType,
  listType,
  type ModelPattern,
  mapType,
  type RecordMember,
  stringType,
  type Type,
  timestampType,
} from './type.ts';

/** Makes the matcher of a pattern of the model, when it is first asked; null for one that nothing can match. */
export type PatternCompiler = (entry: PatternEntry) => LinearMatcher | null;

/** Reads a shape table's shapes as types, each once; a structure's members only when they are asked for, so shapes may be recursive. */
export class ShapeTypes {
  readonly #table: ShapeTable;
  readonly #compile: PatternCompiler;
  readonly #records = new Map<string, Type>();
  readonly #patterns = new Map<string, ModelPattern>();

  constructor(table: ShapeTable, compile: PatternCompiler = ({ pattern }) => compileLinear(pattern)) {
    this.#table = table;
    this.#compile = compile;
  }

  /** The type of an operation's input; null for an unknown operation. */
  inputOf(operation: string): Type | null {
    const entry = ownValue(this.#table.operations, operation);
    return entry === undefined ? null : this.#read({ target: entry.input }, 0);
  }

  #read(member: MemberEntry, depth: number): Type {
    const shape = ownValue(this.#table.shapes, member.target);
    if (shape === undefined || depth > 64) return dynType;
    const traits = { own: member.traits, shape: shape.traits };
    switch (shape.type) {
      case 'structure':
      case 'union':
        return this.#readRecord(member.target, shape.members, shape.type === 'structure');
      case 'list':
        return listType(this.#readElement(shape.member, shape.traits, depth), readBounds(traits, 'length', anySize));
      case 'map': {
        const value = this.#readElement(shape.value, shape.traits, depth);
        return mapType(this.#read(shape.key, depth + 1), value, readBounds(traits, 'length', anySize), true);
      }
      case 'enum':
        return { ...stringType, values: shape.values };
      case 'intEnum':
        return { kind: 'int', bounds: boundsOf(shape.values), values: shape.values };
      case 'string': {
        const pattern = findTrait(traits, 'pattern') as PatternEntry | undefined;
        return {
          kind: 'string',
          size: readBounds(traits, 'length', anySize),
          values: null,
          pattern: pattern === undefined ? null : this.#readPattern(pattern),
        };
      }
      case 'byte':
      case 'short':
      case 'integer':
      case 'long':
      case 'bigInteger':
        return { kind: 'int', bounds: readBounds(traits, 'range', widths[shape.type]), values: null };
      case 'float':
      case 'double':
      case 'bigDecimal':
        return { kind: 'double', bounds: readBounds(traits, 'range', anyBounds), values: null };
      case 'boolean':
        return boolType;
      case 'timestamp':
        return timestampType;
      case 'blob':
        return blobType;
      case 'document':
        return dynType;
    }
  }

  #readPattern(entry: PatternEntry): ModelPattern {
    const { pattern: source } = entry;
    const known = this.#patterns.get(source);
    if (known !== undefined) return known;
    let matcher: LinearMatcher | null | undefined;
    const pattern: ModelPattern = {
      source,
      test: (text) => {
        if (matcher === undefined) matcher = this.#compile(entry);
        return matcher?.test(text) ?? true;
      },
    };
    this.#patterns.set(source, pattern);
    return pattern;
  }

  #readElement(member: MemberEntry, holder: Traits | undefined, depth: number): Type {
    const type = this.#read(member, depth + 1);
    return holder !== undefined && Object.hasOwn(holder, 'sparse') ? { kind: 'nullable', of: type } : type;
  }

  #readRecord(name: string, members: Readonly<Record<string, MemberEntry>>, isStructure: boolean): Type {
    const known = this.#records.get(name);
    if (known !== undefined) return known;
    const read = new Map<string, RecordMember>();
    const type: Type = {
      kind: 'record',
      name,
      names: Object.keys(members).sort(),
      present: new Set(),
      find: (memberName) => {
        const entry = ownValue(members, memberName);
        if (entry === undefined) return null;
        const found = read.get(memberName) ?? {
          type: this.#read(entry, 0),
          required: isStructure && entry.required === true,
        };
        read.set(memberName, found);
        return found;
      },
    };
    this.#records.set(name, type);
    return type;
  }
}

const widths = {
  byte: { min: -(2 ** 7), max: 2 ** 7 - 1 },
  short: { min: -(2 ** 15), max: 2 ** 15 - 1 },
  integer: { min: -(2 ** 31), max: 2 ** 31 - 1 },
  // Their ends are beyond what a bound can say exactly.
  long: anyBounds,
  bigInteger: anyBounds,
};

interface PlaceTraits {
  readonly own: Traits | undefined;
  readonly shape: Traits | undefined;
}

function findTrait(traits: PlaceTraits, id: string): JsonValue | undefined {
  const own = traits.own === undefined ? undefined : ownValue(traits.own, id);
  if (own !== undefined) return own;
  return traits.shape === undefined ? undefined : ownValue(traits.shape, id);
}

function readBounds(traits: PlaceTraits, id: 'length' | 'range', known: Bounds): Bounds {
  const trait = findTrait(traits, id) as { readonly min?: number; readonly max?: number } | undefined;
  return { min: Math.max(known.min, trait?.min ?? known.min), max: Math.min(known.max, trait?.max ?? known.max) };
}

function boundsOf(values: readonly number[]): Bounds {
  return { min: Math.min(...values), max: Math.max(...values) };
}
