import { findNearNames } from '../../diagnostic/near-names.ts';
import { joinNames } from '../../rule/join-names.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import type { Api } from '../../shape/api.ts';
import { isObject, type JsonValue, ownValue } from '../../shape/json.ts';
import { enterMember, type ShapePlace } from '../../structure/shape-place.ts';
import type { BuiltIn, Parameters } from '../built-in/built-in.ts';
import { builtIns } from '../built-in/catalogue.ts';
import { readParameters } from '../built-in/read-parameters.ts';
import type { EffectiveRule, FieldPlace } from './effective-rule.ts';
import { findValueFault } from './find-value-fault.ts';
import type { Span } from './policy-place.ts';
import { isAlwaysThere, walkInput } from './shape-pointer.ts';

/** What is told of a fault besides its message; `part` is the value where it is left out. */
export interface FaultDetails {
  readonly help?: string | null;
  readonly part?: 'value' | 'key' | 'parent';
  readonly span?: Span;
}

type Report = (at: FieldPlace, message: string, details?: FaultDetails) => void;

/** The built-in that a rule uses, checked for one of its operations; null for a rule without one, and where something is wrong. */
export function checkBuiltIn(rule: EffectiveRule, operation: string, api: Api, report: Report): BuiltIn | null {
  const name = rule.field('uses');
  const { place, pointer } = rule.placeOf('with');
  const stated = rule.field('with');
  if (name === undefined) {
    if (stated !== undefined && !rule.isMeant('uses'))
      report({ place, pointer }, '`with` goes with `uses`', { part: 'key' });
    return null;
  }
  const use = builtIns.find((each) => each.name === name);
  if (use === undefined) {
    const names = builtIns.map((each) => each.name);
    const near = findNearNames(name, names)[0];
    const help = near === undefined ? `there are ${joinNames(names)}` : `did you mean \`${near}\`?`;
    report(rule.placeOf('uses'), `there is no built-in ${quoteValue(name)}`, { help });
    return null;
  }
  if (stated === undefined && rule.isMeant('with')) return null;
  const { parameters, faults } = readParameters(use, stated ?? {}, listRegions(api, operation));
  for (const { at, part, message, help } of faults)
    report(stated === undefined ? rule.placeOf('uses') : { place, pointer: pointer + at }, message, { help, part });
  if (faults.length > 0) return null;
  const reportIn: ReportIn = (at, message, details) => report({ place, pointer: pointer + at }, message, details);
  const places = checkPointers({ rule, operation, api, use, parameters, report: reportIn });
  const takesValues = Object.values(use.parameters).some(({ kind }) => kind === 'values');
  if (places !== null && takesValues) checkValues(places, parameters, reportIn);
  return use;
}

/** The Regions of which the model knows that the operation is offered there. */
function listRegions({ table }: Api, operation: string): readonly string[] {
  const trait = table.operations[operation]?.traits['shapegate#availableRegions'];
  const regions = isObject(trait) ? ownValue(trait, 'regions') : undefined;
  return Array.isArray(regions) ? regions.filter((region): region is string => typeof region === 'string') : [];
}

/** Reports a fault of `with`, at a pointer into it. */
type ReportIn = (at: string, message: string, details?: FaultDetails) => void;

interface Use {
  readonly rule: EffectiveRule;
  readonly operation: string;
  readonly api: Api;
  readonly use: BuiltIn;
  readonly parameters: Parameters;
  readonly report: ReportIn;
}

/** The places that `on` leads to in every operation of the rule; null where one of them leads nowhere, or to what is not known here. */
function checkPointers({ rule, operation, api, use, parameters: { on }, report }: Use): ShapePlace[] | null {
  const stated = rule.field('with');
  const isList = typeof stated === 'object' && stated !== null && Array.isArray((stated as { on?: unknown }).on);
  const everywhere: ShapePlace[] = [];
  let isKnown = rule.elsewhere.length === 0;
  for (const [index, pointer] of on.entries()) {
    const at = `/on${isList ? `/${index}` : ''}`;
    const { place, fault } = walkInput(api.table, operation, pointer);
    const refusal = place === null ? null : use.findPlaceFault(place, findElement(api, place));
    if (fault !== null) report(at, fault.message, { help: fault.help, span: fault.span });
    else if (refusal !== null) report(at, `${quoteValue(pointer)} ${refusal}`);
    if (fault !== null || refusal !== null) {
      isKnown = false;
      continue;
    }
    const walks = rule.operations.map(({ value }) => walkInput(api.table, value, pointer));
    for (const walk of walks) if (walk.place !== null) everywhere.push(findElement(api, walk.place) ?? walk.place);
    isKnown &&= walks.every((walk) => walk.place !== null);
    if (use.asksPresence !== true || rule.elsewhere.length > 0) continue;
    if (rule.operations.every(({ value }) => isAlwaysThere(api.table, value, pointer)))
      report(at, `${quoteValue(pointer)} is required by the model, so the rule never objects to it`, {
        help: 'take it out',
      });
  }
  return isKnown ? everywhere : null;
}

/** What stands in a list; null for what is no list. */
function findElement({ table }: Api, { shape }: ShapePlace): ShapePlace | null {
  return shape.type === 'list' ? enterMember(table, shape.member) : null;
}

/** Reports each value that the model refuses wherever the rule looks. */
function checkValues(places: readonly ShapePlace[], { values }: Parameters, report: ReportIn): void {
  for (const [index, value] of values.entries()) {
    const faults = places.map((place) => findValueFault(place, value as Exclude<JsonValue, object>));
    const [first] = faults;
    if (first === undefined || first === null || faults.includes(null)) continue;
    report(`/values/${index}`, first.message, { help: first.help });
  }
}
