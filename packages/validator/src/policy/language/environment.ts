import { partitions } from '../../rule/partition.ts';
import { type Facts, noFacts } from './facts.ts';
import { type RecordMember, type RecordType, recordType, type StringType, stringType, type Type } from './type.ts';

/** What an expression may speak of, and what is known before it is read. */
export interface Environment {
  readonly variables: ReadonlyMap<string, Type>;
  readonly facts: Facts;
}

const text = { type: stringType, required: true };

/** A string of `target`, of which only the form is known: there are always new Regions. */
function textLike(form: RegExp): StringType {
  return { ...stringType, pattern: { source: form.source, test: (value) => form.test(value) } };
}

function stringOfTarget(type: StringType): RecordMember {
  return { type, required: true, mayBeUnknown: true };
}

/** `target`: the strings need no guard; an unknown one is an error when it is read. */
export const targetType: RecordType = recordType('target', {
  region: stringOfTarget(textLike(/^[a-z]{2,}(-[a-z]+)+-[0-9]+$/)),
  account: stringOfTarget(textLike(/^[0-9]{12}$/)),
  partition: stringOfTarget({ ...stringType, values: partitions }),
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
