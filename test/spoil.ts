import type { JsonValue } from '@shapegate/validator';

/** A request, the same with each member left out, and with values of other types at each place. */
export function* spoil(value: JsonValue): Generator<JsonValue> {
  yield value;
  if (typeof value !== 'object' || value === null) {
    for (const other of [null, 7, true, '', '\ud800', [], {}]) yield other;
    return;
  }
  const entries: readonly (readonly [string | number, JsonValue])[] = Array.isArray(value)
    ? value.map((item, index) => [index, item as JsonValue] as const)
    : Object.entries(value);
  for (const [key, inner] of entries) {
    const without = entries.filter(([other]) => other !== key);
    yield Array.isArray(value) ? without.map(([, item]) => item) : Object.fromEntries(without);
    for (const spoiled of spoil(inner))
      yield Array.isArray(value)
        ? value.map((item, index) => (index === key ? spoiled : (item as JsonValue)))
        : { ...value, [key]: spoiled };
  }
}
