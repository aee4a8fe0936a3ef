/** Lines around a change that are shown with it. */
const context = 3;
/** Beyond so many changed lines in a row of changes the whole stretch is shown as replaced. */
const mostEdits = 2000;

interface Step {
  readonly kind: 'same' | 'old' | 'new';
  readonly line: string;
}

function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The furthest line that each diagonal reaches with each number of edits; null beyond `mostEdits`. */
function traceEdits(before: readonly string[], after: readonly string[]): Map<number, number>[] | null {
  const trace: Map<number, number>[] = [];
  let reached = new Map<number, number>([[1, 0]]);
  for (let edits = 0; edits <= Math.min(mostEdits, before.length + after.length); edits++) {
    trace.push(reached);
    const next = new Map<number, number>();
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = reached.get(diagonal + 1) ?? -1;
      const right = reached.get(diagonal - 1) ?? -1;
      let x = diagonal === -edits || (diagonal !== edits && right < down) ? down : right + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x++;
      next.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length) return [...trace, next];
    }
    reached = next;
  }
  return null;
}

function replaceAll(before: readonly string[], after: readonly string[]): Step[] {
  return [
    ...before.map((line): Step => ({ kind: 'old', line })),
    ...after.map((line): Step => ({ kind: 'new', line })),
  ];
}

/** The fewest steps from one text to the other (Myers). */
function findSteps(before: readonly string[], after: readonly string[]): Step[] {
  const trace = traceEdits(before, after);
  if (trace === null) return replaceAll(before, after);
  const steps: Step[] = [];
  let x = before.length;
  let y = after.length;
  for (let edits = trace.length - 2; edits >= 0; edits--) {
    const reached = trace[edits] ?? new Map<number, number>();
    const diagonal = x - y;
    const down = reached.get(diagonal + 1) ?? -1;
    const right = reached.get(diagonal - 1) ?? -1;
    const isDown = diagonal === -edits || (diagonal !== edits && right < down);
    const fromX = isDown ? down : right;
    const fromY = fromX - (isDown ? diagonal + 1 : diagonal - 1);
    const [startX, startY] = [fromX + (isDown ? 0 : 1), fromY + (isDown ? 1 : 0)];
    for (; x > Math.max(startX, 0) && y > Math.max(startY, 0); y--)
      steps.push({ kind: 'same', line: before[--x] ?? '' });
    if (edits === 0) break;
    steps.push(isDown ? { kind: 'new', line: after[--y] ?? '' } : { kind: 'old', line: before[--x] ?? '' });
  }
  return steps.reverse();
}

function writeStep({ kind, line }: Step): string {
  const sign = kind === 'same' ? ' ' : kind === 'old' ? '-' : '+';
  return line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`;
}

function writeRange(start: number, count: number): string {
  return count === 1 ? `${start}` : `${count === 0 ? start - 1 : start},${count}`;
}

/** The changes of a file as `diff -u` writes them, so that `git apply` takes them; empty where nothing has changed. */
export function writeUnifiedDiff(file: string, before: string, after: string): string {
  if (before === after) return '';
  const [old, now] = [splitLines(before), splitLines(after)];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const asSame = (line: string): Step => ({ kind: 'same', line });
  const steps = [
    ...old.slice(0, head).map(asSame),
    ...findSteps(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    ...old.slice(old.length - tail).map(asSame),
  ];
  const out = [`--- a/${file}\n`, `+++ b/${file}\n`];
  let [oldLine, newLine] = [1, 1];
  for (let at = 0; at < steps.length; ) {
    const change = steps.findIndex(({ kind }, index) => index >= at && kind !== 'same');
    if (change === -1) break;
    const from = Math.max(at, change - context);
    for (; at < from; at++) [oldLine, newLine] = [oldLine + 1, newLine + 1];
    let last = change;
    for (let next = change; next < steps.length && next - last <= 2 * context; next++)
      if (steps[next]?.kind !== 'same') last = next;
    const hunk = steps.slice(from, Math.min(steps.length, last + context + 1));
    const oldCount = hunk.filter(({ kind }) => kind !== 'new').length;
    const newCount = hunk.filter(({ kind }) => kind !== 'old').length;
    out.push(`@@ -${writeRange(oldLine, oldCount)} +${writeRange(newLine, newCount)} @@\n`, ...hunk.map(writeStep));
    at += hunk.length;
    oldLine += oldCount;
    newLine += newCount;
  }
  return out.join('');
}
