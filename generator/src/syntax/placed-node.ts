import type { Range } from '@shapegate/validator/leaves';
import type { Node, NodeEntry } from './node.ts';
import type { Place, SourceText } from './place.ts';

/** A node that was read from a text. */
export abstract class PlacedNode implements Place {
  // Declared, not defined: a model has hundreds of thousands of these, and defining fields takes longer than reading them.
  declare readonly source: SourceText;
  declare readonly start: number;
  declare readonly end: number;

  constructor(source: SourceText, start: number, end: number) {
    this.source = source;
    this.start = start;
    this.end = end;
  }

  get file(): string {
    return this.source.file;
  }

  get range(): Range {
    return this.source.range(this.start, this.end);
  }
}

/** An object node that knows its place as offsets. */
export class ObjectNode extends PlacedNode {
  declare readonly kind: 'object';
  declare readonly entries: readonly ObjectEntry[];

  constructor(source: SourceText, start: number, end: number, entries: readonly ObjectEntry[]) {
    super(source, start, end);
    this.kind = 'object';
    this.entries = entries;
  }
}

/** An entry of an object node; the key's place is kept as offsets. */
export class ObjectEntry implements NodeEntry, Place {
  declare readonly key: string;
  declare readonly value: ReadNode;
  declare readonly start: number;
  declare readonly end: number;

  constructor(start: number, end: number, key: string, value: ReadNode) {
    this.start = start;
    this.end = end;
    this.key = key;
    this.value = value;
  }

  get keyRange(): Range {
    return this.value.source.range(this.start, this.end);
  }

  /** As a place an entry is its key. */
  get range(): Range {
    return this.keyRange;
  }

  get file(): string {
    return this.value.source.file;
  }

  /** The key's place alone, which does not keep the value in memory. */
  keyPlace(): Place {
    return this.value.source.place(this.start, this.end);
  }
}

/** A trait that a JSON AST applies: an entry of the object of traits. As a place it is its key. */
export class PlacedTrait implements Place {
  declare readonly id: string;
  declare readonly value: ReadNode;
  declare readonly start: number;
  declare readonly end: number;

  constructor(id: string, { value, start, end }: ObjectEntry) {
    this.id = id;
    this.value = value;
    this.start = start;
    this.end = end;
  }

  get place(): Place {
    return this;
  }

  get range(): Range {
    return this.value.source.range(this.start, this.end);
  }

  get file(): string {
    return this.value.source.file;
  }
}

/** An array node that knows its place as offsets. */
export class ArrayNode extends PlacedNode {
  declare readonly kind: 'array';
  declare readonly elements: readonly ReadNode[];

  constructor(source: SourceText, start: number, end: number, elements: readonly ReadNode[]) {
    super(source, start, end);
    this.kind = 'array';
    this.elements = elements;
  }
}

/** A string node. The value of a shape id written without quotes becomes absolute when the model is assembled. */
export class StringNode extends PlacedNode {
  declare readonly kind: 'string';
  declare value: string;

  constructor(source: SourceText, start: number, end: number, value: string) {
    super(source, start, end);
    this.kind = 'string';
    this.value = value;
  }
}

/** A string of a JSON text, which has been looked at: its value is made when it is asked for, and most never are. */
export class JsonStringNode extends PlacedNode {
  declare readonly kind: 'string';
  declare private made: string | null;

  constructor(source: SourceText, start: number, end: number) {
    super(source, start, end);
    this.kind = 'string';
    this.made = null;
  }

  get value(): string {
    this.made ??= readJsonString(this.source.text, this.start, this.end);
    return this.made;
  }
}

/** The value of the good JSON string that stands between two offsets, quotes included. */
export function readJsonString(text: string, start: number, end: number): string {
  const inner = text.slice(start + 1, end - 1);
  // All of it has been looked at, and the engine is much the faster to put it together.
  return inner.includes('\\') ? JSON.parse(text.slice(start, end)) : inner;
}

/** A number node; `text` is as written, so that a value beyond a double is not lost. */
export class NumberNode extends PlacedNode {
  declare readonly kind: 'number';
  declare readonly value: number;
  declare readonly text: string;

  constructor(source: SourceText, start: number, end: number, text: string) {
    super(source, start, end);
    this.kind = 'number';
    this.value = Number(text);
    this.text = text;
  }
}

/** A boolean node that knows its place as offsets. */
export class BooleanNode extends PlacedNode {
  declare readonly kind: 'boolean';
  declare readonly value: boolean;

  constructor(source: SourceText, start: number, end: number, value: boolean) {
    super(source, start, end);
    this.kind = 'boolean';
    this.value = value;
  }
}

/** A null node that knows its place as offsets. */
export class NullNode extends PlacedNode {
  declare readonly kind: 'null';

  constructor(source: SourceText, start: number, end: number) {
    super(source, start, end);
    this.kind = 'null';
  }
}

class EntryPlace implements Place {
  declare readonly entry: NodeEntry;

  constructor(entry: NodeEntry) {
    this.entry = entry;
  }

  get file(): string {
    return this.entry.value.file;
  }

  get range(): Range {
    return this.entry.keyRange;
  }
}

/** The place of an entry's key, computed when it is asked for. */
export function entryPlace(entry: NodeEntry): Place {
  return entry instanceof ObjectEntry ? entry : new EntryPlace(entry);
}

/** A node that no text holds, at the place of what implies it. */
export function makeImplied(value: ImpliedValue, place: Place): Node {
  if (value === 'object') return new ImpliedObject(place);
  if (value === 'list') return new ImpliedList(place, []);
  if (value === 'null') return new ImpliedNull(place);
  if ('number' in value) return new ImpliedNumber(place, value.number);
  return 'flag' in value ? new ImpliedBoolean(place, value.flag) : new ImpliedString(place, value.text);
}

/** The lists of two applications of one trait, joined. */
export function joinLists(elements: readonly Node[], place: Place): Node {
  return new ImpliedList(place, elements);
}

type ImpliedValue =
  | 'object'
  | 'list'
  | 'null'
  | { readonly text: string }
  | { readonly number: number }
  | { readonly flag: boolean };

abstract class ImpliedNode implements Place {
  readonly place: Place;

  constructor(place: Place) {
    this.place = place;
  }

  get file(): string {
    return this.place.file;
  }

  get range(): Range {
    return this.place.range;
  }
}

class ImpliedObject extends ImpliedNode {
  readonly kind = 'object';
  readonly entries: readonly NodeEntry[] = [];
}

class ImpliedList extends ImpliedNode {
  readonly kind = 'array';
  readonly elements: readonly Node[];

  constructor(place: Place, elements: readonly Node[]) {
    super(place);
    this.elements = elements;
  }
}

class ImpliedNull extends ImpliedNode {
  readonly kind = 'null';
}

class ImpliedNumber extends ImpliedNode {
  readonly kind = 'number';
  readonly value: number;
  readonly text: string;

  constructor(place: Place, value: number) {
    super(place);
    this.value = value;
    this.text = String(value);
  }
}

class ImpliedBoolean extends ImpliedNode {
  readonly kind = 'boolean';
  readonly value: boolean;

  constructor(place: Place, value: boolean) {
    super(place);
    this.value = value;
  }
}

class ImpliedString extends ImpliedNode {
  readonly kind = 'string';
  readonly value: string;

  constructor(place: Place, value: string) {
    super(place);
    this.value = value;
  }
}

/** What the readers make. */
export type ReadNode = ObjectNode | ArrayNode | StringNode | JsonStringNode | NumberNode | BooleanNode | NullNode;
