import type { LintedDocument } from '../lint/linted-document.ts';
import { isUnsettled } from '../rules/value/is-unsettled.ts';
import type { Api } from '../shape/api.ts';
import { copyText } from '../shape/copy-text.ts';
import type { JsonValue } from '../shape/json.ts';
import { createMarkFinder } from './marked-values.ts';

/** The traits of what only one spec may have, each with the rule that says so. */
export const repeatRules: readonly (readonly [trait: string, rule: string])[] = [
  ['shapegate#singleUseName', 'cross/job-name'],
  ['shapegate#uniqueName', 'cross/model-name'],
  ['shapegate#contentToken', 'cross/token'],
];
const findMarked = createMarkFinder(repeatRules.map(([trait]) => trait));

/** Characters: a name that is cut out of a text keeps all of the text in memory. */
const longText = 1024;

/** A name or a token of a spec that no other may have for the same account and Region; plain data, which outlives the spec. */
export interface UniqueValue {
  readonly trait: string;
  readonly parameters: JsonValue;
  /** The operation and the members that lead to it: the same in every spec. */
  readonly member: string;
  readonly region: string;
  /** Null where nobody says whose account it is. */
  readonly account: string | null;
  /** 0-based. */
  readonly document: number;
  readonly pointer: string;
  readonly value: string;
}

/**
 * Finds what the documents of a file may not have in common with others. Those without a known Region are left out.
 * @param textLength characters of the file
 */
export function findUniqueValues(
  documents: readonly LintedDocument[],
  { table }: Api,
  textLength: number,
): readonly UniqueValue[] {
  const found: UniqueValue[] = [];
  for (const { index: document, request, target } of documents) {
    const { region, account = null } = target;
    if (request === null || region === undefined) continue;
    for (const { trait, parameters, member, pointer, value } of findMarked(table, request)) {
      if (value === '' || isUnsettled(value)) continue;
      const kept = textLength > longText ? copyText(value) : value;
      found.push({ trait, parameters, member, region, account, document, pointer, value: kept });
    }
  }
  return found;
}
