import {
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import { appendToken } from '../diagnostic/pointer.ts';
import type { JsonValue } from '../shape/json.ts';
import { decodeScalar } from './decode-scalar.ts';
import { duplicateKeyHit, FirstKeys } from './duplicate-key.ts';
import { findDocumentStart, findNextSeparator, skipGap, trimEnd } from './gap.ts';
import { maximumDepth, maximumNodes, maximumText } from './limits.ts';
import { countMergeKeys, mergeSources } from './merge.ts';
import { placeScalar } from './place-scalar.ts';
import { Refusal } from './refusal.ts';
import { expandTag, isCoreTag, isMergeTag, resolvePlain, resolveTagged } from './scalar.ts';
import type { SourceHit, SourceRule } from './source-hit.ts';
import { createMapping, type SourceEntry, type SourceNode, scalarNode, weighEntries } from './source-node.ts';

const { DOCUMENT, SEQUENCE, MAPPING, SCALAR, ALIAS, POP } = EVENT_ID;
const surrogate = /[\u{d800}-\u{dfff}]/u;
const escapeBeyondUnicode = /(?:^|[^\\])(?:\\\\)*\\U(?!0010|000)/;
const keyProblem = 'a key is a list or a mapping, expected text';
const noHandles: ReadonlyMap<string, string> = new Map();
/** Keys that merges may look at in one document, whether or not they add them. */
const maximumMergeKeys = 10 * maximumNodes;

/** A document as composed: `root` is null where it was refused, with a hit that says why. */
export interface ComposedDocument {
  readonly root: SourceNode | null;
  readonly empty: boolean;
  /** Its `---`, or where its content begins. */
  readonly start: number;
}

interface Properties {
  readonly anchorStart: number;
  readonly anchorEnd: number;
  readonly tagStart: number;
  readonly tagEnd: number;
}

/** Makes values with places from the parser's events: anchors and aliases, merge keys, tags, the core schema. */
export class YamlComposer {
  readonly documents: ComposedDocument[] = [];
  readonly hits: SourceHit[] = [];
  /** Start and end of each scalar and alias in turn: comments stand between them. */
  readonly tokens: number[] = [];
  /** What aliases stand for; null where there is no alias. */
  shared: Set<SourceNode> | null = null;

  readonly #text: string;
  readonly #events: readonly Event[];
  #next = 0;
  /** The end of the last token. */
  #cursor = 0;
  /** By name; null while the collection that bears the anchor is still open. */
  #anchors: Map<string, SourceNode | null> | null = null;
  #handles: Map<string, string> | null = null;
  #path: (string | number)[] = [];
  #nodes = 0;
  #mergeKeys = 0;
  /** Characters on the way to every key that stands twice. */
  #duplicateText = 0;

  constructor(text: string, events: readonly Event[]) {
    this.#text = text;
    this.#events = events;
  }

  /** Composes every document; a refused one does not keep the next from being composed. */
  compose(): void {
    while (this.#next < this.#events.length) this.#composeDocument();
  }

  #composeDocument(): void {
    const event = this.#take();
    const marker = findDocumentStart(this.#text, this.#cursor);
    if (marker !== -1) this.#cursor = marker + 3;
    const start = marker === -1 ? skipGap(this.#text, this.#cursor, '') : marker;
    this.#anchors = null;
    this.#handles = null;
    if (event.type === DOCUMENT)
      for (const directive of event.directives)
        if (directive.kind === 'tag') {
          this.#handles ??= new Map();
          this.#handles.set(directive.handle, directive.prefix);
        }
    this.#path = [];
    this.#nodes = 0;
    this.#mergeKeys = 0;
    const first = this.#peek();
    const empty = first.type === SCALAR && Math.max(first.valueStart, first.tagStart, first.anchorStart) === -1;
    let root: SourceNode | null = null;
    try {
      root = this.#composeNode(0, '');
      this.#next++;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { rule, pointer, start, end, facts } = error.hit;
      this.hits.push({ rule, document: this.documents.length, pointer, start, end, facts, related: [] });
      this.#skipDocument();
    }
    this.documents.push({ root, empty, start });
  }

  /** The text of a refused document counts as one token, so that nothing in it is taken for a comment. */
  #skipDocument(): void {
    while (this.#next < this.#events.length && this.#peek().type !== DOCUMENT) this.#next++;
    const isLast = this.#next >= this.#events.length;
    this.#pushToken(this.#cursor, isLast ? this.#text.length : findNextSeparator(this.#text, this.#cursor));
  }

  #peek(): Event {
    return this.#events[this.#next]!;
  }

  #take(): Event {
    return this.#events[this.#next++]!;
  }

  #pushToken(start: number, end: number): void {
    this.tokens.push(start, end);
    this.#cursor = end;
  }

  #pointer(): string {
    let pointer = '';
    for (const token of this.#path) pointer = appendToken(pointer, token);
    return pointer;
  }

  #refuse(rule: SourceRule, start: number, end: number, facts: SourceHit['facts']): never {
    throw new Refusal({ rule, pointer: this.#pointer(), start, end, facts });
  }

  #refuseText(start: number, end: number, problem: string): never {
    this.#refuse('spec/parse', start, end, { problem });
  }

  #countNodes(nodes: number, start: number, end: number): void {
    this.#nodes += nodes;
    if (this.#nodes > maximumNodes) this.#refuse('spec/limits', start, end, { what: 'nodes', limit: maximumNodes });
  }

  #checkText(length: number, start: number, end: number): void {
    if (length > maximumText) this.#refuse('spec/limits', start, end, { what: 'text', limit: maximumText });
  }

  #checkDepth(depth: number, start: number, end: number): void {
    if (depth > maximumDepth) this.#refuse('spec/limits', start, end, { what: 'depth', limit: maximumDepth });
  }

  /** @param mark the character behind which an empty value stands: `:`, `-` or none */
  #composeNode(depth: number, mark: string): SourceNode {
    const event = this.#take();
    if (event.type === SCALAR) return this.#composeScalar(event, mark);
    if (event.type === ALIAS) return this.#composeAlias(event.anchorStart, event.anchorEnd, depth);
    if (event.type !== SEQUENCE && event.type !== MAPPING)
      this.#refuseText(this.#cursor, this.#cursor, 'a value is expected');
    this.#checkDepth(depth + 1, event.start, event.start + 1);
    this.#countNodes(1, event.start, event.start + 1);
    const kind = event.type === SEQUENCE ? 'list' : 'mapping';
    const tag = this.#readTag(event);
    if (tag !== null && !isCoreTag(tag, kind)) this.#refuseTag(event, kind);
    this.#anchor(event, null);
    const node = event.type === SEQUENCE ? this.#composeList(event, depth + 1) : this.#composeMapping(event, depth + 1);
    this.#anchor(event, node);
    return node;
  }

  #anchor(properties: Properties, node: SourceNode | null): void {
    if (properties.anchorStart === -1) return;
    this.#anchors ??= new Map();
    this.#anchors.set(this.#text.slice(properties.anchorStart, properties.anchorEnd), node);
  }

  #readTag(properties: Properties): string | null {
    if (properties.tagStart === -1) return null;
    return expandTag(this.#text.slice(properties.tagStart, properties.tagEnd), this.#handles ?? noHandles);
  }

  #refuseTag(properties: Properties, kind: string): never {
    const tag = this.#text.slice(properties.tagStart, properties.tagEnd);
    const problem = `\`${tag}\` is not a tag of YAML's core schema for a ${kind}`;
    this.#refuseText(properties.tagStart, properties.tagEnd, problem);
  }

  #composeScalar(event: ScalarEvent, mark: string): SourceNode {
    const { start, end } = this.#enterScalar(event, mark);
    this.#countNodes(1, start, end);
    const text = this.#decodeScalar(event, start, end);
    const tag = this.#readTag(event);
    let value: JsonValue = text;
    if (tag !== null) value = this.#resolveTagged(text, tag, event, start, end);
    else if (event.style === SCALAR_STYLE.PLAIN) value = resolvePlain(text);
    const node = scalarNode(value, start, end);
    this.#anchor(event, node);
    return node;
  }

  #enterScalar(event: ScalarEvent, mark: string): { readonly start: number; readonly end: number } {
    const place = placeScalar(this.#text, event, this.#cursor, mark);
    // The header of a block scalar may end in a comment, so its token is the content alone.
    if (event.valueStart !== -1) this.tokens.push(Math.max(place.start, event.valueStart - 1), place.resume);
    this.#cursor = place.resume;
    return place;
  }

  #decodeScalar(event: ScalarEvent, start: number, end: number): string {
    if (event.style !== SCALAR_STYLE.DOUBLE_QUOTED || event.fast) return decodeScalar(this.#text, event);
    if (escapeBeyondUnicode.test(this.#text.slice(start, end)))
      this.#refuseText(start, end, 'an escape beyond U+10FFFF');
    const text = decodeScalar(this.#text, event);
    if (surrogate.test(text)) this.#refuse('spec/encoding', start, end, { problem: 'half a surrogate pair' });
    return text;
  }

  #resolveTagged(text: string, tag: string, event: ScalarEvent, start: number, end: number): JsonValue {
    if (!isCoreTag(tag, 'scalar')) this.#refuseTag(event, 'scalar');
    const value = resolveTagged(text, tag);
    if (value !== undefined) return value;
    const raw = this.#text.slice(event.tagStart, event.tagEnd);
    this.#refuseText(start, end, `the value does not fit its tag \`${raw}\``);
  }

  #findAnchor(anchorStart: number, anchorEnd: number): SourceNode {
    const name = this.#text.slice(anchorStart, anchorEnd);
    const node = this.#anchors?.get(name);
    if (node === undefined) this.#refuseText(anchorStart - 1, anchorEnd, `no anchor \`&${name}\` before this alias`);
    if (node === null)
      this.#refuseText(anchorStart - 1, anchorEnd, `the alias \`*${name}\` is inside what it stands for`);
    const target = node.target ?? node;
    this.shared ??= new Set();
    this.shared.add(target);
    return target;
  }

  #composeAlias(anchorStart: number, anchorEnd: number, depth: number): SourceNode {
    const start = anchorStart - 1;
    this.#pushToken(start, anchorEnd);
    const target = this.#findAnchor(anchorStart, anchorEnd);
    const { value, size, height, weight } = target;
    this.#checkDepth(depth + height, start, anchorEnd);
    this.#countNodes(size, start, anchorEnd);
    return { value, start, end: anchorEnd, size, height, weight, entries: null, items: null, target };
  }

  #composeList({ start, style }: SequenceEvent, depth: number): SourceNode {
    const flow = style === COLLECTION_STYLE.FLOW;
    const before = this.#nodes;
    const value: JsonValue[] = [];
    const items: SourceNode[] = [];
    let height = 1;
    let weight = 0;
    this.#cursor = flow ? start + 1 : start;
    while (this.#peek().type !== POP) {
      this.#path.push(items.length);
      const item = this.#composeNode(depth, flow ? '' : '-');
      this.#path.pop();
      items.push(item);
      value.push(item.value);
      height = Math.max(height, item.height + 1);
      weight += item.weight;
    }
    this.#next++;
    const end = this.#closeCollection(flow, start);
    this.#checkText(weight, start, start + 1);
    const size = this.#nodes - before + 1;
    return { value, start, end, size, height, weight, entries: null, items, target: null };
  }

  /** A block collection ends with its last child, without the blank lines that a block scalar may own. */
  #closeCollection(brackets: boolean, start: number): number {
    if (!brackets) return trimEnd(this.#text, start, this.#cursor);
    this.#cursor = skipGap(this.#text, this.#cursor, ',:?') + 1;
    return this.#cursor;
  }

  /** False for the pair `[a: b]` as well, even where the key of the pair is a mapping in braces. */
  #hasBraces(event: MappingEvent): boolean {
    if (event.style !== COLLECTION_STYLE.FLOW || this.#text[event.start] !== '{') return false;
    const first = this.#peek();
    return first.type !== MAPPING || first.start !== event.start;
  }

  #composeMapping(event: MappingEvent, depth: number): SourceNode {
    const start = event.start;
    const braces = this.#hasBraces(event);
    const before = this.#nodes;
    const value = createMapping();
    const entries: SourceEntry[] = [];
    const firstKeys = new FirstKeys(entries, value);
    const merges: SourceNode[] = [];
    this.#cursor = braces ? start + 1 : start;
    while (this.#peek().type !== POP) {
      if (this.#isMergeKey(this.#peek())) {
        merges.push(this.#composeMergeSource(depth));
        continue;
      }
      const key = this.#composeKey();
      this.#path.push(key.text);
      const first = firstKeys.find(key.text);
      if (first !== undefined) {
        for (const token of this.#path) this.#duplicateText += String(token).length;
        this.#checkText(this.#duplicateText, key.start, key.end);
        this.hits.push(duplicateKeyHit(this.documents.length, this.#pointer(), key, first));
      }
      const node = this.#composeNode(depth, ':');
      this.#path.pop();
      if (first !== undefined) continue;
      entries.push({ key: key.text, keyStart: key.start, keyEnd: key.end, node, via: null });
      value[key.text] = node.value;
    }
    this.#next++;
    const end = this.#closeCollection(braces, start);
    if (merges.length > 0) for (const entry of this.#merge(value, merges, depth)) entries.push(entry);
    let height = 1;
    for (const { node } of entries) height = Math.max(height, node.height + 1);
    const weight = weighEntries(entries);
    this.#checkText(weight, start, start + 1);
    return { value, start, end, size: this.#nodes - before + 1, height, weight, entries, items: null, target: null };
  }

  /** A key is text: a scalar's as it is written (`1`, `true`), or that of the scalar an alias stands for. */
  #composeKey(): { readonly text: string; readonly start: number; readonly end: number } {
    const event = this.#take();
    if (event.type === SCALAR) {
      const { start, end } = this.#enterScalar(event, '');
      const text = this.#decodeScalar(event, start, end);
      const tag = this.#readTag(event);
      const value = tag === null ? text : this.#resolveTagged(text, tag, event, start, end);
      const isPlain = tag === null && event.style === SCALAR_STYLE.PLAIN;
      if (event.anchorStart !== -1) this.#anchor(event, scalarNode(isPlain ? resolvePlain(text) : value, start, end));
      return { text, start, end };
    }
    if (event.type === ALIAS) {
      const { anchorStart, anchorEnd } = event;
      this.#pushToken(anchorStart - 1, anchorEnd);
      const { value } = this.#findAnchor(anchorStart, anchorEnd);
      if (typeof value === 'object' && value !== null) this.#refuseText(anchorStart - 1, anchorEnd, keyProblem);
      return { text: String(value), start: anchorStart - 1, end: anchorEnd };
    }
    const start = event.type === SEQUENCE || event.type === MAPPING ? event.start : this.#cursor;
    const isTemplate = this.#text.startsWith('{{', start - 1);
    const problem = isTemplate ? 'a bare `{{` opens two mappings, expected quotes around a template' : keyProblem;
    this.#refuseText(isTemplate ? start - 1 : start, start + 1, problem);
  }

  #isMergeKey(event: Event): boolean {
    if (event.type !== SCALAR || event.style !== SCALAR_STYLE.PLAIN || event.valueEnd - event.valueStart !== 2)
      return false;
    if (!this.#text.startsWith('<<', event.valueStart)) return false;
    const tag = this.#readTag(event);
    return tag === null || isMergeTag(tag);
  }

  #composeMergeSource(depth: number): SourceNode {
    const event = this.#take();
    const { start, end } = event.type === SCALAR ? this.#enterScalar(event, '') : { start: 0, end: 0 };
    const before = this.#nodes;
    const source = this.#composeNode(depth, ':');
    // What it adds is counted when it is known; only what is written here counts as it is.
    if (source.target !== null) this.#nodes = before;
    const keys = countMergeKeys(source);
    if (keys === -1)
      this.#refuseText(start, end, '`<<` stands for something else than a mapping or a list of mappings');
    this.#mergeKeys += keys;
    if (this.#mergeKeys > maximumMergeKeys)
      this.#refuse('spec/limits', start, end, { what: 'nodes', limit: maximumNodes });
    return source;
  }

  #merge(value: Record<string, JsonValue>, merges: readonly SourceNode[], depth: number): SourceEntry[] {
    const added = mergeSources(value, merges);
    for (const { node, via, keyStart, keyEnd } of added) {
      const [start, end] = via === null ? [keyStart, keyEnd] : [via.start, via.end];
      this.#checkDepth(depth + node.height, start, end);
      this.#countNodes(node.size, start, end);
    }
    return added;
  }
}
