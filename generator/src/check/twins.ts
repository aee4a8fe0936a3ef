/** The things that share their key with others, by key, in the order given. Nearly all share it with none, and no list is made for them. */
export function findTwins<Thing>(things: Iterable<Thing>, keyOf: (thing: Thing) => string): Map<string, Thing[]> {
  const first = new Map<string, Thing>();
  const twins = new Map<string, Thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const known = first.get(key);
    const group = twins.get(key);
    if (known === undefined) first.set(key, thing);
    else if (group === undefined) twins.set(key, [known, thing]);
    else group.push(thing);
  }
  return twins;
}
