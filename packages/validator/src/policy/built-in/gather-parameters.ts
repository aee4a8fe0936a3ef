import { isObject, type JsonValue, ownValue } from '../../shape/json.ts';
import type { PatternEngine } from '../language/pattern/pattern-engine.ts';
import type { NamePattern, Parameters } from './built-in.ts';

/** Those of a rule that takes none. */
export const noParameters: Parameters = {
  on: [],
  keys: [],
  values: [],
  valuesOf: new Map(),
  accounts: [],
  regions: [],
  buckets: [],
  roles: [],
  pattern: null,
};

/** What `with` says, once it has been checked. */
export function gatherParameters(value: JsonValue, patterns: PatternEngine): Parameters {
  const given = isObject(value) ? value : {};
  const texts = (name: string): readonly string[] => {
    const value = ownValue(given, name);
    return typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly string[]) : [];
  };
  const values = ownValue(given, 'values');
  return {
    on: texts('on'),
    keys: texts('keys'),
    values: Array.isArray(values) ? (values as readonly JsonValue[]) : [],
    valuesOf: new Map(isObject(values) ? (Object.entries(values) as [string, readonly string[]][]) : []),
    accounts: texts('accounts'),
    regions: texts('regions'),
    buckets: texts('buckets'),
    roles: texts('roles'),
    pattern: gatherPattern(texts('pattern')[0], patterns),
  };
}

function gatherPattern(source: string | undefined, patterns: PatternEngine): NamePattern | null {
  const matcher = source === undefined ? null : patterns.compileName(source);
  return source === undefined || matcher === null ? null : { source, test: (text) => matcher.test(text) };
}
