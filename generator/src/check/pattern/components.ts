/** The strongly connected components of a graph, each state's number; a component comes after those it leads to. */
export interface Components {
  readonly of: Int32Array;
  readonly members: readonly (readonly number[])[];
}

/** Finds them among the states that can be reached from the given ones (the others have -1), without recursion. */
export function findComponents(
  size: number,
  starts: readonly number[],
  edges: (state: number) => readonly number[],
): Components {
  const of = new Int32Array(size).fill(-1);
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const members: number[][] = [];
  const open: number[] = [];
  let count = 0;
  for (const start of starts) {
    if (order[start] !== -1) continue;
    const path: { state: number; next: readonly number[]; at: number }[] = [];
    const enter = (state: number): void => {
      order[state] = low[state] = count++;
      open.push(state);
      path.push({ state, next: edges(state), at: 0 });
    };
    enter(start);
    while (path.length > 0) {
      const top = path[path.length - 1]!;
      if (top.at < top.next.length) {
        const to = top.next[top.at++]!;
        if (order[to] === -1) enter(to);
        else if (of[to] === -1) low[top.state] = Math.min(low[top.state]!, order[to]!);
        continue;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent !== undefined) low[parent.state] = Math.min(low[parent.state]!, low[top.state]!);
      if (low[top.state] !== order[top.state]) continue;
      const component: number[] = [];
      for (let state = -1; state !== top.state; ) {
        state = open.pop()!;
        of[state] = members.length;
        component.push(state);
      }
      members.push(component);
    }
  }
  return { of, members };
}
