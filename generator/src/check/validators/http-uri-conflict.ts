import type { ModelEvent } from '@shapegate/validator/leaves';
import { addTo } from '../../model/add-to.ts';
import type { Model, OperationShape } from '../../model/model.ts';
import { placeOfTrait } from '../../model/selector/subject.ts';
import { report } from '../../syntax/event.ts';
import { readHostPrefix } from '../host-prefix.ts';
import { findStructure, readBinding, readHttp } from '../http-bindings.ts';
import { type HttpUri, parseHttpUri } from '../http-uri.ts';
import { listNames } from '../list-names.ts';
import type { CheckContext } from '../validator.ts';

/** An operation, with the patterns of its URI's labels in their order: null for one that takes every text. */
interface Route {
  readonly operation: OperationShape;
  readonly patterns: readonly (string | null)[];
}

/**
 * No two operations of a service have one URI. Patterns of labels can keep two apart, which no router looks at: that is
 * possible, and dangerous.
 */
export function* checkHttpUriConflicts(context: CheckContext): Generator<ModelEvent> {
  for (const service of context.services()) {
    const alike = new Map<string, Route[]>();
    for (const operation of context.operationsOf(service)) {
      const http = readHttp(operation);
      const uri = http === null ? null : parseHttpUri(http.uri);
      if (http === null || uri === null) continue;
      const host = (readHostPrefix(operation) ?? '').replaceAll(/\{[^}]*\}/g, '{}');
      const key = `${http.method} ${host} ${nameRoute(uri)}`;
      addTo(alike, key, { operation, patterns: readPatterns(context.model, operation, uri) });
    }
    for (const routes of alike.values()) if (routes.length > 1) yield* reportConflicts(routes);
  }
}

function* reportConflicts(routes: readonly Route[]): Generator<ModelEvent> {
  const names = listNames(routes.map(({ operation }) => operation.id));
  for (const route of routes) {
    const isApart = routes.every((other) => other === route || areApart(route, other));
    yield report(
      isApart ? 'danger' : 'error',
      'HttpUriConflict',
      route.operation,
      isApart ? `${names} have one URI but for the patterns of its labels` : `${names} have one URI`,
      placeOfTrait(route.operation, 'smithy.api#http'),
    );
  }
}

function areApart(left: Route, right: Route): boolean {
  return left.patterns.some((pattern, at) => {
    const other = right.patterns[at] ?? null;
    return pattern !== null && other !== null && pattern !== other;
  });
}

/** The same for all URIs that take the same requests, patterns aside. */
function nameRoute(uri: HttpUri): string {
  const path = uri.segments.map(({ label, greedy, text }) => (label === null ? text : greedy ? '{+}' : '{}'));
  const query = [...uri.query].map(([key, value]) => `${key}=${value ?? ''}`).sort();
  return `${path.join('/')} ${query.join('&')}`;
}

function readPatterns(model: Model, operation: OperationShape, uri: HttpUri): (string | null)[] {
  const input = findStructure(model, operation.input);
  return uri.segments.flatMap(({ label }) => {
    if (label === null) return [];
    const member = input?.members.get(label);
    if (member === undefined) return [null];
    const target = model.shapes.get(member.target);
    return [readBinding(member, 'pattern') ?? (target === undefined ? null : readBinding(target, 'pattern'))];
  });
}
