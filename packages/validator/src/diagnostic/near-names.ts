/** Lower case without `-`, `_` and spaces: `JobName`, `job_name` and `job-name` are the same word. */
export function foldCase(name: string): string {
  return name.toLowerCase().replaceAll(/[-_\s]/g, '');
}

/** Edits (insert, delete, replace, swap of neighbours) from one word to the other; stops counting above `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}

/** `vpc` of `vpcconfig`, `role` of `servicerole`; what is shorter says nothing. */
function isPart(part: string, word: string): boolean {
  return (part.length >= 3 && word.startsWith(part)) || (part.length >= 4 && word.endsWith(part));
}

/**
 * The known names nearest to an unknown one, the nearest first, each once, at most three: the same word in another case before
 * a small edit distance (a third of the length), before a known name that the unknown one begins or ends with, or that begins
 * or ends with it.
 */
export function findNearNames(unknown: string, known: Iterable<string>): string[] {
  // A name of kilobytes is near to nothing, and comparing it would cost its square.
  if (unknown.length > 200) return [];
  const folded = foldCase(unknown);
  const scored: { name: string; score: number }[] = [];
  for (const name of new Set(known)) {
    const word = foldCase(name);
    const limit = Math.max(1, Math.floor(Math.max(word.length, folded.length) / 3));
    const distance = editDistance(folded, word, limit);
    if (distance <= limit) scored.push({ name, score: distance });
    else if (isPart(folded, word) || isPart(word, folded)) scored.push({ name, score: limit + 1 });
  }
  scored.sort((a, b) => a.score - b.score || (a.name < b.name ? -1 : 1));
  const best = scored[0]?.score ?? 0;
  return scored
    .filter(({ score }) => score <= best + 1)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** True where two names are one word written in another case. */
export function isSameWord(a: string, b: string): boolean {
  return foldCase(a) === foldCase(b);
}
