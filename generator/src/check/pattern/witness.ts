import { Alphabet, compileLinear, type PatternNode } from '@shapegate/validator/leaves';
import type { AmbiguityReport } from './ambiguity.ts';
import { listSets } from './earliest.ts';
import type { Graph } from './graph.ts';
import { Language } from './language.ts';

/** A text that takes a backtracking engine long: the prefix, the pump many times, the suffix, which makes the match fail. */
export interface Witness {
  readonly prefix: string;
  readonly pump: string;
  readonly suffix: string;
}

const mostSteps = 200_000;
/** Enough turns to be sure that the suffix fails after any number of them. */
const trialTurns = 12;
const suffixes = ['', '!', '\n', '\u0000', '-', ' ', '~\n', '\ud800'];

/** Makes a witness out of where the analysis found the ambiguity; null where it found none, or no text that fails. */
export function findWitness(pattern: string, root: PatternNode, report: AmbiguityReport): Witness | null {
  const { graph, turn } = report;
  const matcher = compileLinear(pattern);
  if (graph === null || turn === null || matcher === null) return null;
  const start = turn[0]![0]!;
  const prefix = start === graph.restart ? [] : findPrefix(graph, start);
  const pump: number[] = [];
  for (let at = 1; at < turn.length; at++) {
    const word = findWord(graph, turn[at - 1]!, turn[at]!);
    if (word === null) return null;
    pump.push(...word);
  }
  if (prefix === null) return null;
  const [before, middle] = [prefix, pump].map((word) => word.map((index) => pickChar(graph.alphabet, index)).join(''));
  for (const suffix of suffixes) {
    const witness = { prefix: before!, pump: middle!, suffix };
    if (!matcher.test(writeWitness(witness, trialTurns))) return witness;
  }
  const suffix = findSuffix(root, writeWitness({ prefix: before!, pump: middle!, suffix: '' }, trialTurns));
  return suffix === null ? null : { prefix: before!, pump: middle!, suffix };
}

/** A shortest text after which the pattern has no match. */
function findSuffix(root: PatternNode, text: string): string | null {
  const alphabet = new Alphabet(listSets(root));
  const language = Language.read(root, alphabet);
  if (language === null) return null;
  const work = { left: mostSteps };
  let start: number = Language.start;
  for (const char of text) {
    const next = language.next(start, work);
    if (next === null) return null;
    start = next[alphabet.classOf(char.codePointAt(0)!)]!;
  }
  const words = new Map([[start, '']]);
  for (const [state, word] of words) {
    if (!language.accepts(state)) return word;
    const next = language.next(state, work);
    if (next === null) return null;
    next.forEach((to, index) => {
      if (!words.has(to)) words.set(to, word + pickChar(alphabet, index));
    });
  }
  return null;
}

/** The witness as a text with so many turns of the pump. */
export function writeWitness({ prefix, pump, suffix }: Witness, turns: number): string {
  return prefix + pump.repeat(turns) + suffix;
}

/** The classes on a shortest way from where a match begins to the state. */
function findPrefix(graph: Graph, to: number): number[] | null {
  for (const start of graph.starts) {
    if (start === graph.restart) continue;
    const first = firstCommon([graph.labels[start]!]);
    if (start === to) return [first];
    const word = findWord(graph, [start], [to]);
    if (word !== null) return [first, ...word];
  }
  const word = graph.restart >= 0 ? findWord(graph, [graph.restart], [to]) : null;
  return word;
}

/** The classes on a shortest way that leads each of some states to the one at the same place, all over one text. */
function findWord(graph: Graph, from: readonly number[], to: readonly number[]): number[] | null {
  const goal = to.join();
  const seen = new Map<string, { before: string; index: number }>();
  let layer: (readonly number[])[] = [from];
  let steps = 0;
  while (layer.length > 0) {
    const next: (readonly number[])[] = [];
    for (const states of layer) {
      for (const following of combine(states.map((state) => graph.edges[state]!))) {
        if (++steps > mostSteps) return null;
        const labels = following.map((state) => graph.labels[state]!);
        const index = firstCommon(labels);
        const key = following.join();
        if (index < 0 || seen.has(key)) continue;
        seen.set(key, { before: states.join(), index });
        if (key === goal) return traceBack(seen, from.join(), key);
        next.push(following);
      }
    }
    layer = next;
  }
  return null;
}

function traceBack(seen: ReadonlyMap<string, { before: string; index: number }>, from: string, to: string): number[] {
  const word: number[] = [];
  let at = to;
  do {
    const step = seen.get(at)!;
    word.unshift(step.index);
    at = step.before;
  } while (at !== from);
  return word;
}

/** Every choice of one element out of each list. */
function* combine(lists: readonly (readonly number[])[]): Generator<readonly number[]> {
  if (lists.length === 0) {
    yield [];
    return;
  }
  for (const first of lists[0]!) for (const rest of combine(lists.slice(1))) yield [first, ...rest];
}

/** The first class that all labels have, -1 if there is none. */
function firstCommon(labels: readonly Int32Array[]): number {
  for (let word = 0; word < labels[0]!.length; word++) {
    const bits = labels.reduce((all, label) => all & label[word]!, -1);
    if (bits !== 0) return word * 32 + (31 - Math.clz32(bits & -bits));
  }
  return -1;
}

/** A character of the class that reads well in a report. */
function pickChar(alphabet: Alphabet, index: number): string {
  const set = alphabet.charsOf(index);
  for (let codePoint = 0x7e; codePoint > 0x20; codePoint--) {
    if (alphabet.classOf(codePoint) === index) return String.fromCharCode(codePoint);
  }
  return String.fromCodePoint(set[0]!);
}
