import { listRanges, type PatternNode } from '../../packages/validator/src/leaves.ts';

/** A stream of numbers in [0, 1) that a seed fixes. */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
}

/** A text that the pattern probably matches: lookarounds and word boundaries are not heeded. */
export function makeMatchingText(node: PatternNode, random: () => number): string {
  if (node.kind === 'sequence') return node.parts.map((part) => makeMatchingText(part, random)).join('');
  if (node.kind === 'choice') {
    return makeMatchingText(node.options[Math.floor(random() * node.options.length)]!, random);
  }
  if (node.kind === 'repeat') {
    const most = Math.min(node.max, node.min + 4);
    const count = random() < 0.1 && node.max < 200 ? node.max : node.min + Math.floor(random() * (most - node.min + 1));
    return Array.from({ length: count }, () => makeMatchingText(node.body, random)).join('');
  }
  if (node.kind !== 'set' || node.set.length === 0) return '';
  const ranges = listRanges(node.set).filter(([from]) => random() < 0.1 || from < 0x80);
  const [from, to] = ranges[Math.floor(random() * ranges.length)] ?? listRanges(node.set)[0]!;
  const last = Math.min(to, from < 0x7f && random() < 0.9 ? 0x7e : to);
  return String.fromCodePoint(from + Math.floor(random() * (Math.max(last, from) - from + 1)));
}

/** The text with one small thing changed. */
export function mutateText(text: string, random: () => number): string {
  const at = Math.floor(random() * (text.length + 1));
  const extra = ['!', '-', '/', ':', '.', '_', ' ', '\n', 'a', 'Z', '0', 'é', '😀'][Math.floor(random() * 13)]!;
  const kind = random();
  if (kind < 0.3) return text.slice(0, at) + text.slice(at + 1);
  if (kind < 0.6) return text.slice(0, at) + extra + text.slice(at);
  if (kind < 0.8) return text.slice(0, at) + extra + text.slice(at + 1);
  return text.slice(0, at) + text.slice(Math.max(0, at - 3), at) + text.slice(at);
}
