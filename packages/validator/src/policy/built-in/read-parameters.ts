import { findNearNames } from '../../diagnostic/near-names.ts';
import { appendToken } from '../../diagnostic/pointer.ts';
import { joinNames } from '../../rule/join-names.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import { isObject, type JsonValue, ownValue } from '../../shape/json.ts';
import { linearEngine } from '../language/pattern/compile-re2.ts';
import type { BuiltIn, ParameterKind, Parameters } from './built-in.ts';
import { findItemFault } from './find-item-fault.ts';
import { gatherParameters, noParameters } from './gather-parameters.ts';

/** What is wrong with a built-in's parameters, and where in `with`. */
export interface ParameterFault {
  readonly at: string;
  readonly part: 'value' | 'key';
  readonly message: string;
  readonly help: string;
}

/** Reads what `with` says; what is missing is empty. */
export function readParameters(
  builtIn: BuiltIn,
  value: JsonValue,
  regions: readonly string[] = [],
): { readonly parameters: Parameters; readonly faults: readonly ParameterFault[] } {
  const faults: ParameterFault[] = [];
  const report = (at: string, message: string, help = '', part: 'value' | 'key' = 'value') =>
    faults.push({ at, part, message, help });
  const given = isObject(value) ? value : {};
  if (!isObject(value)) report('', `${quoteValue(value)} is no mapping of parameters`);
  const known = Object.keys(builtIn.parameters);
  // That what a misspelt name means is missing is no second mistake.
  const meant = new Set<string>();
  for (const key of Object.keys(given)) {
    if (known.includes(key)) continue;
    const near = findNearNames(key, known)[0];
    if (near !== undefined) meant.add(near);
    const help = near === undefined ? `it takes ${joinNames(known)}` : `did you mean \`${near}\`?`;
    report(appendToken('', key), `\`${builtIn.name}\` has no parameter ${quoteValue(key)}`, help, 'key');
  }
  const isStated = (name: string): boolean => Object.hasOwn(given, name) || meant.has(name);
  const missing = isObject(value) ? listMissing(builtIn, isStated) : [];
  if (missing.length > 0) report('', `\`${builtIn.name}\` needs ${missing.join(', and ')}`, '', 'key');
  for (const [name, { kind, isCompared }] of Object.entries(builtIn.parameters)) {
    const stated = ownValue(given, name);
    if (stated === undefined) continue;
    const before = faults.length;
    checkParameter({ kind, regions, report }, stated, appendToken('', name));
    if (faults.length > before) continue;
    if (isCompared) checkCompared(builtIn, stated, appendToken('', name), report);
    else if (kind === 'pointers') checkRepeats(stated, appendToken('', name), report);
  }
  return { parameters: faults.length > 0 ? noParameters : gatherParameters(given, linearEngine), faults };
}

/** What has to be stated and is not: parameters by name, and a choice of several. */
function listMissing({ parameters, anyOf = [] }: BuiltIn, isStated: (name: string) => boolean): string[] {
  const required = Object.keys(parameters).filter((name) => parameters[name]?.required && !isStated(name));
  const needs = required.length === 0 ? [] : [`the parameter${required.length > 1 ? 's' : ''} ${joinNames(required)}`];
  return anyOf.length === 0 || anyOf.some(isStated) ? needs : [...needs, joinNames(anyOf, 'or')];
}

type Report = (at: string, message: string, help?: string) => void;

interface ParameterCheck {
  readonly kind: ParameterKind;
  readonly regions: readonly string[];
  readonly report: Report;
}

function checkParameter(check: ParameterCheck, value: JsonValue, at: string): void {
  const { kind, report } = check;
  if (kind === 'pattern') {
    if (typeof value !== 'string') report(at, `found ${quoteValue(value)}, expected a regular expression`);
    else checkPattern(value, at, report);
    return;
  }
  if (kind === 'textsByName') {
    if (!isObject(value)) report(at, `found ${quoteValue(value)}, expected lists of texts by name`);
    else
      for (const [name, list] of Object.entries(value))
        checkParameter({ ...check, kind: 'texts' }, list, appendToken(at, name));
    return;
  }
  const items = kind === 'pointers' && typeof value === 'string' ? null : value;
  if (items === null) checkItem(check, value, at);
  else if (!Array.isArray(items)) report(at, `found ${quoteValue(value)}, expected a list`);
  else if (items.length === 0) report(at, 'found an empty list, expected at least one item');
  if (Array.isArray(items))
    for (const [index, item] of items.entries()) checkItem(check, item as JsonValue, appendToken(at, index));
}

/** What is asked of a place twice is objected to twice. */
function checkRepeats(value: JsonValue, at: string, report: Report): void {
  if (!Array.isArray(value)) return;
  for (const [index, pointer] of (value as readonly JsonValue[]).entries())
    if (value.indexOf(pointer) < index) report(appendToken(at, index), `${quoteValue(pointer)} stands twice`);
}

/** Nothing differs from itself. */
function checkCompared({ name }: BuiltIn, value: JsonValue, at: string, report: Report): void {
  const pointers = Array.isArray(value) ? (value as readonly JsonValue[]) : [];
  if (pointers.length < 2) report(at, `\`${name}\` compares two lists at least`);
  for (const [index, pointer] of pointers.entries())
    if (pointers.indexOf(pointer) < index)
      report(appendToken(at, index), `${quoteValue(pointer)} stands twice, and no list differs from itself`);
}

/** The engine takes some look-around, for patterns of models; those of policies are to mean the same as in RE2. */
function checkPattern(pattern: string, at: string, report: Report): void {
  if (pattern === '') report(at, 'found an empty text, expected a regular expression');
  else if (linearEngine.compileName(pattern) === null)
    report(at, `${quoteValue(pattern)} is no regular expression without look-around and back-references`);
  else {
    const look = findLook(pattern);
    if (look !== null) report(at, `lookaround is not supported, at character ${look + 1} of the pattern`);
  }
}

/** Where a look-around of a sound pattern begins: not in a class, nor where the parenthesis is escaped. */
function findLook(pattern: string): number | null {
  for (const { 0: part, index } of pattern.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|\(\?<?[=!]/gs))
    if (part.startsWith('(')) return index;
  return null;
}

function checkItem({ kind, regions, report }: ParameterCheck, item: JsonValue, at: string): void {
  if (kind === 'values') {
    if (item === null || typeof item === 'object') report(at, `found ${quoteValue(item)}, expected a single value`);
  } else if (typeof item !== 'string' || item === '')
    report(at, `found ${quoteValue(item)}, expected a text${typeof item === 'number' ? ' in quotes' : ''}`);
  else {
    const fault = findItemFault(kind, item, regions);
    if (fault !== null) report(at, fault.message, fault.help);
  }
}
