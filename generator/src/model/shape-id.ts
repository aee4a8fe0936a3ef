import type { ShapeId } from './model.ts';

/** `Job` of `com.acme#Job` and of `com.acme#Job$name`. */
export function shapeName(id: ShapeId): string {
  const start = id.indexOf('#') + 1;
  const end = id.indexOf('$', start);
  return end < 0 ? id.slice(start) : id.slice(start, end);
}

/** `com.acme` of `com.acme#Job`; empty where there is none. */
export function namespaceOf(id: ShapeId): string {
  return id.slice(0, Math.max(0, id.indexOf('#')));
}

/** `name` of `com.acme#Job$name`; null for the id of a shape. */
export function memberName(id: ShapeId): string | null {
  const at = id.indexOf('$');
  return at < 0 ? null : id.slice(at + 1);
}

/** `com.acme#Job` of `com.acme#Job$name`; a shape's id is its own. */
export function containerId(id: ShapeId): ShapeId {
  const at = id.indexOf('$');
  return at < 0 ? id : id.slice(0, at);
}
