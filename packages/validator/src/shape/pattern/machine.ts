import { Alphabet } from './alphabet.ts';
import { type CharSet, lineTerminators, wordChars } from './charset.ts';
import { buildNfa, type Nfa } from './nfa.ts';
import type { AssertionPlace, LookNode, PatternNode } from './syntax.ts';

/** What stands beside a place: nothing (the text's edge), a word character, a line terminator, or something else. */
type Neighbour = 0 | 1 | 2 | 3;
const edge: Neighbour = 0;
const word: Neighbour = 1;
const terminator: Neighbour = 2;
const other: Neighbour = 3;

/** A set of automaton states reached after some text; its transitions are worked out when first asked for. */
interface Place {
  readonly reached: Int32Array;
  readonly before: Neighbour;
  readonly moves: (Move | undefined)[];
}

interface Move {
  /** Whether a match ends at the place that is left by this move. */
  readonly accepts: boolean;
  readonly to: Place;
}

/** Transitions are thrown away beyond these, so that a hostile text costs time in proportion and no memory. */
const mostPlaces = 1_000;
const mostReached = 200_000;
/** Exploring a machine takes at most so many. */
const mostSteps = 1_000_000;

/** Runs an automaton over a text, remembering the sets of states it has met. */
export class Machine {
  readonly #nfa: Nfa;
  readonly #backward: boolean;
  readonly #looks: readonly LookNode[];
  readonly #alphabet: Alphabet;
  readonly #neighbours: Neighbour[];
  /** For each state that takes a character, whether it takes a class. */
  readonly #takes: (readonly boolean[] | null)[];
  readonly #seen: Int32Array;
  #start = makeStart();
  #round = 0;
  #places = new Map<string, Place>();
  #reached = 0;

  private constructor(nfa: Nfa, looks: readonly LookNode[], backward: boolean) {
    this.#nfa = nfa;
    this.#looks = looks;
    this.#backward = backward;
    const sets: CharSet[] = [wordChars, lineTerminators];
    for (const state of nfa.states) if (state.kind === 'char') sets.push(state.set);
    // A repetition that is written out asks for one set many times.
    this.#alphabet = new Alphabet([...new Set(sets)]);
    const words = this.#alphabet.membersOf(wordChars);
    const terminators = this.#alphabet.membersOf(lineTerminators);
    this.#neighbours = words.map((isWord, index) => (isWord ? word : terminators[index] ? terminator : other));
    const known = new Map<CharSet, readonly boolean[]>();
    this.#takes = nfa.states.map((state) => {
      if (state.kind !== 'char') return null;
      const members = known.get(state.set) ?? this.#alphabet.membersOf(state.set);
      known.set(state.set, members);
      return members;
    });
    this.#seen = new Int32Array(nfa.states.length);
  }

  /** Null past the bound on states. The machine may ask, of each lookaround listed, whether it holds at a place. */
  static build(root: PatternNode, looks: readonly LookNode[], backward: boolean): Machine | null {
    const nfa = buildNfa(root, backward);
    return nfa === null ? null : new Machine(nfa, looks, backward);
  }

  /** Whether there is a match anywhere in a text, for a machine that asks no lookaround. */
  find(text: string): boolean {
    const alphabet = this.#alphabet;
    let place = this.#start;
    for (let at = 0; at < text.length; at++) {
      let codePoint = text.charCodeAt(at);
      if (codePoint >= 0xd800 && codePoint <= 0xdbff) {
        codePoint = text.codePointAt(at)!;
        if (codePoint > 0xffff) at++;
      }
      const symbol = alphabet.classOf(codePoint);
      const move = place.moves[symbol] ?? this.#makeMove(place, symbol, 0, symbol);
      if (move.accepts) return true;
      place = move.to;
    }
    return this.#move(place, alphabet.size, 0).accepts;
  }

  /** Whether there is a match anywhere. `holds` has, for each lookaround, a flag for each place between characters. */
  test(codePoints: Int32Array, holds: readonly Uint8Array[]): boolean {
    let place = this.#intern(new Int32Array(0), edge);
    for (let at = 0; at < codePoints.length; at++) {
      const move = this.#move(place, this.#alphabet.classOf(codePoints[at]!), readHolds(holds, at));
      if (move.accepts) return true;
      place = move.to;
    }
    return this.#move(place, this.#alphabet.size, readHolds(holds, codePoints.length)).accepts;
  }

  /**
   * The first code point at which nothing that was begun before it can go on, and its index in code points; null where the
   * text ends first or there is a match. It tells something of patterns that begin at the text's start and of no others.
   */
  findDeadEnd(text: string): { readonly codePoint: number; readonly index: number } | null {
    let place = this.#intern(new Int32Array(0), edge);
    for (let at = 0, index = 0; at < text.length; at++, index++) {
      const codePoint = text.codePointAt(at)!;
      if (codePoint > 0xffff) at++;
      const move = this.#move(place, this.#alphabet.classOf(codePoint), 0);
      if (move.accepts) return null;
      place = move.to;
      if (place.reached.length === 0) return { codePoint, index };
    }
    return null;
  }

  /**
   * All places that texts lead to, for a machine that asks no lookaround: of each what follows it by class, then what the
   * text's end gives. -1 is a match; null where there are more moves, or it takes more than a million steps.
   */
  explore(mostMoves: number): { readonly alphabet: Alphabet; readonly rows: readonly (readonly number[])[] } | null {
    const end = this.#alphabet.size;
    const most = Math.min(mostMoves, mostSteps / this.#nfa.states.length) / (end + 1);
    const places = [this.#start];
    const known = new Map([[this.#start, 0]]);
    const rows: number[][] = [];
    for (const place of places) {
      if (places.length > most) return null;
      const row: number[] = [];
      for (let symbol = 0; symbol < end; symbol++) {
        const { accepts, to } = this.#move(place, symbol, 0);
        const index = known.get(to) ?? places.length;
        row.push(accepts ? -1 : index);
        if (accepts || index < places.length) continue;
        known.set(to, index);
        places.push(to);
      }
      row.push(this.#move(place, end, 0).accepts ? -1 : 0);
      rows.push(row);
    }
    return { alphabet: this.#alphabet, rows };
  }

  /** For each place between characters, whether a match ends there (starts there, if the machine reads backward). */
  scan(codePoints: Int32Array, holds: readonly Uint8Array[]): Uint8Array {
    const { length } = codePoints;
    const found = new Uint8Array(length + 1);
    let place = this.#intern(new Int32Array(0), edge);
    for (let step = 0; step <= length; step++) {
      const at = this.#backward ? length - step : step;
      const codePoint = codePoints[this.#backward ? at - 1 : at];
      const symbol = step === length ? this.#alphabet.size : this.#alphabet.classOf(codePoint!);
      const move = this.#move(place, symbol, readHolds(holds, at));
      if (move.accepts) found[at] = 1;
      place = move.to;
    }
    return found;
  }

  #move(place: Place, symbol: number, held: number): Move {
    const key = held * (this.#alphabet.size + 1) + symbol;
    return place.moves[key] ?? this.#makeMove(place, symbol, held, key);
  }

  #makeMove(place: Place, symbol: number, held: number, key: number): Move {
    const after = this.#neighbours[symbol] ?? edge;
    const reached: number[] = [];
    let accepts = false;
    this.#round++;
    const stack = [this.#nfa.start, ...place.reached];
    while (stack.length > 0) {
      const at = stack.pop()!;
      if (this.#seen[at] === this.#round) continue;
      this.#seen[at] = this.#round;
      const state = this.#nfa.states[at]!;
      if (state.kind === 'accept') accepts = true;
      else if (state.kind === 'split') stack.push(...state.nexts);
      else if (state.kind === 'char') {
        if (this.#takes[at]![symbol]) reached.push(state.next);
      } else if (state.kind === 'look') {
        if ((held >> this.#looks.indexOf(state.look)) & 1) stack.push(state.next);
      } else if (this.#isAt(state.at, place.before, after)) stack.push(state.next);
    }
    const to = this.#intern(Int32Array.from(new Set(reached)).sort(), after);
    const move: Move = { accepts, to };
    place.moves[key] = move;
    return move;
  }

  #isAt(at: AssertionPlace, before: Neighbour, after: Neighbour): boolean {
    const left = this.#backward ? after : before;
    const right = this.#backward ? before : after;
    if (at === 'start') return left === edge;
    if (at === 'end') return right === edge;
    if (at === 'lineStart') return left === edge || left === terminator;
    if (at === 'lineEnd') return right === edge || right === terminator;
    return ((left === word) !== (right === word)) === (at === 'wordBoundary');
  }

  #intern(reached: Int32Array, before: Neighbour): Place {
    const key = `${before}:${reached.join()}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#reached += reached.length;
    if (this.#places.size >= mostPlaces || this.#reached > mostReached) {
      this.#places = new Map();
      // Its moves lead to what is thrown away.
      this.#start = makeStart();
      this.#reached = reached.length;
    }
    const place: Place = { reached, before, moves: [] };
    this.#places.set(key, place);
    return place;
  }
}

function makeStart(): Place {
  return { reached: new Int32Array(0), before: edge, moves: [] };
}

function readHolds(holds: readonly Uint8Array[], at: number): number {
  let held = 0;
  for (let index = 0; index < holds.length; index++) if (holds[index]![at]) held |= 1 << index;
  return held;
}
