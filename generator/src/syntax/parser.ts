import type { ModelEvent } from '@shapegate/validator/leaves';
import { makeEvent } from './event.ts';
import { NodeParser } from './node-parser.ts';
import { SourceText } from './place.ts';
import { ShapeParser } from './shape-parser.ts';
import { SyntaxFault, TokenCursor } from './token-cursor.ts';
import { TraitParser } from './trait-parser.ts';
import type { Application, MetadataEntry, Reference, SmithyVersion, SourceTree, TraitApplication } from './tree.ts';
import { readVersion } from './version.ts';

/** Reads Smithy IDL, 1.0 or 2.0. After a syntax error the next statement at the start of a line is read. */
export function parseIdl(file: string, text: string): { tree: SourceTree; events: ModelEvent[] } {
  const events: ModelEvent[] = [];
  const parser = new Parser(new TokenCursor(new SourceText(file, text), events), events);
  parser.parseFile();
  return { tree: parser.tree(), events };
}

/** So many lost names are kept; a hostile text has millions. */
const mostLost = 50_000;

class Parser {
  readonly #cursor: TokenCursor;
  readonly #events: ModelEvent[];
  readonly #nodes: NodeParser;
  readonly #traits: TraitParser;
  readonly #uses: Reference[] = [];
  readonly #metadata: MetadataEntry[] = [];
  readonly #applications: Application[] = [];
  #shapes: ShapeParser | null = null;
  #lostIds: Set<string> | null = new Set();
  #version: SmithyVersion = '1.0';
  #inputSuffix = 'Input';
  #outputSuffix = 'Output';
  #namespace: string | null = null;

  constructor(cursor: TokenCursor, events: ModelEvent[]) {
    this.#cursor = cursor;
    this.#events = events;
    this.#nodes = new NodeParser(cursor);
    this.#traits = new TraitParser(cursor, this.#nodes);
  }

  tree(): SourceTree {
    return {
      file: this.#cursor.source.file,
      version: this.#version,
      namespace: this.#namespace,
      uses: this.#uses,
      metadata: this.#metadata,
      definitions: this.#shapes?.definitions ?? [],
      applications: this.#applications,
      syntacticIds: this.#nodes.syntacticIds,
      traitIds: null,
      lostIds: this.#lostIds,
    };
  }

  parseFile(): void {
    const cursor = this.#cursor;
    this.#attempt(() => cursor.skipBlankAndDocs());
    const controls = new Set<string>();
    while (cursor.is('dollar')) this.#attempt(() => this.#parseControl(controls));
    while (cursor.isWord('metadata')) this.#attempt(() => this.#parseMetadata());
    if (cursor.is('end')) {
      cursor.dropDocs();
      return;
    }
    // Without a namespace no later statement means anything, so nothing after it is read.
    if (!this.#attempt(() => this.#parseNamespace())) {
      this.#lostIds = null;
      return;
    }
    while (cursor.isWord('use')) this.#attempt(() => this.#parseUse());
    this.#shapes = new ShapeParser(
      cursor,
      this.#nodes,
      this.#traits,
      {
        version: this.#version,
        namespace: this.#namespace ?? '',
        inputSuffix: this.#inputSuffix,
        outputSuffix: this.#outputSuffix,
      },
      this.#events,
    );
    while (!cursor.is('end')) this.#attempt(() => this.#parseStatement());
    cursor.dropDocs();
  }

  /** Reads one statement; after a fault it is reported and the cursor stands at the next statement, or at the end. */
  #attempt(parse: () => void): boolean {
    const cursor = this.#cursor;
    const { start } = cursor;
    this.#nodes.startStatement();
    try {
      parse();
      return true;
    } catch (fault) {
      if (!(fault instanceof SyntaxFault)) throw fault;
      this.#events.push(makeEvent('error', 'Model', fault.place, { message: `syntax error: ${fault.message}` }));
      // The statement that failed must not be tried again.
      if (cursor.start === start) cursor.next();
      while (!cursor.is('end') && !this.#isStatementStart()) cursor.next();
      this.#loseNames(cursor.source.text.slice(start, cursor.start));
      cursor.takeDocs();
      return false;
    }
  }

  /** Whatever a statement that failed would have defined is among its words; of very many any may be. */
  #loseNames(statement: string): void {
    if (this.#namespace === null) return;
    for (const [word] of statement.matchAll(/\w+/g)) {
      if (this.#lostIds === null) return;
      this.#lostIds.add(`${this.#namespace}#${word}`);
      if (this.#lostIds.size > mostLost) this.#lostIds = null;
    }
  }

  #isStatementStart(): boolean {
    const { kind } = this.#cursor;
    return (
      (kind === 'identifier' || kind === 'at' || kind === 'dollar' || kind === 'doc') && this.#cursor.isAtLineStart()
    );
  }

  #takeKey(): string {
    const cursor = this.#cursor;
    if (!cursor.is('identifier') && !cursor.is('string')) throw cursor.faultExpecting('a name or a string in quotes');
    const key = cursor.is('string') ? cursor.value : cursor.word;
    cursor.next();
    return key;
  }

  #parseControl(seen: Set<string>): void {
    const cursor = this.#cursor;
    cursor.take('dollar');
    const keyPlace = cursor.place;
    const key = this.#takeKey();
    cursor.skipSpaces();
    cursor.take('colon');
    cursor.skipSpaces();
    if (seen.has(key)) throw cursor.fault(`control statement \`${key}\` stands twice`);
    seen.add(key);
    const value = this.#nodes.parseNode();
    const text = value.kind === 'string' ? value.value : null;
    switch (key) {
      case 'version': {
        const version = text === null ? null : readVersion(text);
        if (version === null)
          throw cursor.fault(
            `found unsupported Smithy version ${text === null ? '' : `\`${text}\``}, expected \`"2.0"\` or \`"1.0"\``,
          );
        this.#version = version;
        break;
      }
      case 'operationInputSuffix':
      case 'operationOutputSuffix':
        if (text === null) throw cursor.fault(`found ${value.kind}, expected a string`, value);
        if (!/^\w*$/.test(text))
          throw cursor.fault(`found \`${text}\`, expected letters, digits and underscores, the end of a name`, value);
        if (key === 'operationInputSuffix') this.#inputSuffix = text;
        else this.#outputSuffix = text;
        break;
      default:
        this.#events.push(makeEvent('warning', 'Model', keyPlace, { message: `unknown control statement \`${key}\`` }));
    }
    cursor.takeLineEnd();
  }

  #parseMetadata(): void {
    const cursor = this.#cursor;
    cursor.next();
    cursor.takeSpaces();
    const { place } = cursor;
    const key = this.#takeKey();
    cursor.skipSpaces();
    cursor.take('equal');
    cursor.skipSpaces();
    this.#metadata.push({ key, value: this.#nodes.parseNode(), place });
    cursor.takeLineEnd();
  }

  #parseNamespace(): void {
    const cursor = this.#cursor;
    cursor.dropDocs();
    if (!cursor.isWord('namespace')) throw cursor.faultExpecting('`namespace`');
    cursor.next();
    cursor.takeSpaces();
    this.#namespace = this.#nodes.parseNamespace();
    cursor.takeLineEnd();
  }

  #parseUse(): void {
    const cursor = this.#cursor;
    cursor.next();
    cursor.takeSpaces();
    cursor.dropDocs();
    const id = this.#nodes.parseAbsoluteShapeId();
    if (cursor.is('dollar')) throw cursor.fault('found a member after `use`, expected a shape', id.place);
    this.#uses.push(id);
    cursor.takeLineEnd();
  }

  #parseStatement(): void {
    const cursor = this.#cursor;
    const traits = this.#traits.parseDocsAndTraits();
    if (cursor.is('end')) {
      const written = traits.filter(({ value, place }) => value !== place);
      if (written.length > 0) throw cursor.faultExpecting('a shape after its traits');
      return;
    }
    cursor.expect('identifier');
    if (cursor.word === 'apply') this.#parseApply(traits);
    else this.#shapes?.parseShape(traits);
  }

  #parseApply(before: readonly TraitApplication[]): void {
    const cursor = this.#cursor;
    for (const { value, place } of before) {
      if (value !== place) throw cursor.fault('found `apply` after traits, expected the traits after the shape id');
      cursor.reportStrayDocs(place);
    }
    cursor.next();
    cursor.takeSpaces();
    const target = this.#nodes.parseShapeId(true);
    cursor.takeBlank();
    cursor.dropDocs();
    const traits: TraitApplication[] = [];
    if (cursor.is('left brace')) {
      cursor.next();
      cursor.skipBlankAndDocs();
      traits.push(...this.#traits.parseTraits());
      cursor.take('right brace');
    } else traits.push(this.#traits.parseTrait());
    this.#applications.push({ target, traits });
    cursor.takeLineEnd();
  }
}
