import { accountPattern, isAccountId } from '../../rule/account-id.ts';
import { partitions } from '../../rule/partition.ts';
import { isRegionName, regionPattern } from '../../rule/region-name.ts';
import { type Facts, noFacts } from './facts.ts';
import { type RecordMember, type RecordType, recordType, type StringType, stringType, type Type } from './type.ts';

/** What an expression may speak of, and what is known before it is read. */
export interface Environment {
  readonly variables: ReadonlyMap<string, Type>;
  readonly facts: Facts;
}

const text = { type: stringType, required: true };

function stringOfTarget(known: Partial<StringType>): RecordMember {
  return { type: { ...stringType, ...known }, required: true, mayBeUnknown: true };
}

/** `target`: the strings need no guard; an unknown one is an error when it is read. */
export const targetType: RecordType = recordType('target', {
  // There are always new Regions, so the form alone is known.
  region: stringOfTarget({ pattern: { source: regionPattern, test: isRegionName } }),
  account: stringOfTarget({ pattern: { source: accountPattern, test: isAccountId } }),
  partition: stringOfTarget({ values: partitions }),
});
/** `spec`: the file's path and the document's index in it. */
export const specType: RecordType = recordType('spec', {
  file: text,
  document: { type: { kind: 'int', bounds: { min: 0, max: Number.POSITIVE_INFINITY }, values: null }, required: true },
});

/** The variables of a policy rule: `input`, `target`, `spec`, and `item` where the rule is asked for each element. */
export function makeEnvironment(input: Type, item: Type | null = null, facts: Facts = noFacts): Environment {
  const variables = new Map<string, Type>([
    ['input', input],
    ['target', targetType],
    ['spec', specType],
  ]);
  if (item !== null) variables.set('item', item);
  return { variables, facts };
}
